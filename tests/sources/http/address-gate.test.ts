import type { LookupFunction } from 'node:net';
import Keyv from 'keyv';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAddressGate } from '../../../src/sources/http/address-gate.ts';
import { permitting } from '../../../src/sources/http/permitted-hosts.ts';
import { aFetcher, startClock } from '../a-fetcher.ts';
import { aWatchedGate, hasIPv6, type Listener, startListener, type Zone } from './a-watched-gate.ts';
import { failureOf, fetchAndKeep, textOf } from './fetching.ts';
import { hostileAddresses, hostileRedirects, hostileZone, privateNames } from './hostile-addresses.ts';

const publicZone = {
  'public.example': [['93.184.215.14']],
  'six.example': [['2606:2800:21f:cb07::1']],
  'both.example': [['2606:2800:21f:cb07::1', '93.184.215.14', '93.184.215.15']],
  'dns64.example': [['64:ff9b::93.184.215.14']],
  'xn--bcher-kva.example': [['93.184.215.14']],
  'localhost.example': [['93.184.215.14']],
  'other.example': [['93.184.215.16']],
};

let listener: Listener;
beforeEach(async () => {
  listener = await startListener({
    ...Object.fromEntries(hostileRedirects.map(({ path, ...redirect }) => [path, redirect])),
    '/robots.txt': { status: 302, location: 'http://127.0.0.1/robots.txt' },
    '/to-other': { status: 301, location: 'https://other.example/feed' },
    '/to-wiki': { status: 302, location: 'http://wiki.internal/feed' },
    '/to-path': { status: 302, location: '//other.example:8080/feed?a=1#b' },
  });
});
afterEach(() => listener.close());

const fetcherBehind = (gate: ReturnType<typeof createAddressGate>) => aFetcher({ gate });

describe('complaint 35: an address that a stranger names', () => {
  const zone = { ...publicZone, ...hostileZone };
  const codes = new Map(hostileAddresses.map(({ url, code }) => [url, code]));

  it('is refused in each of more than 150 forms, and no connection is made', async () => {
    expect(codes.size).toBe(hostileAddresses.length);
    expect(codes.size).toBeGreaterThan(150);
    const { fetchFeed } = fetcherBehind(aWatchedGate(listener, zone).gate);
    for (const { url, code } of hostileAddresses) {
      const error = await failureOf(fetchFeed(url));
      expect(error.code, url).toBe(code);
      expect(`${error.message} ${error.url}`, url).not.toContain('gehe1m');
    }
    expect(listener.connections()).toBe(0);
    expect(textOf(await fetchFeed('http://public.example/'))).toBe('reached');
    expect(listener.connections()).toBe(1);
  });

  it('would have been reached in each of these forms, but for the gate', async () => {
    const permitted = aWatchedGate(listener, zone, { isPermitted: () => true }).gate;
    const { fetchFeed } = fetcherBehind(permitted);
    const gated = hostileAddresses.filter(({ code }) => code !== 'bad-url');
    for (const { url } of gated) expect(textOf(await fetchFeed(url)), url).toBe('reached');
    expect(listener.asked).toHaveLength(gated.length);
  });

  it.each(['private names', 'IP addresses'])('is refused without a question to the resolver: %s', async what => {
    const { gate, resolved } = aWatchedGate(listener, zone);
    const urls = what === 'private names' ? privateNames : ['http://127.0.0.1/', 'http://[::1]/', 'http://10.0.0.1/'];
    for (const url of urls) expect((await failureOf(fetcherBehind(gate).fetchFeed(url))).code).toBe('private-address');
    expect(resolved).toEqual([]);
  });

  it('is refused on this machine by the connections of the product as they are', async () => {
    const { port } = listener;
    const here = [`127.0.0.1:${port}`, `127.1:${port}`, `0:${port}`, `localhost:${port}`, `127.0.0.2:${port}`];
    const ports = new Set([port]);
    const { fetchFeed } = fetcherBehind(createAddressGate({ ports }));
    const all = [...here, ...(hasIPv6 ? [`[::1]:${port}`, `[::ffff:127.0.0.1]:${port}`, `[::]:${port}`] : [])];
    for (const host of all) expect((await failureOf(fetchFeed(`http://${host}/`))).code, host).toBe('private-address');
    expect(listener.connections()).toBe(0);
    const permitted = fetcherBehind(createAddressGate({ isPermitted: () => true }));
    for (const host of ['127.0.0.1', 'localhost', ...(hasIPv6 ? ['[::1]'] : [])])
      expect(textOf(await permitted.fetchFeed(`http://${host}:${port}/`)), host).toBe('reached');
  });

  it('is refused by the connection too, whoever asks for it', async () => {
    const { gate } = aWatchedGate(listener, zone);
    for (const target of [
      { protocol: 'http:', hostname: '127.0.0.1', port: '80' },
      { protocol: 'http:', hostname: '::1', port: '' },
      { protocol: 'https:', hostname: 'localhost', port: '' },
      { protocol: 'http:', hostname: 'public.example', port: '6379' },
      { protocol: 'ftp:', hostname: 'public.example', port: '80' },
      { protocol: 'http:', hostname: 'mixed.example', port: '80' },
    ]) {
      const [error] = await new Promise<unknown[]>(resolve => gate.connect(target, (...result) => resolve(result)));
      expect(error, target.hostname).toMatchObject({ name: 'FetchError' });
    }
    expect(listener.connections()).toBe(0);
  });

  it('is told of with what the operator can do, and without its query', async () => {
    const { fetchFeed } = fetcherBehind(aWatchedGate(listener, zone).gate);
    expect((await failureOf(fetchFeed('https://ten.example/feed?key=gehe1m'))).message).toBe(
      'https://ten.example/feed is not read: ten.example is not on the public internet; if you know it for a blog, add ten.example to DIGEST_PRIVATE_HOSTS',
    );
    expect((await failureOf(fetchFeed('http://public.example:6379/'))).message).toBe(
      'http://public.example:6379/ is not read: 6379 is none of the ports of the web (80, 443, 8080, 8443); if you know it for a blog, add public.example:6379 to DIGEST_PRIVATE_HOSTS',
    );
  });
});

