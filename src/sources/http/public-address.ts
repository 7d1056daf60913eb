/** Which IP addresses are public, so that whoever names one learns nothing of this machine and its networks. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of the whole IPv6 space only this is given out for hosts of the internet (IANA, IPv6 Global Unicast Address Assignments). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** The well-known prefix under which networks that have IPv6 alone reach IPv4 (RFC 6052, section 2.1). */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Azure answers machines about themselves here, at an address that is nowhere registered as special (Azure, "What is IP address 168.63.129.16?"). */
const azureHost = '168.63.129.16';

/**
 * True where `text` is an IP address of a host on the internet. What is not an IP address is not.
 *
 * All that IANA's registries of special-purpose addresses list (RFC 6890) is refused, reachable or not: no blog is there. Of those
 * that carry an IPv4 address within, 6to4 (RFC 3056), Teredo (RFC 4380), ISATAP (RFC 5214), mapped and compatible ones (RFC 4291) and
 * local NAT64 (RFC 8215) are refused whatever they carry, since tunnels and mappings lead past what is judged here. NAT64's well-known
 * prefix is judged by the IPv4 address that it carries, as a network with DNS64 has no other way to most blogs; translators refuse
 * private addresses there themselves (RFC 6052, section 3.1). A prefix of a network's own (section 2.2) looks like any public address.
 */
export function isPublicAddress(text: string): boolean {
  // Each takes some texts that the other does not: short notations, zones of other than letters and digits.
  if (isIP(text) === 0 || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv4 ? isPublicV4(address) : isPublicV6(address);
}

const isPublicV4 = (address: ipaddr.IPv4): boolean => address.range() === 'unicast' && address.toString() !== azureHost;

function isPublicV6(address: ipaddr.IPv6): boolean {
  if (address.match(nat64)) return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(globalUnicast) && address.range() === 'unicast' && !isIsatap(address);
}

/** Told by the second half of the address, within any prefix (RFC 5214, section 6.1). */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => (parts[4] === 0 || parts[4] === 0x02_00) && parts[5] === 0x5e_fe;
