/** A workspace of the loopback Slack as a test sees it: what stands in it, who is in it, and how the app came into it. */
import type { Channel, Message, User, View } from '../contract.ts';
import type { Consent, Page } from '../oauth/contract.ts';
import type { HttpPeople, People } from '../people/contract.ts';

export interface Team {
  readonly teamId: string;
  readonly teamName: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The newest that was given for this team, refused or not; empty where the app was never installed. */
  readonly botToken: string;
  /** What buys the next bot token; empty where tokens last, and where the app is not installed. */
  readonly refreshToken: string;
  readonly isInstalled: boolean;

  addUser(user?: Partial<Omit<User, 'id'>>): User;
  /** Default: public, not archived, with the bot in it. */
  addChannel(channel?: Partial<Omit<Channel, 'id'>>): Channel;
  /** @throws Error for an unknown id, and for one of another team. */
  channel(id: string): Channel;

  /** What stands in the channel itself, in order, without replies. */
  messages(channel: string): readonly Message[];
  /** The parent and its replies, in order. */
  thread(channel: string, ts: string): readonly Message[];
  /** The messages that one person sees, in order. */
  ephemerals(channel: string): readonly Message[];
  /** A person's stack of modals, the topmost last. */
  modals(user: string): readonly View[];
  home(user: string): View | undefined;

  /** Sets the scopes of the bot's tokens. */
  grant(scopes: readonly string[]): void;
  archive(channel: string): void;
  unarchive(channel: string): void;
  deleteChannel(channel: string): void;
  removeBot(channel: string): void;
  inviteBot(channel: string): void;
  /** A person writes. Sends no event. */
  say(words: {
    readonly channel: string;
    readonly user: string;
    readonly text: string;
    readonly thread?: string;
  }): Message;

  /** People whose deeds reach the app through its Socket Mode connections. */
  readonly people: People;
  /** People whose deeds reach the app as signed HTTP requests to `address` (bolt: `http://127.0.0.1:PORT/slack/events`). */
  peopleOverHttp(address: string): HttpPeople;

  /**
   * A person opens the app's install page in a browser of their own and presses "Add to Slack", where it does not lead on by
   * itself. Resolves with what Slack asks them.
   * @param person User id; a new person where it is not given.
   * @throws Error where the app's page leads nowhere, and with Slack's code (`bad_redirect_uri` …) where Slack refuses the request.
   */
  visit(installUrl: string, person?: string): Promise<Consent>;
  /** The same, and all the way: the person allows it and is sent back to the app. Resolves with the app's last page. */
  install(installUrl: string, person?: string): Promise<Page>;
}
