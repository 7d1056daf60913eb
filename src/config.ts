/** The one place that reads the environment: every setting with its default, its check and what it is for. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { timeOfDay, timeZone } from './edition/subscription.ts';

const count = (fallback: number) => {
  const wrong = 'is not a whole number from 1 to 50';
  return z.coerce.number(wrong).int(wrong).min(1, wrong).max(50, wrong).default(fallback);
};

/** The operator's list of blogs, where they name no other. */
export const defaultSourcesFile = 'data/sources.opml';

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(?!postgres(ql)?:)/i, {
      error: 'is a Postgres address, which this version cannot use yet: name a file',
      abort: true,
    })
    .regex(/^(?!(?!sqlite|file)[a-z][\w+.-]+:\/\/)/i, 'is the address of no file: name one, such as data/archive.db')
    .regex(/^(?!(sqlite|file):[^?]*\?)/i, 'has options after "?", of which there are none: name the file alone')
    .default('data/archive.db')
    .describe('File of the archive'),
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
});

export interface Config {
  readonly databasePath: string;
  readonly digestAt: string;
  readonly timeZone: string;
  readonly cap: number;
  readonly perSource: number;
  readonly sourcesFile: string;
  readonly contact: string;
}

/** A setting that cannot be used. The message names every one that is wrong, not only the first. */
export class ConfigError extends Error {
  readonly code = 'config';
  override readonly name = 'ConfigError';
}

/** Name and purpose of every setting: what the documentation is held against. */
export const settings: readonly { readonly name: string; readonly purpose: string }[] = Object.entries(
  environment.shape,
).map(([name, schema]) => ({ name, purpose: schema.description ?? '' }));

/**
 * Reads the settings from `env`; a blank value counts as unset.
 * @throws ConfigError naming each setting that is wrong, or a `.env` that cannot be read.
 */
export const readConfig = (env: NodeJS.ProcessEnv = processEnvironment()): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(
      `Settings that cannot be used: ${problems.join('; ')}. Correct them in .env or the environment.`,
    );
  }
  const { data } = parsed;
  return {
    databasePath: data.DATABASE_URL.replace(/^(sqlite|file):(\/\/)?/i, ''),
    digestAt: data.DIGEST_AT,
    timeZone: data.TZ,
    cap: data.DIGEST_CAP,
    perSource: data.DIGEST_PER_SOURCE,
    sourcesFile: data.DIGEST_SOURCES,
    contact: data.DIGEST_CONTACT,
  };
};

/** The process's environment, with what a `.env` file in the working directory adds to it. */
function processEnvironment(): NodeJS.ProcessEnv {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
  } catch (cause) {
    throw new ConfigError('.env cannot be read. Make it a file of NAME=value lines, or take it away.', { cause });
  }
  return process.env;
}
