/** Addresses by which a stranger would have the bot ask this machine, its networks or its cloud: each in a form of its own. */
import type { FetchErrorCode } from '../../../src/sources/http/fetch-error.ts';
import type { Zone } from './a-watched-gate.ts';

export interface HostileAddress {
  readonly url: string;
  readonly code: FetchErrorCode;
}

const each = (code: FetchErrorCode, urls: readonly string[]): readonly HostileAddress[] =>
  urls.map(url => ({ url, code }));

/** As hosts, over http. */
const hosts = (...names: readonly string[]): readonly string[] => names.map(name => `http://${name}/`);

/** IPv4 as people, programs and attackers write it: all of it is one address to a URL (WHATWG URL, section 3.5). */
const notations = [
  ...hosts(
    '127.0.0.1',
    '127.0.0.1.',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '2130706433',
    '017700000001',
    '0x7f000001',
  ),
  ...hosts('0177.0.0.1', '0x7f.0.0.1', '0x7f.1', '0177.0x0.1', '127.0.0.0x1', '127.000.000.001', '0X7F.0X0.0X0.0X1'),
  ...hosts('１２７.０.０.１', '127。0。0。1', '127．0．0．1', '127｡0｡0｡1', '①②⑦.⓪.⓪.①', '𝟭𝟮𝟳.𝟬.𝟬.𝟭', '127.0.0.\u00AD1'),
  ...hosts('%31%32%37.0.0.1', '127%2e0%2e0%2e1', '%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1', '127.0.0.1\t'),
  'http:127.0.0.1/',
  'http:///127.0.0.1/',
  'http:/127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  'http://127.0.0.1\\@public.example/',
  'ht\ntp://127.0.0.1/',
  ' http://127.0.0.1/ ',
  'HTTP://127.0.0.1/',
  'https://127.0.0.1/',
  'http://127.0.0.1:8080/',
  'http://127.0.0.1?@public.example/',
  'http://127.0.0.1#@public.example/',
];

const special4 = [
  ...hosts('0.0.0.0', '0', '0x0', '00000000000', '0.0.0.1', '0.255.255.255'),
  ...hosts(
    '10.0.0.0',
    '10.0.0.1',
    '10.255.255.255',
    '167772161',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '192.168.257',
  ),
  ...hosts(
    '169.254.169.254',
    '169.254.43518',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '169.254.170.2',
    '169.254.0.1',
  ),
  ...hosts(
    '168.63.129.16',
    '0xa83f8110',
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.254',
    '192.0.0.192',
    '192.0.0.1',
  ),
  ...hosts('192.0.2.1', '198.51.100.1', '203.0.113.1', '192.88.99.1', '198.18.0.1', '198.19.255.255'),
  ...hosts('192.31.196.1', '192.52.193.1', '192.175.48.1'),
  ...hosts('224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '4294967295'),
];

const special6 = hosts(
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::0.0.0.1]', '[::]', '[::2]'],
  ...[
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
    '[::FFFF:10.0.0.1]',
    '[::ffff:169.254.169.254]',
  ],
  ...['[::ffff:8.8.8.8]', '[::127.0.0.1]', '[::10.0.0.1]', '[::8.8.8.8]', '[::ffff:0:127.0.0.1]'],
  ...[
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00::1]',
    '[fd00:ec2::254]',
    '[fdff:ffff::1]',
    '[ff02::1]',
    '[ff0e::1]',
  ],
  ...[
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::10.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b::100.100.100.200]',
    '[64:ff9b::0.0.0.0]',
  ],
  ...['[64:ff9b:1::10.0.0.1]', '[64:ff9b:1::8.8.8.8]', '[64:ff9b:1:fffe::1]'],
  ...['[2002:7f00:1::1]', '[2002:a00:1::]', '[2002:808:808::1]', '[2001::1]', '[2001:0:4136:e378:8000:63bf:3fff:fdd2]'],
  ...[
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[100::1]',
    '[100:0:0:1::1]',
    '[2001:2::1]',
    '[2001:10::1]',
    '[2001:20::1]',
  ],
  ...[
    '[2001:4:112::1]',
    '[2620:4f:8000::1]',
    '[2a00:1450:4001:82a:0:5efe:10.0.0.1]',
    '[2a00:1450::200:5efe:192.168.0.1]',
  ],
  ...['[4000::1]', '[1234::1]', '[e000::1]'],
);

/** Refused for what they are called, before the resolver is asked. */
export const privateNames = [
  ...hosts(
    'localhost',
    'LOCALHOST',
    'localhost.',
    'localhost..',
    'a.localhost',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    'lo%63alhost',
    'local\u00ADhost',
    'ｌｏｃａｌｈｏｓｔ',
  ),
  ...hosts(
    'printer.local',
    'PRINTER.LOCAL.',
    'metadata.google.internal',
    'metadata.google.internal.',
    'wiki.internal',
    'router.home.arpa',
  ),
  ...hosts(
    'metadata',
    'intranet',
    'kubernetes',
    'kubernetes.default.svc.cluster.local',
    'ip6-loopback',
    'host.docker.internal',
  ),
];

