/** Starting and changing threads, with the events that follow: https://docs.discord.com/developers/topics/threads */
import { type ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import type { Channel } from './records.ts';
import { channelWire } from './wire.ts';
import type { World } from './world.ts';

export interface ThreadStart {
  readonly name: string;
  readonly type: ChannelType;
  readonly ownerId: string;
  /** Of a thread on a message: that message's id. */
  readonly id?: string;
  /** Minutes. */
  readonly autoArchiveDuration?: number | null | undefined;
  readonly appliedTags?: readonly string[] | null | undefined;
}

export function startThread(world: World, parent: Channel, start: ThreadStart): Channel {
  const thread: Channel = {
    id: start.id ?? world.newId(),
    guildId: parent.guildId,
    type: start.type,
    name: start.name,
    parentId: parent.id,
    overwrites: [],
    tags: [],
    isTagRequired: false,
    messages: [],
    thread: {
      ownerId: start.ownerId,
      createdAt: world.now(),
      isArchived: false,
      isLocked: false,
      archiveChangedAt: world.now(),
      autoArchiveDuration: start.autoArchiveDuration ?? 4_320,
      appliedTags: start.appliedTags ?? [],
      members: new Set([start.ownerId]),
    },
  };
  world.channels.set(thread.id, thread);
  world.dispatch('THREAD_CREATE', { ...channelWire(world, thread), newly_created: true }, GatewayIntentBits.Guilds);
  world.happenings.tell('thread', thread);
  return thread;
}

export interface ThreadChange {
  readonly name?: string | undefined;
  readonly isArchived?: boolean | undefined;
  readonly isLocked?: boolean | undefined;
  readonly autoArchiveDuration?: number | undefined;
  readonly appliedTags?: readonly string[] | undefined;
}

export function setThread(world: World, channel: Channel, change: ThreadChange): void {
  const { thread } = channel;
  if (thread === undefined) throw new TypeError(`${channel.id} is no thread`);
  const isTurned = change.isArchived !== undefined && change.isArchived !== thread.isArchived;
  if (isTurned || change.autoArchiveDuration !== undefined) thread.archiveChangedAt = world.now();
  channel.name = change.name ?? channel.name;
  thread.isArchived = change.isArchived ?? thread.isArchived;
  thread.isLocked = change.isLocked ?? thread.isLocked;
  thread.autoArchiveDuration = change.autoArchiveDuration ?? thread.autoArchiveDuration;
  thread.appliedTags = change.appliedTags ?? thread.appliedTags;
  world.dispatch('THREAD_UPDATE', channelWire(world, channel), GatewayIntentBits.Guilds);
}
