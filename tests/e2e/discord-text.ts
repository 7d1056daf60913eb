/** Messages of Discord as a person reads them. */
import { MessageFlags } from 'discord.js';
import { readLine } from '../chat/discord/markdown-reader.ts';
import { markdownOf, shownText } from '../chat/discord/shown.ts';
import { flatten } from '../servers/discord/forms/components.ts';
import type { Message } from '../servers/discord/records.ts';

/** Lines as they are shown, without markup. */
export const readMessage = (message: Message): string =>
  [message.content, ...markdownOf(message.embeds), ...markdownOf(message.components)]
    .flatMap(text => text.split('\n'))
    .filter(line => line !== '')
    .map(line => shownText(readLine(line)))
    .join('\n');

/** Labels of its buttons, in order. */
export const buttonsOf = (message: Message): readonly string[] =>
  message.components
    .flatMap(flatten)
    .filter(({ type }) => type === 2)
    .map(({ label }) => String(label));

/** What of it would notify somebody, lead elsewhere, or be markup that was not meant. */
export const liveIn = (message: Message): readonly string[] =>
  [message.content, ...markdownOf(message.components)]
    .flatMap(text => text.split('\n'))
    .flatMap(line => readLine(line).live);

export const isEphemeral = ({ flags }: Message): boolean => (flags & MessageFlags.Ephemeral) !== 0;
