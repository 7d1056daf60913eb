/**
 * Support: whether the entries that an overview cites say what one of its sentences says, and each of the company of which
 * the sentence says it. The rules of `checkGrounding` hold; what is added to them is that a sentence may draw on several
 * entries, as a pattern does, and that nothing one company did may be put down to another.
 */
import type { Entry } from '../../edition/edition.ts';
import { checkGrounding, type Grounding } from '../grounding.ts';
import { splitSentences } from '../language/sentences.ts';
import { contentStems } from '../language/words.ts';
import { attributionsIn, companiesIn } from './attributions.ts';
import { companiesOf, companiesToldOf, oneName, withPronouns } from './companies.ts';

/** A sentence of fewer words that carry meaning says too little to be looked up; so does a clause, which is left with its sentence. */
const fewestInSentence = 3;
const fewestInClause = 4;

const textOf = ({ title, company, body }: Entry): string => [title, company, ...splitSentences(body)].join('\n');

/** The sentence of an entry that shares most words with `stems`. */
const closestIn = ({ title, body }: Entry, stems: ReadonlySet<string>): string =>
  [...splitSentences(body), title]
    .map(sentence => ({ sentence, shared: stems.intersection(new Set(contentStems(sentence))).size }))
    .reduce((a, b) => (b.shared > a.shared ? b : a)).sentence;

/**
 * The texts that may support `sentence`: each entry's, all of them, and all of them behind the sentence of each that comes
 * closest to it, so that what stands in several entries makes one passage.
 */
const textsFor = (sentence: string, entries: readonly Entry[]): readonly string[] => {
  const whole = entries.map(textOf);
  if (entries.length < 2) return whole;
  const stems = new Set(contentStems(sentence));
  const names = [...new Set(entries.map(({ company }) => company))].join(', ');
  const closest = entries.map(entry => closestIn(entry, stems));
  return [...whole, whole.join('\n'), [names, ...closest, ...whole].join('\n')];
};

/**
 * The verdict of the text that supports `sentence` best. The names of the companies count neither for it nor against it: they
 * stand in every sentence, where the entry itself has “we” or the name of a product.
 */
const against = (sentence: string, entries: readonly Entry[], fewest = fewestInSentence): Grounding => {
  const texts = textsFor(sentence, entries);
  const claim = withPronouns(sentence, entries);
  const quoted = claim.startsWith('it: ') ? sentence.slice(sentence.indexOf(': ') + 2) : sentence;
  if (texts.some(text => text.includes(quoted))) return { supported: true, missing: [] };
  if (contentStems(claim).length < fewest) return { supported: false, missing: [sentence] };
  const [best] = texts.map(text => checkGrounding(claim, text)).sort((a, b) => a.missing.length - b.missing.length);
  return best ?? { supported: false, missing: [sentence] };
};

const isPlain = (word: string): boolean => !/[\p{Lu}\p{N}]/u.test(word);

/** What a part of a sentence says of its companies and none of their entries says. */
const misattributed = (sentence: string, cited: readonly Entry[]): readonly string[] =>
  attributionsIn(sentence, cited).flatMap(({ text, companies }) => {
    const own = cited.filter(({ company }) => companies.has(oneName(company)));
    const { supported, missing } = against(text, own, 1);
    if (supported) return [];
    return contentStems(text).length < fewestInClause ? missing.filter(word => !isPlain(word)) : missing;
  });

/** Whether `cited` supports `sentence`: where it names companies of theirs, the entries of these alone. */
export const checkSupport = (sentence: string, cited: readonly Entry[]): Grounding => {
  const told = companiesIn(sentence, cited);
  const own = told.size === 0 ? cited : cited.filter(({ company }) => told.has(oneName(company)));
  const verdict = against(sentence, own);
  if (!verdict.supported || told.size < 2) return verdict;
  const missing = [...new Set(misattributed(sentence, own))];
  return { supported: missing.length === 0, missing };
};

/** Whether `sentence` tells of `entry`: it names the company, or says what this entry alone supports. */
export const tellsOf = (sentence: string, entry: Entry): boolean =>
  companiesToldOf(sentence, [entry]).size > 0 || against(sentence, [entry]).supported;

/** How many companies `entries` are of. */
export const companyCount = (entries: readonly Entry[]): number => companiesOf(entries).size;
