/** Brings the bots up: a platform that cannot be reached is tried again while the others run; one that refuses the bot is not. */
import type { Logger } from 'pino';
import type { Bot } from '../chat/bot.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import { counted } from '../edition/counted.ts';
import { minute, second } from '../edition/duration.ts';
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
  /** Told why, where a platform was up and none is left that is up or still tried. */
  readonly onNoneLeft: (reasons: string) => void;
  /** Resolves after so many milliseconds, and at once when it is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const shortestPause = 5 * second;
const longestPause = 5 * minute;

/**
 * Resolves once a bot is up, or the operator ended the run; the others come when their platform can be reached.
 * @throws StartError where every platform refuses its bot.
 */
export const startBots = async (makers: BotMakers, options: StartOptions): Promise<void> => {
  const { logger, stopping, onUp, onNoneLeft } = options;
  const losses: string[] = [];
  let isAnyUp = false;
  const lose = (name: Platform['name'], what: string, error: unknown): void => {
    const { label } = platformTerms[name];
    losses.push(`${label}: ${messageOf(error)}`);
    if (losses.length < makers.size) logger.error(`${label} ${what}, the rest goes on: ${messageOf(error)}`);
    else if (isAnyUp) onNoneLeft(`No platform is left. ${losses.join(' ')}`);
  };
  const starts = Array.from(makers, async ([name, make]) => {
    try {
      const bot = await keepStarting(name, make, options);
      if (bot === undefined) return;
      isAnyUp = true;
      onUp(bot);
      void bot.ended.then(error => {
        if (!stopping.aborted) lose(name, 'is lost', error);
      });
    } catch (error) {
      lose(name, 'could not be started', error);
      throw error;
    }
  });
  try {
    await Promise.any(starts);
  } catch (cause) {
    throw new StartError(`No platform could be started. ${losses.join(' ')}`, { cause });
  }
};

/** Undefined where the run ends meanwhile. Throws what cannot be mended by waiting. */
const keepStarting = async (
  name: Platform['name'],
  make: () => Promise<Bot>,
  { logger, stopping, pause }: StartOptions,
): Promise<Bot | undefined> => {
  for (let failures = 1; !stopping.aborted; failures++) {
    const bot = await make();
    try {
      return (await isUp(bot, stopping)) ? bot : undefined;
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
  return undefined;
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
