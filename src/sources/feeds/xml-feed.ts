/** Finds the feed in an XML text, and reads it. */
import type { Feed } from '../../edition/item.ts';
import { plainText } from '../text/plain-text.ts';
import { shownAddress } from '../text/shown-address.ts';
import { readAtom } from './atom.ts';
import { decoderFor } from './entities.ts';
import { FeedError } from './feed-error.ts';
import { type FeedRoot, findRoot } from './feed-root.ts';
import type { Note } from './flaws.ts';
import { readRss } from './rss.ts';
import { parseXml } from './xml.ts';

interface XmlFeed {
  readonly format: 'atom' | 'rss';
  readonly feed: Feed;
}

/**
 * The feed in a text that may be cut off, be followed by another, or have other things before it. Of two feeds the first is read, unless
 * it has no whole item.
 * @throws FeedError `html`, `not-a-feed`, `malformed`, `too-deep`, `too-large`
 */
export const readXmlFeed = (text: string, url: string, note: Note): XmlFeed => {
  const found = findRoot(text);
  if (found?.isFeed !== true) throw notAFeed(found, text, url);
  if (found.isPreceded) note('text-before');
  const first = readRoot(found, text, url, note);
  if (first === undefined) throw notAFeed(undefined, text, url);
  const another = first.rest.includes('<') ? findRoot(first.rest) : undefined;
  if (another?.isFeed === true) note('several-documents');
  if (!first.isComplete) note('cut-off');
  if (first.feed.items.length > 0) return first;
  const second = another?.isFeed === true ? readRoot(another, first.rest, url, note) : undefined;
  if (second !== undefined && second.feed.items.length > 0) return second;
  if (first.isComplete) return first;
  throw new FeedError(
    'malformed',
    `The feed at ${shownAddress(url)} breaks off before its first item is complete.`,
    url,
  );
};

const readRoot = ({ name, start, declarations }: FeedRoot, text: string, url: string, note: Note) => {
  const parsed = parseXml({ text, url, start, decode: decoderFor(declarations, note), note });
  if (parsed === undefined) return undefined;
  const { root, rest } = parsed;
  const isAtom = name === 'feed';
  const format: XmlFeed['format'] = isAtom ? 'atom' : 'rss';
  return { format, feed: (isAtom ? readAtom : readRss)(root, url, note), isComplete: root.complete, rest };
};

const notAFeed = (found: FeedRoot | undefined, text: string, url: string): FeedError => {
  const shown = shownAddress(url);
  if (found === undefined) {
    const isXml = text.trimStart().startsWith('<');
    return isXml
      ? new FeedError(
          'malformed',
          `XML without a single element at ${shown}: the feed is broken or was cut short.`,
          url,
        )
      : new FeedError('not-a-feed', `Neither XML nor JSON at ${shown}: check the address of the feed.`, url);
  }
  if (found.isPage) {
    const title = plainText(/<title[^<>]*>([^<]{0,200})/i.exec(text)?.[1] ?? '');
    const named = title === '' ? '' : ` ("${title}")`;
    return new FeedError(
      'html',
      `HTML page instead of a feed at ${shown}${named}: open the address in a browser.`,
      url,
    );
  }
  return new FeedError(
    'not-a-feed',
    `A document of <${found.name.slice(0, 50)}> at ${shown} is no feed: check the address.`,
    url,
  );
};
