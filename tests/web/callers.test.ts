import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type CallersOptions, createCallers } from '../../src/web/callers.ts';

/** As whom a site takes who comes from `remote`, with what a proxy says of them. */
const seen = async (options: CallersOptions, remote: string | undefined, forwarded?: string) => {
  const { addressOf, isFromOurs } = createCallers(options);
  const site = new Hono();
  site.get('/', context => context.json([addressOf(context) ?? 'many', isFromOurs(context)]));
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  const connection = remote === undefined ? {} : { incoming: { socket: { remoteAddress: remote } } };
  const answer = (await (await site.request('/', { headers }, connection)).json()) as [string, boolean];
  return { address: answer[0], isFromOurs: answer[1] };
};

const [reader, another] = ['8.8.8.8', '9.9.9.9'];
const trustedProxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '1.1.1.1'];

describe('who asks', () => {
  it('is the address of the connection, whatever the request claims', async () => {
    expect((await seen({}, reader)).address).toBe(reader);
    expect((await seen({}, reader, another)).address).toBe(reader);
    expect((await seen({ trustedProxies }, reader, another)).address).toBe(reader);
  });

  it('is the same by IPv4 as by IPv6 that carries it', async () => {
    expect((await seen({}, `::ffff:${reader}`)).address).toBe(reader);
    expect((await seen({ trustedProxies }, '::ffff:127.0.0.1', reader)).address).toBe(reader);
  });

  it('is of IPv6 the network, of which one has all addresses', async () => {
    const { address } = await seen({}, '2606:4700:4700:1::1');
    expect((await seen({}, '2606:4700:4700:1:ffff::9')).address).toBe(address);
    expect((await seen({}, '2606:4700:4700:2::1')).address).not.toBe(address);
  });

  it('is whom a named proxy asks for, and the last that is not one where there are several', async () => {
    expect((await seen({ trustedProxies }, '127.0.0.1', reader)).address).toBe(reader);
    expect((await seen({ trustedProxies }, 'fd00::5', reader)).address).toBe(reader);
    expect((await seen({ trustedProxies }, '127.0.0.1', `${reader}, 10.1.2.3,1.1.1.1`)).address).toBe(reader);
  });

  it('is not whom a reader claims to be before the proxy: only what the proxies added counts', async () => {
    expect((await seen({ trustedProxies }, '127.0.0.1', `${another}, ${reader}`)).address).toBe(reader);
    expect((await seen({ trustedProxies }, '127.0.0.1', `10.0.0.1, ${reader}`)).address).toBe(reader);
  });

  it.each([`${reader}:4711`, ` ${reader} `])('is read from %j, as proxies write it', async forwarded => {
    expect((await seen({ trustedProxies }, '127.0.0.1', forwarded)).address).toBe(reader);
  });

  it('may be read with a port of IPv6 too', async () => {
    const { address } = await seen({}, '2606:4700:4700:1::1');
    expect((await seen({ trustedProxies }, '127.0.0.1', '[2606:4700:4700:1::1]:443')).address).toBe(address);
  });

  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.1', '::1', 'fd00::1'])(
    'may be many behind %s, which no reader on the Internet has',
    async remote => {
      expect((await seen({}, remote, reader)).address).toBe('many');
    },
  );

  it.each([undefined, '', 'unknown', '_hidden', '256.1.1.1', '<script>', ', ,'])(
    'may be many where a named proxy says %j',
    async forwarded => {
      expect((await seen({ trustedProxies }, '127.0.0.1', forwarded)).address).toBe('many');
    },
  );

  it('is nobody in particular where there is no connection', async () => {
    expect(await seen({ trustedProxies }, undefined, reader)).toEqual({ address: 'many', isFromOurs: false });
  });
});

describe('a request is handed over by the operator’s own', () => {
  it('where it comes from a named proxy, whomever that asks for', async () => {
    expect((await seen({ trustedProxies, isPublic: true }, '10.1.2.3', reader)).isFromOurs).toBe(true);
    expect((await seen({ trustedProxies, isPublic: true }, reader, '10.1.2.3')).isFromOurs).toBe(false);
  });

  it('where it comes from this machine, unless others may come by way of it', async () => {
    expect((await seen({}, '127.0.0.1')).isFromOurs).toBe(true);
    expect((await seen({}, '::1')).isFromOurs).toBe(true);
    expect((await seen({ isPublic: true }, '127.0.0.1')).isFromOurs).toBe(false);
    expect((await seen({}, '192.168.1.1')).isFromOurs).toBe(false);
  });
});
