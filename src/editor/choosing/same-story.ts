/** Which of the day's articles tell one story, and by what sign: the bonds that `mergeStories` follows. */
import { Parser } from 'htmlparser2';
import type { Article } from '../../edition/article.ts';
import { day } from '../../edition/duration.ts';
import { canonicalUrl, type Fingerprint, fingerprint, similarity } from '../../edition/story.ts';
import { normaliseTitle } from '../../edition/words.ts';
import { contentStems } from '../language/words.ts';

/** Signs that two articles tell one story, surest first. */
const bondKinds = ['same address', 'same text', 'same headline', 'retold'] as const;
export type BondKind = (typeof bondKinds)[number];

/** An article, who tells it and whom it is about. */
export interface Telling {
  readonly article: Article;
  /** Company that the story is about. */
  readonly company: string;
  /** Company whose blog tells it. */
  readonly teller: string;
  /** True where that blog mostly reports on the work of others. */
  readonly aggregator: boolean;
}

/** Two tellings of one story, and the sign by which they are known as one. */
export interface Bond {
  readonly pair: Pair<Telling>;
  readonly kind: BondKind;
}

type Pair<Value> = readonly [Value, Value];

/** What of a telling is compared. */
interface Trait {
  readonly telling: Telling;
  readonly addresses: readonly string[];
  readonly sketch: Fingerprint;
  /** The whole headline, and where it has a subtitle, the headline without it; as sorted stems. */
  readonly headline: string;
  readonly shortHeadline: string;
}

/** Two texts that share this much of their three-word runs are copies; another report of the same facts shares under 0.1. */
const copyShare = 0.6;
/** Shorter texts are often a blog's boilerplate ("Read the full post on our site"). */
const leastRuns = 40;
/** Copies that share `copyShare` agree on at least one of so many lowest hashes, all but one pair in a million. */
const blockingHashes = 16;
/** A shorter headline ("Release notes", "What's new") names no story. */
const leastHeadlineStems = 3;
/** So many words, beside the company's name, must a report's headline share with that of the article it links to. */
const leastSharedStems = 2;

/** A headline as a key; empty where it is too short to name a story. */
const headlineKey = (title: string): string => {
  const stems = [...new Set(contentStems(title))];
  return stems.length < leastHeadlineStems ? '' : stems.sort().join(' ');
};

const withoutSubtitle = (title: string): string => title.split(/: | [|–—-] /, 1).join('');

/**
 * The page's own word on its address (`rel=canonical`), in canonical spelling; else the address it was read from. A page
 * that names its site's root or its own section, as some blogs do on every page, is set up wrongly and not believed.
 */
export const addressOf = ({ url, canonical = '' }: Article): string => {
  const [read, declared] = [canonicalUrl(url), canonicalUrl(canonical)];
  const path = URL.parse(declared)?.pathname ?? '/';
  return path === '/' || read.startsWith(`${declared}/`) ? read : declared;
};

/** Every address by which an article is known. */
export const addressesOf = (article: Article): readonly string[] => [
  ...new Set([addressOf(article), canonicalUrl(article.url)].filter(address => address !== '')),
];

const traitOf = (telling: Telling): Trait => ({
  telling,
  addresses: addressesOf(telling.article),
  sketch: fingerprint(telling.article.text),
  headline: headlineKey(telling.article.title),
  shortHeadline: headlineKey(withoutSubtitle(telling.article.title)),
});

/** Every two values that have a key in common, once. */
const pairsSharing = <Value>(
  values: readonly Value[],
  keysOf: (value: Value) => Iterable<string | number>,
): readonly Pair<Value>[] => {
  const holders = new Map<string | number, Set<Value>>();
  return values.flatMap(value => {
    const earlier = new Set<Value>();
    for (const key of new Set(keysOf(value))) {
      const holding = holders.get(key) ?? new Set();
      for (const holder of holding) earlier.add(holder);
      holders.set(key, holding.add(value));
    }
    earlier.delete(value);
    return Array.from(earlier, (holder): Pair<Value> => [holder, value]);
  });
};

