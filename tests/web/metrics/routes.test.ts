import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../src/web/metrics/metrics.ts';
import { aWatchedSite, fromElsewhere, now } from '../a-watched-site.ts';
import { linesAmiss, readExposition } from './exposition.ts';

const operatorToken = 'operator-token-of-32-characters-';

const aMeasuredSite = (token: string | undefined = operatorToken) =>
  aWatchedSite(archive => ({
    metrics: createMetrics({ archive, now: () => new Date(now), sources: [] }),
    ...(token !== undefined && { operatorToken: token }),
  }));

describe('/metrics', () => {
  it('is for whoever asks on this machine', async () => {
    const { get } = await aMeasuredSite();
    const answer = await get('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(linesAmiss(await answer.text())).toEqual([]);
  });

  it('is for whoever brings the token from elsewhere, and says to others what to bring', async () => {
    const { get } = await aMeasuredSite();
    const bringing = (token?: string) =>
      get('/metrics', { headers: { ...fromElsewhere, ...(token !== undefined && { Authorization: token }) } });
    expect((await bringing(`Bearer ${operatorToken}`)).status).toBe(200);
    for (const wrong of [undefined, `Bearer ${operatorToken}x`, 'Bearer ', `Basic ${operatorToken}`]) {
      const answer = await bringing(wrong);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="metrics"']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).not.toContain('digest_');
    }
  });

  it('is but for the token where the site is public, as a proxy on this machine may not say for whom it asks', async () => {
    const { get } = await aWatchedSite(archive => ({
      metrics: createMetrics({ archive, now: () => new Date(now), sources: [] }),
      operatorToken,
      isPublic: true,
    }));
    expect((await get('/metrics')).status).toBe(401);
    const headers = { Authorization: `Bearer ${operatorToken}` };
    expect((await get('/metrics', { headers })).status).toBe(200);
  });

  it('is nobody’s from elsewhere where no token is set', async () => {
    const { get } = await aWatchedSite(archive => ({
      metrics: createMetrics({ archive, now: () => new Date(now), sources: [] }),
    }));
    const headers = { ...fromElsewhere, Authorization: 'Bearer undefined' };
    expect((await get('/metrics', { headers })).status).toBe(401);
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const { get } = await aMeasuredSite();
    const answer = await get('/metrics', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
  });

  it('answers though the archive does not', async () => {
    const { archive, get } = await aMeasuredSite();
    await archive.close();
    const answer = await get('/metrics');
    expect([answer.status, readExposition(await answer.text()).value('digest_archive_up')]).toEqual([200, 0]);
  });

  it('counts what the site answers by route, of which there are few whatever is asked for', async () => {
    const { get } = await aMeasuredSite();
    for (const path of ['/', '/2026-01-01', '/2026-01-02', '/none-such/1', '/none-such/2', '/a?token=b', '/healthz'])
      await get(path);
    await get('/', { method: 'DELETE' });
    const told = await (await get('/metrics')).text();
    // The parser does not tell histograms apart by their labels.
    const counts = /^digest_web_request_duration_seconds_count\{route="(.*)",status="(\d+)"\} (\d+)$/gm;
    const counted = [...told.matchAll(counts)].map(([, route, status, count]) => [route, status, Number(count)]);
    expect(counted.toSorted()).toEqual([
      ['/', '200', 1],
      ['/:date', '404', 2],
      ['/healthz', '200', 1],
      ['none', '404', 3],
      ['none', '405', 1],
    ]);
  });
});
