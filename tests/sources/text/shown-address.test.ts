import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/sources/article.ts';
import { parseFeed } from '../../../src/sources/feed.ts';
import { PageError } from '../../../src/sources/pages/page-error.ts';
import { shownAddress } from '../../../src/sources/text/shown-address.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const messageOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('Nothing was thrown.');
};

const url = `https://reader:pass@blog.example/${'x'.repeat(15_000)}?token=secret#fragment`;

describe('an address that is told of in a channel', () => {
  it.each([
    ['https://blog.example/feed', 'https://blog.example/feed'],
    ['https://blog.example/feed?token=secret', 'https://blog.example/feed'],
    ['https://reader:pass@blog.example/feed#top', 'https://blog.example/feed'],
    ['reader:pass@blog', '"…@blog"'],
    [`https://blog.example/${'x'.repeat(15_000)}`, `https://blog.example/${'x'.repeat(179)}…`],
  ])('%#: is without what may be private, and short', (given, shown) => {
    expect(shownAddress(given)).toBe(shown);
  });
});

describe('the footer of an edition shows no token of a private feed, and no address of 15,000 characters, where', () => {
  it.each<[string, () => unknown]>([
    ['the feed is empty', () => parseFeed(bytes(''), { url })],
    ['a page came in its place', () => parseFeed(bytes('<html><body>Log in</body></html>'), { url })],
    ['another document came', () => parseFeed(bytes(`<${'n'.repeat(15_000)}/>`), { url })],
    ['the XML is broken', () => parseFeed(bytes('<'), { url })],
    ['the XML breaks off', () => parseFeed(bytes('<rss><channel><item><title>'), { url })],
    ['it nests deep', () => parseFeed(bytes(`<rss>${'<a>'.repeat(1000)}`), { url })],
    ['it is no text of a feed', () => parseFeed(bytes('hello'), { url })],
    ['the JSON breaks off', () => parseFeed(bytes('{"version":'), { url })],
    ['the JSON nests deep', () => parseFeed(bytes(`{"items":${'['.repeat(1000)}`), { url })],
    ['the JSON lists nothing', () => parseFeed(bytes('{}'), { url })],
    [
      'a page has no links',
      () => {
        throw new PageError('no-links', url, 'has no links');
      },
    ],
    ['an article is none', () => extractArticle('%PDF-1.7', url)],
  ])('%s', (_, action) => {
    const message = messageOf(action);
    expect(message).toContain('blog.example');
    expect(message).not.toMatch(/secret|pass@/);
    expect(message.length).toBeLessThan(500);
  });
});
