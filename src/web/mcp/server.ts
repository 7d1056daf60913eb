/** The archive as assistants ask it, by the Model Context Protocol (https://modelcontextprotocol.io): over whatever it is carried. */
import { McpServer } from '@modelcontextprotocol/server';
import project from '../../../package.json' with { type: 'json' };
import { siteName } from '../layout.ts';
import { addEditionTool } from './edition-tool.ts';
import { createLabelCounts } from './label-counts.ts';
import { addCompaniesTool, addThemesTool } from './label-tools.ts';
import { addSearchTool } from './search-tool.ts';
import { quotes, type ToolParts } from './tool.ts';

const instructions =
  `${siteName} digests some thirty engineering blogs once a day. This is the archive of its editions: ask \`edition\` for a day, \`search\` for ` +
  `what was told of a company, a theme or anything else, \`companies\` and \`themes\` for what there is. Cite articles by their url. ${quotes}`;

/** Makes servers of one archive: one for each connection or, where nothing is kept between requests, for each of these. */
export const createArchiveServers = (options: Omit<ToolParts, 'counts'>): (() => McpServer) => {
  const parts: ToolParts = { ...options, counts: createLabelCounts(options.archive) };
  return () => {
    const server = new McpServer(
      { name: 'engineering-at-scale', title: siteName, version: project.version },
      { instructions, capabilities: { tools: { listChanged: false } } },
    );
    for (const add of [addSearchTool, addEditionTool, addCompaniesTool, addThemesTool]) add(server, parts);
    return server;
  };
};
