/** What a feed may have at most: see `src/sources/feeds/limits.ts`. */
import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../src/edition/item.ts';
import { parseFeed } from '../../src/sources/feed.ts';
import { FeedError } from '../../src/sources/feeds/feed-error.ts';
import { entities, excessive, hostile } from '../../src/sources/feeds/limits.ts';

const url = 'https://feeds.example/feed';
const parse = (document: string): Feed => parseFeed(new TextEncoder().encode(document), { url });
const refusal = (document: string): string | undefined => {
  try {
    parse(document);
    return undefined;
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
};
const rss = (parts: string) => `<rss><channel><item><guid>a</guid>${parts}</item></channel></rss>`;
const json = (item: object) => JSON.stringify({ items: [{ id: 'a', ...item }] });

describe('beyond what no honest feed needs, a document is refused; at the limit it is read', () => {
  const elements = (count: number) => rss('<x/>'.repeat(count - 4));
  const deep = (depth: number) => rss(`${'<x>'.repeat(depth - 3)}${'</x>'.repeat(depth - 3)}`);
  const deepJson = (depth: number) => `{"items":[{"id":"a","x":${'['.repeat(depth - 3)}${']'.repeat(depth - 3)}}]}`;

  it.each([
    ['bytes', (most: number) => `${rss('')}${' '.repeat(most - rss('').length)}`, hostile.bytes, 'too-large'],
    ['elements', elements, hostile.elements, 'too-large'],
    ['depth', deep, hostile.depth, 'too-deep'],
    ['depth of JSON', deepJson, hostile.jsonDepth, 'too-deep'],
  ])('%s', (_, documentOf, most, code) => {
    expect(parse(documentOf(most)).items).toHaveLength(1);
    expect(refusal(documentOf(most + 1))).toBe(code);
  });

  it('brackets in strings of JSON nest nothing', () => {
    expect(parse(json({ title: `"${'['.repeat(500)}\\` })).items[0]?.title).toHaveLength(502);
  });
});

describe('what is too much is cut, and told of; the rest is kept', () => {
  it.each([
    ['RSS', `<rss><channel>${'<item><title>A</title></item>'.repeat(excessive.items + 1)}</channel></rss>`],
    ['Atom', `<feed>${'<entry><title>A</title></entry>'.repeat(excessive.items + 1)}</feed>`],
    ['JSON', JSON.stringify({ items: Array.from({ length: excessive.items + 1 }, () => ({ title: 'A' })) })],
  ])('items of %s', (_, document) => {
    expect(parse(document)).toMatchObject({ items: { length: excessive.items }, flaws: ['too-many-items'] });
  });

  /** Compared without being printed: what is compared is long. */
  const expectCut = ({ items, flaws }: Feed, expected: Partial<FeedItem>) => {
    const [item] = items;
    expect(item?.title).toBe('A');
    expect(flaws).toEqual(['field-cut']);
    expect(JSON.stringify({ ...item, ...expected }) === JSON.stringify(item)).toBe(true);
  };

  const people = Array.from({ length: excessive.names + 1 }, (_, index) => `Ada ${index}`);
  const firstPeople = people.slice(0, -1);
  const categories = people.map(name => `<category>${name}</category>`).join('');
  it.each([
    [
      'a content',
      `<description>${'x'.repeat(excessive.text + 1)}</description>`,
      { summary: 'x'.repeat(excessive.text) },
    ],
    [
      'an id',
      `<guid>${'x'.repeat(excessive.id + 1)}</guid><link>https://a.example/</link>`,
      { id: 'https://a.example/' },
    ],
    [
      'a category',
      `<category>${'x'.repeat(excessive.name + 1)}</category>`,
      { categories: ['x'.repeat(excessive.name)] },
    ],
    ['categories', categories, { categories: firstPeople }],
  ])('%s of XML', (_, parts, expected) => {
    expectCut(parse(`<rss><channel><item>${parts}<title>A</title></item></channel></rss>`), expected);
  });

  it.each([
    ['a content', { content_html: 'x'.repeat(excessive.text + 1) }, { content: 'x'.repeat(excessive.text) }],
    ['people', { authors: people.map(name => ({ name })) }, { authors: firstPeople }],
    ['tags', { tags: people }, { categories: firstPeople }],
  ])('%s of JSON', (_, parts, expected) => {
    expectCut(parse(json({ title: 'A', ...parts })), expected);
  });

  it('a text is cut before a tag that would be cut through, and never in half a character', () => {
    const long = (end: string) => json({ content_html: 'x'.repeat(excessive.text - 3) + end });
    expect(parse(long('<img src="a">')).items[0]?.content).toBe('x'.repeat(excessive.text - 3));
    expect(parse(long('ab🚀🚀')).items[0]?.content?.isWellFormed()).toBe(true);
  });

  it('attributes beyond the hundredth, and one that is too long, are left out', () => {
    const many = Array.from({ length: excessive.attributes }, (_, index) => `a${index}="1"`).join(' ');
    expect(parse(rss(`<link ${many} href="https://a.example/"/>`))).toMatchObject({
      items: [{ url: '' }],
      flaws: ['field-cut'],
    });
    const long = rss(`<link title="${'x'.repeat(excessive.attribute + 1)}" href="https://a.example/"/>`);
    expect(parse(long)).toMatchObject({ items: [{ url: 'https://a.example/' }], flaws: ['field-cut'] });
  });

  it('an address that is too long is none', () => {
    expect(parse(rss(`<link>https://a.example/${'x'.repeat(excessive.url)}</link>`)).items[0]?.url).toBe('');
  });
});

describe('entities', () => {
  const described = (declarations: string, text: string): Feed =>
    parse(`<!DOCTYPE rss [${declarations}]>${rss(`<description>${text}</description>`)}`);

  it('within the budget are replaced, and no flaw', () => {
    const feed = described('<!ENTITY a "ha">', '&a;&a;');
    expect(feed).toMatchObject({ items: [{ summary: 'haha' }] });
    expect(feed.flaws).toBeUndefined();
  });

  it('beyond the budget stay as they are written: a quadratic blow-up stays linear', () => {
    const feed = described(`<!ENTITY a "${'x'.repeat(1000)}">`, '&a;'.repeat(5000));
    expect(feed.items[0]?.summary?.length).toBeLessThan(entities.expansion + 1000 + '&a;'.length * 5000);
    expect(feed.flaws).toEqual(['refused-entities']);
  });

  it.each([
    ['of entities, which laugh a billion times', '<!ENTITY a "ha"><!ENTITY b "&a;&a;">', '&b;'],
    ['of a file', '<!ENTITY b SYSTEM "file:///etc/passwd">', '&b;'],
    ['of an address', '<!ENTITY b PUBLIC "x" "http://169.254.169.254/">', '&b;'],
    ['of mark-up', '<!ENTITY b "<script>x</script>">', '&b;'],
  ])('%s stay as they are written', (_, declarations, text) => {
    const feed = described(declarations, text);
    expect(feed.items[0]?.summary).toBe(text);
    expect(feed.flaws).toEqual(['refused-entities']);
  });

  it('that HTML knows by the same name are those of HTML', () => {
    const feed = described('<!ENTITY nbsp "&#160;">', 'a&nbsp;b');
    expect(feed).toMatchObject({ items: [{ summary: 'a\u00a0b' }] });
    expect(feed.flaws).toBeUndefined();
  });
});
