/** `/mcp`: the archive for assistants elsewhere, by Streamable HTTP. Nothing is kept between their requests. */
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { AddRoutes } from '../parts.ts';
import { refuseStrangers } from './callers.ts';
import { createArchiveServers } from './server.ts';

/** Bytes of a request: the longest look-up has some hundred. */
const maxRequestBodySize = 64 * 1024;
/** Streams on which an assistant waits for news, which never comes: the tools stay as they are. */
const maxSubscriptions = 64;

export const mcpRoutes: AddRoutes = (site, { archive, now, logger, paths }) => {
  const publicUrl = paths.absolute('/').startsWith('/') ? undefined : paths.absolute(paths.at(''));
  const handler = createMcpHandler(createArchiveServers({ archive, now, logger, publicUrl }), {
    maxRequestBodySize,
    maxSubscriptions,
    onerror: error => logger.debug({ err: error }, 'A request of an assistant was refused.'),
  });
  site.all('/mcp', context => refuseStrangers(context.req.raw, publicUrl) ?? handler.fetch(context.req.raw));
};
