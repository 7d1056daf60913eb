/** One entry for one story: merges the day's articles across feeds and picks the telling to keep. */
import type { Article } from '../../edition/article.ts';
import type { Source } from '../../edition/source.ts';
import { canonicalUrl, storyId } from '../../edition/story.ts';
import { isAggregator, tellerOf } from '../attribution/tellers.ts';
import { addressOf, type Bond, type BondKind, findBonds, type Telling } from './same-story.ts';

/** A telling that gave way to another of the same story, and the sign by which they were known as one. */
export interface OtherTelling extends Telling {
  readonly kind: BondKind;
}

/** One story of the day: the telling that is kept, and the others. */
export interface Story extends Telling {
  /** Derived from the canonical address of the kept telling, so the same in each rebuild. */
  readonly id: string;
  readonly others: readonly OtherTelling[];
}

/** Order in which articles are listed wherever nothing else decides: earliest first, undated last, then by address. */
export const byPublication = (a: Article, b: Article): number =>
  compareText(a.published ?? '~', b.published ?? '~') ||
  compareText(a.url, b.url) ||
  compareText(a.source, b.source) ||
  compareText(a.item.id, b.item.id) ||
  compareText(a.title, b.title) ||
  compareText(a.text, b.text);

/** By code unit: unlike `localeCompare`, the same on every machine. */
const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** 0 for the company that the story is about, 1 for another blog of its own voice, 2 for an aggregator. */
const distanceFrom = (companies: ReadonlySet<string>, { teller, aggregator }: Telling): number => {
  if (aggregator) return 2;
  return companies.has(teller) ? 0 : 1;
};

/** True for a page that names another address as its own (`rel=canonical`): a copy by its own account. */
const isCopy = ({ article }: Telling): boolean => addressOf(article) !== canonicalUrl(article.url);

/**
 * The telling to keep: one that could be read in full before one that could not, since no other can carry a Deep Dive;
 * then one that is no copy, then the originating company's, then any blog's before an aggregator's, then the earliest.
 */
const originalFirst = (tellings: readonly Telling[]): readonly Telling[] => {
  const companies = new Set(tellings.map(telling => telling.company));
  const incomplete = ({ article }: Telling): number => (article.completeness === 'full' ? 0 : 1);
  return tellings.toSorted(
    (a, b) =>
      incomplete(a) - incomplete(b) ||
      Number(isCopy(a)) - Number(isCopy(b)) ||
      distanceFrom(companies, a) - distanceFrom(companies, b) ||
      byPublication(a.article, b.article),
  );
};

type Neighbours = ReadonlyMap<Telling, readonly { readonly telling: Telling; readonly kind: BondKind }[]>;

const neighboursOf = (bonds: readonly Bond[]): Neighbours => {
  const ends = bonds.flatMap(({ pair: [a, b], kind }) => [
    { from: a, telling: b, kind },
    { from: b, telling: a, kind },
  ]);
  return Map.groupBy(ends, end => end.from);
};

/** Everything that bonds lead to from `start`, itself first, with the bond that led there; surest bonds first. */
const reachableFrom = (start: Telling, neighbours: Neighbours): ReadonlyMap<Telling, BondKind | undefined> => {
  const reached = new Map<Telling, BondKind | undefined>([[start, undefined]]);
  // The walk over a Map also comes by what is added to it on the way.
  for (const telling of reached.keys()) {
    for (const { telling: neighbour, kind } of neighbours.get(telling) ?? []) {
      if (!reached.has(neighbour)) reached.set(neighbour, kind);
    }
  }
  return reached;
};

/**
 * Merges the articles that tell one story. Every article is in exactly one story, as the telling that is kept or among
 * the others; the order of `articles` makes no difference.
 *
 * @param companyOf names the company that an article is about.
 */
export const mergeStories = (
  articles: readonly Article[],
  { catalogue, companyOf }: { readonly catalogue: readonly Source[]; readonly companyOf: (article: Article) => string },
): readonly Story[] => {
  const sources = new Map(catalogue.map(source => [source.name, source]));
  const tellings = articles.toSorted(byPublication).map((article): Telling => {
    const teller = tellerOf(article.source, sources.get(article.source));
    return { article, company: companyOf(article), teller: teller.company, aggregator: isAggregator(teller) };
  });
  const neighbours = neighboursOf(findBonds(tellings));
  const placed = new Set<Telling>();
  return tellings.flatMap(telling => {
    if (placed.has(telling)) return [];
    const group = [...reachableFrom(telling, neighbours).keys()];
    for (const member of group) placed.add(member);
    const [kept = telling] = originalFirst(group);
    const others = [...reachableFrom(kept, neighbours)].flatMap(([other, kind]) =>
      kind === undefined ? [] : [{ ...other, kind }],
    );
    return [{ ...kept, id: storyId(addressOf(kept.article)), others }];
  });
};
