/** What a part carries of its key, so that it is not posted twice and can be found again. */
import { createHash } from 'node:crypto';

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * At most 25 characters. Within a few minutes Discord answers a second message under the same nonce with the first one,
 * where `enforce_nonce` is set, but it does not keep it: https://discord.com/developers/docs/resources/message#create-message
 */
export const nonceOf = (key: string): string => digest(key).toString('base64url').slice(0, 24);

/**
 * A number for the first component of a message. Discord keeps the ids that components are given and reads them back; it
 * takes positive numbers of 32 bits: https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 * The second highest bit is set, which keeps it away from the small numbers that Discord gives the others.
 */
export const markOf = (key: string): number => (digest(key).readUInt32BE(28) & 0x3fffffff) | 0x40000000;
