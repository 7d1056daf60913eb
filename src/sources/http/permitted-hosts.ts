/** The hosts that the operator has opened to the bot, private or not: by the name that an address bears, whatever it resolves to. */
import type { PrivateHost } from '../../edition/setting-forms.ts';

/** The ports of the web, and those that stand in for them where programs may not open low ones. */
export const usualPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** @param host as a URL has it: in lower case, IPv6 in brackets. */
export type IsPermitted = (host: string, port: number) => boolean;

export const nonePermitted: IsPermitted = () => false;

/** A host without a port is opened on the usual ones. Whoever leads there is followed: a redirect and a link in a feed too. */
export function permitting(hosts: readonly PrivateHost[]): IsPermitted {
  const permitted = new Set(hosts.map(({ host, port }) => (port === undefined ? host : `${host}:${port}`)));
  return (host, port) => permitted.has(`${host}:${port}`) || (usualPorts.has(port) && permitted.has(host));
}
