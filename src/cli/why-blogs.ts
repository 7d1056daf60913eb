/** Which blogs of the list an address may be of, and how they fared. */
import type { SourceHealth } from '../archive/health.ts';
import type { Source } from '../edition/source.ts';
import { canonicalUrl } from '../edition/story.ts';

export interface Blog {
  readonly name: string;
  readonly site: string;
  /** Absent where it was never read. */
  readonly health?: SourceHealth;
}

/** Those at the address of whose site it stands; where it is under none, as on sites with many blogs, those at its host. */
export const blogsAt = (url: string, sources: readonly Source[], healths: readonly SourceHealth[]): readonly Blog[] => {
  const atHost = sources.filter(({ site, feeds }) => [site, ...feeds].some(one => hostOf(one) === hostOf(url)));
  const atSite = atHost.filter(({ site }) => `${canonicalUrl(url)}/`.startsWith(`${canonicalUrl(site)}/`));
  const byName = new Map(healths.map(health => [health.name, health]));
  return (atSite.length > 0 ? atSite : atHost).map(({ name, site }) => {
    const health = byName.get(name);
    return { name, site, ...(health && { health }) };
  });
};

const hostOf = (url: string): string | undefined => URL.parse(canonicalUrl(url))?.host;
