/** `edition`: the whole edition of a date, or the latest. */
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import { neighboursOf } from '../../archive/edition-calendar.ts';
import { getEdition, latestEdition } from '../../archive/editions.ts';
import { editionDocument } from '../../chat/edition-document.ts';
import { readDate } from '../../edition/dates.ts';
import { type Edition, edition as editionSchema } from '../../edition/edition.ts';
import { quoted } from '../../edition/query-error.ts';
import { createPaths } from '../paths.ts';
import { answering, refused, told } from './answers.ts';
import { quotes, reading, type ToolParts, tellEntry, today, toldEntry } from './tool.ts';

const input = z.object({
  date: z
    .string()
    .max(40)
    .optional()
    .describe('YYYY-MM-DD, today, yesterday or a weekday, in UTC. Where absent, the latest edition.'),
});

const { shape } = editionSchema.unwrap();

const output = z.object({
  date: z.string().describe('YYYY-MM-DD.'),
  title: shape.title,
  permalink: z.string().optional().describe('Where the edition is read on the web.'),
  signal: shape.signal.describe('What the day has in common; empty where nothing was published.'),
  deepDives: z.array(toldEntry),
  patterns: shape.patterns,
  alsoPublished: shape.alsoPublished,
});

export const addEditionTool = (server: McpServer, { archive, now, logger, publicUrl }: ToolParts): void => {
  server.registerTool(
    'edition',
    {
      title: 'Read an edition',
      description: `The edition of a day: its Signal, its Deep Dives, the patterns across companies, and what was also published. ${quotes}`,
      inputSchema: input,
      outputSchema: output,
      annotations: reading,
    },
    ({ date: asked }) =>
      answering(logger, async () => {
        const date = asked === undefined ? undefined : readDate(asked, today(now));
        if (asked !== undefined && date === undefined)
          return refused(`${quoted(asked)} is no date of the calendar: give it as YYYY-MM-DD, such as 2026-04-01.`);
        const found = date === undefined ? await latestEdition(archive) : await getEdition(archive, date);
        if (found !== undefined) return told(tellEdition(found, publicUrl), editionDocument(found).blocks);
        return date === undefined ? refused('The archive holds no edition yet.') : noneOf(archive, date);
      }),
  );
};

const tellEdition = (edition: Edition, publicUrl: string | undefined): z.infer<typeof output> => {
  const { date, title, signal, deepDives, patterns, alsoPublished } = edition;
  const paths = createPaths(publicUrl);
  return {
    date,
    title,
    ...(publicUrl !== undefined && { permalink: paths.absolute(paths.edition(date)) }),
    signal,
    deepDives: deepDives.map(entry => tellEntry(entry, date, publicUrl)),
    patterns,
    alsoPublished,
  };
};

/** Says which there are instead. */
const noneOf = async (archive: Archive, date: string): Promise<CallToolResult> => {
  const { before, after } = await neighboursOf(archive, date);
  const near = [before, after].filter(one => one !== null);
  return refused(
    near.length === 0
      ? 'The archive holds no edition yet.'
      : `There is no edition of ${date}. The nearest: ${near.join(' and ')}.`,
  );
};
