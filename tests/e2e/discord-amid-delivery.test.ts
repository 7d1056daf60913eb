/** What goes wrong in Discord while an edition is posted: nothing of it is doubled, lost or out of order. */
import { describe, expect, it } from 'vitest';
import type { Fault } from '../servers/discord/faults.ts';
import type { RecordedRequest } from '../servers/discord/happenings.ts';
import { openingsOf } from './daily-edition.ts';
import { firstLine, posting, startDelivering } from './discord-delivering.ts';
import { there } from './there.ts';

const hour = 3_600_000;
const day = 24 * hour;

const isFailedPost = ({ method, path, status }: RecordedRequest): boolean =>
  method === 'POST' && path.endsWith('/messages') && (status < 200 || status > 299);

describe('an edition amid which Discord fails', () => {
  it.each<[string, Fault]>([
    ['429 with Retry-After', { kind: 'rate-limit', retryAfter: 0.05 }],
    ['429 without Retry-After', { kind: 'rate-limit', retryAfter: 0, headerless: true }],
    ['429 for all that the bot does', { kind: 'rate-limit', retryAfter: 0.05, scope: 'global' }],
    ['429 for all of it, of Cloudflare', { kind: 'page', status: 429, retryAfter: 90 }],
    ['500 before it was posted', { kind: 'status', status: 500, when: 'before' }],
    ['502 after it was posted', { kind: 'status', status: 502, when: 'after' }],
    ['a reset before it was posted', { kind: 'reset', when: 'before' }],
    ['a reset after it was posted', { kind: 'reset', when: 'after' }],
    ['no answer, and nothing posted', { kind: 'silence', when: 'before' }],
    ['no answer, though it was posted', { kind: 'silence', when: 'after' }],
  ])('has every part once and in order: %s', async (_, fault) => {
    for (const nth of [1, 3]) {
      const { discord, deliverAfter, threads } = await startDelivering(300);
      discord.faults.on(posting(nth), fault);
      await deliverAfter(0);
      expect(discord.requests.filter(isFailedPost)).toHaveLength(1);
      await deliverAfter(hour);
      expect(threads()).toEqual([openingsOf('2026-04-01')]);
    }
  });

  it.each<[string, Fault]>([
    ['before', { kind: 'status', status: 503, when: 'before' }],
    ['after', { kind: 'silence', when: 'after' }],
  ])('has one parent with one thread, where that is opened and not answered: %s', async (_, fault) => {
    const { discord, channel, deliverAfter, threads } = await startDelivering(300);
    discord.faults.on({ method: 'POST', path: /\/threads$/ }, fault);
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
    expect(discord.threads(channel)).toHaveLength(1);
  });

  it('leaves out a part that is refused for good, posts the rest, and the status names it', async () => {
    const { discord, deliverAfter, threads, status } = await startDelivering();
    discord.faults.on(posting(3), { kind: 'refuse', status: 400, code: 200_000, message: 'Blocked by automod' });
    await deliverAfter(0);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01').toSpliced(2, 1)]);
    expect(await status()).toMatch(/Part 3 of the edition of 2026-04-01: .*Blocked by automod/);
  });
});

describe('an edition whose thread somebody changes amid it', () => {
  /** The first two messages stand. */
  const begun = async () => {
    const opened = await startDelivering();
    opened.discord.faults.on(posting(3), { kind: 'page', status: 429, retryAfter: 600 });
    await opened.deliverAfter(0);
    const [parent] = opened.discord.messages(opened.channel);
    expect(opened.threads()).toEqual([openingsOf('2026-04-01').slice(0, 2)]);
    return { ...opened, parent: there(parent), thread: there(parent?.threadId) };
  };

  it('is completed there where it was archived', async () => {
    const { discord, thread, deliverAfter, threads } = await begun();
    discord.moderator.archive(thread);
    await deliverAfter(hour);
    expect(threads()).toEqual([openingsOf('2026-04-01')]);
  });

  it.each(['lock', 'lockOpen'] as const)('goes on in one other thread where it was locked: %s', async how => {
    const { stage, discord, thread, channel, deliverAfter } = await begun();
    discord.moderator[how](thread);
    await deliverAfter(hour);
    const all = discord.threads(channel).map(({ id }) => discord.messages(id).map(firstLine));
    expect(all).toEqual([openingsOf('2026-04-01').slice(1, 2), openingsOf('2026-04-01').slice(2)]);
    expect(stage.log.join('')).toContain(`thread ${thread} is locked`);
  });

  it('is left as it is where it was deleted, the status says why, and the next one has a thread again', async () => {
    const { discord, thread, make, deliverAfter, threads, status } = await begun();
    discord.moderator.deleteChannel(thread);
    await deliverAfter(hour);
    expect(await status()).toMatch(/Parts 3, 4 and 5 of the edition of 2026-04-01: .*was deleted/);
    await make('2026-04-02');
    await deliverAfter(day);
    expect(threads()).toEqual([openingsOf('2026-04-01').slice(0, 1), openingsOf('2026-04-02')]);
  });

  it('is completed in its thread, and not begun anew, where its first message was deleted', async () => {
    const { discord, parent, thread, deliverAfter, threads } = await begun();
    discord.moderator.deleteMessage(parent);
    await deliverAfter(hour);
    expect(threads()).toEqual([]);
    expect(discord.messages(thread).map(firstLine)).toEqual(openingsOf('2026-04-01').slice(1));
  });
});
