import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/sources/http/public-address.ts';

/**
 * IANA's registries of special-purpose addresses as they stood in November 2026, multicast, and what clouds keep for themselves:
 * https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry
 */
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24
  192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  168.63.129.16/32`;
/** All but 2000::/3, and what is special within it. */
const special6 = `::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20`;

/** One each, since a list takes IPv4 addresses for mapped ones as well. */
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const subnet of special4.split(/\s+/)) blocked.ipv4.addSubnet(...subnetOf(subnet), 'ipv4');
for (const subnet of special6.split(/\s+/)) blocked.ipv6.addSubnet(...subnetOf(subnet), 'ipv6');

function subnetOf(text: string): [string, number] {
  const [address = '', bits] = text.split('/');
  return [address, Number(bits)];
}

const dotted = (bytes: Uint8Array): string => bytes.join('.');
const grouped = (bytes: Uint8Array): string => (Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? []).join(':');

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** Addresses within a subnet: chance alone would find few of them. */
const within = (subnet: string, length: number, parse: (address: string) => readonly number[]) => {
  const [address, bits] = subnetOf(subnet);
  const start = parse(address);
  return bytes(length).map(random =>
    random.map((byte, index) => {
      const kept = Math.min(8, Math.max(0, bits - index * 8));
      const mask = 0xff & (0xff << (8 - kept));
      return ((start[index] ?? 0) & mask) | (byte & ~mask & 0xff);
    }),
  );
};
const bytesOf4 = (address: string): readonly number[] => address.split('.').map(Number);
const bytesOf6 = (address: string): readonly number[] => {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [head = [], tail = []] = groups.map(half => half.split(':').filter(Boolean));
  const all = [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail];
  return all.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]);
};

describe('an address', () => {
  it('of IPv4 is public where no registry lists it as special', () => {
    const address = fc.oneof(bytes(4), ...special4.split(/\s+/).map(subnet => within(subnet, 4, bytesOf4))).map(dotted);
    fc.assert(
      fc.property(address, text => isPublicAddress(text) === !blocked.ipv4.check(text, 'ipv4')),
      { seed: 35, numRuns: 2000 },
    );
  });

  it('of IPv6 is public where it is given out for hosts and no registry lists it as special', () => {
    const subnets = ['2000::/3', ...special6.split(/\s+/)];
    const address = fc
      .oneof(bytes(16), ...subnets.map(subnet => within(subnet, 16, bytesOf6)))
      .map(grouped)
      .filter(text => !/^0064:ff9b:(0000:){4}|:0[02]00:5efe:[^:]+:[^:]+$/.test(text));
    fc.assert(
      fc.property(address, text => isPublicAddress(text) === !blocked.ipv6.check(text, 'ipv6')),
      { seed: 35, numRuns: 2000 },
    );
  });

  it("of NAT64's well-known prefix is judged by the IPv4 address that it carries (RFC 6052)", () => {
    const carried = fc.oneof(bytes(4), ...special4.split(/\s+/).map(subnet => within(subnet, 4, bytesOf4))).map(dotted);
    fc.assert(
      fc.property(carried, text => isPublicAddress(`64:ff9b::${text}`) === isPublicAddress(text)),
      { seed: 35 },
    );
  });

  it.each(['0:5efe', '200:5efe'])('of ISATAP (…:%s:…) is not public, whatever its prefix (RFC 5214)', middle => {
    const prefix = within('2a00::/12', 16, bytesOf6).map(address => grouped(address).split(':').slice(0, 4).join(':'));
    fc.assert(
      fc.property(prefix, text => !isPublicAddress(`${text}:${middle}:10.0.0.1`)),
      { seed: 35 },
    );
  });

  it.each([
    ['127.0.0.0', '126.255.255.255', '128.0.0.0'],
    ['10.255.255.255', '11.0.0.0', '9.255.255.255'],
    ['172.31.255.255', '172.32.0.0', '172.15.255.255'],
    ['192.168.0.0', '192.169.0.0', '192.167.255.255'],
    ['100.127.255.255', '100.128.0.0', '100.63.255.255'],
    ['169.254.0.0', '169.255.0.0', '169.253.255.255'],
    ['198.19.255.255', '198.20.0.0', '198.17.255.255'],
    ['224.0.0.0', '223.255.255.255', '1.0.0.0'],
    ['168.63.129.16', '168.63.129.15', '168.63.129.17'],
    ['2001:1ff:ffff::', '2001:200::', '2000:ffff::1'],
    ['2002::1', '2003::1', '2001:ffff::1'],
    ['3fff:fff::1', '3fff:1000::1', '3ffe::1'],
    ['1fff::1', '2000::1', '2a00::1'],
    ['4000::1', '3fff:ffff::1', '2c0f::1'],
  ])('%s is not public, and its neighbours %s and %s are', (special, ...neighbours) => {
    expect(isPublicAddress(special)).toBe(false);
    for (const neighbour of neighbours) expect(isPublicAddress(neighbour), neighbour).toBe(true);
  });

  it.each([
    '',
    'public.example',
    '8.8.8',
    '8.8.8.8.',
    '08.8.8.8',
    '134744072',
    '[2a00::1]',
    '2a00::1/64',
    'fe80::1%eth0',
    'fe80::1%eth0.100',
    '2a00::1%',
  ])('that is none as a resolver gives it is not public: %j', text => {
    expect(isPublicAddress(text)).toBe(false);
  });
});
