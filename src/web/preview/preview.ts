/** An edition's thread as a page that looks as it will in Slack or in Discord, made from the very parts that are posted. */
import type { DiscordPayload } from '../../chat/discord/render.ts';
import type { Part } from '../../chat/platform.ts';
import type { SlackPayload } from '../../chat/slack/payload.ts';
import { previewDiscord } from './discord-preview.ts';
import { type Html, type PreviewedPlatform, previewFrame } from './frame.ts';
import { previewSlack } from './slack-preview.ts';

export const previewSlackThread = (parts: readonly Part<SlackPayload>[]): Promise<string> =>
  preview('slack', parts, previewSlack);

export const previewDiscordThread = (parts: readonly Part<DiscordPayload>[]): Promise<string> =>
  preview('discord', parts, previewDiscord);

const preview = <Payload>(
  platform: PreviewedPlatform,
  parts: readonly Part<Payload>[],
  show: (payload: Payload) => Html,
): Promise<string> => {
  const inPlace = (place: Part<Payload>['place']): Html[] =>
    parts.filter(part => part.place === place).map(({ payload }) => show(payload));
  return previewFrame(platform, inPlace('parent'), inPlace('reply'));
};
