/** Channels and what was said in them. https://docs.slack.dev/reference/methods/conversations.history and its neighbours. */
import type { Channel, Fields, Message } from '../contract.ts';
import { channelJson, messageJson } from '../json.ts';
import { SlackError } from '../slack-error.ts';
import { flag, limit, required, text } from '../web/arguments.ts';
import type { Method, World } from './method.ts';

/** A private channel that the bot is not in does not exist for it. */
const visibleChannel = (args: Fields, world: World): Channel => {
  const channel = world.workspace.channel(required(args, 'channel'));
  if (channel.kind !== 'public' && !channel.isMember) throw new SlackError('channel_not_found');
  return channel;
};

const readableChannel = (args: Fields, world: World): Channel => {
  const channel = visibleChannel(args, world);
  if (!channel.isMember) throw new SlackError('not_in_channel');
  return channel;
};

interface Page<Item> {
  readonly items: readonly Item[];
  readonly more: Fields;
}

/** A page from where the cursor says. The cursor is opaque to the app; here it names an offset. */
const pageOf = <Item>(items: readonly Item[], args: Fields, size: number): Page<Item> => {
  const cursor = text(args, 'cursor');
  const offset =
    cursor === ''
      ? 0
      : Number(
          Buffer.from(cursor, 'base64url')
            .toString()
            .replace(/^offset:/, ''),
        );
  if (!Number.isInteger(offset)) throw new SlackError('invalid_cursor');
  const end = offset + size;
  const hasMore = end < items.length;
  const next = hasMore ? Buffer.from(`offset:${end}`).toString('base64url') : '';
  return { items: items.slice(offset, end), more: { has_more: hasMore, response_metadata: { next_cursor: next } } };
};

const timestamp = /^\d+(?:\.\d{1,6})?$/;

/** `oldest` and `latest` stand outside the range unless it is `inclusive`. */
const within = (args: Fields): ((message: Message) => boolean) => {
  const oldest = text(args, 'oldest');
  const latest = text(args, 'latest');
  if (oldest !== '' && !timestamp.test(oldest)) throw new SlackError('invalid_ts_oldest');
  if (latest !== '' && !timestamp.test(latest)) throw new SlackError('invalid_ts_latest');
  const isInclusive = flag(args, 'inclusive');
  const isAfter = (ts: number, bound: number): boolean => (isInclusive ? ts >= bound : ts > bound);
  return ({ ts }) =>
    (oldest === '' || isAfter(Number(ts), Number(oldest))) && (latest === '' || isAfter(-Number(ts), -Number(latest)));
};

/** The payload of metadata is told only where it is asked for. https://docs.slack.dev/messaging/message-metadata */
const metadataJson = ({ metadata }: Message, args: Fields): Fields => {
  if (metadata === undefined) return {};
  return { metadata: flag(args, 'include_all_metadata') ? metadata : { event_type: metadata.event_type } };
};

const repliesTo = (parent: Message, world: World): readonly Message[] =>
  world.workspace.messages(parent.channel).filter(({ threadTs }) => threadTs === parent.ts);

const told = (message: Message, args: Fields, world: World): Fields => ({
  ...messageJson(message, world.team, message.threadTs === undefined ? repliesTo(message, world) : []),
  ...metadataJson(message, args),
});

const history: Method = (args, world) => {
  const channel = readableChannel(args, world);
  const messages = world.workspace
    .messages(channel.id)
    .filter(({ threadTs, isBroadcast }) => threadTs === undefined || isBroadcast)
    .filter(within(args))
    .reverse();
  const { items, more } = pageOf(messages, args, limit(args, 100, 999));
  return { messages: items.map(message => told(message, args, world)), ...more };
};

const replies: Method = (args, world) => {
  const channel = readableChannel(args, world);
  const found = world.workspace.find(channel.id, required(args, 'ts'));
  if (found === undefined || found.onlyFor !== undefined) throw new SlackError('thread_not_found');
  const parent = found.threadTs === undefined ? found : world.workspace.find(channel.id, found.threadTs);
  if (parent === undefined) throw new SlackError('thread_not_found');
  const messages = [parent, ...repliesTo(parent, world).filter(within(args))];
  const { items, more } = pageOf(messages, args, limit(args, 1000, 1000));
  return { messages: items.map(message => told(message, args, world)), ...more };
};

const info: Method = (args, world) => ({ channel: channelJson(visibleChannel(args, world), world.team) });

const join: Method = (args, world) => {
  const channel = world.workspace.channel(required(args, 'channel'));
  if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackError('is_archived');
  const wasMember = channel.isMember;
  world.workspace.changeChannel(channel.id, { isMember: true });
  return {
    channel: channelJson(world.workspace.channel(channel.id), world.team),
    ...(wasMember && { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }),
  };
};

const kindOfType: Readonly<Record<string, Channel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

/** @throws SlackError `invalid_types`. */
export const kindsAsked = (args: Fields): readonly Channel['kind'][] =>
  (text(args, 'types') || 'public_channel').split(',').map(type => {
    const kind = kindOfType[type.trim()];
    if (kind === undefined) throw new SlackError('invalid_types');
    return kind;
  });

const list: Method = (args, world) => {
  const kinds = kindsAsked(args);
  const channels = world.workspace
    .channels()
    .filter(({ kind, isMember }) => kinds.includes(kind) && (kind === 'public' || isMember))
    .filter(({ isArchived }) => !(isArchived && flag(args, 'exclude_archived')));
  const { items, more } = pageOf(channels, args, limit(args, 100, 1000));
  return { channels: items.map(channel => channelJson(channel, world.team)), ...more };
};

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.history': history,
  'conversations.info': info,
  'conversations.join': join,
  'conversations.list': list,
  'conversations.replies': replies,
};
