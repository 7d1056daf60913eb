/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { generateJsonFeed } from 'feedsmith';
import { language, type SiteFeed, type SiteFeedItem } from './site-feed.ts';

/** @param feed Of sound texts. */
export const writeJsonFeed = ({ title, description, page, self, items }: SiteFeed): string =>
  JSON.stringify(
    Object.assign(
      // The generator leaves an empty list out, which the format does not allow.
      { items: [] },
      generateJsonFeed({
        title,
        description,
        home_page_url: page,
        feed_url: `${self}.json`,
        language,
        items: items.map(jsonItem),
      }),
    ),
  );

const jsonItem = ({ id, title, url, page, author, published, updated, summary, html, tags }: SiteFeedItem) => ({
  id,
  url: page,
  ...(url !== page && { external_url: url }),
  title,
  content_html: html,
  summary,
  date_published: published,
  date_modified: updated,
  authors: [{ name: author }],
  tags: tags.map(({ label }) => label),
});
