/** The feed of editions: each is one item that has all of it. */
import type { WrittenEdition } from '../../archive/latest.ts';
import { nothingPublished } from '../../edition/edition.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import type { Addresses } from '../addresses.ts';
import { blocksHtml } from '../block-html.ts';
import { letterBlocks } from '../edition-letter.ts';
import { siteName } from '../layout.ts';
import type { Paths } from '../paths.ts';
import type { SiteFeed, SiteFeedItem } from './site-feed.ts';

export interface Place {
  readonly paths: Paths;
  readonly addresses: Addresses;
}

/** @param editions Newest first. */
export const editionFeed = async (editions: readonly WrittenEdition[], place: Place): Promise<SiteFeed> => {
  const { paths, addresses } = place;
  return {
    title: siteName,
    description: 'What engineering blogs told, digested once a day.',
    id: addresses.id(paths.latest),
    page: addresses.link(paths.latest),
    self: addresses.link(paths.at('/feed')),
    items: await Promise.all(editions.map(written => editionItem(written, place))),
  };
};

const editionItem = async (
  { edition, builtAt }: WrittenEdition,
  { paths, addresses }: Place,
): Promise<SiteFeedItem> => {
  const path = paths.edition(edition.date);
  const page = addresses.link(path);
  return {
    id: addresses.id(path),
    title: edition.title,
    url: page,
    page,
    author: siteName,
    published: builtAt,
    updated: builtAt,
    summary: edition.signal.headline || nothingPublished,
    html: (await blocksHtml(letterBlocks(edition))).toString(),
    // What several companies told of: all that anybody told of is half of the list.
    tags: edition.patterns.map(({ theme }) => ({ name: theme, label: labelOfTheme(theme) })),
  };
};
