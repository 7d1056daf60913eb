/** What a part carries of its key, so that it is not posted twice and can be found again. */
import { createHash } from 'node:crypto';
import type { MessageRead } from './api.ts';
import type { DiscordPayload } from './render.ts';

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

/** For the footer of an embed without components, which has nothing else to bear a mark. People see it, so it is short. */
const referenceOf = (key: string): string => `Part ${digest(key).toString('hex', 0, 6)}`;

/** The body under which a payload is posted: it pings nobody, is taken once, and can be found. */
export const bodyOf = (payload: DiscordPayload, key: string) => ({
  ...markedPayload(payload, key),
  nonce: nonceOf(key),
  enforce_nonce: true,
});

/** What opens a post in a forum, which takes no nonce. */
export const markedPayload = (payload: DiscordPayload, key: string): DiscordPayload => ({
  ...(withMark(payload, markOf(key)) ?? withReference(payload, referenceOf(key))),
  allowed_mentions: { parse: [] },
});

const withMark = (payload: DiscordPayload, id: number): DiscordPayload | undefined => {
  const [first, ...others] = payload.components ?? [];
  return first && { ...payload, components: [{ ...first, id }, ...others] };
};

const withReference = (payload: DiscordPayload, text: string): DiscordPayload => {
  const [first, ...others] = payload.embeds ?? [];
  return first === undefined ? payload : { ...payload, embeds: [{ ...first, footer: { text } }, ...others] };
};

/** The id of the first component of a message that is a part of an answer; `markOf` and Discord give none like it. */
const partMark = 0x20_00_00_00;

export const markedAsPart = (payload: DiscordPayload): DiscordPayload => withMark(payload, partMark) ?? payload;

export const isMarkedAsPart = ({
  components,
}: {
  readonly components: readonly { readonly id?: number | undefined }[];
}): boolean => components[0]?.id === partMark;

export const isMarked = ({ components, embeds }: Pick<MessageRead, 'components' | 'embeds'>, key: string): boolean =>
  components?.[0]?.id === markOf(key) || embeds?.[0]?.footer?.text === referenceOf(key);
