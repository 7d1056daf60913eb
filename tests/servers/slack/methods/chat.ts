/** Messages. https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
import type { Channel, Fields, Message } from '../contract.ts';
import { messageJson } from '../json.ts';
import { SlackError } from '../slack-error.ts';
import { flag, optionalFlag, required, text } from '../web/arguments.ts';
import { contentOf, metadataOf, truncationWarning } from './content.ts';
import type { Method, World } from './method.ts';

/** https://docs.slack.dev/reference/methods/chat.update: 4,000 characters. */
const mostUpdate = 4000;

/** Of people; `W` begins those of an organisation. https://docs.slack.dev/reference/objects/user-object */
const personId = /^[UW]/;

/**
 * A person's id stands for their direct messages with the app, which are opened where they are not yet; a person to whom the
 * app may not write is no channel. https://docs.slack.dev/reference/methods/chat.postMessage#dm-channels
 */
const directMessages = (person: string, { workspace }: World): Channel => {
  const opened = workspace.channels().find(({ kind, creator }) => kind === 'im' && creator === person);
  if (opened !== undefined) return opened;
  if (!workspace.isPerson(person)) throw new SlackError('channel_not_found');
  return workspace.addChannel({ kind: 'im', creator: person });
};

/** `chat:write.public` posts in public channels that the bot is not in; a private one it does not even see. */
const writableChannel = (args: Fields, world: World): Channel => {
  const id = required(args, 'channel');
  const channel = personId.test(id) ? directMessages(id, world) : world.workspace.channel(id);
  if (channel.isArchived) throw new SlackError('is_archived');
  if (channel.isMember) return channel;
  if (channel.kind !== 'public') throw new SlackError('channel_not_found');
  if (!world.scopes().includes('chat:write.public')) throw new SlackError('not_in_channel');
  return channel;
};

/** The `ts` of the parent that a reply goes under. */
const parentOf = (args: Fields, channel: Channel, world: World): string | undefined => {
  const ts = text(args, 'thread_ts');
  if (ts === '') return undefined;
  if (!/^\d+\.\d{6}$/.test(ts)) throw new SlackError('invalid_thread_ts');
  const parent = world.workspace.find(channel.id, ts);
  if (parent === undefined || parent.onlyFor !== undefined) throw new SlackError('thread_not_found');
  if (parent.threadTs !== undefined) throw new SlackError('cannot_reply_to_message');
  // Not the argument, which would keep the whole request it was cut from.
  return parent.ts;
};

const withMetadata = (message: Message, { team }: World): Fields => ({
  ...messageJson(message, team),
  ...(message.metadata !== undefined && { metadata: message.metadata }),
});

const postMessage: Method = (args, world) => {
  const channel = writableChannel(args, world);
  const threadTs = parentOf(args, channel, world);
  const { isTruncated, ...content } = contentOf(args, world.ids);
  const message = world.workspace.post({
    ...content,
    channel: channel.id,
    author: world.team.botUserId,
    threadTs,
    isBroadcast: threadTs !== undefined && flag(args, 'reply_broadcast'),
    metadata: metadataOf(args),
    unfurlLinks: optionalFlag(args, 'unfurl_links'),
    unfurlMedia: optionalFlag(args, 'unfurl_media'),
  });
  return {
    channel: channel.id,
    ts: message.ts,
    message: withMetadata(message, world),
    ...(isTruncated && truncationWarning),
  };
};

const postEphemeral: Method = (args, world) => {
  const channel = writableChannel(args, world);
  if (!channel.isMember) throw new SlackError('not_in_channel');
  const { id: onlyFor } = world.workspace.user(required(args, 'user'));
  const { isTruncated, ...content } = contentOf(args, world.ids);
  const threadTs = parentOf(args, channel, world);
  const message = world.workspace.post({
    ...content,
    channel: channel.id,
    author: world.team.botUserId,
    threadTs,
    onlyFor,
  });
  return { message_ts: message.ts, ...(isTruncated && truncationWarning) };
};

/** A message of the bot's own. */
const ownMessage = (args: Fields, world: World, refusal: string): Message => {
  const channel = world.workspace.channel(required(args, 'channel'));
  if (channel.isArchived) throw new SlackError('is_archived');
  const message = world.workspace.find(channel.id, required(args, 'ts'));
  if (message === undefined || message.onlyFor !== undefined) throw new SlackError('message_not_found');
  if (message.author !== world.team.botUserId) throw new SlackError(refusal);
  return message;
};

/** Blocks stay as they were where only text is given, and metadata where none is. */
const update: Method = (args, world) => {
  const message = ownMessage(args, world, 'cant_update_message');
  if (text(args, 'text').length > mostUpdate) throw new SlackError('msg_too_long');
  const { isTruncated, ...content } = contentOf(args, world.ids);
  const edited = world.workspace.edit(message, {
    text: content.text,
    blocks: args.blocks === undefined ? message.blocks : content.blocks,
    metadata: metadataOf(args) ?? message.metadata,
  });
  return { channel: edited.channel, ts: edited.ts, text: edited.text, message: withMetadata(edited, world) };
};

const remove: Method = (args, world) => {
  const message = ownMessage(args, world, 'cant_delete_message');
  world.workspace.remove(message);
  return { channel: message.channel, ts: message.ts };
};

const getPermalink: Method = (args, world) => {
  const channel = world.workspace.channel(required(args, 'channel'));
  const message = world.workspace.find(channel.id, required(args, 'message_ts'));
  if (message === undefined) throw new SlackError('message_not_found');
  const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  const permalink = `https://${world.team.teamDomain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return { channel: channel.id, permalink };
};

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
