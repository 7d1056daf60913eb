/** An edition's thread as it will look in Slack or in Discord, drawn from the very parts that are posted. */
import { type DiscordPayload, renderDiscord } from '../../chat/discord/render.ts';
import type { Message } from '../../chat/message.ts';
import type { Part } from '../../chat/platform.ts';
import type { SlackPayload } from '../../chat/slack/payload.ts';
import { renderSlack } from '../../chat/slack/render.ts';
import { previewDiscord } from './discord-preview.ts';
import { discordUse } from './discord-use.ts';
import type { DrawnThread, PreviewedPlatform } from './drawing.ts';
import { previewFrame } from './frame.ts';
import { previewSlack } from './slack-preview.ts';
import { slackUse } from './slack-use.ts';

/** @param message Undefined where nothing is posted. */
export const drawThread = (platform: PreviewedPlatform, message: Message | undefined): DrawnThread => {
  if (message === undefined) return { platform, parts: [] };
  return platform === 'slack' ? drawSlack(renderSlack(message)) : drawDiscord(renderDiscord(message));
};

/** A whole page by itself. */
export const previewSlackThread = (parts: readonly Part<SlackPayload>[]): Promise<string> =>
  previewFrame(drawSlack(parts));

/** A whole page by itself. */
export const previewDiscordThread = (parts: readonly Part<DiscordPayload>[]): Promise<string> =>
  previewFrame(drawDiscord(parts));

const drawSlack = (parts: readonly Part<SlackPayload>[]): DrawnThread => ({
  platform: 'slack',
  parts: parts.map(({ place, payload }) => ({ place, content: previewSlack(payload), uses: slackUse(payload) })),
});

const drawDiscord = (parts: readonly Part<DiscordPayload>[]): DrawnThread => ({
  platform: 'discord',
  parts: parts.map(({ place, payload }) => ({ place, content: previewDiscord(payload), uses: discordUse(payload) })),
});
