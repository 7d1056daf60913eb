/** `/digest`: alone, the latest edition; with words, the entries of the archive that they ask for. */
import { latestEdition } from '../src/archive/editions.ts';
import type { FoundEntry } from '../src/archive/entries.ts';
import { type SearchResult, search } from '../src/archive/search.ts';
import { entryBlocks } from '../src/chat/edition-blocks.ts';
import { editionThread } from '../src/chat/edition-thread.ts';
import { type Block, context, heading, type Message, paragraph } from '../src/chat/message.ts';
import { parseQuery, QueryError } from '../src/edition/query.ts';
import type { Command, CommandContext } from './command.ts';

/** Entries in one answer: more would bury the channel. */
const shownAtMost = 5;

const datedEntry = (entry: FoundEntry): Block[] => entryBlocks(entry, `Edition of ${entry.edition}`);

const latest = async ({ archive }: CommandContext): Promise<Message> => {
  const edition = await latestEdition(archive);
  return edition
    ? editionThread(edition)
    : { blocks: [paragraph('There is no edition yet. The first one is built with `digest build`.')] };
};

const countLine = ({ total, isTotalExact }: SearchResult, words: string): string => {
  if (total === 0) return `No entry for ${words}`;
  if (total === 1) return `1 entry for ${words}`;
  return `${isTotalExact ? '' : 'More than '}${total} entries for ${words}`;
};

const lookUp = async (words: string, { archive }: CommandContext): Promise<Message> => {
  const result = await search(archive, parseQuery(words), { limit: shownAtMost });
  const { entries, notes } = result;
  const more =
    result.total > entries.length
      ? [context(`The first ${entries.length}: add a word, a theme or a date to narrow them.`)]
      : [];
  return {
    blocks: [heading(2, countLine(result, words)), ...notes.map(context), ...entries.flatMap(datedEntry), ...more],
  };
};

export const digestCommand: Command = {
  name: '',
  usage: '/digest [company:NAME] [theme:NAME] [source:NAME] [after:DATE] [before:DATE] [date:DATE] [words]',
  help: 'Finds entries in the archive; alone, shows the latest edition.',
  run: async (words, commandContext) => {
    if (words === '') return latest(commandContext);
    try {
      return await lookUp(words, commandContext);
    } catch (error) {
      if (error instanceof QueryError) return { blocks: [paragraph(error.message)] };
      throw error;
    }
  },
};
