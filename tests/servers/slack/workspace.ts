/** A workspace: people, channels, and what stands in them. */
import type { Channel, Message, User } from './contract.ts';
import { app, type Ids, type TeamIdentity } from './identity.ts';
import type { Journal } from './journal.ts';
import { SlackError } from './slack-error.ts';

/** A message before Slack has given it its place in time. */
export type Draft = Pick<Message, 'channel' | 'author' | 'text' | 'blocks'> &
  Partial<Pick<Message, 'threadTs' | 'isBroadcast' | 'metadata' | 'unfurlLinks' | 'unfurlMedia' | 'onlyFor'>>;

/** How much is kept of what is posted, and who hears of it at once. */
export interface Keeping {
  /** `outlines`: a message without its text and blocks. */
  readonly keeps: 'everything' | 'outlines';
  onMessage(message: Message): void;
}

export interface Workspace {
  readonly bot: User;
  addUser(user?: Partial<Omit<User, 'id'>>): User;
  addChannel(channel?: Partial<Omit<Channel, 'id'>>): Channel;
  /** @throws SlackError `channel_not_found`. */
  channel(id: string): Channel;
  channels(): readonly Channel[];
  /** Undefined for an unknown channel. */
  kindOf(channel: string): Channel['kind'] | undefined;
  /** @throws SlackError `user_not_found`. */
  user(id: string): User;
  /** Whether there is a person of that id, who has not left. */
  isPerson(id: string): boolean;
  changeChannel(id: string, change: Partial<Channel>): void;
  removeChannel(id: string): void;
  /** The bot leaves all channels. */
  leaveChannels(): void;
  /** All that stands in a channel and its threads, ephemeral messages left out, in order. */
  messages(channel: string): readonly Message[];
  ephemerals(channel: string): readonly Message[];
  find(channel: string, ts: string): Message | undefined;
  post(draft: Draft): Message;
  edit(message: Message, change: Pick<Message, 'text' | 'blocks'> & Partial<Pick<Message, 'metadata'>>): Message;
  remove(message: Message): void;
}

/** As Slack names what its people did not name. */
const nameOf = (kind: Channel['kind'] | undefined, id: string): string => {
  if (kind === 'im') return 'directmessage';
  return kind === 'mpim' ? `mpdm-one--other--${id}-1` : `channel-${id}`;
};

const outlineOf = (message: Message): Message => ({ ...message, text: '', blocks: [] });

export const createWorkspace = (
  team: TeamIdentity,
  ids: Ids,
  journal: Journal,
  { keeps, onMessage }: Keeping,
): Workspace => {
  const bot: User = {
    id: team.botUserId,
    name: app.botName,
    tz: 'America/Los_Angeles',
    isAdmin: false,
    isOwner: false,
    isBot: true,
    isDeleted: false,
  };
  const users = new Map<string, User>([[bot.id, bot]]);
  const channels = new Map<string, Channel>();
  /** By channel, then by `ts`. */
  const standing = new Map<string, Map<string, Message>>();
  const standingIn = (channel: string): Message[] => [...(standing.get(channel)?.values() ?? [])];

  const keep = (message: Message): void => {
    const there = standing.get(message.channel) ?? new Map<string, Message>();
    there.set(message.ts, keeps === 'outlines' ? outlineOf(message) : message);
    standing.set(message.channel, there);
  };

  const channel = (id: string): Channel => {
    const found = channels.get(id);
    if (found === undefined) throw new SlackError('channel_not_found');
    return found;
  };

  return {
    bot,
    channel,
    channels: () => [...channels.values()],
    kindOf: id => channels.get(id)?.kind,
    addUser(given = {}) {
      const id = ids.next('U');
      const user: User = {
        ...bot,
        id,
        name: `person_${id.toLowerCase()}`,
        tz: 'Europe/Warsaw',
        isBot: false,
        ...given,
      };
      users.set(id, user);
      return user;
    },
    addChannel(given = {}) {
      const id = ids.next(given.kind === 'im' ? 'D' : 'C');
      const added: Channel = {
        id,
        name: nameOf(given.kind, id.toLowerCase()),
        kind: 'public',
        isArchived: false,
        isMember: true,
        creator: bot.id,
        ...given,
      };
      channels.set(id, added);
      return added;
    },
    user(id) {
      const found = users.get(id);
      if (found === undefined) throw new SlackError('user_not_found');
      return found;
    },
    isPerson: id => users.get(id)?.isDeleted === false,
    changeChannel: (id, change) => void channels.set(id, { ...channel(id), ...change }),
    removeChannel: id => void channels.delete(id),
    leaveChannels() {
      for (const [id, left] of channels) channels.set(id, { ...left, isMember: false });
    },
    messages: id => standingIn(id).filter(({ onlyFor }) => onlyFor === undefined),
    ephemerals: id => standingIn(id).filter(({ onlyFor }) => onlyFor !== undefined),
    find: (id, ts) => standing.get(id)?.get(ts),
    post(draft) {
      const message: Message = {
        threadTs: undefined,
        isBroadcast: false,
        metadata: undefined,
        unfurlLinks: undefined,
        unfurlMedia: undefined,
        onlyFor: undefined,
        ...draft,
        ts: ids.timestamp(),
        isEdited: false,
      };
      keep(message);
      if (message.onlyFor === undefined) onMessage(message);
      journal.record(message.onlyFor === undefined ? 'message' : 'ephemeral', message);
      return message;
    },
    edit(message, change) {
      const edited: Message = { ...message, ...change, isEdited: true };
      keep(edited);
      journal.record('edit', edited);
      return edited;
    },
    remove: message => void standing.get(message.channel)?.delete(message.ts),
  };
};
