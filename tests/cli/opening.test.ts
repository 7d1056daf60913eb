import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { openingLines } from '../../src/cli/opening.ts';
import { aSubscription } from '../delivery/a-subscription.ts';

const longAgo = '2026-01-01T00:00:00Z';
let archive: Archive;
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
});
afterEach(() => archive.close());

const nextAt = async (now: string) => {
  const config = { digestAt: '07:30', timeZone: 'UTC' };
  const lines = await openingLines({
    archive,
    config,
    platforms: ['slack'],
    role: 'all',
    makes: true,
    now: new Date(now),
  });
  return lines.find(line => line.startsWith('Next:'));
};

describe('what is told first of a run', () => {
  it('names the channel that really gets the next edition, not one whose time is earlier and has no edition by then', async () => {
    await saveSubscription(archive, aSubscription({ channel: 'Auckland', timeZone: 'Pacific/Auckland' }), longAgo);
    await saveSubscription(archive, aSubscription({ channel: 'UTC', timeZone: 'UTC' }), longAgo);
    expect(await nextAt('2026-11-25T08:30:00Z')).toMatch(/^Next: Slack Auckland, .* when the edition is made/);
    // Auckland's own time is at 19:00 UTC, half a day before the edition of that date is made.
    await saveSubscription(archive, aSubscription({ channel: 'Lisbon', at: '23:00', timeZone: 'UTC' }), longAgo);
    expect(await nextAt('2026-11-25T08:30:00Z')).toBe('Next: Slack Lisbon, on Wednesday 25 November at 23:00, UTC.');
  });

  it('names one after the other as their times pass', async () => {
    await saveSubscription(archive, aSubscription({ channel: 'C1', timeZone: 'UTC' }), longAgo);
    await saveSubscription(archive, aSubscription({ channel: 'C2', at: '07:45', timeZone: 'UTC' }), longAgo);
    expect(await nextAt('2026-11-25T07:40:00Z')).toContain('Slack C2, on Wednesday 25 November at 07:45');
    expect(await nextAt('2026-11-25T07:50:00Z')).toContain('Slack C1, on Wednesday 25 November at 08:00');
  });
});
