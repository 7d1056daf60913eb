/** `search`: entries by the words of `/digest`. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { type SearchResult, search } from '../../archive/search.ts';
import { entryBlocks } from '../../chat/edition-blocks.ts';
import { type Block, context, heading } from '../../chat/message.ts';
import { counted } from '../../edition/counted.ts';
import { lookUpExample, parseQuery } from '../../edition/query.ts';
import { answering, told } from './answers.ts';
import { quotes, reading, type ToolParts, tellEntry, today, toldEntry } from './tool.ts';

const input = z.object({
  query: z
    .string()
    .max(1_000)
    .describe(
      `Words that an entry must have, "a phrase" in quotes, and any of company:NAME theme:NAME source:NAME date:DATE after:DATE before:DATE. ` +
        `DATE is YYYY-MM-DD, today, yesterday or a weekday, in UTC. Names may be misspelt. For example: ${lookUpExample}`,
    ),
  limit: z.int().min(1).max(50).default(10).describe('Entries on a page.'),
  page: z.int().min(1).max(10_000).default(1),
});

const output = z.object({
  total: z.number().describe('Entries on all pages, counted up to 500.'),
  isTotalExact: z.boolean(),
  page: z.number(),
  notes: z.array(z.string()).readonly().describe('How names were understood, and what to ask instead.'),
  entries: z.array(
    toldEntry.extend({ edition: z.string().describe('Date of the edition that tells it, YYYY-MM-DD.') }),
  ),
});

export const addSearchTool = (server: McpServer, { archive, now, logger, publicUrl }: ToolParts): void => {
  server.registerTool(
    'search',
    {
      title: 'Search the archive',
      description: `Finds what engineering blogs told, among the entries of all editions: by relevance, or newest first where no words are asked for. ${quotes}`,
      inputSchema: input,
      outputSchema: output,
      annotations: reading,
    },
    ({ query, limit, page }) =>
      answering(logger, async () => {
        const result = await search(archive, parseQuery(query, today(now)), { limit, offset: (page - 1) * limit });
        const { total, isTotalExact, notes, entries } = result;
        const shown = entries.map(entry => ({ ...tellEntry(entry, entry.edition, publicUrl), edition: entry.edition }));
        return told({ total, isTotalExact, page, notes, entries: shown }, blocksOf(result, query, page));
      }),
  );
};

const blocksOf = (
  { total, isTotalExact, notes, entries }: SearchResult,
  query: string,
  page: number,
): readonly Block[] => [
  heading(2, `${isTotalExact ? '' : 'More than '}${counted(total, 'entry', 'entries')} for ${query}`),
  ...notes.map(context),
  ...(total > 0 && entries.length === 0 ? [context(`There is nothing on page ${page}.`)] : []),
  ...entries.flatMap(entry => entryBlocks(entry, `Edition of ${entry.edition}`)),
];
