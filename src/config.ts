/** The one place that reads the environment: from the settings to what the parts of the program are given. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type ArchiveAddress, passwordsIn, secretsOf } from './edition/archive-address.ts';
import type { ModelSettings } from './edition/model-settings.ts';
import { type PrivateHost, wordsOfList } from './edition/setting-forms.ts';
import { type Environment, environment, rules, settings } from './settings.ts';

export interface Config {
  readonly database: ArchiveAddress;
  readonly digestAt: string;
  readonly timeZone: string;
  readonly cap: number;
  readonly perSource: number;
  readonly sourcesFile: string;
  readonly contact: string;
  /** Those that blogs may be read from though they are private or on an unusual port. */
  readonly privateHosts: readonly PrivateHost[];
  /** Absent where editions are written by quoting. */
  readonly models?: ModelSettings;
  /** Absent where the bot is not to be in Slack. */
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
  /** Without a slash at the end. */
  readonly publicUrl?: string;
  readonly web: WebConfig;
  /** Absent where nobody is to be told of what goes wrong. */
  readonly alerts?: Environment['DIGEST_ALERTS'];
  readonly logLevel: Environment['LOG_LEVEL'];
  /** The values that must never be shown. */
  readonly secrets: readonly string[];
}

export interface WebConfig {
  readonly port: number;
  /** Absent: all addresses of the machine. */
  readonly host?: string;
  readonly operatorToken?: string;
  /** Whether others are to read it, through a proxy that may be on this machine. */
  readonly isPublic: boolean;
  /** Addresses of proxies, or networks of them, that say truly for whom they ask; absent where there are none. */
  readonly trustedProxies?: readonly string[];
}

export type SlackConfig = SlackOfOne | SlackOfMany;

interface SlackCommon {
  readonly apiUrl?: string;
  readonly port: number;
  /** Who may change what a channel gets. */
  readonly managers: Environment['SLACK_MANAGERS'];
}

/** The bot in one workspace, whose token the operator set. */
export interface SlackOfOne extends SlackCommon {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
}

/** The bot in every workspace that installs it. */
export interface SlackOfMany extends SlackCommon {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly redirectUrl?: string;
  /** The first encrypts the tokens of the workspaces, each decrypts. */
  readonly tokenKeys: NonNullable<Environment['DIGEST_TOKEN_KEY']>;
}

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string;
  /** Both absent where one process runs as many as Discord recommends. */
  readonly shards?: readonly number[];
  readonly shardCount?: number;
}

