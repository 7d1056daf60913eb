import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markAlerted, toldAlerts, unmarkAlerted } from '../../src/archive/alerts.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { engines } from '../engines.ts';
import type { ArchivePlace } from './contract/place.ts';

const at = '2026-04-01T09:00:00Z';

describe.each(engines)('what operators were told of ($engine)', ({ createPlace }) => {
  let place: ArchivePlace;
  let archive: Archive;
  beforeEach(async () => {
    place = await createPlace();
    archive = await place.open();
  });
  afterEach(async () => {
    await archive.close();
    await place.remove();
  });

  it('is to be told once', async () => {
    expect(await toldAlerts(archive)).toEqual(new Set());
    expect([await markAlerted(archive, 'a', at), await markAlerted(archive, 'a', at)]).toEqual([true, false]);
    expect(await markAlerted(archive, 'b', at)).toBe(true);
    expect(await toldAlerts(archive)).toEqual(new Set(['a', 'b']));
  });

  it('is to be told by one of those that would at the same time', async () => {
    const other = await place.open();
    const asked = [archive, other, archive, other].map(one => markAlerted(one, 'a', at));
    expect((await Promise.all(asked)).filter(isToTell => isToTell)).toHaveLength(1);
    await other.close();
  });

  it('is to be told again where that could not be done, and nothing else is', async () => {
    for (const key of ['a', 'b', 'c']) await markAlerted(archive, key, at);
    await unmarkAlerted(archive, ['a', 'c']);
    await unmarkAlerted(archive, []);
    expect(await toldAlerts(archive)).toEqual(new Set(['b']));
    expect(await markAlerted(archive, 'a', at)).toBe(true);
  });

  it('is known after a restart', async () => {
    await markAlerted(archive, 'a', at);
    await archive.close();
    archive = await place.open();
    expect(await markAlerted(archive, 'a', at)).toBe(false);
  });
});
