import { parseFeed as parseElsewhere } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/sources/feed.ts';
import type { Addresses } from '../../../src/web/addresses.ts';
import { editionFeed } from '../../../src/web/feeds/edition-feed.ts';
import { entryFeed } from '../../../src/web/feeds/entry-feed.ts';
import { feedFormats } from '../../../src/web/feeds/formats.ts';
import { soundText } from '../../../src/web/feeds/site-feed.ts';
import { createPaths } from '../../../src/web/paths.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { all, one, readXml } from './read-xml.ts';

const origin = 'https://digest.example.org';
const addresses: Addresses = { origin, link: path => origin + path, id: path => origin + path };
const place = { paths: createPaths(origin), addresses };

/** What breaks feeds: markup, ends of sections, references, controls, halves of characters, and anything else. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ']]>',
        ']]',
        '>',
        '<T>',
        '<b>',
        '</b>',
        '<script>alert(1)</script>',
        '&amp;',
        '&#0;',
        '&',
        '"',
        "'",
      ),
      fc.constantFrom(
        '\0',
        '\b',
        '\v',
        '\u{1b}',
        '\u{fffe}',
        '\ud83d',
        '\udc00',
        '\r\n',
        '\u{85}',
        '\u{2028}',
        '😀',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''));
const title = text.map(made => `t${made}`);

/** As HTML and XML read the ends of lines. */
const read = (given: string): string => soundText(given).replace(/\r\n?/g, '\n');
const folded = (given: string): string => given.replace(/\s+/g, ' ').trim();

const parsed = (html: string): ReturnType<typeof parseHTML>['document'] =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
const htmlText = (html: string): string => folded(parsed(html).body.textContent ?? '');

const [rss, atom, json] = feedFormats;
if (rss === undefined || atom === undefined || json === undefined) throw new Error('A format is missing.');

const edition = fc
  .record({ title, headline: title, body: text, company: title, entryTitle: title, entryBody: title, also: text })
  .map(({ title, headline, body, company, entryTitle, entryBody, also }) =>
    anEdition({
      title,
      signal: { headline, body, entries: ['aaaaaaaaaaaa'] },
      deepDives: [anEntry({ title: entryTitle, body: entryBody, company })],
      patterns: [],
      alsoPublished: [{ title: also, company, source: company, url: also }],
      sources: [],
    }),
  );

describe('an edition of any text', () => {
  it('goes into RSS and Atom that are well-formed, and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(edition, async given => {
        const feed = await editionFeed([{ edition: given, builtAt: '2026-04-01T06:00:00.000Z' }], place);
        const entry = one(readXml(atom.write(feed)), 'entry');
        expect(one(entry, 'title').text).toBe(read(given.title).trim());
        expect(one(entry, 'summary').text).toBe(read(given.signal.headline).trim());

        const item = one(one(readXml(rss.write(feed)), 'channel'), 'item');
        expect(one(item, 'content:encoded').text).toBe(one(entry, 'content').text);
        expect(htmlText(one(item, 'description').text)).toBe(folded(read(given.signal.headline)));
        const content = htmlText(one(entry, 'content').text);
        for (const { title: said, body } of given.deepDives)
          for (const part of [said, body]) expect(content).toContain(folded(read(part)));
      }),
    );
  });

  it('goes into JSON as it is', async () => {
    await fc.assert(
      fc.asyncProperty(edition, async given => {
        const feed = await editionFeed([{ edition: given, builtAt: '2026-04-01T06:00:00.000Z' }], place);
        const [item] = JSON.parse(json.write(feed)).items;
        expect(item.title).toBe(soundText(given.title).trim());
        expect(item.summary).toBe(soundText(given.signal.headline));
      }),
    );
  });

  it('is read the same by all, whatever its title has of markup', async () => {
    // Our own parser takes the controls above ASCII for what Windows writes there.
    const withoutControls = title.map(given => given.replace(/[\u{80}-\u{9f}]/gu, ''));
    await fc.assert(
      fc.asyncProperty(withoutControls, async given => {
        const made = await editionFeed(
          [{ edition: anEdition({ title: given }), builtAt: '2026-04-01T06:00:00.000Z' }],
          place,
        );
        const ours = feedFormats.map(format => {
          const bytes = new TextEncoder().encode(format.write(made));
          return parseFeed(bytes, { url: `${origin}/feed`, contentType: format.type }).items[0]?.title;
        });
        const asText = folded(read(given)).replace(/\p{Cc}+/gu, '');
        for (const one of ours) expect(one?.replace(/\s/g, '')).toBe(asText.replace(/\s/g, ''));
        expect(parseElsewhere(rss.write(made)).items).toHaveLength(1);
        expect(parseElsewhere(atom.write(made)).items).toHaveLength(1);
      }),
    );
  });

  it('holds nothing that could run, wherever it stands', async () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const url = 'javascript:alert(1)';
    const given = anEdition({
      title: hostile,
      signal: { headline: hostile, body: hostile, entries: ['aaaaaaaaaaaa'] },
      deepDives: [anEntry({ title: hostile, body: hostile, company: hostile, source: hostile, themes: [hostile] })],
      patterns: [{ theme: hostile, body: hostile, entries: ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'] }],
      alsoPublished: [{ title: hostile, company: hostile, source: hostile, url }],
      sources: [{ name: hostile, status: 'failed', items: 0, reason: hostile }],
    });
    const feed = await editionFeed([{ edition: given, builtAt: '2026-04-01T06:00:00.000Z' }], place);
    for (const { html } of feed.items) {
      const document = parsed(html);
      expect(document.querySelectorAll('script, img')).toHaveLength(0);
      expect([...document.querySelectorAll('a')].map(link => link.getAttribute('href'))).not.toContain(url);
    }
    const channel = one(readXml(rss.write(feed)), 'channel');
    for (const name of ['title', 'description', 'category'])
      for (const element of all(one(channel, 'item'), name)) {
        expect(parsed(element.text).querySelectorAll('script, img')).toHaveLength(0);
      }
  });
});

describe('an entry of any text', () => {
  it('goes into a feed of its company, and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ title, body: title, company: title, source: title }), async texts => {
        const entry = { ...anEntry(texts), edition: '2026-04-01' };
        const feed = await entryFeed({ kind: 'company', label: texts.company }, [entry], place);
        const read_ = one(readXml(atom.write(feed)), 'entry');
        expect(one(read_, 'title').text).toBe(read(texts.title).trim());
        expect(one(read_, 'summary').text).toBe(read(texts.body).trim());
        expect(one(one(read_, 'author'), 'name').text).toBe(read(texts.source).trim());
        one(one(readXml(rss.write(feed)), 'channel'), 'item');
      }),
    );
  });
});
