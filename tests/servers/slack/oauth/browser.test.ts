/** The browser of a person who installs sends the cookies that a browser would, and no others. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../clock.ts';
import { createBrowser } from './browser.ts';

const clock = manualClock(Date.UTC(2026, 10, 30, 8));
let server: Server;
let origin: string;

/** `/set?COOKIE` sets a cookie, `/to?PATH` redirects, anything else says which cookies came. */
beforeEach(async () => {
  server = createServer((request, response) => {
    const [path, query = ''] = (request.url ?? '').split('?', 2);
    const given = decodeURIComponent(query);
    if (path === '/set') response.setHeader('set-cookie', given);
    if (path === '/to') response.writeHead(302, { location: given });
    response.end(request.headers.cookie ?? 'none');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const set = (cookie: string): string => `${origin}/set?${encodeURIComponent(cookie)}`;

describe('a cookie', () => {
  it.each([
    ['that has no end', 'a=1=2; HttpOnly', 'a=1=2'],
    ['of all paths', 'a=1; Path=/; SameSite=Lax', 'a=1'],
    ['of another path', 'a=1; Path=/elsewhere', 'none'],
    ['that only the site itself may bring', 'a=1; SameSite=Strict', 'none'],
    ['that is over', 'a=1; Max-Age=60', 'none'],
    ['that is not over yet', 'a=1; Max-Age=61', 'a=1'],
    ['that ended at a time', 'a=1; Expires=Mon, 30 Nov 2020 08:00:00 GMT', 'none'],
  ])('%s, a minute later, from Slack', async (_name, cookie, sent) => {
    const browser = createBrowser(clock);
    await browser.open(set(cookie), 'here');
    clock.advance(60_000);
    expect((await browser.open(`${origin}/slack/oauth_redirect`, 'elsewhere')).html).toBe(sent);
  });

  it('of the site alone is brought by its own links', async () => {
    const browser = createBrowser(clock);
    await browser.open(set('a=1; SameSite=Strict'), 'here');
    expect((await browser.open(`${origin}/`, 'here')).html).toBe('a=1');
  });
});

describe('a redirect', () => {
  it('is followed', async () => {
    const page = await createBrowser(clock).open(`${origin}/to?%2Fthere`, 'here');
    expect(page).toMatchObject({ status: 200, url: `${origin}/there`, location: undefined });
  });

  it('is not followed where the way is to end', async () => {
    const page = await createBrowser(clock).open(`${origin}/to?%2Fthere`, 'here', `${origin}/there`);
    expect(page).toMatchObject({ status: 302, location: `${origin}/there` });
  });

  it('that leads in circles is given up', async () => {
    await expect(createBrowser(clock).open(`${origin}/to`, 'here')).rejects.toThrow('leads in circles');
  });
});
