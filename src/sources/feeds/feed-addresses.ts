/** Takes from the items of a document the address of a site as such, where most have it: it is that of none of their articles. */
import type { FeedItem } from '../../edition/item.ts';
import { canonicalUrl } from '../../edition/story.ts';

const isSite = ({ url }: FeedItem): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.pathname === '/' && parsed.search === '' && parsed.hash === '';
};

/** A story is known by its address, so that all of them would be one. A few may well tell of one site, as a list of links does. */
export const withoutSiteAddress = (items: readonly FeedItem[]): readonly FeedItem[] => {
  const atSites = [...Map.groupBy(items.filter(isSite), ({ url }) => canonicalUrl(url)).values()];
  const shared = new Set(atSites.find(alike => alike.length > 1 && alike.length > items.length / 2));
  return items.map(item => (shared.has(item) ? { ...item, url: '' } : item));
};
