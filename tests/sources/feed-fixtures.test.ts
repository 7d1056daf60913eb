import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedFlaw } from '../../src/edition/flaw.ts';
import type { Feed } from '../../src/edition/item.ts';
import { parseFeed } from '../../src/sources/feed.ts';
import { FeedError } from '../../src/sources/feeds/feed-error.ts';
import { decodeText } from '../../src/sources/text/decode.ts';
import { shared } from '../material.ts';
import { claimsOf } from './suite-expectations.ts';

const fixtures = shared('fixtures');
const absent = !existsSync(fixtures);

const rowsOf = (folder: string): readonly ReadonlyMap<string, string>[] => {
  if (absent) return [];
  const [header = '', ...rows] = readFileSync(join(fixtures, folder, 'index.tsv'), 'utf8')
    .trim()
    .split('\n');
  const names = header.split('\t');
  return rows.map(row => new Map(row.split('\t').map((cell, index) => [names[index] ?? '', cell])));
};

const read = (folder: string, file: string): Uint8Array => readFileSync(join(fixtures, folder, file));

/** The feed, or the refusal. Any other error is a fault. */
const outcomeOf = (
  bytes: Uint8Array,
  document: { url: string; contentType?: string | undefined },
): Feed | FeedError => {
  try {
    return parseFeed(bytes, document);
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
};

/** Where we differ from a suite on purpose. A row here must differ, or it has no business here. */
const disagreements: Readonly<Record<string, string>> = {
  'fp__rss__item_description_not_a_doctype.xml':
    'feedparser repairs the HTML of descriptions; ours hands it on as published, and the article extractor parses it',
  'frs__atom_xml_base.xml': 'the entry has no link but an id that is a web address: ours takes it as the link',
};

/** What is wrong with those that can be read, checked by hand against each file; none in the others. */
const flaws: Readonly<Record<string, readonly FeedFlaw[]>> = {
  'fp__encoding__bozo_invalid-bytes-with-bom.xml': ['undecodable-bytes'],
  'fp__node_precedence__atom10_id.xml': ['repeated-ids'],
  'mf__utf8-incorrect-prolog.xml': ['wrong-encoding'],
  'mf__windows-1252-incorrect-prolog.xml': ['wrong-encoding'],
  'own__billion_laughs.xml': ['refused-entities'],
};

/** Rows whose expectation stands in code or in prose: what must be seen, or the code of the refusal. */
const byHand: Readonly<Record<string, (outcome: Feed | FeedError) => unknown>> = {
  'fp__atom10__entry_link_multiple.xml': outcome =>
    expect(outcome).toMatchObject({ items: [{ url: 'http://www.example.com/' }] }),
  'fp__rss__item_guid_guidislink.xml': outcome =>
    expect(outcome).toMatchObject({ items: [{ url: 'http://guid.example.com/' }] }),
  'fp__illformed__rss_incomplete_cdata.xml': outcome => expect(outcome).toMatchObject({ code: 'malformed' }),
  'fp__base__entry_title_xml_base.xml': outcome =>
    expect(outcome).toMatchObject({ items: [{ title: 'Example test' }] }),
  'fp__encoding__bozo_invalid-bytes-with-bom.xml': outcome =>
    expect(outcome).toMatchObject({ title: 'Valid UTF8: ѨInvalid UTF8: Espa\ufffda' }),
  'fp__namespace__atomsvgdctitle.xml': outcome => expect(outcome).toMatchObject({ items: [{ title: '' }] }),
  'fp__rss__item_enclosure_url.xml': outcome =>
    expect(outcome).toMatchObject({ items: [{ url: 'http://example.com/' }] }),
  'mf__iso-8859-1.xml': outcome => expect(outcome).toMatchObject({ title: 'Café' }),
  'mf__koi8r.xml': outcome => expect(outcome).toMatchObject({ title: expect.stringMatching(/^\p{L}+ RSS \p{L}+$/u) }),
  'mf__utf8-incorrect-prolog.xml': outcome => expect(outcome).toMatchObject({ items: [{ title: 'Café' }] }),
  'mf__windows-1252-incorrect-prolog.xml': outcome => expect(outcome).toMatchObject({ title: 'Euro €' }),
  'own__billion_laughs.xml': outcome => expect(JSON.stringify(outcome).length).toBeLessThan(1000),
  'own__empty_channel.xml': outcome => expect(outcome).toMatchObject({ items: [] }),
  'own__empty_file.xml': outcome => expect(outcome).toMatchObject({ code: 'empty' }),
  'own__html_not_feed.xml': outcome => expect(outcome).toMatchObject({ code: 'html' }),
  'frs__rss_2.0_invalid_1.xml': outcome => expect(outcome).toMatchObject({ code: 'malformed' }),
};

/** The text of bytes that are in this encoding, by the name that the suite has for it. */
const inEncoding = (bytes: Uint8Array, name: string): string => {
  if (name !== 'utf-32le') return new TextDecoder(name).decode(bytes);
  const points = new Uint32Array(Uint8Array.from(bytes).buffer);
  return String.fromCodePoint(...points).replace(/^\ufeff/, '');
};

describe.skipIf(absent)('tricky-feeds (skipped where ../shared/fixtures is absent)', () => {
  it.each(rowsOf('tricky-feeds').map(row => [row.get('file') ?? '', row.get('expected') ?? '']))(
    '%s',
    (file, expected) => {
      const header = (name: string) => new RegExp(`${name}: ([^|]+?) *\\|`, 'i').exec(expected)?.[1];
      const url = header('Content-Location') ?? 'http://127.0.0.1:8097/feeds/feed.xml';
      const outcome = outcomeOf(read('tricky-feeds', file), { url, contentType: header('Content-type') });
      byHand[file]?.(outcome);
      const encoding = /encoding == '([^']+)'/.exec(expected)?.[1];
      const text = decodeText(read('tricky-feeds', file), header('Content-type'));
      if (encoding !== undefined) expect(text).toBe(inEncoding(read('tricky-feeds', file), encoding));

      const claims = claimsOf(expected, url);
      if (outcome instanceof FeedError) {
        expect(claims).toEqual([]);
        expect(outcome.message).toContain(url);
        return;
      }
      expect(outcome.flaws).toEqual(flaws[file]);
      const failed = claims.filter(claim => !claim.holds(outcome)).map(claim => claim.what);
      expect(failed.length > 0, failed.join('; ')).toBe(file in disagreements);
      if (!expected.includes('bozo') || expected.includes('not bozo'))
        expect(JSON.stringify(outcome)).not.toContain('\ufffd');
    },
  );
});

