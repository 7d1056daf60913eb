/**
 * A payload in a plainer form, for what Discord refuses: components, then an embed with the buttons below it, then embeds
 * alone. Each form is one message that can bear the key, so that no part is ever posted by halves. Plain content is none of
 * the forms: it has half the room, and nothing in it could bear a key that people do not see.
 */
import { type APIButtonComponent, type APIEmbed, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { buttonsIn, rowsOf, textsIn } from './component-tree.ts';
import { discordLimits } from './limits.ts';
import { renderLines } from './markdown.ts';
import { accentColour, type DiscordPayload, mentionsNobody } from './render.ts';

/** Between texts, each of which was a component. What a page holds, gaps included, fits into one embed. */
const gap = '\n\n';

/** The same words in the next plainer form; undefined for the plainest one. */
export const plainer = (payload: DiscordPayload): DiscordPayload | undefined => {
  const { components = [], embeds = [] } = payload;
  const buttons = components.flatMap(buttonsIn);
  if (((payload.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0) {
    return payloadOf(embedsOf(components.flatMap(textsIn).join(gap)), buttons);
  }
  if (buttons.length === 0) return undefined;
  const links = embedsOf(linksOf(buttons));
  return embeds.length + links.length === 0 ? undefined : payloadOf([...embeds, ...links], []);
};

const payloadOf = (embeds: APIEmbed[], buttons: readonly APIButtonComponent[]): DiscordPayload => ({
  ...(embeds.length > 0 && { embeds }),
  ...(buttons.length > 0 && { components: rowsOf(buttons) }),
  allowed_mentions: mentionsNobody,
});

const embedsOf = (description: string): APIEmbed[] =>
  description === '' ? [] : [{ description, color: accentColour }];

/** What the embeds of a message may hold beside the longest one, and its footer. */
const room = discordLimits.embedText - discordLimits.embedDescription - 100;

/** The addresses of link buttons, as lines; as many as there is room for. */
const linksOf = (buttons: readonly APIButtonComponent[]): string => {
  const lines = buttons.flatMap(button =>
    button.type === ComponentType.Button && 'url' in button && 'label' in button
      ? renderLines([{ text: button.label ?? '', href: button.url }], room)
      : [],
  );
  return lines.reduce((all, line) => {
    const longer = all === '' ? line : `${all}\n${line}`;
    return longer.length > room ? all : longer;
  }, '');
};
