/** A payload in a plainer form, for a channel or a server that refuses it: components, then an embed, then content alone. */
import { type APIButtonComponent, MessageFlags } from 'discord-api-types/v10';
import { buttonsIn, rowsOf, textsIn } from './component-tree.ts';
import { discordLimits } from './limits.ts';
import { accentColour, type DiscordPayload, mentionsNobody } from './render.ts';

/** Between texts, each of which was a component. */
const gap = '\n\n';

/**
 * The same words in the next plainer form, in as many messages as it takes; undefined for the plainest form. The texts are
 * those of `renderDiscord`, each of which fits into plain content.
 */
export const plainer = (payload: DiscordPayload): readonly DiscordPayload[] | undefined => {
  if (((payload.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0) return asEmbeds(payload);
  if (payload.embeds !== undefined) return asContent(payload);
  return undefined;
};

/** What a page holds, gaps included, fits into one embed. */
const asEmbeds = ({ components = [] }: DiscordPayload): readonly DiscordPayload[] =>
  withButtons(
    joined(components.flatMap(textsIn), discordLimits.embedDescription).map(description => ({
      embeds: [{ description, color: accentColour }],
      allowed_mentions: mentionsNobody,
    })),
    components.flatMap(buttonsIn),
  );

/** Links in it show no previews, as they would show none in an embed. */
const asContent = ({ embeds = [], components = [] }: DiscordPayload): readonly DiscordPayload[] =>
  withButtons(
    joined(
      embeds.flatMap(({ description = '' }) => description.split(gap)),
      discordLimits.content,
    ).map(content => ({ content, flags: MessageFlags.SuppressEmbeds, allowed_mentions: mentionsNobody })),
    components.flatMap(buttonsIn),
  );

/** As few texts of at most `limit` characters as hold all. */
const joined = (texts: readonly string[], limit: number): readonly string[] => {
  const longer: string[] = [];
  for (const text of texts.filter(({ length }) => length > 0)) {
    const last = longer.at(-1);
    if (last === undefined || last.length + gap.length + text.length > limit) longer.push(text);
    else longer.splice(-1, 1, last + gap + text);
  }
  return longer;
};

/** Buttons stand below the last text, in rows; those for which a message has no room have messages of their own. */
const withButtons = (
  payloads: readonly DiscordPayload[],
  buttons: readonly APIButtonComponent[],
): readonly DiscordPayload[] => {
  if (buttons.length === 0) return payloads;
  const most = discordLimits.rows * discordLimits.rowButtons;
  const last: DiscordPayload = payloads.at(-1) ?? { allowed_mentions: mentionsNobody };
  return [
    ...payloads.slice(0, -1),
    { ...last, components: rowsOf(buttons.slice(0, most)) },
    ...withButtons([], buttons.slice(most)),
  ];
};
