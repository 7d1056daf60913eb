/** Discord, set up: the application's token, tried as it is pasted, and the link that invites the bot. */
import { askUntilTaken, type PlatformSteps, type SetUp } from './steps.ts';

const portal = 'https://discord.com/developers/applications';

export const setUpDiscord = async (steps: PlatformSteps): Promise<SetUp> => {
  const { dialogue, browse, apiUrl, problemOf } = steps;
  const { discordAccount } = await import('../../chat/discord/account.ts');
  dialogue.steps('Discord: make the application', [
    'At this address: New Application.',
    'On its page Bot: Reset Token shows the token, once.',
  ]);
  dialogue.address(portal);
  if (await dialogue.agreed('Open it in the browser?')) await browse(portal);

  const { token, taken: account } = await askUntilTaken(steps, {
    message: 'Token of the bot',
    problemOf: problemOf('DISCORD_TOKEN'),
    attempt: given => discordAccount(given, { apiUrl }),
  });
  dialogue.said(`Discord: this is ${account.who}.`);

  let servers = await account.servers();
  while (servers.length === 0) {
    dialogue.steps('Discord: invite the bot', [
      'This address asks for what the bot needs, and for no more. Choose your server.',
    ]);
    dialogue.address(account.inviteLink);
    if (!(await dialogue.agreed('Done? Then I look again.'))) break;
    servers = await account.servers();
  }
  if (servers.length > 0) dialogue.said(`Discord: the bot is in ${servers.join(', ')}.`);
  return { account, values: { DISCORD_TOKEN: token } };
};
