import Keyv from 'keyv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { decisionsAbout, decisionsOf } from '../../../src/archive/decisions.ts';
import { saveEdition } from '../../../src/archive/editions.ts';
import { recordItems } from '../../../src/archive/items.ts';
import { editEdition } from '../../../src/delivery/jobs/edit.ts';
import type { Article } from '../../../src/edition/article.ts';
import type { FeedItem } from '../../../src/edition/item.ts';
import type { Source } from '../../../src/edition/source.ts';
import { extractiveWriter } from '../../../src/editor/extractive.ts';
import type { Fetcher } from '../../../src/sources/http/fetcher.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import type { ArchivePlace } from '../../archive/contract/place.ts';
import { engineeringPosts } from '../../editor/posts.ts';
import { quickEngines } from '../an-archive.ts';

const now = new Date('2026-04-02T06:00:00Z');

const sources: readonly Source[] = ['Acme', 'Globex', 'Initech', 'Hooli', 'Umbrella'].map(company => ({
  name: `${company} Engineering`,
  company,
  site: `https://${company.toLowerCase()}.example`,
  feeds: [],
}));

/** All articles are known: nothing is asked for. */
const refuse = () => Promise.reject(new Error('Nothing is fetched in this test.'));
const fetcher: Fetcher = { fetchFeed: refuse, fetchPage: refuse };

const itemOf = (title: string, source: Source): FeedItem => {
  const url = `${source.site}/${encodeURIComponent(title)}`;
  return { id: url, url, title, published: '2026-04-02T04:00:00Z', authors: [], categories: [] };
};

describe.each(quickEngines)('the job that writes an edition, on $engine,', ({ createPlace }) => {
  let place: ArchivePlace;
  let archive: Archive;
  const articles = new Keyv<Article>();

  beforeEach(async () => {
    place = await createPlace();
    archive = await place.open();
    await articles.clear();
    for (const [index, { title, text }] of engineeringPosts.entries()) {
      const source = sources[index % sources.length];
      if (source === undefined) continue;
      const item = itemOf(title, source);
      const { url, published = '' } = item;
      await recordItems(archive, source.name, [item], '2026-04-02T05:00:00Z');
      const words = text.split(/\s+/).length;
      const article = { item, source: source.name, title, url, published, text, html: '', words };
      await articles.set(`${source.name} ${url}`, { ...article, completeness: 'full' });
    }
  });
  afterEach(async () => {
    await archive.close();
    await place.remove();
  });

  const edit = () =>
    editEdition({
      archive,
      articles,
      fetcher,
      sources,
      statuses: [],
      writer: extractiveWriter,
      now: () => now,
      date: '2026-04-02',
      at: '06:00',
      timeZone: 'UTC',
      cap: 18,
      perSource: 3,
      replace: true,
    });

  it('gives the editor the editions of the last seven days', async () => {
    const first = (await edit()).edition;
    const [pattern] = first.patterns;
    if (pattern === undefined) throw new Error('tests/editor/posts.ts has no two posts on one theme');
    expect(first.patterns.map(({ body }) => body).join()).not.toContain('this week');
    for (const date of ['2026-03-30', '2026-03-20']) {
      const edition = anEdition({
        date,
        deepDives: ['x', 'y'].map(id => anEntry({ id: `${id}${date}`, url: `https://old.example/${id}${date}` })),
        patterns: [{ theme: pattern.theme, body: 'They did.', entries: [`x${date}`, `y${date}`] }],
        alsoPublished: [],
      });
      await saveEdition(archive, edition, { until: `${date}T06:00:00Z`, builtAt: `${date}T06:05:00Z` });
    }
    const second = (await edit()).edition;
    expect(second.patterns[0]).toEqual({ ...pattern, body: `${pattern.body} Second day this week.` });
  });

  it('keeps why each article is where it is, with the edition and no longer', async () => {
    const { edition, decisions } = await edit();
    expect(decisions).toHaveLength(engineeringPosts.length);
    expect(await decisionsOf(archive, edition.date)).toEqual(decisions);
    const [first] = edition.deepDives;
    const about = await decisionsAbout(archive, `${first?.url}?utm_source=digest`);
    expect(about.map(({ decision: { title, decision } }) => [title, decision])).toEqual([[first?.title, 'deep-dive']]);
    await edit();
    expect(await decisionsOf(archive, edition.date)).toHaveLength(engineeringPosts.length);
  });
});
