/** Truncated, doubled, mixed and lying documents: what can be read is read, and what is wrong is told. */
import { describe, expect, it } from 'vitest';
import { flawText } from '../../src/edition/flaw.ts';
import type { Feed } from '../../src/edition/item.ts';
import { type SourceStatus, successText } from '../../src/edition/source.ts';
import { parseFeed } from '../../src/sources/feed.ts';
import { encodeAs } from './encode-as.ts';

const url = 'https://feeds.example/feed';
const utf8 = (text: string) => new TextEncoder().encode(text);
const parse = (document: string | Uint8Array, contentType?: string): Feed =>
  parseFeed(typeof document === 'string' ? utf8(document) : document, { url, contentType });

const item = (id: string, title = id) => `<item><guid>${id}</guid><title>${title}</title></item>`;
const rss = (items: string, before = '') => `${before}<rss><channel><title>Blog</title>${items}</channel></rss>`;
const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Other</title><entry><id>b</id></entry></feed>';
const titlesOf = (feed: Feed) => feed.items.map(({ title }) => title);
const idsOf = (feed: Feed) => feed.items.map(({ id }) => id);

describe('a document without a fault has no flaw', () => {
  it.each([
    ['RSS', rss(item('a'))],
    [
      'RSS after its declaration, a comment and a style sheet',
      rss(item('a'), '<?xml version="1.0"?><!-- x --><?xml-stylesheet href="a"?>'),
    ],
    ['RSS after a blank line', rss(item('a'), '\n\n<?xml version="1.0"?>')],
    [
      'RSS with a DOCTYPE that defines entities',
      rss(item('a'), '<!DOCTYPE rss [<!ENTITY a "b"> <!ENTITY % c PUBLIC "d" "e">%c;]>\n'),
    ],
    ['RSS with a comment behind it', `${rss(item('a'))}\n<!-- made in 3 ms -->\n`],
    [
      'RSS in windows-1251, as it declares',
      encodeAs(rss(item('a', 'Привет'), '<?xml version="1.0" encoding="windows-1251"?>'), 'windows-1251'),
    ],
    ['Atom', atom],
    ['JSON Feed', JSON.stringify({ items: [{ id: 'a', title: '\u0000' }] })],
    ['a feed without items', rss('')],
  ])('%s', (_, document) => {
    expect(parse(document).flaws).toBeUndefined();
  });
});

describe('a document that is cut off gives its whole items', () => {
  it.each([
    ['RSS in an item', `<rss><channel>${item('a')}<item><guid>b</guid><title>Ha`],
    ['RSS between items', `<rss><channel>${item('a')}`],
    ['Atom', '<feed><entry><id>a</id></entry><entry><id>'],
    ['JSON in an item', '{"title":"Blog","items":[{"id":"a","tags":["]}"]},{"id":"b","ti'],
    ['JSON between items', '{"items":[{"id":"a"}'],
    ['JSON behind its items', '{"items":[{"id":"a"}],"title":"B'],
  ])('%s', (_, document) => {
    const feed = parse(document);
    expect(idsOf(feed)).toEqual(['a']);
    expect(feed.flaws).toEqual(['cut-off']);
  });

  it('and in the middle of a character it has a broken one too', () => {
    const bytes = utf8(`<rss><channel>${item('a')}<item><title>Größ`).subarray(0, -1);
    expect(parse(bytes).flaws).toEqual(['undecodable-bytes', 'cut-off']);
  });
});

describe('several documents in one', () => {
  it.each([
    ['a feed twice', rss(item('a')) + rss(item('a')), ['several-documents']],
    ['a feed with another behind it', rss(item('a')) + atom, ['several-documents']],
    [
      'a feed that breaks off where another begins',
      `<rss><channel>${item('a')}<item><title>Ha${rss(item('b'))}`,
      ['several-documents', 'cut-off'],
    ],
    [
      'a feed without items before one that has some',
      `${rss('')}\n<?xml version="1.0"?>\n${rss(item('a'))}`,
      ['several-documents'],
    ],
    [
      'a feed that breaks off in its first item before a whole one',
      `<rss><channel><item><title>Ha${rss(item('a'))}`,
      ['several-documents', 'cut-off'],
    ],
    [
      'a feed in a page',
      `<!doctype html><html><head><title>Blog</title></head><body>${rss(item('a'))}</body></html>`,
      ['text-before'],
    ],
    [
      'a feed behind a warning',
      rss(item('a'), '<br />\n<b>Warning</b>: Undefined variable in <b>feed.php</b>'),
      ['text-before'],
    ],
  ])('%s: one is read', (_, document, flaws) => {
    const feed = parse(document);
    expect(idsOf(feed)).toEqual(['a']);
    expect(feed.flaws).toEqual(flaws);
  });
});

