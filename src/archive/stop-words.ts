/** Words of questions ("how do they scale kafka"), which tell nothing and would keep out entries that happen to lack them. */
import type { Term } from '../edition/query.ts';

const stopWords: ReadonlySet<string> = new Set(
  (
    'a about an and are as at be by can did do does for from had has have how i if in into is it its me my not of on or ' +
    'our show so than that the their them they this to us use was we were what when where which who why will with you'
  ).split(' '),
);

/** The terms that tell something, each once; all of them where none does. */
export const tellingTerms = (terms: readonly Term[]): readonly Term[] => {
  const distinct = [...new Map(terms.map(term => [`${term.kind} ${term.text.toLowerCase()}`, term])).values()];
  const telling = distinct.filter(({ text }) => !stopWords.has(text.toLowerCase()));
  return telling.length > 0 ? telling : distinct;
};
