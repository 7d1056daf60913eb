/** The loopback Slack as a test sees it: its teams, what happened in them, and the faults that it can be asked for. */
import type { Clock } from './clock.ts';
import type { Team } from './teams/contract.ts';

/** A JSON object whose fields are not known. */
export type Fields = Readonly<Record<string, unknown>>;

export interface SlackOptions {
  /** What time it is: for deadlines, triggers, response URLs, retries and rate limits. Default: the machine's clock. */
  readonly clock?: Clock;
  /** Scopes of the bot's tokens before any is installed with OAuth. Default: all that the server's methods ask for. */
  readonly scopes?: readonly string[];
  /** Scopes of the app's token. Default: `connections:write`. */
  readonly appScopes?: readonly string[];
  /** `enforced` answers 429 above the documented rates. Default: `off`. */
  readonly rateLimits?: 'off' | 'enforced';
  /** `rotating`: they expire after twelve hours and come with a refresh token. Default: `lasting`. */
  readonly botTokens?: 'lasting' | 'rotating';
  /**
   * `outlines`, for many messages: they stand without text and blocks, calls are counted and not kept, and `next` hands out
   * only those that come while it waits. Default: `everything`.
   */
  readonly keeps?: 'everything' | 'outlines';
  /** Origin at which response URLs are reached, where something stands before the server. Default: its own. */
  readonly responseOrigin?: () => string;
  /** Hears of each message that is posted in a channel or thread, whole, before the call is answered. */
  readonly onMessage?: (message: Message) => void;
}

export interface User {
  readonly id: string;
  readonly name: string;
  /** IANA zone. */
  readonly tz: string;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  readonly isBot: boolean;
  readonly isDeleted: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly isArchived: boolean;
  /** Whether the bot is in it. */
  readonly isMember: boolean;
  /** User id. */
  readonly creator: string;
}

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Fields;
}

/** A message as it stands now; an edit makes a new one with the same `ts`. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** The parent's `ts`, of a reply. */
  readonly threadTs: string | undefined;
  /** Whether a reply is shown in the channel as well. */
  readonly isBroadcast: boolean;
  /** User id of the bot or of a person. */
  readonly author: string;
  readonly text: string;
  /** With the `block_id` and `action_id` that Slack makes up where there are none. */
  readonly blocks: readonly Fields[];
  readonly metadata: Metadata | undefined;
  readonly isEdited: boolean;
  readonly unfurlLinks: boolean | undefined;
  readonly unfurlMedia: boolean | undefined;
  /** User id of the only person who sees it, of an ephemeral message. */
  readonly onlyFor: string | undefined;
}

/** A modal or a home tab as it stands now. */
export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  /** User id of the person who sees it. */
  readonly user: string;
  /** Changes with each update. */
  readonly hash: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly externalId: string;
  readonly blocks: readonly Fields[];
  /** What the app sent, with generated ids. */
  readonly json: Fields;
  readonly rootId: string;
  readonly previousId: string | undefined;
}

/** A call of the Web API, whatever became of it. */
export interface Call {
  readonly method: string;
  /** Arguments as they came, those that are JSON within a form parsed. */
  readonly args: Fields;
  readonly token: string | undefined;
  /** The status of the answer, and its body; undefined while it runs, and where the connection broke. */
  readonly answer: { readonly status: number; readonly body: Fields } | undefined;
}

/** A Socket Mode connection. */
export interface Connection {
  readonly id: number;
  readonly isOpen: boolean;
  /** Breaks the connection off without a word, as a network does. */
  drop(): void;
  /** Says `disconnect`; after `refresh_requested` and `link_disabled` Slack closes the connection itself. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Resolves once the app has answered a ping. */
  ping(): Promise<void>;
}

/** What can be waited for, by kind. */
export interface Happenings {
  /** A call of the Web API that was answered, or broken off. */
  readonly call: Call;
  /** A message that was posted in a channel or thread. */
  readonly message: Message;
  /** A message that was changed. */
  readonly edit: Message;
  /** A message that one person sees. */
  readonly ephemeral: Message;
  /** A view that was opened, pushed, updated or published. */
  readonly view: View;
  readonly connection: Connection;
  readonly disconnection: Connection;
}

/** What a call is answered instead of what it asks for. */
export type Fault =
  /** `{"ok": false, "error": …}`, status 200. Nothing is done. */
  | { readonly kind: 'error'; readonly error: string }
  /** 429, with `Retry-After` where seconds are given. Nothing is done. */
  | { readonly kind: 'rate-limited'; readonly retryAfter?: number }
  /** That status with a page for a body. Nothing is done. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks before anything is done, or after it was done and before the answer. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** No answer ever, the connection stays open. */
  | { readonly kind: 'hang'; readonly when: 'before' | 'after' };

/** The whole of Slack; as a team it is the one that is there from the start. */
export interface SlackServer extends Team {
  /** The Web API's address, for `slackApiUrl`. */
  readonly url: string;
  /** For `authorizationUrl`. */
  readonly authorizeUrl: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;

  /** Default: with the app in it, its bot token as a first installation gives it. */
  addTeam(team?: { readonly name?: string; readonly isInstalled?: boolean }): Team;
  /** @throws Error for an unknown id. */
  team(id: string): Team;

  /** Calls in the order of their arrival, of all teams; of one method where it is named. */
  calls(method?: string): readonly Call[];
  /** How many calls there were, of one method where it is named. Counts where nothing is kept, too. */
  count(method?: string): number;
  /** The open Socket Mode connections. */
  readonly connections: readonly Connection[];
  /**
   * Resolves with the first happening of a kind that fits and that was not handed out before, be it past or to come; so
   * nothing is missed between an action and the waiting for it. Rejects when the server closes before.
   */
  next<Kind extends keyof Happenings>(
    kind: Kind,
    fits?: (happening: Happenings[Kind]) => boolean,
  ): Promise<Happenings[Kind]>;

  /**
   * Lays down a fault for a method (`*`: any). `call` counts from now, 1 is the next one (default); `times` is how
   * many calls in a row are answered so (default 1).
   */
  fail(method: string, fault: Fault, at?: { readonly call?: number; readonly times?: number }): void;
  /** Makes a token be refused from now on. */
  revoke(token: string, error?: 'token_revoked' | 'account_inactive' | 'invalid_auth'): void;

  close(): Promise<void>;
}
