/**
 * What stands between the bot and the addresses that strangers name. An address is judged by its text before anything is asked, and by
 * what its name resolves to where the connection is made: the socket is given the very addresses that were judged, so a
 * name that resolves otherwise a moment later (DNS rebinding) gains nothing.
 *
 * Addresses that the operator sets (the database, language models, the vendors' APIs) do not come through here.
 */
import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { FetchError } from './fetch-error.ts';
import { type IsPermitted, nonePermitted, usualPorts } from './permitted-hosts.ts';
import { isPublicAddress } from './public-address.ts';

export interface AddressGate {
  /**
   * The address that `text` is, without its fragment, which no server sees.
   * @throws FetchError `bad-url` for one that is not http(s) or holds a password, `unusual-port`, `private-address` where the host
   * says by itself that it is none of the internet's
   */
  parse(text: string): URL;
  /**
   * Connects as undici's own connector does, for an Agent, but to public addresses on usual ports and to permitted hosts alone.
   * It fails with FetchError before a socket is opened.
   */
  readonly connect: buildConnector.connector;
}

export interface AddressGateOptions {
  /** Default: nobody. */
  readonly isPermitted?: IsPermitted | undefined;
  readonly ports?: ReadonlySet<number> | undefined;
  /** Default: the machine's own resolver. */
  readonly resolve?: LookupFunction | undefined;
  /** Makes what opens the sockets. */
  readonly connectorOf?: typeof buildConnector | undefined;
}

/** Milliseconds until a connection stands, the resolving of its name included. */
const connectTimeout = 10_000;

export function createAddressGate({
  isPermitted = nonePermitted,
  ports = usualPorts,
  resolve = lookup,
  connectorOf = buildConnector,
}: AddressGateOptions = {}): AddressGate {
  const connectAnywhere = connectorOf({ timeout: connectTimeout, lookup: resolve });
  const connectInPublic = connectorOf({ timeout: connectTimeout, lookup: publicOnly(resolve) });

  const permits = (url: URL): boolean => isPermitted(hostOf(url), portOf(url));

  function check(url: URL): void {
    if (permits(url)) return;
    if (!ports.has(portOf(url))) throw unusualPort(url);
    if (isPrivateHost(hostOf(url))) throw privateAddress(url);
  }

  return {
    parse(text) {
      const url = parseWebAddress(text);
      check(url);
      return url;
    },
    connect(target, callback) {
      try {
        const { protocol, hostname, port } = target;
        const url = parseWebAddress(`${protocol}//${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port}`);
        check(url);
        // The socket is returned, though the types do not say so: by it undici gives up what it no longer wants.
        return (permits(url) ? connectAnywhere : connectInPublic)(target, callback);
      } catch (error) {
        queueMicrotask(() => callback(error instanceof Error ? error : new Error(String(error)), null));
      }
    },
  };
}

/** Resolves as `resolve` does, once, and refuses a name as a whole where one of its addresses is private: nobody can tell which is meant. */
const publicOnly =
  (resolve: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, []);
      const addresses = typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : found;
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(privateAddress(new URL(`http://${hostname}`)), []);
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });

function parseWebAddress(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw new FetchError('bad-url', text, 'is not an address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError('bad-url', url, `is not read: only http and https are, not ${url.protocol}`);
  if (url.username + url.password !== '')
    throw new FetchError('bad-url', url, 'is not read: it holds a name or a password, which would be shown with it');
  url.hash = '';
  return url;
}

/** The host by which it is judged: a dot at the end makes it no other. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/(?<!\.)\.+$/, '');

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

/**
 * Names that no public host can have: of the machine itself (RFC 6761, section 6.3), of the local network (RFC 6762, section 3; RFC 8375), for
 * private use (ICANN, resolution 2024.07.29.06). What they resolve to is judged as well: here the resolver is not even asked.
 */
const privateNames = /(^|\.)(localhost|local|internal|home\.arpa)$/;

/** An IP address that is not public, a name without a dot, which only a network's own search list completes, or a private name. */
function isPrivateHost(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) !== 0) return !isPublicAddress(address);
  return !host.includes('.') || privateNames.test(host);
}

const permission = (host: string): string => `if you know it for a blog, add ${host} to DIGEST_PRIVATE_HOSTS`;

function privateAddress(url: URL): FetchError {
  const where = `${url.hostname} is not on the public internet`;
  return new FetchError('private-address', url, `is not read: ${where}; ${permission(url.host)}`);
}

function unusualPort(url: URL): FetchError {
  const which = `${portOf(url)} is none of the ports of the web (${[...usualPorts].join(', ')})`;
  return new FetchError('unusual-port', url, `is not read: ${which}; ${permission(url.host)}`);
}
