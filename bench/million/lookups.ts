/** What people ask of an archive, and the same as one statement of its engine would be asked it. */
import { themes } from '../../src/edition/theme.ts';
import { type Day, daysOf, seeded, wordAt } from '../filled-archive.ts';
import { million } from './size.ts';

/** What the first page of a look-up comes from, where nothing is counted, spelt, completed or weighed. */
export type Plain =
  | { readonly by: 'label'; readonly kind: string; readonly label: string }
  | { readonly by: 'dates'; readonly from: string; readonly to: string }
  /** All of these; several words with spaces are a phrase, and one with a star begins a word. */
  | { readonly by: 'text'; readonly texts: readonly string[] };

export interface Lookup {
  readonly words: string;
  readonly plain: Plain;
}

/** Makes look-ups of one kind, each different from the one before. */
export interface KindOfLookup {
  readonly name: string;
  readonly next: () => Lookup;
}

const random = seeded(20_261_130);
const among = (count: number): number => Math.floor(random() * count);

/** A word as it occurs by chance, and those that nearly all entries and few entries have. */
const anyWord = (): string => wordAt(random() ** 4, million.vocabulary);
const frequentWord = (): string => wordAt(among(30) / million.vocabulary, million.vocabulary);
const rareWord = (): string => wordAt(0.5 + random() / 2, million.vocabulary);
const aCompany = (): string => `Company ${among(300)}`;
const aTheme = (): string => themes[among(themes.length)]?.slug ?? 'databases';
const aMonth = (): { readonly from: string; readonly to: string } => {
  const month = among(150);
  const first = (number: number): string => new Date(Date.UTC(2010, number, 1)).toISOString().slice(0, 10);
  return { from: first(month), to: first(month + 1) };
};

const byText = (...texts: readonly string[]): Lookup => ({
  words: texts.map(text => (text.includes(' ') ? `"${text}"` : text)).join(' '),
  plain: { by: 'text', texts },
});
const ofCompany = (company: string, ...words: readonly string[]): Lookup => ({
  words: [`company:"${company}"`, ...words].join(' '),
  plain: { by: 'label', kind: 'company', label: company },
});
const between = ({ from, to }: ReturnType<typeof aMonth>, ...words: readonly string[]): Lookup => ({
  words: [`after:${from} before:${to}`, ...words].join(' '),
  plain: { by: 'dates', from, to },
});

/** Days from which phrases are taken. */
const sampled = 50;

export const kindsOfLookup = (): readonly KindOfLookup[] => {
  const titles = firstDays(sampled).flatMap(({ deepDives }) => deepDives.map(({ title }) => title.split(' ')));
  const aPhrase = (): string => {
    const title = titles[among(titles.length)] ?? [];
    const place = among(title.length - 1);
    return title.slice(place, place + 2).join(' ');
  };
  return [
    { name: 'company', next: () => ofCompany(aCompany()) },
    { name: 'company and theme', next: () => ofCompany(aCompany(), `theme:${aTheme()}`) },
    { name: 'dates', next: () => between(aMonth()) },
    { name: 'dates and theme', next: () => between(aMonth(), `theme:${aTheme()}`) },
    { name: 'rare word', next: () => byText(rareWord()) },
    { name: 'any word', next: () => byText(anyWord()) },
    { name: 'frequent word', next: () => byText(frequentWord()) },
    { name: 'word of every entry', next: () => byText('everywhere') },
    { name: 'frequent and rare word', next: () => byText(frequentWord(), rareWord()) },
    { name: 'two words', next: () => byText(anyWord(), anyWord()) },
    { name: 'company and frequent word', next: () => ofCompany(aCompany(), frequentWord()) },
    { name: 'dates and frequent word', next: () => between(aMonth(), frequentWord()) },
    { name: 'phrase', next: () => byText(aPhrase()) },
    { name: 'phrase and word', next: () => byText(aPhrase(), anyWord()) },
    {
      name: 'beginning of a word',
      next: () => {
        const beginning = rareWord().slice(0, -1);
        return { words: beginning, plain: { by: 'text', texts: [`${beginning}*`] } };
      },
    },
    { name: 'misspelt company', next: () => ({ ...ofCompany('Cloudflare'), words: `company:cluodflare` }) },
    { name: 'nothing', next: () => byText(`q${rareWord()}`) },
    { name: 'nothing with a frequent word', next: () => byText(frequentWord(), `q${rareWord()}`) },
  ];
};

const firstDays = (count: number): readonly Day[] => {
  const days: Day[] = [];
  for (const day of daysOf(million)) {
    if (days.length === count) break;
    days.push(day);
  }
  return days;
};
