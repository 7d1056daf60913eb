/** Slack, set up: an app by the manifest, its two tokens, each tried as it is pasted. */
import manifest from '../../../manifest.json' with { type: 'json' };
import { askUntilTaken, type PlatformSteps, type SetUp } from './steps.ts';

export const setUpSlack = async (steps: PlatformSteps): Promise<SetUp> => {
  const { dialogue, browse, logger, apiUrl, problemOf } = steps;
  const { manifestLink, slackAccount, tryAppToken } = await import('../../chat/slack/account.ts');
  const settings = { apiUrl, logger };
  dialogue.steps('Slack: make the app', [
    'This address opens Slack’s form for a new app with everything filled in. Choose your workspace, then Create.',
    'On the page of the app: Install to Workspace, then Allow.',
    'OAuth & Permissions shows the Bot User OAuth Token.',
    'Basic Information, App-Level Tokens: Generate one with the scope connections:write.',
  ]);
  const link = manifestLink(manifest);
  dialogue.address(link);
  if (await dialogue.agreed('Open it in the browser?')) await browse(link);

  const bot = await askUntilTaken(steps, {
    message: 'Bot User OAuth Token (xoxb-…)',
    problemOf: problemOf('SLACK_BOT_TOKEN'),
    attempt: token => slackAccount(token, settings),
  });
  dialogue.said(`Slack: this is ${bot.taken.who}.`);
  for (const { what, remedy = '' } of bot.taken.lacks) dialogue.warned(`${what} ${remedy}`);
  const app = await askUntilTaken(steps, {
    message: 'App-Level Token (xapp-…)',
    problemOf: problemOf('SLACK_APP_TOKEN'),
    attempt: token => tryAppToken(token, settings),
  });
  dialogue.said('Slack: it opens Socket Mode, so no public address is needed.');
  return { account: bot.taken, values: { SLACK_BOT_TOKEN: bot.token, SLACK_APP_TOKEN: app.token } };
};
