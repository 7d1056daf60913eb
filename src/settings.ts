/** Every setting with its default, its check and what it is for, and what holds between them. `config.ts` reads them. */
import { z } from 'zod';
import { archiveAddress } from './edition/archive-address.ts';
import { modelNames } from './edition/model-name.ts';
import { modelPrices } from './edition/model-settings.ts';
import {
  alertChannel,
  encryptionKeys,
  installRedirectPath,
  key,
  networks,
  privateHosts,
  secret,
  shardList,
  siteAddress,
  slackManagers,
  token,
  webAddress,
  wholeNumber,
} from './edition/setting-forms.ts';
import { shardsProblem } from './edition/shards.ts';
import { timeOfDay, timeZone } from './edition/subscription.ts';

const count = (fallback: number) => wholeNumber(1, 50).default(fallback);

const port = wholeNumber(0, 65_535, 'a port').default(3000);

/** Those that the settings of a Slack app show. */
const appSecret = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^(?!x(ox|app))[\w-]+$/, `is not the ${what} of an app, which is letters and digits`);

/** The operator's list of blogs, where they name no other. */
export const defaultSourcesFile = 'data/sources.opml';

export const environment = z.object({
  DATABASE_URL: archiveAddress
    .default({ path: 'data/archive.db' })
    .describe('File of the archive, or address of a Postgres database (postgres://…), which many processes can share'),
  DIGEST_AT: timeOfDay.default('08:00').describe('Local time at which a day ends for the edition of that date'),
  TZ: timeZone.default(Intl.DateTimeFormat().resolvedOptions().timeZone).describe('IANA time zone of DIGEST_AT'),
  DIGEST_CAP: count(18).describe('Deep Dives in an edition at most'),
  DIGEST_PER_SOURCE: count(4).describe('Deep Dives from one source at most'),
  DIGEST_SOURCES: z
    .string()
    .default(defaultSourcesFile)
    .describe('OPML file of your own list of blogs; where it does not exist, the built-in catalogue holds'),
  DIGEST_CONTACT: z
    .url({
      protocol: /^(https?|mailto)$/,
      normalize: true,
      error: 'is not an address that starts with https: or mailto:',
    })
    .default('https://github.com/engineering-at-scale/digest')
    .describe('Where a blog can reach you, sent in the User-Agent'),
  DIGEST_PRIVATE_HOSTS: privateHosts
    .describe(
      'Hosts that may be read though they are private or on an unusual port, such as a blog of your own network',
    )
    .optional(),
  DIGEST_MODEL: modelNames
    .describe('Language models that write the edition, the first choice first; without one it is written by quoting')
    .optional(),
  ANTHROPIC_API_KEY: key('Key of the API of Anthropic'),
  OPENAI_API_KEY: key('Key of the API of OpenAI'),
  DIGEST_MODEL_KEY: key('Key of a model server at an address, where it asks for one'),
  ANTHROPIC_BASE_URL: webAddress.describe("Address of Anthropic's API, where it is not Anthropic's own").optional(),
  OPENAI_BASE_URL: webAddress.describe("Address of OpenAI's API, where it is not OpenAI's own").optional(),
  DIGEST_MODEL_WINDOW: wholeNumber(2048, 2_000_000)
    .describe(
      'Tokens that a question and its answer may have together; longer articles are cut to the passages that count',
    )
    .optional(),
  DIGEST_MODEL_BUDGET: wholeNumber(1000, 1_000_000_000)
    .default(400_000)
    .describe('Tokens that an edition may spend; once they are spent, the rest is quoted'),
  DIGEST_MODEL_PRICE: modelPrices
    .describe(
      'US dollars for a million tokens in and out, a pair for each model, for the estimate of what an edition cost',
    )
    .optional(),
  SLACK_BOT_TOKEN: token('xoxb-', 'the token of a bot', {
    'xapp-': 'an app-level token, which belongs in SLACK_APP_TOKEN',
    'xoxp-': 'the token of a person, not of a bot',
  })
    .meta(secret('Bot token of the Slack app, xoxb-…'))
    .optional(),
  SLACK_APP_TOKEN: token('xapp-', 'an app-level token', {
    'xoxb-': 'the token of a bot, which belongs in SLACK_BOT_TOKEN',
  })
    .meta(secret('App-level token for Socket Mode, xapp-…, which needs no public address'))
    .optional(),
  SLACK_SIGNING_SECRET: appSecret('signing secret')
    .meta(secret('Signing secret, where Slack calls over HTTP instead of Socket Mode'))
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .trim()
    .regex(/^\d+\.\d+$/, 'is not the client id of an app, which is two numbers joined by a dot')
    .describe('Client id of the Slack app, where any workspace may install it')
    .optional(),
  SLACK_CLIENT_SECRET: appSecret('client secret').meta(secret('Client secret of the Slack app')).optional(),
  SLACK_REDIRECT_URL: webAddress
    .refine(url => url.endsWith(installRedirectPath), `is not an address that ends in ${installRedirectPath}`)
    .describe('Address to which Slack sends back who installs the app, where its settings name several')
    .optional(),
  DIGEST_TOKEN_KEY: encryptionKeys
    .meta(secret('Key that encrypts the tokens of the workspaces; or several, of which the others still decrypt'))
    .optional(),
  SLACK_MANAGERS: slackManagers
    .default('members')
    .describe('Who may change what a channel of Slack gets: its members, admins of the workspace, or ids of people'),
  SLACK_API_URL: webAddress.describe("Address of Slack's Web API, where it is not Slack's own").optional(),
  DISCORD_TOKEN: z
    .string()
    .trim()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'is not the token of a Discord bot, which is three words joined by dots and no "Bot" before them',
    )
    .meta(secret('Token of the Discord bot'))
    .optional(),
  SHARDS: shardList
    .describe('Shards of Discord that this process runs, such as 0-3; where absent, as many as Discord recommends')
    .optional(),
  SHARD_COUNT: wholeNumber(1, 100_000).describe('Shards of Discord that all processes run together').optional(),
  DISCORD_API_URL: webAddress.describe("Address of Discord's API, where it is not Discord's own").optional(),
  PORT: port.describe('Port of the web pages, and of Slack over HTTP'),
  HOST: z
    .string()
    .trim()
    .describe('Address of this machine on which PORT is opened; 0.0.0.0 is all of them')
    .optional(),
  PUBLIC_URL: siteAddress.describe('Address under which the editions can be read on the web').optional(),
  TRUSTED_PROXIES: networks
    .default([])
    .describe('Addresses or networks of your own proxies, whose X-Forwarded-For says for whom they ask'),
  OPERATOR_TOKEN: z
    .string()
    .trim()
    .min(16, 'is too short: take 16 characters or more')
    .meta(secret('Token with which metrics and the previews of channels can be read where others can reach the site'))
    .optional(),
  DIGEST_ALERTS: alertChannel
    .describe('Channel that is told when an edition is late or a blog has failed for three days')
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'is not one of trace, debug, info, warn, error, fatal and silent',
    })
    .default('info')
    .describe('From which level on the bot writes to its log'),
});

