/** States: what is said of a word beside what another sentence says, whatever denial or limit the two have in common. */
import { denierOf, isDeniedAlike } from './denials.ts';
import { shareKeys } from './meanings.ts';
import type { Polarity, Word } from './reading.ts';
import { fewestOthers } from './surroundings.ts';
import { wordsIn } from './word-set.ts';

/** What is done only to some is denied of all others. */
const exceptions = wordsIn(
  'only other others another else but except than outside beyond besides unless more any anything anyone all every new',
);
const limits = wordsIn('than until unless');
/** They deny a thing and not what is said of it: `a page without a price yields an error`. */
const thingDeniers = wordsIn('without no lacking');

/** Whether what is done only to something is told of just that by `others`: `trusts only the rooms you chose`. */
const isDoneOnlyTo = ({ place, polarity }: Word, words: readonly Word[], others: readonly Word[]): boolean =>
  polarity === 'open' &&
  words[place + 1]?.text === 'only' &&
  !others.some(({ text }) => exceptions.has(text)) &&
  words
    .slice(place + 2)
    .filter(({ content }) => content)
    .slice(0, fewestOthers)
    .every(word => others.some(other => shareKeys(word, other)));

/** What is said of a word beside what `others` say: a denial or a hedge that they share counts for nothing. */
export const stateOf = (word: Word, words: readonly Word[], others: readonly Word[]): Polarity => {
  if (isDoneOnlyTo(word, words, others)) return 'asserted';
  const [denier, by] = [denierOf(word, words), words[word.by]?.text ?? ''];
  const isShared = (text: string) => others.some(other => other.text === text);
  if (denier === undefined)
    return word.polarity === 'open' && word.by !== word.place && isShared(by) ? 'asserted' : word.polarity;
  if (word.rank > 0 && thingDeniers.has(by) && isDeniedAlike(denier, words, others)) return 'asserted';
  const isLimitedAlike = words.some(({ text }) => limits.has(text) && isShared(text));
  return word.polarity === 'open' && !isLimitedAlike ? 'open' : 'denied';
};
