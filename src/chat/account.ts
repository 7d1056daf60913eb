/** A bot by the token that somebody just pasted: who it is, where it could post, and what posts there. For the setup. */
import type { Finding } from './bot.ts';
import type { Place } from './conversation.ts';
import type { Platform } from './platform.ts';

export interface Account {
  /** Who the bot is and where, in words. */
  readonly who: string;
  /** What it lacks, each with a remedy. */
  readonly lacks: readonly Finding[];
  readonly platform: Platform;
  /**
   * Channels that it sees, by their names.
   * @throws PlatformError
   */
  channels(): Promise<readonly SeenChannel[]>;
  /** Whether it may post there. Never rejects. */
  examine(place: Place): Promise<Finding>;
}

export interface SeenChannel extends Place {
  /** As people call it. */
  readonly name: string;
}
