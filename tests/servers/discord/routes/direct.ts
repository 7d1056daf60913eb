/** Channels of the bot and one person: https://docs.discord.com/developers/resources/user#create-dm */
import { ChannelType, RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../api-error.ts';
import { snowflake } from '../forms/form.ts';
import type { Channel, User } from '../records.ts';
import { type Route, route } from '../router.ts';
import { channelWire } from '../wire.ts';
import type { World } from '../world.ts';

const recipient = z.object({ recipient_id: snowflake });

/** It opens for anybody; whether they take messages shows when one is sent. */
export const directRoutes = (world: World): readonly Route[] => [
  route('POST', '/users/@me/channels', request => {
    const { recipient_id: id } = request.read(recipient);
    return { body: channelWire(world, directChannelOf(world, id) ?? openDirectChannel(world, id)) };
  }),
];

export const directChannelOf = (world: World, userId: string): Channel | undefined =>
  [...world.channels.values()].find(channel => channel.recipient?.id === userId);

function openDirectChannel(world: World, userId: string): Channel {
  const channel: Channel = {
    id: world.newId(),
    guildId: '',
    type: ChannelType.DM,
    name: '',
    parentId: undefined,
    overwrites: [],
    tags: [],
    isTagRequired: false,
    thread: undefined,
    recipient: userOf(world, userId),
    messages: [],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

function userOf(world: World, userId: string): User {
  const user = [...world.guilds.values()].flatMap(({ members }) => members.get(userId)?.user ?? [])[0];
  if (user === undefined || user.isBot) throw refusal(Code.InvalidRecipients);
  return user;
}
