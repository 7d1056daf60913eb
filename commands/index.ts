/** The commands, as an explicit list. */
import type { Command } from './command.ts';
import { digestCommand } from './digest.ts';
import { helpCommand } from './help.ts';
import { postCommand } from './post.ts';
import { sourcesCommand } from './sources.ts';
import { statusCommand } from './status.ts';
import { subscribeCommand } from './subscribe.ts';
import { subscriptionsCommand } from './subscriptions.ts';
import { unsubscribeCommand } from './unsubscribe.ts';

const explained: readonly Command[] = [
  digestCommand,
  sourcesCommand,
  statusCommand,
  subscribeCommand,
  unsubscribeCommand,
  subscriptionsCommand,
];

/** Those that people type. */
export const typedCommands: readonly Command[] = [...explained, helpCommand(explained)];

/** Those that buttons stand for as well. */
export const commands: readonly Command[] = [...typedCommands, postCommand];
