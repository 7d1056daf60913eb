/** A feed in each format that readers take. */
import type { SiteFeed } from './site-feed.ts';
import { soundFeed } from './site-feed.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeRss } from './write-rss.ts';

export interface FeedFormat {
  /** Of its address. */
  readonly ending: string;
  /** Its media type, with its charset. */
  readonly type: string;
  /** The whole document. The feed may hold any text. */
  write(feed: SiteFeed): string;
}

export const feedFormats: readonly FeedFormat[] = [
  { ending: '.rss', type: 'application/rss+xml; charset=utf-8', write: feed => writeRss(soundFeed(feed)) },
  { ending: '.atom', type: 'application/atom+xml; charset=utf-8', write: feed => writeAtom(soundFeed(feed)) },
  { ending: '.json', type: 'application/feed+json; charset=utf-8', write: feed => writeJsonFeed(soundFeed(feed)) },
];