describe('complaint 35: a redirect from a public blog', () => {
  it('is followed to no address that would be refused at first, whatever its status', async () => {
    const { fetchFeed } = fetcherBehind(aWatchedGate(listener, { ...publicZone, ...hostileZone }).gate);
    for (const { path, code } of hostileRedirects) {
      const error = await failureOf(fetchFeed(`http://public.example${path}`));
      expect(error.code, path).toBe(code);
      expect(`${error.message} ${error.url}`).not.toContain('gehe1m');
    }
    expect(listener.asked).toEqual(hostileRedirects.map(({ path }) => ({ path, host: 'public.example' })));
  });

  it('is followed no further for robots.txt than for pages', async () => {
    const { fetchPage } = fetcherBehind(aWatchedGate(listener, { ...publicZone, ...hostileZone }).gate);
    expect((await failureOf(fetchPage('http://ten.example/post'))).code).toBe('private-address');
    expect((await failureOf(fetchPage('http://public.example/post'))).code).toBe('private-address');
    expect(listener.asked).toEqual([{ path: '/robots.txt', host: 'public.example' }]);
  });

  it('that was remembered as a move is judged anew: the old address is asked instead', async () => {
    const moved = 'http://public.example/to-other';
    const cache = new Keyv();
    const behind = (changed: Zone = {}) =>
      aFetcher({ gate: aWatchedGate(listener, { ...publicZone, ...changed }).gate }, startClock(), cache);
    for (let run = 0; run < 3; run++) await fetchAndKeep(behind().fetchFeed, moved);
    const later = behind({ 'other.example': [['10.0.0.1']] });
    const before = listener.asked.length;
    expect((await failureOf(later.fetchFeed(moved))).code).toBe('private-address');
    expect(listener.asked.slice(before)).toEqual([{ path: '/to-other', host: 'public.example' }]);
  });
});

describe('a name that resolves otherwise a moment later (DNS rebinding)', () => {
  const zone = { 'rebinding.example': [['93.184.215.14'], ['127.0.0.1']] };

  it('is connected to by the address that was judged: the resolver is asked once', async () => {
    const { gate, resolved, connectedTo } = aWatchedGate(listener, zone);
    expect(textOf(await fetcherBehind(gate).fetchFeed('http://rebinding.example/'))).toBe('reached');
    expect(connectedTo).toEqual(['93.184.215.14']);
    expect(resolved).toEqual(['rebinding.example']);
  });

  it('is refused at the next connection', async () => {
    const { gate } = aWatchedGate(listener, zone);
    await fetcherBehind(gate).fetchFeed('http://rebinding.example/');
    expect((await failureOf(fetcherBehind(gate).fetchFeed('http://rebinding.example/'))).code).toBe('private-address');
    expect(listener.connections()).toBe(1);
  });
});

