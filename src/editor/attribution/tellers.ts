/** Of whom a blog tells: of its own work, of its customers, or of others. */
import { knownCompanies } from '../../edition/company.ts';
import type { Source, TellerKind } from '../../edition/source.ts';
import { catalogue } from '../../sources/catalogue.ts';

export interface Teller {
  readonly company: string;
  readonly kind: TellerKind;
}

const fold = (name: string): string => name.replaceAll('’', "'").trim().toLowerCase();

const canonicalNames: ReadonlyMap<string, string> = new Map(
  knownCompanies.flatMap(({ name, aliases, domains }) =>
    [name, ...aliases, ...domains].map(known => [fold(known), name]),
  ),
);

/** The blogs that we know, by folded name: an operator's list may say less of them. */
const knownBlogs: ReadonlyMap<string, Source> = new Map(catalogue.map(source => [fold(source.name), source]));

/** Words of a blog's name that are not its company's. */
const blogWords =
  /\b(?:the|official|engineering|engineers?|developers?|dev|tech|technology|research|product|and|open source|code|blog|news|hacks|labs)\b/gi;

const bare = (source: string): string =>
  source
    .replace(blogWords, ' ')
    .replace(/[^\p{L}\p{N}.'’&+-]+/gu, ' ')
    .trim();

/** A blog that nobody has described tells of its company's engineering, where it says so, and else of products. */
const kindByName = (source: string): TellerKind => (/engineering|tech\b/i.test(source) ? 'own' : 'vendor');

/** What a list of sources says of a blog. */
export type Publisher = Pick<Source, 'company' | 'tells'>;

/**
 * @param source name of the blog
 * @param publisher what the operator's list says of it; the company of a blog of ours stays as we have it
 */
export const tellerOf = (source: string, publisher?: Publisher): Teller => {
  const known = knownBlogs.get(fold(source));
  const company = known?.company ?? publisher?.company ?? (bare(source) || source);
  return {
    company: canonicalNames.get(fold(company)) ?? company,
    kind: publisher?.tells ?? known?.tells ?? kindByName(source),
  };
};

/** True for a blog that mostly reports on the work of others (ByteByteGo, InfoQ). */
export const isAggregator = ({ kind }: Teller): boolean => kind === 'news' || kind === 'explainer';
