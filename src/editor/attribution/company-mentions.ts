/** Finds the names that we know, and of which company they are, among the words of a text. */
import { type KnownCompany, knownCompanies } from '../../edition/company.ts';
import { isCapitalised, isJoined, type Word, wordsOfHeadline } from './headline.ts';

/** A known name that stands in a text. */
export interface Mention {
  readonly company: string;
  /** A `product` stands for its company, but does not act as one. */
  readonly kind: KnownCompany['kind'] | 'product';
  /** True where the name is also an ordinary word (Target, Go). */
  readonly ordinary: boolean;
  /** Index of its first word, and of the word after its last. */
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
}

interface Name {
  readonly company: string;
  readonly kind: Mention['kind'];
  readonly ordinary: boolean;
  readonly spelling: string;
  readonly keys: readonly string[];
}

const keysOf = (name: string): string[] => wordsOfHeadline(name).map(({ raw }) => raw.toLowerCase());

const namesOf = ({ name, aliases, products, kind, ordinaryWords }: KnownCompany): Name[] => {
  const named = (spelling: string, as: Mention['kind']): Name => ({
    company: name,
    kind: as,
    ordinary: ordinaryWords.includes(spelling),
    spelling,
    keys: keysOf(spelling),
  });
  return [
    ...[name, ...aliases].map(spelling => named(spelling, kind)),
    ...products.map(part => named(part, 'product')),
  ];
};

/** Names by their first word, the longest first. */
const index: ReadonlyMap<string, readonly Name[]> = Map.groupBy(
  knownCompanies.flatMap(namesOf).sort((a, b) => b.keys.length - a.keys.length),
  ({ keys }) => keys[0] ?? '',
);

/** Short names in capitals (ING, SAP) are words when they are not; names that begin small (npm) are taken as they are spelt. */
const isSpeltAs = ({ spelling }: Name, word: Word): boolean => {
  if (/^\p{Lu}{2,4}$/u.test(spelling)) return word.text === spelling;
  return isCapitalised(word) || spelling.startsWith(word.text);
};

const keyMatches = (key: string, word: Word | undefined): word is Word =>
  word !== undefined && (key === word.lower || key === word.raw.toLowerCase());

const matchAt = (words: readonly Word[], start: number): Mention | undefined => {
  const first = words[start];
  if (!first) return undefined;
  const named = [
    ...(index.get(first.raw.toLowerCase()) ?? []),
    ...(first.possessive ? (index.get(first.lower) ?? []) : []),
  ];
  const name = named.find(
    candidate =>
      isSpeltAs(candidate, first) &&
      candidate.keys.every(
        (key, offset) =>
          keyMatches(key, words[start + offset]) && (offset === 0 || isJoined(words[start + offset]) || key === '&'),
      ),
  );
  if (!name) return undefined;
  const end = start + name.keys.length;
  const last = words[end - 1];
  const possessive = last?.possessive === true && last.raw.toLowerCase() !== name.keys.at(-1);
  return { company: name.company, kind: name.kind, ordinary: name.ordinary, start, end, possessive };
};

/** @returns what is mentioned, none overlapping, by the index of its first word; linear in the number of words */
export const findMentions = (words: readonly Word[]): Map<number, Mention> => {
  const mentions = new Map<number, Mention>();
  for (let start = 0; start < words.length; ) {
    const mention = matchAt(words, start);
    if (mention) mentions.set(start, mention);
    start = mention?.end ?? start + 1;
  }
  return mentions;
};

/** The names that stand in `text`, in its order. */
export const namesIn = (text: string): readonly Mention[] => [...findMentions(wordsOfHeadline(text)).values()];

/** The company of which `name` is a name, where it is one and nothing else; as readers see it. */
export const namedCompany = (name: string): string | undefined => {
  const words = wordsOfHeadline(name);
  const mention = findMentions(words).get(0);
  return mention?.end === words.length && mention.kind !== 'product' ? mention.company : undefined;
};
