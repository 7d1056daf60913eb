/** The forms of settings: what a value must look like, and what is said where it does not. No value is repeated in what is said. */
import { isIP } from 'node:net';
import { z } from 'zod';

/** Of a setting that is a list, separated by commas, spaces or both. */
export const wordsOfList = (text: string): readonly string[] => text.split(/[\s,]+/).filter(word => word !== '');

/** `what` it is, with its article. */
export const wholeNumber = (least: number, most: number, what = 'a whole number') => {
  const wrong = `is not ${what} from ${least} to ${most}`;
  return z.coerce.number(wrong).int(wrong).min(least, wrong).max(most, wrong);
};

export const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not an address that starts with https:' })
  .transform(url => url.replace(/(?<!\/)\/+$/, ''));

/** What links begin with: nothing can follow a query, and a password in it would be shown to everybody. */
export const siteAddress = webAddress.refine(address => {
  const { username, password, search, hash } = new URL(address);
  return username + password + search + hash === '';
}, 'is to be an address without a name, a password, a query or a fragment, such as https://digest.example.org');

/** Never shown: not in a message, not in a log line. */
export const secret = (purpose: string) => ({ description: purpose, isSecret: true });

/** A token, told by how it starts; `others` are tokens that belong elsewhere. What is wrong is said without showing it. */
export const token = (prefix: string, what: string, others: Readonly<Record<string, string>> = {}) =>
  z
    .string()
    .trim()
    .superRefine((value, { addIssue }) => {
      if (value.startsWith(prefix) && /^[\w.-]+$/.test(value)) return;
      const other = Object.entries(others).find(([start]) => value.startsWith(start));
      addIssue(other ? `holds ${other[1]}` : `is not ${what}, which starts with ${prefix}`);
    });

/** Whatever a header can carry: vendors do not say what their keys look like. */
export const key = (purpose: string) =>
  z
    .string()
    .trim()
    .regex(/^[!-~]+$/, 'is not a key: it has blanks or signs that no key has')
    .meta(secret(purpose))
    .optional();

/** Those of Slack begin with U or, in an organisation, W. */
export const slackManagers = z.string().transform((text, { addIssue }) => {
  const words = wordsOfList(text);
  const kind = words.length === 1 ? words[0]?.toLowerCase() : undefined;
  if (kind === 'members' || kind === 'admins') return kind;
  if (words.length > 0 && words.every(word => /^[UW][A-Z0-9]{6,}$/.test(word))) return words;
  addIssue('is neither members nor admins, nor ids of people such as U024BE7LH, separated by commas');
  return z.NEVER;
});

/** The most shards that a list may name: far more than one process can run. */
const mostShards = 1_000;

/** Numbers and spans of them, such as `0,2` or `0-3`; whether they fit together is for `shardsProblem` to say. */
export const shardList = z.string().transform((text, { addIssue }) => {
  const words = text.split(',').map(word => /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(word));
  const spans = words.map(word => ({ first: Number(word?.[1]), last: Number(word?.[2] ?? word?.[1]) }));
  const length = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (spans.every(({ first, last }) => first <= last) && length <= mostShards) {
    return spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  }
  addIssue(`is not a list of at most ${mostShards} shards such as 0,1 or 0-3`);
  return z.NEVER;
});

/** The page of the bot to which Slack sends back who installs it. */
export const installRedirectPath = '/slack/oauth_redirect';

/** AES-256 takes no other. */
const keyBytes = 32;

/** As 64 hexadecimal digits or as base64, of either alphabet; undefined where it is neither. */
const bytesOf = (word: string): Buffer | undefined => {
  if (/^[\da-f]{64}$/i.test(word)) return Buffer.from(word, 'hex');
  return /^[\w+/-]+={0,2}$/.test(word) ? Buffer.from(word, 'base64') : undefined;
};

/** Keys that encrypt and decrypt, the first of which encrypts. */
export const encryptionKeys = z.string().transform((text, { addIssue }) => {
  const [first, ...rest] = wordsOfList(text).map(bytesOf);
  const isKey = (bytes: Buffer | undefined): bytes is Buffer => bytes?.length === keyBytes;
  if (isKey(first) && rest.every(isKey)) return [first, ...rest] as const;
  addIssue(
    `is not a key of ${keyBytes} bytes, as 64 hexadecimal digits or as base64 (\`openssl rand -hex 32\` makes one), nor several of them separated by commas`,
  );
  return z.NEVER;
});

/** A channel: `slack:C…`, in many workspaces `slack:T…/C…`, or `discord:…`. */
export const alertChannel = z
  .string()
  .trim()
  .regex(
    /^(slack:([TE][A-Z0-9]+\/)?[CG][A-Z0-9]+|discord:\d+)$/,
    'is not a channel such as slack:C0123456789, slack:T0123456789/C0123456789 or discord:1234567890',
  )
  .transform(given => {
    const [platform = '', place = ''] = given.split(':');
    const [channel = '', workspace] = place.split('/').toReversed();
    return {
      platform: platform === 'slack' ? ('slack' as const) : ('discord' as const),
      channel,
      ...(workspace !== undefined && { workspace }),
    };
  });

/** A host as a URL has it, in lower case and IPv6 in brackets; without a port, the usual ones of the web. */
export interface PrivateHost {
  readonly host: string;
  readonly port?: number;
}

/** Undefined for what is no host: an address, a pattern, a port that there is not. */
const hostIn = (word: string): PrivateHost | undefined => {
  const [, name = '', digits] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(word) ?? [];
  const url = /[*@/\\?#%]/.test(name) || name === '' ? null : URL.parse(`http://${name}`);
  const port = digits === undefined ? undefined : Number(digits);
  if (url === null || port === 0 || (port ?? 1) > 65_535) return undefined;
  return { host: url.hostname.replace(/(?<!\.)\.+$/, ''), ...(port !== undefined && { port }) };
};

/** Hosts, with or without a port. */
export const privateHosts = z.string().transform((text, { addIssue }): readonly PrivateHost[] => {
  const words = wordsOfList(text);
  const hosts = words.map(hostIn);
  if (hosts.every(host => host !== undefined)) return hosts;
  addIssue('is not a list of hosts such as wiki.internal, 10.0.0.5:8090 or [fd00::5], separated by commas');
  return z.NEVER;
});

const isNetwork = (word: string): boolean => {
  const [address = '', bits = '0', ...rest] = word.split('/');
  const version = isIP(address);
  return version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
};

/** Addresses of machines, and networks in the notation of RFC 4632. */
export const networks = z.string().transform((text, { addIssue }): readonly string[] => {
  const words = wordsOfList(text);
  if (words.every(isNetwork)) return words;
  addIssue('is not a list of addresses or networks such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, separated by commas');
  return z.NEVER;
});
