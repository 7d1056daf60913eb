/** `search`: the words of `/digest`, on the command line. */
import { digestCommand } from '../../commands/digest.ts';
import type { Archive } from '../archive/archive.ts';
import { latestEdition } from '../archive/editions.ts';
import { search } from '../archive/search.ts';
import { renderMarkdown } from '../chat/markdown/render.ts';
import { localDate } from '../delivery/window.ts';
import { readOptions } from '../edition/option-words.ts';
import { checkOptions } from '../edition/options.ts';
import { lookUp, lookUpExample, queryOf, withDates } from '../edition/query.ts';
import { UsageError } from './errors.ts';
import type { SearchFormat } from './formats.ts';
import { createLocalAnswer } from './local-conversation.ts';
import { json, showMessage } from './output.ts';

/** Entries in the JSON form. */
const entriesAtMost = 100;

const timeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Throws QueryError for words that cannot be understood, UsageError where the archive is still empty. */
export const searchArchive = async (archive: Archive, words: string, format: SearchFormat): Promise<string> => {
  const options = withDates(readOptions(words, digestCommand.grammar), localDate(new Date().toISOString(), timeZone()));
  const query = queryOf(checkOptions(lookUp, options, lookUpExample));
  if (!(await latestEdition(archive))) {
    throw new UsageError(
      'The archive holds no edition yet. Build one first with `npm run digest build`, or look into the recorded day with --sample.',
    );
  }
  if (format === 'json') {
    const { total, isTotalExact, notes, entries } = await search(archive, query, { limit: entriesAtMost });
    return json({ query: words, total, isTotalExact, notes, entries });
  }
  const message = await createLocalAnswer(archive)(words);
  return format === 'md' ? renderMarkdown(message) : showMessage(message);
};
