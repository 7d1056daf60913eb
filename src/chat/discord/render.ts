/** Renders a neutral message for Discord: the message and its replies as parts, each a container of components within all limits. */
import {
  type APIAllowedMentions,
  type APIComponentInContainer,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../message.ts';
import type { Part } from '../platform.ts';
import { componentsOf } from './components.ts';
import { pagesOf } from './pages.ts';

/** The body of Create Message, and of answers: https://discord.com/developers/docs/resources/message#create-message */
export interface DiscordPayload {
  readonly flags?: MessageFlags;
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
}

/** No text notifies anybody, whatever it says: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
export const mentionsNobody: APIAllowedMentions = { parse: [] };

/** The bar at the side of a container or an embed. */
export const accentColour = 0x1f_6f_eb;

/**
 * The first part is the parent, and what does not fit into it goes on as the first replies. Blocks that show nothing are left out;
 * a message of nothing else has no parts.
 */
export const renderDiscord = (message: Message): readonly Part<DiscordPayload>[] =>
  payloadsOf(message).map((payload, index) => ({ place: index === 0 ? 'parent' : 'reply', payload }));

const payloadsOf = (message: Message): DiscordPayload[] => [
  ...pagesOf(componentsOf(message.blocks)).map(payloadOf),
  ...(message.thread ?? []).flatMap(payloadsOf),
];

/** https://discord.com/developers/docs/components/reference#container */
const payloadOf = (components: APIComponentInContainer[]): DiscordPayload => ({
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.Container, accent_color: accentColour, components }],
  allowed_mentions: mentionsNobody,
});
