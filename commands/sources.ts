/** `/digest sources`: how each blog fared when it was last read. */
import { z } from 'zod';
import { type SourceHealth, sourceHealth } from '../src/archive/health.ts';
import { heading, type Inlines, paragraph } from '../src/chat/message.ts';
import { counted } from '../src/edition/counted.ts';
import { failureText, successText } from '../src/edition/source.ts';
import { defineCommand } from './command.ts';

const line = (source: SourceHealth): Inlines => {
  if (source.status !== 'failed') return [{ text: source.name }, { text: ` — ${successText(source)}` }];
  return [{ text: source.name, bold: true }, { text: ` — ${failureText(source)}` }];
};

export const sourcesCommand = defineCommand({
  name: 'sources',
  help: 'Shows how each blog fared when it was last read.',
  group: 'look-up',
  options: z.object({}),
  example: '',
  run: async (_, { archive }) => {
    const sources = await sourceHealth(archive);
    if (sources.length === 0) return { blocks: [paragraph('No source has been read yet.')] };
    return { blocks: [heading(2, counted(sources.length, 'source')), { kind: 'list', items: sources.map(line) }] };
  },
});
