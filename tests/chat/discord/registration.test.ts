import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { CommandDescription } from '../../../src/chat/conversation.ts';
import { commandsToRegister } from '../../../src/chat/discord/registration.ts';

const lookUp: CommandDescription = {
  name: '',
  help: 'Finds entries',
  group: 'look-up',
  options: [
    { name: 'company', help: 'Whose engineering', isSuggested: true },
    { name: 'words', help: 'What it is about', isSuggested: false },
  ],
};
const subscribe: CommandDescription = { name: 'subscribe', help: 'Follow', group: 'channel', options: [] };
const help: CommandDescription = { name: 'help', help: 'What can be asked', group: 'look-up', options: [] };

describe('the commands as Discord shows them', () => {
  it('are /digest with typed options, none of them required, for everybody', () => {
    expect(commandsToRegister([lookUp])).toEqual([
      {
        type: 1,
        name: 'digest',
        description: 'Finds entries',
        contexts: [0],
        options: [
          { type: 3, name: 'company', description: 'Whose engineering', required: false, autocomplete: true },
          { type: 3, name: 'words', description: 'What it is about', required: false, autocomplete: false },
        ],
      },
    ]);
  });

  it('are /digest-channel with a subcommand for each that changes the channel, for those who may manage channels', () => {
    const channel = commandsToRegister([lookUp, subscribe, help]).find(({ name }) => name === 'digest-channel');
    expect(channel?.default_member_permissions).toBe(PermissionFlagsBits.ManageChannels.toString());
    expect(channel?.options?.map(({ type, name }) => [type, name])).toEqual([
      [ApplicationCommandOptionType.Subcommand, 'subscribe'],
    ]);
  });

  it('hide nothing that is for everybody from people who may not manage channels', () => {
    const about = commandsToRegister([lookUp, subscribe, help]).find(({ name }) => name === 'digest-about');
    expect(about).not.toHaveProperty('default_member_permissions');
    expect(about?.options?.map(({ type, name }) => [type, name])).toEqual([
      [ApplicationCommandOptionType.Subcommand, 'help'],
    ]);
  });

  it('cut a help text that is too long, never within a grapheme', () => {
    const [command] = commandsToRegister([{ ...lookUp, help: `${'x'.repeat(98)}👩‍👩‍👧‍👦 and more` }]);
    expect(command?.description).toBe(`${'x'.repeat(98)}…`);
  });
});
