/** Brings the bots up: a platform that cannot be reached is tried again while the others run; one that refuses the bot is not. */
import type { Logger } from 'pino';
import type { Bot } from '../chat/bot.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import { counted } from '../edition/counted.ts';
import { messageOf, StartError } from './errors.ts';
import { platformTerms } from './platform-terms.ts';

/** Makes a bot that has not been started: each try begins with a new one. */
export type BotMakers = ReadonlyMap<Platform['name'], () => Promise<Bot>>;

export interface StartOptions {
  readonly logger: Logger;
  /** Once it is aborted, nothing is tried any more. */
  readonly stopping: AbortSignal;
  /** Told of each bot that can hear people, whenever that is. */
  readonly onUp: (bot: Bot) => void;
  /** Resolves after so many milliseconds, and at once when it is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const shortestPause = 5_000;
const longestPause = 5 * 60_000;

/**
 * Resolves once a bot is up, or the operator ended the run; the others come when their platform can be reached.
 * @throws StartError where every platform refuses its bot.
 */
export const startBots = async (makers: BotMakers, options: StartOptions): Promise<void> => {
  const refusals: string[] = [];
  const starts = Array.from(makers, async ([name, make]) => {
    try {
      await keepStarting(name, make, options);
    } catch (error) {
      const { label } = platformTerms[name];
      refusals.push(`${label}: ${messageOf(error)}`);
      if (refusals.length < makers.size) {
        options.logger.error(`${label} could not be started, the rest goes on: ${messageOf(error)}`);
      }
      throw error;
    }
  });
  try {
    await Promise.any(starts);
  } catch (cause) {
    throw new StartError(`No platform could be started. ${refusals.join(' ')}`, { cause });
  }
};

/** Throws what cannot be mended by waiting. */
const keepStarting = async (
  name: Platform['name'],
  make: () => Promise<Bot>,
  { logger, stopping, onUp, pause }: StartOptions,
): Promise<void> => {
  for (let failures = 1; !stopping.aborted; failures++) {
    const bot = await make();
    try {
      if (await isUp(bot, stopping)) onUp(bot);
      return;
    } catch (error) {
      if (!isMendedByWaiting(error)) throw error;
      const wait = error.retryAfter ?? Math.min(longestPause, shortestPause * 2 ** (failures - 1));
      const { label } = platformTerms[name];
      logger.warn(
        { err: error },
        `${label} could not be started and is tried again in ${counted(Math.ceil(wait / 1000), 'second')}.`,
      );
      await pause(wait, stopping);
    }
  }
};

/** False where the run ends meanwhile: the bot, which may hang, is stopped and not waited for. */
const isUp = async (bot: Bot, stopping: AbortSignal): Promise<boolean> => {
  const { promise: ended, resolve } = Promise.withResolvers<false>();
  const end = () => resolve(false);
  stopping.addEventListener('abort', end, { once: true });
  const start = bot.start();
  try {
    const up = await Promise.race([start.then(() => true), ended]);
    if (!up) start.then(() => bot.stop()).catch(() => {});
    return up;
  } finally {
    stopping.removeEventListener('abort', end);
  }
};

const isMendedByWaiting = (error: unknown): error is PlatformError =>
  error instanceof PlatformError && (error.code === 'unreachable' || error.code === 'rate-limited');