describe('encodings', () => {
  const mixed = (stray: string) => {
    const [before = '', after = ''] = rss(item('a', 'Überall Größe') + item('b', '|')).split('|');
    return Uint8Array.from([...utf8(before), ...encodeAs(stray, 'windows-1252'), ...utf8(after)]);
  };

  it('one item in windows-1252 amid UTF-8 is read, and the others too', () => {
    const feed = parse(mixed('The café’s “menu”'));
    expect(titlesOf(feed)).toEqual(['Überall Größe', 'The café’s “menu”']);
  });

  it('is told of where there is more UTF-8 than there are strays', () => {
    const feed = parse(mixed('naïve'));
    expect(titlesOf(feed)).toEqual(['Überall Größe', 'naïve']);
    expect(feed.flaws).toEqual(['mixed-encodings']);
  });

  it('a document in windows-1251 that says UTF-8 is read, and found out', () => {
    const text = rss(item('a', 'Как мы перенесли хранилище данных'), '<?xml version="1.0" encoding="utf-8"?>');
    const feed = parse(encodeAs(text, 'windows-1251'));
    expect(titlesOf(feed)).toEqual(['Как мы перенесли хранилище данных']);
    expect(feed.flaws).toEqual(['wrong-encoding']);
  });

  it('a document in UTF-8 whose header says otherwise is found out, whatever it says itself', () => {
    const text = rss(item('a', 'é'), '<?xml version="1.0" encoding="utf-8"?>');
    expect(parse(text, 'text/xml; charset=koi8-r').flaws).toEqual(['wrong-encoding']);
    expect(parse(text, 'text/xml; charset=utf-8').flaws).toBeUndefined();
    expect(parse(text, 'text/xml; charset=nonsense').flaws).toBeUndefined();
  });

  it('a replacement character that the publisher wrote is no broken byte', () => {
    expect(parse(rss(item('a', 'U+FFFD is \ufffd'))).flaws).toBeUndefined();
  });

  it('broken bytes are', () => {
    const bytes = rss(item('a', 'Größe ßßßßßßßßßßßßß')).split('ö');
    const feed = parse(Uint8Array.from([...utf8(bytes[0] ?? ''), 0xc3, ...utf8('ß'), ...utf8(bytes[1] ?? '')]));
    expect(feed.flaws).toEqual(['undecodable-bytes']);
  });
});

describe('types', () => {
  it.each([
    ['XML as JSON', rss(item('a')), 'application/json'],
    ['XML as JSON Feed', rss(item('a')), 'application/feed+json; charset=utf-8'],
    ['JSON as RSS', '{"items":[{"id":"a"}]}', 'application/rss+xml'],
    ['Atom as RSS', '<feed><entry><id>a</id></entry></feed>', 'application/rss+xml; charset=utf-8'],
    ['RSS as Atom', rss(item('a')), 'application/atom+xml'],
  ])('%s is read as what it is', (_, document, contentType) => {
    const feed = parse(document, contentType);
    expect(idsOf(feed)).toEqual(['a']);
    expect(feed.flaws).toEqual(['wrong-type']);
  });

  it.each(['text/xml', 'application/xml', 'text/html', 'text/plain', 'application/rss+xml;charset=utf-8', ''])(
    'RSS as "%s" is no lie',
    contentType => {
      expect(parse(rss(item('a')), contentType).flaws).toBeUndefined();
    },
  );
});

it('control characters are told of, and are in no title', () => {
  const feed = parse(rss(item('a', 'Be\u0007ll \u0000\u001b[31m')));
  expect(titlesOf(feed)).toEqual(['Bell [31m']);
  expect(feed.flaws).toEqual(['control-characters']);
});

it('ids that several items have are told of', () => {
  const feed = parse(rss(item('a', 'One') + item('a', 'Two')));
  expect(idsOf(feed)).toEqual(['One', 'Two']);
  expect(feed.flaws).toEqual(['repeated-ids']);
});

it('flaws have words for people, beside the number of items', () => {
  const status: SourceStatus = { name: 'A', status: 'ok', items: 1 };
  expect(successText({ ...status, flaws: ['wrong-type'] })).toBe(
    '1 item (it is not of the type that its server declares)',
  );
  expect(successText(status)).toBe('1 item');
  expect(flawText(['cut-off', 'repeated-ids'])).toBe(
    'it breaks off, so items may be missing; several items have one id',
  );
  expect(flawText()).toBe('');
});