/** A setting that cannot be used. The message names every one that is wrong, not only the first. */
export class ConfigError extends Error {
  readonly code = 'config';
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from `env`; a blank value counts as unset, and quotes around one as none of it, which Docker's
 * `--env-file` leaves there.
 * @throws ConfigError naming each setting that is wrong, or a `.env` that cannot be read.
 */
export const readConfig = (env: NodeJS.ProcessEnv = processEnvironment()): Config => {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value = '']) => [name, unquoted(value)] as const)
      .filter(([, value]) => value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw unusable(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`));
  }
  const { data } = parsed;
  const broken = rules.flatMap(rule => rule(data) ?? []);
  if (broken.length > 0) throw unusable(broken);
  return {
    database: data.DATABASE_URL,
    digestAt: data.DIGEST_AT,
    timeZone: data.TZ,
    cap: data.DIGEST_CAP,
    perSource: data.DIGEST_PER_SOURCE,
    sourcesFile: data.DIGEST_SOURCES,
    contact: data.DIGEST_CONTACT,
    privateHosts: data.DIGEST_PRIVATE_HOSTS ?? [],
    ...modelsOf(data),
    ...platformsOf(data),
    ...(data.PUBLIC_URL !== undefined && { publicUrl: data.PUBLIC_URL }),
    web: webOf(data),
    ...(data.DIGEST_ALERTS !== undefined && { alerts: data.DIGEST_ALERTS }),
    logLevel: data.LOG_LEVEL,
    secrets: unique([
      ...settings.flatMap(({ name, isSecret }) => (isSecret ? secretsIn : passwordsIn)(given[name] ?? '')),
      ...secretsOf(data.DATABASE_URL),
    ]),
  };
};

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const unquoted = (value: string): string => /^\s*(["'])(.*)\1\s*$/s.exec(value)?.[2] ?? value;

/** A list is secret in each of its words: keys of encryption are several. */
const secretsIn = (value: string): readonly string[] => {
  const words = wordsOfList(value);
  return words.length > 1 ? [value.trim(), ...words] : words;
};

const unusable = (problems: readonly string[]): ConfigError =>
  new ConfigError(`Settings that cannot be used: ${problems.join('; ')}. Correct them in .env or the environment.`);

const modelsOf = (data: Environment): Pick<Config, 'models'> =>
  data.DIGEST_MODEL === undefined
    ? {}
    : {
        models: {
          models: data.DIGEST_MODEL,
          keys: { anthropic: data.ANTHROPIC_API_KEY, openai: data.OPENAI_API_KEY, address: data.DIGEST_MODEL_KEY },
          urls: { anthropic: data.ANTHROPIC_BASE_URL, openai: data.OPENAI_BASE_URL },
          window: data.DIGEST_MODEL_WINDOW,
          budget: data.DIGEST_MODEL_BUDGET,
          prices: data.DIGEST_MODEL_PRICE,
        },
      };

/** Nobody else is to see what was not meant for them: other machines see it where somebody said that they should. */
const webOf = (data: Environment): WebConfig => {
  const { PORT: port, HOST, PUBLIC_URL, SLACK_SIGNING_SECRET, OPERATOR_TOKEN, TRUSTED_PROXIES: trustedProxies } = data;
  const isOpen = PUBLIC_URL !== undefined || SLACK_SIGNING_SECRET !== undefined;
  const isPublic = isOpen || trustedProxies.length > 0;
  const host = HOST ?? (isOpen ? undefined : '127.0.0.1');
  return {
    port,
    isPublic,
    ...(trustedProxies.length > 0 && { trustedProxies }),
    ...(host !== undefined && { host }),
    ...(OPERATOR_TOKEN !== undefined && { operatorToken: OPERATOR_TOKEN }),
  };
};

const platformsOf = (data: Environment): Pick<Config, 'slack' | 'discord'> => ({
  ...slackOf(data),
  ...(data.DISCORD_TOKEN !== undefined && {
    discord: {
      token: data.DISCORD_TOKEN,
      ...(data.DISCORD_API_URL !== undefined && { apiUrl: data.DISCORD_API_URL }),
      ...(data.SHARDS !== undefined && { shards: data.SHARDS }),
      ...(data.SHARD_COUNT !== undefined && { shardCount: data.SHARD_COUNT }),
    },
  }),
});

const slackOf = (data: Environment): Pick<Config, 'slack'> => {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, DIGEST_TOKEN_KEY: tokenKeys } = data;
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = data;
  const { SLACK_REDIRECT_URL: redirectUrl, SLACK_API_URL: apiUrl } = data;
  const common: SlackCommon = {
    ...(apiUrl !== undefined && { apiUrl }),
    port: data.PORT,
    managers: data.SLACK_MANAGERS,
  };
  if (botToken !== undefined) {
    return {
      slack: {
        botToken,
        ...(appToken !== undefined && { appToken }),
        ...(signingSecret !== undefined && { signingSecret }),
        ...common,
      },
    };
  }
  // The rules see to it that the others are there where the first is.
  if (clientId === undefined || clientSecret === undefined || signingSecret === undefined || tokenKeys === undefined)
    return {};
  return {
    slack: {
      clientId,
      clientSecret,
      signingSecret,
      tokenKeys,
      ...(redirectUrl !== undefined && { redirectUrl }),
      ...common,
    },
  };
};

/**
 * The process's environment, and what a `.env` file in the working directory adds to it.
 * @throws ConfigError for a file that cannot be read.
 */
export function processEnvironment(): NodeJS.ProcessEnv {
  if (!existsSync('.env')) return process.env;
  try {
    // Windows' editors begin a file with a byte order mark, which would become part of the first name.
    return { ...parseEnv(readFileSync('.env', 'utf8').replace(/^\uFEFF/, '')), ...process.env };
  } catch (cause) {
    throw new ConfigError('.env cannot be read. Make it a file of NAME=value lines, or take it away.', { cause });
  }
}
