/** `companies` and `themes`: what one can ask for by name, and how much there is of it. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CountedLabel } from '../../archive/labels.ts';
import { type Block, heading, plain } from '../../chat/message.ts';
import { counted } from '../../edition/counted.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { answering, told } from './answers.ts';
import { reading, type ToolParts } from './tool.ts';

const entries = z.number().describe('How many entries there are.');

const companiesInput = z.object({
  limit: z.int().min(1).max(1_000).default(100).describe('The so many most frequent.'),
});
const companiesOutput = z.object({
  total: z.number().describe('Companies of which there is any entry.'),
  companies: z.array(z.object({ name: z.string(), entries })),
});

export const addCompaniesTool = (server: McpServer, { counts, logger }: ToolParts): void => {
  server.registerTool(
    'companies',
    {
      title: 'Companies',
      description: 'The companies that the archive tells of, the most frequent first. Search by company:NAME.',
      inputSchema: companiesInput,
      outputSchema: companiesOutput,
      annotations: reading,
    },
    ({ limit }) =>
      answering(logger, async () => {
        const all = await counts('company');
        const shown = all.slice(0, limit);
        const companies = shown.map(({ label, entries }) => ({ name: label, entries }));
        const title = counted(all.length, 'company', 'companies');
        return told(
          { total: all.length, companies },
          listOf(title, shown, label => label),
        );
      }),
  );
};

const themesOutput = z.object({
  themes: z.array(z.object({ slug: z.string(), label: z.string(), entries })),
});

export const addThemesTool = (server: McpServer, { counts, logger }: ToolParts): void => {
  server.registerTool(
    'themes',
    {
      title: 'Themes',
      description: 'The themes that the archive tells of, the most frequent first. Search by theme:SLUG.',
      inputSchema: z.object({}),
      outputSchema: themesOutput,
      annotations: reading,
    },
    () =>
      answering(logger, async () => {
        const all = await counts('theme');
        const themes = all.map(({ label, entries }) => ({ slug: label, label: labelOfTheme(label), entries }));
        const named = (slug: string): string => `${labelOfTheme(slug)} (${slug})`;
        return told({ themes }, listOf(counted(all.length, 'theme'), all, named));
      }),
  );
};

const listOf = (title: string, labels: readonly CountedLabel[], named: (label: string) => string): readonly Block[] => [
  heading(2, title),
  {
    kind: 'list',
    items: labels.map(({ label, entries }) => plain(`${named(label)}: ${counted(entries, 'entry', 'entries')}`)),
  },
];
