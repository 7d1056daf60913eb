/** Tells an operator's channel what has gone wrong for long, and that it is over: each once, whichever of several processes does. */
import type { Logger } from 'pino';
import { markAlerted, toldAlerts, unmarkAlerted } from '../../archive/alerts.ts';
import type { Archive } from '../../archive/archive.ts';
import { heading, type Message, paragraph } from '../../chat/message.ts';
import { type Platform, PlatformError, type Target } from '../../chat/platform.ts';
import { hour, minute } from '../../edition/duration.ts';
import { backoff } from '../backoff.ts';
import type { FindNews, News } from './news.ts';

export interface AlertingOptions {
  readonly archive: Archive;
  readonly platform: Platform;
  /** The operator's channel. */
  readonly target: Target;
  readonly news: readonly FindNews[];
  readonly now: () => Date;
  readonly logger: Logger;
  /** From 0 to 1, as Math.random, which is the default. */
  readonly random?: () => number;
}

export interface Alerting {
  /**
   * Looks for news and tells them. Where the channel takes none they are told later, and the rest goes on.
   * @throws ArchiveError
   */
  look(): Promise<void>;
}

/** What was sent and not answered for. */
interface Doubtful {
  readonly key: string;
  readonly sentAt: string;
  readonly news: readonly News[];
}

/** Milliseconds between tries, while the channel cannot be told. */
const betweenTries = { first: minute, longest: hour };

/**
 * What is told is noted before it is sent, so that of several processes one tells it. Where the platform refuses it, the note is
 * taken back; where it does not answer, it is asked later what became of it. A process that dies between the two leaves news
 * untold rather than told twice. The log has all of it in any case.
 */
export const createAlerting = (options: AlertingOptions): Alerting => {
  const { archive, platform, target, now, logger, random = Math.random } = options;
  let doubtful: Doubtful | undefined;
  let failures = 0;
  let notBefore = 0;

  const putOff = (error: unknown): void => {
    failures += 1;
    notBefore = now().getTime() + backoff(failures, betweenTries, random);
    logger.warn({ channel: target.channel, err: error }, 'The channel for alerts cannot be told; it is tried again.');
  };

  const takeBack = (news: readonly News[]): Promise<void> =>
    unmarkAlerted(
      archive,
      news.map(({ key }) => key),
    );

  /** @returns Whether it is known what became of what was sent before. */
  const settle = async ({ key, sentAt, news }: Doubtful): Promise<boolean> => {
    try {
      if ((await platform.find(target, key, sentAt)) === undefined) await takeBack(news);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // Where nobody will ever know, it counts as told.
      if (error.code !== 'unreadable') {
        putOff(error);
        return false;
      }
    }
    doubtful = undefined;
    return true;
  };

  const take = async (news: readonly News[], at: string): Promise<readonly News[]> => {
    const taken: News[] = [];
    for (const one of news) if (await markAlerted(archive, one.key, at)) taken.push(one);
    return taken;
  };

  const tell = async (news: readonly News[], at: string): Promise<void> => {
    const [first] = news;
    if (first === undefined) return;
    for (const { text } of news) logger.warn(text);
    // No other process tells the first of them.
    const key = `alert/${first.key}/${at}`;
    try {
      await post(messageOf(news), key, options);
      failures = 0;
    } catch (error) {
      if (error instanceof PlatformError && error.code === 'unreachable')
        doubtful = { key: partKey(key, 0), sentAt: at, news };
      else await takeBack(news);
      putOff(error);
    }
  };

  return {
    look: async () => {
      if (now().getTime() < notBefore) return;
      if (doubtful !== undefined && !(await settle(doubtful))) return;
      const told = await toldAlerts(archive);
      const found: News[] = [];
      for (const find of options.news) found.push(...(await find(told)));
      const at = now().toISOString();
      await tell(await take(found, at), at);
    },
  };
};

const partKey = (key: string, ordinal: number): string => `${key}/${ordinal}`;

/** What stands once its first part does: of one that is longer, whose rest is refused, the log has all. */
const post = async (message: Message, key: string, { platform, target, logger }: AlertingOptions): Promise<void> => {
  let thread: string | undefined;
  for (const [ordinal, part] of platform.render(message).entries()) {
    try {
      const to = { ...target, ...(thread !== undefined && { thread }) };
      ({ thread } = await platform.post(to, part, partKey(key, ordinal)));
    } catch (error) {
      if (ordinal === 0) throw error;
      logger.warn({ channel: target.channel, err: error }, 'The rest of an alert could not be posted.');
      return;
    }
  }
};

const messageOf = (news: readonly News[]): Message => ({
  blocks: [heading(3, 'For the operator of the digest'), ...news.map(({ text }) => paragraph(text))],
});
