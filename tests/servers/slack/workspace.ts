/** The workspace: people, channels, and what stands in them. */
import type { Channel, Message, User } from './contract.ts';
import { type Ids, identity } from './identity.ts';
import type { Journal } from './journal.ts';
import { SlackError } from './slack-error.ts';

/** A message before Slack has given it its place in time. */
export type Draft = Pick<Message, 'channel' | 'author' | 'text' | 'blocks'> &
  Partial<Pick<Message, 'threadTs' | 'isBroadcast' | 'metadata' | 'unfurlLinks' | 'unfurlMedia' | 'onlyFor'>>;

export interface Workspace {
  addUser(user?: Partial<Omit<User, 'id'>>): User;
  addChannel(channel?: Partial<Omit<Channel, 'id'>>): Channel;
  /** @throws SlackError `channel_not_found`. */
  channel(id: string): Channel;
  channels(): readonly Channel[];
  /** @throws SlackError `user_not_found`. */
  user(id: string): User;
  /** Whether there is a person of that id, who has not left. */
  isPerson(id: string): boolean;
  changeChannel(id: string, change: Partial<Channel>): void;
  removeChannel(id: string): void;
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

export const createWorkspace = (ids: Ids, journal: Journal): Workspace => {
  const bot: User = {
    id: identity.botUserId,
    name: identity.botName,
    tz: 'America/Los_Angeles',
    isAdmin: false,
    isOwner: false,
    isBot: true,
    isDeleted: false,
  };
  const users = new Map<string, User>([[bot.id, bot]]);
  const channels = new Map<string, Channel>();
  const standing = new Map<string, Message>();
  const key = ({ channel, ts }: Pick<Message, 'channel' | 'ts'>): string => `${channel} ${ts}`;
  const standingIn = (channel: string): Message[] =>
    [...standing.values()].filter(message => message.channel === channel);

  const channel = (id: string): Channel => {
    const found = channels.get(id);
    if (found === undefined) throw new SlackError('channel_not_found');
    return found;
  };

  return {
    channel,
    channels: () => [...channels.values()],
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
    messages: id => standingIn(id).filter(({ onlyFor }) => onlyFor === undefined),
    ephemerals: id => standingIn(id).filter(({ onlyFor }) => onlyFor !== undefined),
    find: (id, ts) => standing.get(key({ channel: id, ts })),
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
      standing.set(key(message), message);
      journal.record(message.onlyFor === undefined ? 'message' : 'ephemeral', message);
      return message;
    },
    edit(message, change) {
      const edited: Message = { ...message, ...change, isEdited: true };
      standing.set(key(message), edited);
      journal.record('edit', edited);
      return edited;
    },
    remove: message => void standing.delete(key(message)),
  };
};
