import { describe, expect, it } from 'vitest';
import { markAlerted, toldAlerts, unmarkAlerted } from '../../src/archive/alerts.ts';
import { engines } from '../engines.ts';
import { archiveForEach } from './contract/place.ts';

const at = '2026-04-01T09:00:00Z';

describe.each(engines)('what operators were told of ($engine)', ({ createPlace }) => {
  const archive = archiveForEach(createPlace);

  it('is to be told once', async () => {
    expect(await toldAlerts(archive())).toEqual(new Set());
    expect([await markAlerted(archive(), 'a', at), await markAlerted(archive(), 'a', at)]).toEqual([true, false]);
    expect(await markAlerted(archive(), 'b', at)).toBe(true);
    expect(await toldAlerts(archive())).toEqual(new Set(['a', 'b']));
  });

  it('is to be told by one of those that would at the same time', async () => {
    const other = await archive.place().open();
    const asked = [archive(), other, archive(), other].map(one => markAlerted(one, 'a', at));
    expect((await Promise.all(asked)).filter(isToTell => isToTell)).toHaveLength(1);
    await other.close();
  });

  it('is to be told again where that could not be done, and nothing else is', async () => {
    for (const key of ['a', 'b', 'c']) await markAlerted(archive(), key, at);
    await unmarkAlerted(archive(), ['a', 'c']);
    await unmarkAlerted(archive(), []);
    expect(await toldAlerts(archive())).toEqual(new Set(['b']));
    expect(await markAlerted(archive(), 'a', at)).toBe(true);
  });

  it('is known after a restart', async () => {
    await markAlerted(archive(), 'a', at);
    await archive().close();
    const reopened = await archive.place().open();
    expect(await markAlerted(reopened, 'a', at)).toBe(false);
    await reopened.close();
  });
});
