/** What the operator has to know of each platform: its name, the setting that turns it on, and what people type there. */
import type { Platform } from '../chat/platform.ts';

interface Terms {
  readonly label: string;
  /** The setting that holds its token. */
  readonly setting: string;
  /** What subscribes a channel, typed in it. */
  readonly subscribe: string;
}

export const platformTerms: Readonly<Record<Platform['name'], Terms>> = {
  slack: { label: 'Slack', setting: 'SLACK_BOT_TOKEN', subscribe: '/digest subscribe' },
  discord: { label: 'Discord', setting: 'DISCORD_TOKEN', subscribe: '/digest-channel subscribe' },
};
