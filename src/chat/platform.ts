/** What delivery needs of a chat platform: a message as parts, and a way to post one and to learn whether it arrived. */
import type { Message } from './message.ts';

/** One call to the platform: what it posts in one go, within all its limits. */
export interface Part<Payload> {
  /** A `parent` opens the thread, a `reply` goes into it. Of the parts of a message, only the first is a parent. */
  readonly place: 'parent' | 'reply';
  /** The body of the call, JSON, without channel, thread and key. */
  readonly payload: Payload;
}

/** Where a part goes. */
export interface Target {
  /** The platform's id of the workspace (Slack team, Discord guild). Empty where the channel alone was named, and tells it. */
  readonly workspace: string;
  readonly channel: string;
  /** Of a reply: the thread, as `Posted` named it. */
  readonly thread?: string;
}

/** A part that stands in a channel. */
export interface Posted {
  /** The platform's id of the message. */
  readonly id: string;
  /** Where the replies that follow go. It changes where the platform closed the thread and a new one was opened. */
  readonly thread: string;
  /** What the operator should know, such as that a part was posted in a plainer form than it was rendered. */
  readonly note?: string;
}

/** Whom a limit or a failure concerns: one channel, one workspace, or the bot wherever it is. */
export type Reach = 'channel' | 'workspace' | 'platform';

/** How many parts may be posted within a time, by what the vendor documents. */
export interface RateLimit {
  readonly per: Reach;
  readonly parts: number;
  /** Milliseconds. */
  readonly within: number;
}

export interface Platform<Payload = unknown> {
  readonly name: 'slack' | 'discord';
  /** Those of posting, all of which hold at once. */
  readonly limits: readonly RateLimit[];
  /** Pure: the same message gives the same parts. */
  render(message: Message): readonly Part<Payload>[];
  /**
   * @param key Names the part for ever (`edition/subscription/ordinal`), so that it can be found again.
   * @throws PlatformError
   */
  post(target: Target, part: Part<Payload>, key: string): Promise<Posted>;
  /**
   * The message that was posted under `key`, where it arrived.
   * @param sentAt When the call began, ISO 8601: the message is looked for around it.
   * @throws PlatformError `unreadable` where nobody will know: the operator declined the permission to read, or too much stands there.
   */
  find(target: Target, key: string, sentAt: string): Promise<Posted | undefined>;
  /**
   * Writes to one person alone, outside of any channel.
   * @throws PlatformError
   */
  tell(person: { readonly workspace: string; readonly id: string }, message: Message): Promise<void>;
  /**
   * Where a client waits by itself for a limit to pass, so that not each shows in an error: `hear` is told of every answer that
   * there were too many calls (429), and for how many milliseconds there are to be none.
   */
  onRateLimit?(hear: (retryAfter: number) => void): void;
}

export type PlatformErrorCode =
  /** The channel does not exist, or not for the bot. */
  | 'channel-gone'
  /** The channel or its thread takes no messages any more. */
  | 'channel-archived'
  /** The bot is not in the channel. */
  | 'not-in-channel'
  /** The bot lacks a permission or scope, which the message names. */
  | 'no-permission'
  /** The port of this machine on which the platform was to call cannot be listened on. */
  | 'no-port'
  /** The token was revoked, or the bot removed from the workspace. */
  | 'revoked'
  /** Too many calls: `retryAfter` says how long to wait. */
  | 'rate-limited'
  /** The platform refuses this part, in its plainest form too. */
  | 'refused'
  /** The bot may not read back what it posted: whether a part arrived cannot be learnt. */
  | 'unreadable'
  /** No answer, or a fault of the platform's: whether the part arrived is not known. */
  | 'unreachable';

/** A call that failed; the message says what happened, where, and what to do. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly code: PlatformErrorCode;
  /** Milliseconds, where the platform said. */
  readonly retryAfter: number | undefined;
  /** For what else the same call would fail. */
  readonly reach: Reach;

  constructor(
    code: PlatformErrorCode,
    message: string,
    options: ErrorOptions & { readonly retryAfter?: number; readonly reach?: Reach } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.reach = options.reach ?? 'channel';
  }
}