export type Environment = z.infer<typeof environment>;

type Rule = (given: Environment) => string | undefined;

/** Where one of no use without another is given alone. */
const needs =
  (name: keyof Environment, other: keyof Environment): Rule =>
  given =>
    given[name] !== undefined && given[other] === undefined ? `${name} needs ${other} beside it` : undefined;

/** What holds between settings: a sentence that names both, or nothing. */
export const rules: readonly Rule[] = [
  ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) =>
    SLACK_BOT_TOKEN !== undefined && SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET === undefined
      ? 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it'
      : undefined,
  needs('SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'),
  ({ SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_SIGNING_SECRET }) =>
    SLACK_BOT_TOKEN === undefined && SLACK_CLIENT_ID === undefined && SLACK_SIGNING_SECRET !== undefined
      ? 'SLACK_SIGNING_SECRET needs SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many) beside it'
      : undefined,
  ({ SLACK_BOT_TOKEN, SLACK_CLIENT_ID }) =>
    SLACK_BOT_TOKEN !== undefined && SLACK_CLIENT_ID !== undefined
      ? 'SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many: take one of them away'
      : undefined,
  needs('SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'),
  needs('SLACK_CLIENT_ID', 'SLACK_SIGNING_SECRET'),
  needs('SLACK_CLIENT_ID', 'DIGEST_TOKEN_KEY'),
  needs('SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID'),
  needs('SLACK_REDIRECT_URL', 'SLACK_CLIENT_ID'),
  ({ DIGEST_ALERTS, SLACK_BOT_TOKEN, SLACK_CLIENT_ID }) =>
    DIGEST_ALERTS?.platform === 'slack' && SLACK_BOT_TOKEN === undefined && SLACK_CLIENT_ID === undefined
      ? 'DIGEST_ALERTS names a channel of Slack, and needs SLACK_BOT_TOKEN or SLACK_CLIENT_ID beside it'
      : undefined,
  ({ DIGEST_ALERTS, SLACK_CLIENT_ID }) =>
    DIGEST_ALERTS?.platform === 'slack' && SLACK_CLIENT_ID !== undefined && DIGEST_ALERTS.workspace === undefined
      ? 'DIGEST_ALERTS is to name the workspace too where SLACK_CLIENT_ID is for many, such as slack:T0123456789/C0123456789'
      : undefined,
  ({ DIGEST_ALERTS, DISCORD_TOKEN }) =>
    DIGEST_ALERTS?.platform === 'discord' && DISCORD_TOKEN === undefined
      ? 'DIGEST_ALERTS names a channel of Discord, and needs DISCORD_TOKEN beside it'
      : undefined,
  ({ SHARDS, SHARD_COUNT }) => shardsProblem({ shards: SHARDS, shardCount: SHARD_COUNT }),
  ({ DIGEST_MODEL = [], DIGEST_MODEL_PRICE }) =>
    DIGEST_MODEL_PRICE !== undefined && DIGEST_MODEL_PRICE.length !== DIGEST_MODEL.length
      ? `DIGEST_MODEL_PRICE has ${DIGEST_MODEL_PRICE.length} pairs of prices and DIGEST_MODEL ${DIGEST_MODEL.length} models: give each model one, such as 0/0`
      : undefined,
];

interface Setting {
  readonly name: string;
  readonly purpose: string;
  readonly isSecret: boolean;
}

/** Every setting: what the documentation is held against. */
export const settings: readonly Setting[] = Object.entries(environment.shape).map(([name, schema]) => {
  const described = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const { description = '', isSecret = false } = described.meta() ?? {};
  return { name, purpose: description, isSecret: isSecret === true };
});

/** What is wrong with a text as the value of a setting, in words; undefined where it can be used. */
export type ProblemOf = (name: keyof Environment) => (given: string) => string | undefined;

export const problemsOf: ProblemOf = name => given => {
  if (given === '') return 'Nothing was given.';
  const parsed = environment.shape[name].safeParse(given);
  return parsed.success ? undefined : `This ${parsed.error.issues[0]?.message ?? 'cannot be used'}.`;
};
