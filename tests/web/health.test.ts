import { describe, expect, it } from 'vitest';
import { archiveVersion } from '../../src/archive/version.ts';
import { engines } from '../engines.ts';
import { aWatchedSite, fromElsewhere, now } from './a-watched-site.ts';

describe('/healthz', () => {
  it('says to everybody that the process answers, whatever became of the archive', async () => {
    const { archive, get } = await aWatchedSite();
    await archive.close();
    const answer = await get('/healthz', { headers: fromElsewhere });
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive' }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('/readyz', () => {
  it('says to everybody that the process can do its work', async () => {
    const { get } = await aWatchedSite();
    const answer = await get('/readyz', { headers: fromElsewhere });
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('says by its status alone what is asked by HEAD', async () => {
    const failing = [{ part: 'platforms', since: now }];
    const [well, ill] = [await aWatchedSite(), await aWatchedSite(() => ({ unready: () => failing }))];
    expect((await well.get('/readyz', { method: 'HEAD' })).status).toBe(200);
    const answer = await ill.get('/readyz', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([503, '']);
  });

  it('names what of the process is not ready and since when, for as long as it is not', async () => {
    let failing = [{ part: 'platforms', since: '2026-04-02T07:59:00.000Z' }];
    const { get } = await aWatchedSite(() => ({ unready: () => failing }));
    const ill = await get('/readyz');
    expect([ill.status, await ill.json()]).toEqual([503, { status: 'unready', failing }]);
    expect(ill.headers.get('cache-control')).toBe('no-store');
    failing = [];
    expect((await get('/readyz')).status).toBe(200);
  });

  it('tells of an archive that does not answer since when that was noticed, and nothing of why', async () => {
    let time = now;
    const { archive, get } = await aWatchedSite(() => ({ now: () => new Date(time) }));
    await archive.close();
    const failing = [{ part: 'archive', since: now }];
    expect(await (await get('/readyz')).json()).toEqual({ status: 'unready', failing });
    time = '2026-04-02T09:00:00.000Z';
    const later = await get('/readyz');
    expect([later.status, await later.json()]).toEqual([503, { status: 'unready', failing }]);
  });

  it.each(engines)(
    'waits a second for an archive that is held up, and asks it once at a time: $engine',
    async ({ createPlace }) => {
      const place = await createPlace();
      const archive = await place.open();
      await archiveVersion(archive.db);
      const { promise, resolve } = Promise.withResolvers<void>();
      let asked = 0;
      // A database that takes its time: the question is asked, and the answer comes when the test says so.
      const held: typeof archive = {
        ...archive,
        db: archive.db.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            asked += 1;
            await promise;
            return result;
          },
        }),
      };
      const { get } = await aWatchedSite(() => ({ archive: held }));
      const [one, other] = await Promise.all([get('/readyz'), get('/readyz')]);
      expect([one.status, other.status, asked]).toEqual([503, 503, 1]);
      resolve();
      await expect.poll(async () => (await get('/readyz')).status).toBe(200);
      await archive.close();
      await place.remove();
    },
  );
});