/** What the resolver of the tests says of names that look like any other. */
export const hostileZone: Zone = {
  'loopback4.example': [['127.0.0.1']],
  'loopback6.example': [['::1']],
  'loopback.example': [['127.0.0.1', '::1']],
  'localtest.me': [['127.0.0.1']],
  '127.0.0.1.nip.io': [['127.0.0.1']],
  'any.example': [['0.0.0.0']],
  'any6.example': [['::']],
  'ten.example': [['10.1.2.3']],
  'lan.example': [['192.168.178.1']],
  'docker.example': [['172.17.0.1']],
  'metadata.example': [['169.254.169.254']],
  'metadata6.example': [['fd00:ec2::254']],
  'azure.example': [['168.63.129.16']],
  'alibaba.example': [['100.100.100.200']],
  'oracle.example': [['192.0.0.192']],
  'mapped.example': [['::ffff:10.0.0.1']],
  'nat64.example': [['64:ff9b::10.0.0.1']],
  'teredo.example': [['2001::1']],
  'sixtofour.example': [['2002:a00:1::1']],
  'site.example': [['fec0::1']],
  'link.example': [['fe80::1%eth0']],
  'none.example': [[]],
  'garbage.example': [['not an address']],
  'mixed.example': [['93.184.215.14', '10.0.0.1']],
  'mixed-first.example': [['10.0.0.1', '93.184.215.14']],
  'mixed-late.example': [['93.184.215.14', '2606:2800:21f::1', '93.184.215.15', 'fd00::1']],
  'mixed-families.example': [['2606:2800:21f::1', '127.0.0.1']],
  'mixed-nat64.example': [['93.184.215.14', '64:ff9b::a00:1']],
  'xn--bcher-kva.example': [['10.0.0.1']],
};

const resolvedNames = [
  ...Object.keys(hostileZone)
    .filter(name => !name.startsWith('xn--'))
    .map(name => `http://${name}/feed.xml`),
  'https://TEN.example/',
  'http://ten.example./',
  'https://ten.example:8443/',
  'http://bücher.example/',
];

const schemes = [
  ...[
    'file:///etc/passwd',
    'file://127.0.0.1/etc/passwd',
    'ftp://127.0.0.1/',
    'sftp://127.0.0.1/',
    'tftp://127.0.0.1:69/a',
  ],
  ...[
    'gopher://127.0.0.1:6379/_INFO',
    'dict://127.0.0.1:11211/stat',
    'ldap://127.0.0.1/',
    'ws://127.0.0.1/',
    'wss://127.0.0.1/',
  ],
  ...[
    'data:text/xml,<rss/>',
    'javascript:alert(1)',
    'blob:http://127.0.0.1/1',
    'view-source:http://127.0.0.1/',
    'about:blank',
  ],
  ...[
    'jar:http://127.0.0.1!/',
    'unix:/var/run/docker.sock',
    'feed://127.0.0.1/',
    'http+unix://%2Fvar%2Frun%2Fdocker.sock/',
  ],
  ...[
    '//127.0.0.1/',
    '/etc/passwd',
    '127.0.0.1',
    'localhost:80',
    '',
    'http://',
    'http://[::1',
    'http://127.0.0.1:80:80/',
  ],
  ...[
    'http://[fe80::1%25eth0]/',
    'http://127.0.0.1%00.public.example/',
    'http://1.2.3.4.5/',
    'http://0x100000000/',
    'http://[::1]]/',
  ],
];

const ports = [
  0, 1, 21, 22, 23, 25, 53, 81, 110, 143, 445, 2375, 3000, 3306, 5432, 6379, 8000, 9200, 10250, 11211, 27017, 65535,
].map(port => `http://public.example:${port}/`);

const credentials = [
  'http://gehe1m@public.example/',
  'http://me:gehe1m@public.example/',
  'https://:gehe1m@public.example/',
  'http://public.example:gehe1m@127.0.0.1/',
  'http://public.example@gehe1m@127.0.0.1/',
  'http://%67ehe1m:gehe1m@localhost/',
  'http://gehe1m%20public.example%20@127.0.0.1/',
];

export const hostileAddresses: readonly HostileAddress[] = [
  ...each('private-address', [...notations, ...special4, ...special6, ...privateNames, ...resolvedNames]),
  ...each('bad-url', [...schemes, ...credentials]),
  ...each('unusual-port', ports),
];

const statuses = [301, 302, 303, 307, 308];

/** Where a redirect from a public blog leads to. */
const targets = [
  ['http://127.0.0.1/admin', 'private-address'],
  ['//[::1]/admin', 'private-address'],
  ['http://169.254.169.254/latest/meta-data/', 'private-address'],
  ['http://localhost/admin', 'private-address'],
  ['\\\\10.0.0.1\\admin', 'private-address'],
  ['https://ten.example/admin', 'private-address'],
  ['http://mixed.example/', 'private-address'],
  ['http://public.example:6379/', 'unusual-port'],
  ['http://me:gehe1m@public.example/', 'bad-url'],
  ['file:///etc/passwd', 'bad-url'],
  ['gopher://127.0.0.1:6379/_INFO', 'bad-url'],
] as const;

/** By the path of a public blog from which they are redirected to. */
export const hostileRedirects = targets.flatMap(([location, code], index) =>
  statuses.map(status => ({ path: `/${status}/${index}`, status, location, code })),
);
