/**
 * Who asks. It is the address that a connection comes from, which nobody can choose at will; only of a proxy that the operator
 * named is it whom the proxy says it asks for: `X-Forwarded-For` is what anybody writes into it.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#security_and_privacy_concerns
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

export interface Callers {
  /** The address of whoever asks; undefined where that may be many, behind a proxy that nobody named. */
  addressOf(context: Context): string | undefined;
  /** Whether the request was handed over by the operator's own: a proxy that they named or, where the site is not public, this machine. */
  isFromOurs(context: Context): boolean;
}

export interface CallersOptions {
  /** Addresses of proxies, or networks of them, `10.0.0.0/8`. Default: none. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Whether others may read the site through a proxy on this machine. */
  readonly isPublic?: boolean | undefined;
}

type Address = ReturnType<typeof ipaddr.process>;

/** The other end of the connection, an IPv4 address as such; undefined where there is no connection. */
const remoteAddress = (context: Context): Address | undefined =>
  context.env?.incoming === undefined ? undefined : read(getConnInfo(context).remote.address);

/** With or without a port, as some proxies write it. */
const read = (text = ''): Address | undefined => {
  const plain = text
    .trim()
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1');
  return ipaddr.isValid(plain) ? ipaddr.process(plain) : undefined;
};

export const createCallers = ({ trustedProxies = [], isPublic = false }: CallersOptions): Callers => {
  const networks = trustedProxies.map(network =>
    network.includes('/') ? ipaddr.parseCIDR(network) : ipaddr.parseCIDR(`${network}/${bitsOf(network)}`),
  );
  const isTrusted = (address: Address): boolean =>
    networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));

  /** From the connection outward, up to the first that nobody vouches for. */
  const outermost = (address: Address, forwarded: readonly string[]): Address => {
    const before = isTrusted(address) ? read(forwarded.at(-1)) : undefined;
    return before === undefined ? address : outermost(before, forwarded.slice(0, -1));
  };

  return {
    addressOf: context => {
      const remote = remoteAddress(context);
      if (remote === undefined) return undefined;
      const address = outermost(remote, context.req.header('X-Forwarded-For')?.split(',') ?? []);
      return mayBeMany(address) ? undefined : nameOf(address);
    },
    isFromOurs: context => {
      const remote = remoteAddress(context);
      return remote !== undefined && (isTrusted(remote) || (!isPublic && remote.range() === 'loopback'));
    },
  };
};

const bitsOf = (address: string): number => (ipaddr.parse(address).kind() === 'ipv4' ? 32 : 128);

/** No reader on the Internet has such an address: what has is a proxy, or a machine of the operator's own network. */
const mayBeMany = (address: Address): boolean => address.range() !== 'unicast';

/** Of IPv6 the network, as whoever has one has all of its addresses: RFC 6177 gives each site a /64 at least. */
const nameOf = (address: Address): string =>
  address.kind() === 'ipv4' ? address.toString() : `${address.toByteArray().slice(0, 8).join('.')}/64`;