it.skipIf(absent).each(['tricky-feeds', 'feeds'])('every file of %s is indexed, and none is left out here', folder => {
  const files = readdirSync(join(fixtures, folder)).filter(file => file !== 'index.tsv');
  expect(
    rowsOf(folder)
      .map(row => row.get('file'))
      .toSorted(),
  ).toEqual(files.toSorted());
});

/** What the index says in prose, as a check. */
const exercised: Readonly<Record<string, (feed: Feed) => unknown>> = {
  'feedrs_cloudflare.xml': feed =>
    expect(feed).toMatchObject({ ttl: 60, items: [{ categories: ['Research', 'Security', 'Product News'] }] }),
  'miniflux_encoding_ISO-8859-1.xml': feed => expect(JSON.stringify(feed)).toMatch(/ü.*ö/),
  'miniflux_encoding_WINDOWS-1251.xml': feed => expect(feed.items[0]?.title).toMatch(/^\p{Script=Cyrillic}+ /u),
  'nnw_aktuality.rss': feed => expect(JSON.stringify(feed)).toMatch(/[ľščťž].*[ľščťž]/),
  'nnw_manton.rss': feed => expect(feed.items.filter(item => item.title === '')).toHaveLength(4),
  'nnw_medscape.rss': feed => expect(feed.items[0]?.published).toBe('2025-11-05T18:52:10.000Z'),
  'nnw_root-author.atom': feed => expect(feed.items.every(item => item.authors.length === 1)).toBe(true),
  'nnw_shopify-namespace.rss': feed => expect(feed.items[0]?.title).toBe('Real Product Title'),
  'rssparser_encoding.rss': feed => expect(feed.title).toMatch(/í.*Ú/),
  'rssparser_uolNoticias.rss': feed => expect(feed.items[0]?.published).toBe('2018-09-24T22:42:40.000Z'),
};

/** Feeds that give no date of publication. */
const undated: ReadonlySet<string> = new Set(['nnw_neverworkintheory.atom', 'nnw_shopify-namespace.rss']);

describe.skipIf(absent)('feeds of real publishers (skipped where ../shared/fixtures is absent)', () => {
  it.each(rowsOf('feeds').map(row => [row.get('file') ?? '', Number(row.get('items'))]))('%s', (file, listed) => {
    const bytes = read('feeds', file);
    // The index counts XML elements, and none in JSON.
    const count = file.endsWith('.json') ? JSON.parse(new TextDecoder().decode(bytes)).items.length : listed;
    const feed = parseFeed(bytes, { url: `https://feeds.example/${file}` });

    expect(feed.items).toHaveLength(count);
    expect(new Set(feed.items.map(item => item.id)).size).toBe(count);
    for (const item of feed.items) {
      expect(item.url).toMatch(/^https?:\/\/[^ ]+$/);
      expect(item.title).not.toMatch(/&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|nbsp);|<\/?(?:b|i|em|span|p)>|\s{2}/i);
      expect(item.published === undefined).toBe(undated.has(file));
      expect(item.summary ?? item.content ?? item.title).not.toBe('');
    }
    expect(JSON.stringify(feed)).not.toContain('\ufffd');
    expect(feed.flaws).toBeUndefined();
    exercised[file]?.(feed);
  });
});