describe('a public address', () => {
  it.each([
    ['IPv4', 'http://public.example/feed', ['93.184.215.14']],
    ['IPv6', 'http://six.example/feed', ['2606:2800:21f:cb07::1']],
    [
      'both: all of them are tried',
      'http://both.example/',
      ['2606:2800:21f:cb07::1', '93.184.215.14', '93.184.215.15'],
    ],
    ['NAT64 of a public address', 'http://dns64.example/', ['64:ff9b::93.184.215.14']],
    ['https', 'https://public.example/', ['93.184.215.14']],
    ['upper case', 'HTTP://PUBLIC.EXAMPLE/', ['93.184.215.14']],
    ['a dot at its end', 'http://public.example./', ['93.184.215.14']],
    ['other letters', 'http://bücher.example/', ['93.184.215.14']],
    ['punycode', 'http://xn--bcher-kva.example/', ['93.184.215.14']],
    ['port 8080', 'http://public.example:8080/', ['93.184.215.14']],
    ['port 8443', 'https://public.example:8443/', ['93.184.215.14']],
    ['its own port', 'http://public.example:80/', ['93.184.215.14']],
    ['a query and a fragment', 'http://public.example/?url=http://127.0.0.1/#@localhost', ['93.184.215.14']],
    ['an @ in its path', 'http://public.example/@127.0.0.1', ['93.184.215.14']],
    ['a name like a private one', 'http://localhost.example/', ['93.184.215.14']],
    ['an IPv4 address', 'http://93.184.215.14/', ['93.184.215.14']],
    ['an IPv6 address', 'http://[2606:2800:21f:cb07::1]/', ['2606:2800:21f:cb07::1']],
    ['a redirect to another host over https', 'http://public.example/to-other', ['93.184.215.14', '93.184.215.16']],
    ['a redirect without a scheme', 'http://public.example/to-path', ['93.184.215.14', '93.184.215.16']],
  ])('is read, with %s', async (_what, url, addresses) => {
    const { gate, connectedTo } = aWatchedGate(listener, publicZone);
    expect(textOf(await fetcherBehind(gate).fetchFeed(url))).toBe('reached');
    expect(connectedTo).toEqual(addresses);
  });

  it.runIf(hasIPv6)('is tried at its next address where the first does not answer (RFC 8305)', async () => {
    const { port, close } = await startListener({}, ['127.0.0.1']);
    const resolve: LookupFunction = (_name, _options, done) =>
      done(null, [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const gate = createAddressGate({ resolve, isPermitted: () => true });
    expect(textOf(await fetcherBehind(gate).fetchFeed(`http://both.example:${port}/`))).toBe('reached');
    await close();
  });

  it('is asked itself, whatever proxy the environment names', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, 'http://127.0.0.1:1');
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const { gate } = aWatchedGate(listener, publicZone);
    expect(textOf(await fetcherBehind(gate).fetchFeed('http://public.example/'))).toBe('reached');
    vi.unstubAllEnvs();
  });
});

describe('a host that the operator permits', () => {
  const zone = { ...publicZone, 'wiki.internal': [['10.0.0.7']], 'other.internal': [['10.0.0.8']] };
  const behind = (...hosts: readonly { host: string; port?: number }[]) =>
    fetcherBehind(aWatchedGate(listener, zone, { isPermitted: permitting(hosts) }).gate);

  it.each([
    ['by name', { host: 'wiki.internal' }, 'http://wiki.internal/feed'],
    ['by name, over https', { host: 'wiki.internal' }, 'https://WIKI.internal./feed'],
    ['by name, on a usual port', { host: 'wiki.internal' }, 'http://wiki.internal:8080/feed'],
    ['by name and port', { host: 'wiki.internal', port: 8090 }, 'http://wiki.internal:8090/feed'],
    ['by address and port', { host: '10.0.0.5', port: 8090 }, 'http://10.0.0.5:8090/feed'],
    ['by an IPv6 address', { host: '[fd00::5]' }, 'http://[FD00:0::5]/feed'],
    ['by name, after a redirect', { host: 'wiki.internal' }, 'http://public.example/to-wiki'],
    ['on an unusual port, though public', { host: 'public.example', port: 9000 }, 'http://public.example:9000/'],
  ])('%s is read', async (_how, host, url) => {
    expect(textOf(await behind(host).fetchFeed(url))).toBe('reached');
  });

  it.each([
    ['another host', { host: 'wiki.internal' }, 'http://other.internal/feed'],
    ['a host below it', { host: 'wiki.internal' }, 'http://a.wiki.internal/feed'],
    ['its address', { host: 'wiki.internal' }, 'http://10.0.0.7/feed'],
    ['an unusual port of it', { host: 'wiki.internal' }, 'http://wiki.internal:8090/feed'],
    ['another port of it', { host: 'wiki.internal', port: 8090 }, 'http://wiki.internal/feed'],
    ['a redirect from it to another', { host: 'public.example' }, 'http://public.example/to-wiki'],
  ])('does not open %s', async (_what, host, url) => {
    expect((await failureOf(behind(host).fetchFeed(url))).code).toMatch(/^(private-address|unusual-port)$/);
  });
});
