/**
 * The words of all entries, to complete what a reader began to type. The engines' indexes know stems only, and the stem
 * of a word (`replic`) can be shorter than what was typed of it (`replicat`).
 */
import type { Kysely } from 'kysely';
import type { Entry } from '../edition/edition.ts';
import { inBatches } from './batches.ts';
import type { Tables } from './tables.ts';

/** Fewer letters begin too many words. */
const shortestBeginning = 3;
const mostCompletions = 20;
/** Anything longer is a hash or a link. */
const longestWord = 40;

/** Keeps the words of these entries. */
export const recordWords = async (db: Kysely<Tables>, entries: readonly Entry[]): Promise<void> => {
  const words = new Set(
    entries.flatMap(({ title, body, company }) => foldedWords(`${title} ${body} ${company}`)).filter(isCompletion),
  );
  for (const batch of inBatches([...words])) {
    await db
      .insertInto('words')
      .values(batch.map(word => ({ word })))
      .onConflict(conflict => conflict.doNothing())
      .execute();
  }
};

/** Words of entries that begin as `beginning` does, the shortest first; none where it is too short or several words. */
export const wordsBeginning = async (db: Kysely<Tables>, beginning: string): Promise<readonly string[]> => {
  const [folded = '', ...more] = foldedWords(beginning);
  if (folded.length < shortestBeginning || more.length > 0) return [];
  const rows = await db
    .selectFrom('words')
    .select('word')
    .where('word', '>', folded)
    .where('word', '<', `${folded}\u{10ffff}`)
    .orderBy(row => row.fn('length', ['word']))
    .orderBy('word')
    .limit(mostCompletions)
    .execute();
  return rows.map(({ word }) => word);
};

const isCompletion = (word: string): boolean => word.length > shortestBeginning && word.length <= longestWord;

/** Words in lower case and without accents, as the indexes compare them. */
const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
