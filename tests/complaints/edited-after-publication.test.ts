/** A post that its blog edits updates the archive, not the channel (docs/decisions/0022): from the feed to what people see. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordItems } from '../../src/archive/items.ts';
import { search } from '../../src/archive/search.ts';
import type { FeedItem } from '../../src/edition/item.ts';
import { parseQuery } from '../../src/edition/query.ts';
import { openingsOf } from '../e2e/daily-edition.ts';
import { startDelivering } from '../e2e/slack-delivering.ts';
import { readBlocks } from '../e2e/slack-text.ts';
import { objectsOf } from '../servers/slack/fields.ts';
import { firstText, type Post, type Reader, rss, secondText, startReader } from './a-reader.ts';

describe('a post that is edited', () => {
  let reader: Reader;
  beforeEach(async () => {
    reader = await startReader('Acme');
  });
  afterEach(() => reader.close());

  const known: Post = { title: 'What was there before', link: 'https://acme.example/known', date: '2026-04-01' };
  const post: Post = {
    title: 'Moving our order history off a single database',
    link: 'https://acme.example/moving-orders',
    guid: 'acme-17',
    date: '2026-04-01T05:00:00Z',
    text: firstText,
  };
  const list = (changes: Partial<Post> = {}) => reader.publish('Acme', rss({ ...post, ...changes }, known));
  const found = async (words: string) => (await search(reader.archive, parseQuery(words))).entries;

  it.each<[string, Partial<Post>]>([
    ['its headline', { title: 'Rehousing our order history' }],
    ['its address', { link: 'https://acme.example/rehousing' }],
    ['its date', { date: '2026-04-01T06:59:00Z' }],
  ])('before the edition is told once, with %s as it is then', async (_, changes) => {
    list();
    await reader.poll();
    list(changes);
    const { edition } = await reader.morning();
    expect(edition.deepDives).toMatchObject([{ title: changes.title ?? post.title, url: changes.link ?? post.link }]);
    expect(edition.deepDives[0]?.published).toBe('2026-04-01T05:00:00.000Z');
    expect((await reader.morning()).told).toEqual([]);
  });

  it('before the edition is written from its text of then, though the former was read already', async () => {
    list();
    await reader.poll();
    list({ text: secondText });
    const { edition } = await reader.morning();
    const [sentence] = edition.deepDives[0]?.grounding ?? [];
    expect(secondText).toContain(sentence?.sentence.split(' ').slice(0, 4).join(' '));
  });

  it('after the edition is found under its new headline and address, with the sentences that were written of it, and told no more', async () => {
    list();
    const { edition } = await reader.morning();
    const [told] = edition.deepDives;
    list({ title: 'Rehousing our order history', link: 'https://acme.example/rehousing', text: secondText });
    expect((await reader.morning()).told).toEqual([]);
    expect(await found('rehousing')).toMatchObject([
      { id: told?.id, title: 'Rehousing our order history', url: 'https://acme.example/rehousing', body: told?.body },
    ]);
    expect(await found('"off a single database"')).toEqual([]);
  });

  it('and edited back, and emptied, and given the headline of another, is the one entry that it was', async () => {
    list();
    const { edition } = await reader.morning();
    for (const changes of [
      { title: 'Rehousing our order history' },
      {},
      { title: '', text: '' },
      { title: known.title },
      { link: known.link ?? '' },
      {},
    ]) {
      list(changes);
      expect((await reader.morning()).told).toEqual([]);
    }
    const entries = await found('company:acme');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ ...edition.deepDives[0], corrected: expect.any(String) });
  });
});

describe('a channel that was posted a story which its blog edits', () => {
  const item: FeedItem = {
    id: 'ledger',
    url: 'https://acme.example/ledger',
    title: 'Moving the ledger to append-only storage',
    authors: [],
    categories: [],
    published: '2026-04-01T05:00:00.000Z',
  };
  const edited = { ...item, title: 'Rehousing the ledger', url: 'https://acme.example/rehousing' };

  it('keeps what was posted and gets nothing again, and look-ups say what the blog says now, and since when', async () => {
    const { stage, slack, user, channel, deliverAfter, threads } = await startDelivering();
    const { archive } = stage.running;
    await recordItems(archive, 'Acme Engineering', [item], '2026-04-01T06:00:00Z');
    await deliverAfter(0);
    const posted = JSON.stringify(slack.messages(channel));
    await recordItems(archive, 'Acme Engineering', [edited], '2026-04-01T09:30:00Z');
    await deliverAfter(3_600_000);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(JSON.stringify(slack.messages(channel))).toBe(posted);
    expect(slack.calls('chat.update')).toEqual([]);
    const answer = await stage.ask('company:acme', { user, channel });
    const shown = readBlocks(objectsOf(answer.blocks));
    expect(shown).toContain('Rehousing the ledger · Acme · Source');
    expect(shown).toContain('changed by its blog 2026-04-01');
    expect(JSON.stringify(answer.blocks)).toContain('https://acme.example/rehousing');
  });

  it('gets the rest of a thread as it was planned, where the edit comes amid it', async () => {
    const { stage, slack, deliverAfter, threads } = await startDelivering();
    const { archive } = stage.running;
    await recordItems(archive, 'Acme Engineering', [item], '2026-04-01T06:00:00Z');
    slack.fail('chat.postMessage', { kind: 'error', error: 'is_archived' }, { call: 2 });
    await deliverAfter(0);
    await recordItems(archive, 'Acme Engineering', [edited], '2026-04-01T09:30:00Z');
    await deliverAfter(3_600_000);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });

  it('gets the headline of now where it was not planned yet', async () => {
    const { stage, channelWith, deliverAfter, threads } = await startDelivering();
    const { archive } = stage.running;
    const later = await channelWith({ at: '12:00' });
    await recordItems(archive, 'Acme Engineering', [item], '2026-04-01T06:00:00Z');
    await deliverAfter(0);
    await recordItems(archive, 'Acme Engineering', [edited], '2026-04-01T09:30:00Z');
    await deliverAfter(4 * 3_600_000);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(threads(later)[0]?.[1]).toBe('Rehousing the ledger · Acme · Source');
  });
});
