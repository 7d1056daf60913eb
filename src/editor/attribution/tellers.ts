/** Of whom a blog tells: of its own work, of its customers, or of others. */
import { knownCompanies } from '../../edition/company.ts';
import type { Source } from '../../edition/source.ts';

/**
 * - `own`: its company's own work, whatever technology it names
 * - `vendor`: its own products, and the customers that use them
 * - `news`: other companies' and projects' news
 * - `explainer`: other companies' systems, and how technologies work in general
 * - `essays`: its authors' opinions, now and then on one company
 */
export type TellerKind = 'own' | 'vendor' | 'news' | 'explainer' | 'essays';

export interface Teller {
  readonly company: string;
  readonly kind: TellerKind;
}

const tellers: ReadonlyMap<string, Teller> = new Map([
  ['airbnb engineering', { company: 'Airbnb', kind: 'own' }],
  ['amazon aws ai blog', { company: 'AWS', kind: 'vendor' }],
  ['aws architecture blog', { company: 'AWS', kind: 'vendor' }],
  ['aws open source blog', { company: 'AWS', kind: 'vendor' }],
  ['brettterpstra.com', { company: 'BrettTerpstra.com', kind: 'own' }],
  ['bytebytego', { company: 'ByteByteGo', kind: 'explainer' }],
  ['cloudflare', { company: 'Cloudflare', kind: 'own' }],
  ['dropbox tech blog', { company: 'Dropbox', kind: 'own' }],
  ['facebook code', { company: 'Meta', kind: 'own' }],
  ['github engineering', { company: 'GitHub', kind: 'own' }],
  ['google ai blog', { company: 'Google', kind: 'own' }],
  ['google deepmind', { company: 'Google DeepMind', kind: 'own' }],
  ['google open source blog', { company: 'Google', kind: 'own' }],
  ['hashicorp blog', { company: 'HashiCorp', kind: 'vendor' }],
  ['infoq', { company: 'InfoQ', kind: 'news' }],
  ['spotify engineering', { company: 'Spotify', kind: 'own' }],
  ['microsoft research', { company: 'Microsoft', kind: 'own' }],
  ['mozilla hacks', { company: 'Mozilla', kind: 'own' }],
  ['netflix tech blog', { company: 'Netflix', kind: 'own' }],
  ['nvidia blog', { company: 'NVIDIA', kind: 'vendor' }],
  ["o'reilly radar", { company: "O'Reilly", kind: 'essays' }],
  ['openai blog', { company: 'OpenAI', kind: 'vendor' }],
  ['soundcloud backstage blog', { company: 'SoundCloud', kind: 'own' }],
  ['stripe blog', { company: 'Stripe', kind: 'vendor' }],
  ['the batch | deeplearning.ai | ai news & insights', { company: 'DeepLearning.AI', kind: 'news' }],
  ['the dropbox blog', { company: 'Dropbox', kind: 'own' }],
  ['the github blog', { company: 'GitHub', kind: 'vendor' }],
  ['the netflix tech blog', { company: 'Netflix', kind: 'own' }],
  ['the official microsoft blog', { company: 'Microsoft', kind: 'vendor' }],
  ['vercel blog', { company: 'Vercel', kind: 'vendor' }],
  ['yelp engineering and product blog', { company: 'Yelp', kind: 'own' }],
] as const satisfies readonly (readonly [string, Teller])[]);

const fold = (name: string): string => name.replaceAll('’', "'").trim().toLowerCase();

const canonicalNames: ReadonlyMap<string, string> = new Map(
  knownCompanies.flatMap(({ name, aliases, domains }) =>
    [name, ...aliases, ...domains].map(known => [fold(known), name]),
  ),
);

/** Words of a blog's name that are not its company's. */
const blogWords =
  /\b(?:the|official|engineering|engineers?|developers?|dev|tech|technology|research|product|and|open source|code|blog|news|hacks|labs)\b/gi;

const bare = (source: string): string =>
  source
    .replace(blogWords, ' ')
    .replace(/[^\p{L}\p{N}.'’&+-]+/gu, ' ')
    .trim();

/**
 * @param source name of the blog
 * @param publisher what the catalogue knows of a blog, for those that an operator added; a name of ours stays as we spell it
 */
export const tellerOf = (source: string, publisher?: Pick<Source, 'company' | 'aggregator'>): Teller => {
  const teller = tellers.get(fold(source));
  if (teller) return teller;
  const name = publisher?.company ?? (bare(source) || source);
  const company = canonicalNames.get(fold(name)) ?? name;
  if (publisher?.aggregator) return { company, kind: 'news' };
  return { company, kind: /engineering|tech\b/i.test(source) ? 'own' : 'vendor' };
};
