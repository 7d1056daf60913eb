/** `/digest sources`: how each blog fared when it was last read. */
import { type SourceHealth, sourceHealth } from '../src/archive/health.ts';
import { heading, type Inlines, type Message, paragraph } from '../src/chat/message.ts';
import { counted } from '../src/edition/counted.ts';
import { failureText } from '../src/edition/source.ts';
import type { Command } from './command.ts';

const line = (source: SourceHealth): Inlines => {
  if (source.status !== 'failed') return [{ text: source.name }, { text: ` — ${counted(source.items, 'item')}` }];
  return [{ text: source.name, bold: true }, { text: ` — ${failureText(source)}` }];
};

export const sourcesCommand: Command = {
  name: 'sources',
  usage: '/digest sources',
  help: 'Shows how each blog fared when it was last read.',
  run: async (_, { archive }): Promise<Message> => {
    const sources = await sourceHealth(archive);
    if (sources.length === 0) return { blocks: [paragraph('No source has been read yet.')] };
    return { blocks: [heading(2, counted(sources.length, 'source')), { kind: 'list', items: sources.map(line) }] };
  },
};
