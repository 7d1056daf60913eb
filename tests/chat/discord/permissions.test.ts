import { ChannelType, PermissionFlagsBits as flags, OverwriteType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { invitePermissions, lacking, permissionsIn, takesDigests } from '../../../src/chat/discord/permissions.ts';

const guild = {
  id: 'guild',
  name: 'Guild',
  owner_id: 'owner',
  roles: [
    { id: 'guild', permissions: String(flags.ViewChannel) },
    { id: 'bot-role', permissions: String(flags.SendMessages) },
    { id: 'admins', permissions: String(flags.Administrator) },
  ],
};
const bot = { id: 'bot', roles: ['bot-role'] };
const overwrite = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const { Role, Member } = OverwriteType;

describe('permissions in a channel', () => {
  it.each([
    { who: 'the roles of the server', overwrites: [], granted: flags.ViewChannel | flags.SendMessages },
    {
      who: 'a channel closed to everybody',
      overwrites: [overwrite('guild', Role, 0n, flags.ViewChannel)],
      granted: flags.SendMessages,
    },
    {
      who: 'a role let into a closed channel',
      overwrites: [overwrite('bot-role', Role, flags.ViewChannel, 0n), overwrite('guild', Role, 0n, flags.ViewChannel)],
      granted: flags.ViewChannel | flags.SendMessages,
    },
    {
      who: 'the member, who outweighs the role',
      overwrites: [
        overwrite('bot', Member, 0n, flags.SendMessages),
        overwrite('bot-role', Role, flags.SendMessages, 0n),
      ],
      granted: flags.ViewChannel,
    },
    {
      who: 'nobody else',
      overwrites: [
        overwrite('admins', Role, 0n, flags.SendMessages),
        overwrite('other', Member, 0n, flags.ViewChannel),
      ],
      granted: flags.ViewChannel | flags.SendMessages,
    },
  ])('are those of $who', ({ overwrites, granted }) => {
    expect(permissionsIn(guild, bot, overwrites)).toBe(granted);
  });

  it.each([
    ['the owner', { id: 'owner', roles: [] }],
    ['an administrator', { id: 'bot', roles: ['admins'] }],
  ])('are all for %s, whatever the channel says', (_who, member) => {
    const closed = [overwrite('guild', Role, 0n, flags.SendMessages)];
    expect(lacking(ChannelType.GuildText, permissionsIn(guild, member, closed))).toEqual([]);
  });
});

describe('what posting needs', () => {
  it.each([
    {
      kind: ChannelType.GuildText,
      needed: [
        'Send Messages',
        'Create Public Threads',
        'Send Messages in Threads',
        'Embed Links',
        'Read Message History',
      ],
    },
    {
      kind: ChannelType.GuildForum,
      needed: ['Send Messages', 'Send Messages in Threads', 'Embed Links', 'Read Message History'],
    },
    { kind: ChannelType.PublicThread, needed: ['Send Messages in Threads', 'Embed Links', 'Read Message History'] },
  ])('is named in full for a channel of kind $kind', ({ kind, needed }) => {
    expect(lacking(kind, flags.ViewChannel)).toEqual(needed);
  });

  it('is all in the invitation', () => {
    for (const type of [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.GuildVoice])
      expect(lacking(type, invitePermissions)).toEqual([]);
  });

  it('does not go to a category', () => {
    expect(takesDigests(ChannelType.GuildCategory)).toBe(false);
  });
});
