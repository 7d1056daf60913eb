/** The feed of a company or of a theme: each entry leads to the article that it tells. */
import type { FoundEntry } from '../../archive/entries.ts';
import type { KindOfLabel } from '../../archive/names.ts';
import { type Block, paragraph } from '../../chat/message.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import { blocksHtml } from '../block-html.ts';
import { siteName } from '../layout.ts';
import type { Place } from './edition-feed.ts';
import type { SiteFeed, SiteFeedItem } from './site-feed.ts';

/** Kinds that have a page, and so a feed. */
export type FollowedLabel = KindOfLabel & { readonly kind: 'company' | 'theme' };

/** @param entries Those of the label, newest first. */
export const entryFeed = async (
  { kind, label }: FollowedLabel,
  entries: readonly FoundEntry[],
  place: Place,
): Promise<SiteFeed> => {
  const { paths, addresses } = place;
  const path = kind === 'company' ? paths.company(label) : paths.theme(label);
  const shown = kind === 'company' ? label : labelOfTheme(label);
  return {
    title: `${shown} · ${siteName}`,
    description: `What was told of ${shown} in ${siteName}.`,
    id: addresses.id(path),
    page: addresses.link(path),
    self: `${addresses.link(path)}/feed`,
    items: await Promise.all(entries.map(entry => entryItem(entry, place))),
  };
};

const entryItem = async (entry: FoundEntry, { paths, addresses }: Place): Promise<SiteFeedItem> => {
  const path = paths.entry(entry.edition, entry.id);
  const page = addresses.link(path);
  const told: Block = {
    kind: 'context',
    content: [{ text: `${entry.company} · ${entry.source} · ` }, { text: `Edition of ${entry.edition}`, href: page }],
  };
  return {
    id: addresses.id(path),
    title: entry.title,
    url: entry.url,
    page,
    author: entry.source,
    published: entry.published,
    updated: entry.corrected ?? entry.published,
    summary: entry.body,
    html: (await blocksHtml([paragraph(entry.body), told])).toString(),
    tags: entry.themes.map(name => ({ name, label: labelOfTheme(name) })),
  };
};
