import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../../src/archive/archive.ts';
import { recordHealth } from '../../../src/archive/health.ts';
import { failingSources } from '../../../src/delivery/alerts/failing-sources.ts';
import type { SourceStatus } from '../../../src/edition/source.ts';

const since = '2026-04-01T06:00:00.000Z';
const threeDaysLater = '2026-04-04T06:00:00.000Z';
const name = 'A/B Blog';

const failed = (from = since): SourceStatus => ({
  name,
  status: 'failed',
  items: 0,
  reason: 'answered 404 Not Found',
  since: from,
});
const begun = `source-failing/${since}/${name}`;
const over = `source-reads/${since}/${name}`;

describe('news of a source', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openArchive({ path: ':memory:' });
  });
  afterEach(() => archive.close());

  const newsAt = (now: string, told: readonly string[] = [], sources = [name, 'Another']) =>
    failingSources({ archive, sources, now: () => new Date(now) })(new Set(told));
  const record = (...statuses: readonly SourceStatus[]) => recordHealth(archive, statuses, threeDaysLater);

  it('is there once it has failed for three days, with why and since when', async () => {
    await record(failed(), { name: 'Another', status: 'unchanged', items: 3 });
    expect(await newsAt('2026-04-04T05:59:59Z')).toEqual([]);
    const text = 'A/B Blog has failed for three days: answered 404 Not Found (failing since 2026-04-01).';
    expect(await newsAt(threeDaysLater)).toEqual([{ key: begun, text }]);
    expect(await newsAt('2026-04-20T06:00:00Z', [begun])).toEqual([]);
  });

  it('is that it can be read again, to those who were told of it, and once', async () => {
    await record({ name, status: 'ok', items: 3 });
    expect(await newsAt(threeDaysLater)).toEqual([]);
    const again = { key: over, text: 'A/B Blog can be read again.' };
    expect(await newsAt(threeDaysLater, [begun])).toEqual([again]);
    expect(await newsAt(threeDaysLater, [begun, over])).toEqual([]);
  });

  it('is there again where it fails for three days again', async () => {
    await record(failed('2026-05-01T06:00:00.000Z'));
    const news = await newsAt('2026-05-04T06:00:00Z', [begun, over]);
    expect(news.map(({ key }) => key)).toEqual([`source-failing/2026-05-01T06:00:00.000Z/${name}`]);
  });

  it('is none of what is not on the list any more, be it told or not', async () => {
    await record(failed());
    expect(await newsAt(threeDaysLater, [], ['Another'])).toEqual([]);
    await record({ name, status: 'ok', items: 3 });
    expect(await newsAt(threeDaysLater, [begun], ['Another'])).toEqual([]);
  });
});