/** "Part 1" and "Part 2", 16.1 and 16.2: headlines that tell instalments of one series apart. */
const differInNumbers = (a: string, b: string): boolean => {
  const number = /\p{N}+/gu;
  const [left, right] = [normaliseTitle(a), normaliseTitle(b)];
  return left !== right && left.replace(number, '#') === right.replace(number, '#');
};

const areCopies = ([a, b]: Pair<Trait>): boolean =>
  Math.min(a.sketch.length, b.sketch.length) >= leastRuns &&
  !differInNumbers(a.telling.article.title, b.telling.article.title) &&
  similarity(a.sketch, b.sketch) >= copyShare;

const withinADay = (a: Article, b: Article): boolean => {
  // An article without a date was first seen in the window that is being edited, like the others.
  if (a.published === undefined || b.published === undefined) return true;
  return Math.abs(Date.parse(a.published) - Date.parse(b.published)) <= day;
};

/** Two blogs, one company, one day, one headline; a subtitle may be missing from one of them. */
const haveOneHeadline = ([a, b]: Pair<Trait>): boolean =>
  a.telling.article.source !== b.telling.article.source &&
  withinADay(a.telling.article, b.telling.article) &&
  !differInNumbers(a.telling.article.title, b.telling.article.title) &&
  (a.headline === b.headline || a.headline === b.shortHeadline || a.shortHeadline === b.headline);

const headlineKeys = ({ telling, headline, shortHeadline }: Trait): readonly string[] =>
  [headline, shortHeadline].filter(key => key !== '').map(key => `${telling.company}\n${key}`);

const linksOf = (html: string): readonly string[] => {
  const links: string[] = [];
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === 'a' && href !== undefined) links.push(canonicalUrl(href));
    },
  });
  parser.end(html);
  return links;
};

/** Stems that the headlines of two tellings share, those of the company's name left out: it is in every headline. */
const sharedStems = (report: Telling, original: Telling): number => {
  const name = new Set(contentStems(report.company));
  const stems = new Set(contentStems(original.article.title));
  return [...new Set(contentStems(report.article.title))].filter(stem => stems.has(stem) && !name.has(stem)).length;
};

const isOriginalOf = (original: Telling, report: Telling): boolean =>
  !original.aggregator && original.teller === report.company;

/**
 * An aggregator's report and the company's own article that it links to, where their headlines agree. A report has one
 * original at most, the one with most in common: a round-up must not draw all that it links to into one story.
 */
const reportsOfOriginals = (traits: readonly Trait[]): readonly Pair<Trait>[] => {
  const holders = new Map(traits.flatMap(trait => trait.addresses.map(address => [address, trait])));
  return traits.flatMap(report => {
    if (!report.telling.aggregator) return [];
    const [best] = linksOf(report.telling.article.html)
      .flatMap(link => holders.get(link) ?? [])
      .filter(original => isOriginalOf(original.telling, report.telling))
      .map(original => ({ original, shared: sharedStems(report.telling, original.telling) }))
      .filter(({ shared }) => shared >= leastSharedStems)
      .toSorted((a, b) => b.shared - a.shared);
    return best === undefined ? [] : [[report, best.original]];
  });
};

/** All bonds between the tellings, surest kind first. Only those that have a key in common are compared. */
export const findBonds = (tellings: readonly Telling[]): readonly Bond[] => {
  const traits = tellings.map(traitOf);
  const pairsByKind: Readonly<Record<BondKind, readonly Pair<Trait>[]>> = {
    'same address': pairsSharing(traits, trait => trait.addresses),
    'same text': pairsSharing(traits, trait => trait.sketch.slice(0, blockingHashes)).filter(areCopies),
    'same headline': pairsSharing(traits, headlineKeys).filter(haveOneHeadline),
    retold: reportsOfOriginals(traits),
  };
  return bondKinds.flatMap(kind => pairsByKind[kind].map(([a, b]): Bond => ({ pair: [a.telling, b.telling], kind })));
};
