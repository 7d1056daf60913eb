/** A chat platform's adapter as the program runs it: it listens, answers through the conversation that it was given, and posts. */
import type { Place } from './conversation.ts';
import type { Platform, PlatformError } from './platform.ts';

export interface Bot {
  readonly platform: Platform;
  /**
   * Resolves once it can hear people.
   * @throws PlatformError `revoked` for a token that is refused, `unreachable`, `no-permission`.
   */
  start(): Promise<void>;
  /** Resolves with why, where the platform closed the connection for good. A bot that can connect again does so by itself. */
  readonly ended: Promise<PlatformError>;
  /** Resolves once what was in hand is done. */
  stop(): Promise<void>;
}

/** One thing that the doctor looked at. */
export interface Finding {
  readonly isWell: boolean;
  /** What was looked at and what was found. */
  readonly what: string;
  /** What to do about it, where it is not well. */
  readonly remedy?: string;
}

/** Examines a platform without starting the bot: its token, scopes and permissions, and each of `channels`. Never rejects. */
export type Examine = (channels: readonly Place[]) => Promise<readonly Finding[]>;
