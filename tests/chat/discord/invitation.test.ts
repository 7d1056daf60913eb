/** What the bot asks of a server, and what it does there: no more than is used, and all that is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PermissionFlagsBits as flags, GatewayIntentBits as intents } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { inviteLink } from '../../../src/chat/discord/examine.ts';

const folder = resolve(import.meta.dirname, '../../../src/chat/discord');
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

const named = (pattern: RegExp): readonly string[] =>
  [...new Set(Array.from(code.matchAll(pattern), ([, name = '']) => name))].toSorted();

/**
 * The calls of the API that the code has, and the permissions that Discord asks for them:
 * https://discord.com/developers/docs/topics/permissions, and each call's own page. A voice channel is seen by who may connect.
 */
const calls: Readonly<Record<string, readonly (keyof typeof flags)[]>> = {
  channel: ['ViewChannel', 'Connect', 'SendMessagesInThreads'],
  channelMessages: ['SendMessages', 'SendMessagesInThreads', 'EmbedLinks', 'ReadMessageHistory'],
  channelMessage: ['ReadMessageHistory'],
  channelMessageCrosspost: ['SendMessages'],
  channelThreads: ['ReadMessageHistory'],
  threads: ['CreatePublicThreads', 'SendMessages'],
  // Whoever is in a server may ask for these; so may the bot of itself, and of who spoke to it.
  guild: [],
  guildActiveThreads: [],
  guildChannels: [],
  guildMember: [],
  user: [],
  userChannels: [],
  userGuilds: [],
  currentApplication: [],
  applicationCommands: [],
  interactionCallback: [],
  webhook: [],
  webhookMessage: [],
  gatewayBot: [],
};

const asked = new URL(inviteLink('1')).searchParams;

describe('the invitation asks for what the code uses, and no more', () => {
  it('each permission is needed by a call that is made, and each call has its permissions', () => {
    expect(named(/\bRoutes\.(\w+)\(/g)).toEqual(Object.keys(calls).toSorted());
    const needed = Object.values(calls).flat();
    const bits = Object.entries(flags).filter(([, flag]) => (BigInt(asked.get('permissions') ?? 0) & flag) !== 0n);
    expect(bits.map(([name]) => name).toSorted()).toEqual([...new Set(needed)].toSorted());
  });

  it('comes as a bot with commands, and as nothing else', () => {
    expect(asked.get('scope')).toBe('bot applications.commands');
  });

  it('hears of servers alone: of no message, no member, no presence', () => {
    expect(named(/\bGatewayIntentBits\.(\w+)/g)).toEqual([intents[intents.Guilds]]);
  });
});
