/** What a message takes of Discord's limits: those by which the renderer cuts a thread into messages. */
import { buttonsIn, countOf, textsIn } from '../../chat/discord/component-tree.ts';
import { discordLimits } from '../../chat/discord/limits.ts';
import type { DiscordPayload } from '../../chat/discord/render.ts';
import type { LimitUse } from './limits-used.ts';

export const discordUse = ({ components = [] }: DiscordPayload): readonly LimitUse[] => {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const buttons = components.flatMap(buttonsIn);
  return [
    { what: 'components', used: sum(components.map(countOf)), most: discordLimits.components },
    {
      what: 'characters of text',
      used: sum(components.flatMap(textsIn).map(({ length }) => length)),
      most: discordLimits.displayText,
    },
    {
      what: 'bytes of JSON',
      used: Buffer.byteLength(JSON.stringify(components)),
      most: discordLimits.componentsJson,
    },
    ...(buttons.length === 0
      ? []
      : [{ what: 'buttons', used: buttons.length, most: discordLimits.rows * discordLimits.rowButtons }]),
  ];
};
