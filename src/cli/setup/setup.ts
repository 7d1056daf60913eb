/** `npm run setup`: asks what the bot needs to know, tries each answer at once, writes `.env`, and lets a first channel have it. */
import type { Logger } from 'pino';
import { openArchive } from '../../archive/archive.ts';
import { channelKey, getSubscription, saveSubscription } from '../../archive/subscriptions.ts';
import type { Account, SeenChannel } from '../../chat/account.ts';
import { heading, type Message, paragraph } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';
import { type Config, readConfig } from '../../config.ts';
import { type Subscription, weekdays } from '../../edition/subscription.ts';
import { problemsOf } from '../../settings.ts';
import type { Choice, Dialogue } from './dialogue.ts';
import { setUpDiscord } from './discord-steps.ts';
import { readIfThere, type Values, withSettings, writePrivately } from './env-file.ts';
import { setUpSlack } from './slack-steps.ts';
import type { PlatformSteps, SetUp } from './steps.ts';

export interface SetupOptions {
  readonly dialogue: Dialogue;
  /** What is set already, `.env` included. */
  readonly environment: NodeJS.ProcessEnv;
  /** Of the file that is written, and of the one that it begins with where there is none. */
  readonly envFile: string;
  readonly exampleFile: string;
  /** Shows an address in a browser, where there is one. */
  readonly browse: (address: string) => Promise<void>;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** A platform that can be set up. */
interface PlatformChoice {
  readonly setUp: (steps: PlatformSteps) => Promise<SetUp>;
  /** The setting that says where its API is. */
  readonly api: string;
}

const platforms: readonly Choice<PlatformChoice>[] = [
  { value: { setUp: setUpSlack, api: 'SLACK_API_URL' }, label: 'Slack' },
  { value: { setUp: setUpDiscord, api: 'DISCORD_API_URL' }, label: 'Discord' },
];

/**
 * Resolves once all is set up.
 * @throws SetupLeft where the person leaves, ConfigError for what was set before and cannot be used, ArchiveError.
 */
export const setUp = async (options: SetupOptions): Promise<void> => {
  const { dialogue, environment, envFile } = options;
  const steps = { ...options, problemOf: problemsOf };
  const accounts: Account[] = [];
  let values: Values = {};
  for (const { setUp: setUpOne, api } of await dialogue.several('Where is your team?', platforms)) {
    const one = await setUpOne({ ...steps, apiUrl: environment[api] });
    accounts.push(one.account);
    values = { ...values, ...one.values };
    // Who leaves amid the next one need not ask for these tokens again: one is shown but once.
    await write(options, values);
  }
  values = { ...values, ...(await askWhen(dialogue, environment)) };
  await write(options, values);
  dialogue.said(`${envFile} is written. Nobody but you may read it: it holds the tokens.`);

  const config = readConfig({ ...environment, ...values });
  for (const account of accounts) await subscribeFirst(account, config, options);
  dialogue.said('That is all. `npm start` runs the bot; `npm run digest doctor` looks at everything once more.');
};

const askWhen = async (dialogue: Dialogue, { DIGEST_AT, TZ }: NodeJS.ProcessEnv): Promise<Values> => {
  const here = TZ ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = await dialogue.words('Which time zone?', here, problemsOf('TZ'));
  const at = await dialogue.words(
    'At what time is the edition made each day?',
    DIGEST_AT ?? '08:00',
    problemsOf('DIGEST_AT'),
  );
  return { DIGEST_AT: at, TZ: zone };
};

const write = async ({ envFile, exampleFile }: SetupOptions, values: Values): Promise<void> => {
  const present = (await readIfThere(envFile)) || (await readIfThere(exampleFile));
  await writePrivately(envFile, withSettings(present, values));
};

const later = 'None now: I type /digest subscribe in a channel later';

/** A channel that the person chooses gets the edition from now on, and a message that says so. */
const subscribeFirst = async (account: Account, config: Config, { dialogue, now }: SetupOptions): Promise<void> => {
  const channels = await dialogue.meanwhile('Looking for channels', account.channels()).catch((error: unknown) => {
    if (!(error instanceof PlatformError)) throw error;
    dialogue.warned(error.message);
    return [];
  });
  const choices = [...channels.map(value => ({ value, label: value.name })), { value: undefined, label: later }];
  const chosen = await dialogue.one(`Which channel gets the edition from ${account.who}?`, choices);
  if (chosen === undefined || !(await mayPost(account, chosen, dialogue))) return;
  const { name } = chosen;
  const archive = await openArchive(config.database);
  try {
    const at = now().toISOString();
    // What it chose before stays.
    if ((await getSubscription(archive, chosen)) === undefined)
      await saveSubscription(archive, everything(chosen, config), at);
    const [part] = account.platform.render(greeting(config));
    if (part) await account.platform.post(chosen, part, `setup/${channelKey(chosen)}/${at}`);
    dialogue.said(`${name} is subscribed, and has a first message.`);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    dialogue.warned(`${name} is subscribed, and the first message could not be posted: ${error.message}`);
  } finally {
    await archive.close();
  }
};

/** Nobody is told when nothing can be posted there any more: the setup does not know whom. */
const everything = ({ platform, workspace, channel }: SeenChannel, config: Config): Subscription => ({
  platform,
  workspace,
  channel,
  themes: [],
  companies: [],
  at: config.digestAt,
  timeZone: config.timeZone,
  weekdays: [...weekdays],
  tellsQuietDays: false,
  subscriber: 'setup',
});

/** Asks again for as long as the person mends it. */
const mayPost = async (account: Account, chosen: SeenChannel, dialogue: Dialogue): Promise<boolean> => {
  for (;;) {
    const { isWell, what, remedy = '' } = await dialogue.meanwhile('Looking at the channel', account.examine(chosen));
    if (isWell) return true;
    dialogue.warned(`${what} ${remedy}`);
    if (!(await dialogue.agreed('Done? Then I look again.'))) return false;
  }
};

const greeting = ({ digestAt, timeZone }: Config): Message => ({
  blocks: [
    heading(2, 'Engineering @ Scale is set up'),
    paragraph(
      `This channel gets the edition each day at ${digestAt} (${timeZone}). Type /digest to look things up, or to change what comes here.`,
    ),
  ],
});
