/** `run` with chat platforms: the bots answer, the edition is made at its time, and channels get it at theirs. */
import { once } from 'node:events';
import { createConversation } from '../../commands/conversation.ts';
import type { Bot } from '../chat/bot.ts';
import { systemClock } from '../delivery/clock.ts';
import { deliveriesOnRequest } from '../delivery/on-request.ts';
import { archiveText } from '../edition/archive-address.ts';
import { createBotMakers, threadOptions } from './bots.ts';
import { startDelivering } from './delivering.ts';
import { createLogger, logSettings } from './log.ts';
import { createMaker } from './making.ts';
import { openingLines } from './opening.ts';
import type { Parts } from './parts.ts';
import { platformTerms } from './platform-terms.ts';
import { createProgress, loggedProgress } from './progress.ts';
import { endAtLast, letFinish, letLeave } from './shutdown.ts';
import { startBots } from './starting.ts';
import { createTurn } from './turn.ts';

/**
 * Runs until the operator ends it, or no platform is left, for which the process exits with 1.
 * @param asked Aborted once the operator asks for an end, which may be while all this is loaded.
 * @throws StartError where every platform refuses its bot.
 */
export const runBots = async (parts: Parts, asked: AbortSignal): Promise<void> => {
  if (asked.aborted) return;
  const { config, archive, now } = parts;
  const logger = createLogger(logSettings(config), process.stderr);
  const progress = process.stderr.isTTY ? createProgress(process.stderr) : loggedProgress(logger);
  const lost = new AbortController();
  const stopping = AbortSignal.any([asked, lost.signal]);
  asked.addEventListener('abort', () => logger.info('Stopping: what is in hand is finished.'), { once: true });
  endAtLast(stopping, logger);

  const turn = createTurn({ archive, location: archiveText(config.database), logger });
  const make = createMaker(parts, { progress, logger, stopping });
  const delivering = await startDelivering({ archive, turn, make, thread: threadOptions(config), logger, stopping });
  const conversation = createConversation({
    archive,
    now,
    logger,
    defaults: { at: config.digestAt, timeZone: config.timeZone },
    deliveries: deliveriesOnRequest({ archive, dispatcherOf: delivering.dispatcherOf }),
    publicUrl: config.publicUrl,
  });
  const makers = createBotMakers(config, { archive, conversation, now, logger });
  const opening = { archive, config, platforms: [...makers.keys()], makes: turn.hasCome(), now: now() };
  for (const line of await openingLines(opening)) logger.info(line);

  const running: Bot[] = [];
  const onUp = (bot: Bot): void => {
    running.push(bot);
    logger.info(`Listening in ${platformTerms[bot.platform.name].label}: type /digest there.`);
    delivering.add(bot.platform);
  };
  const onNoneLeft = (reasons: string): void => {
    logger.fatal(reasons);
    process.exitCode = 1;
    lost.abort();
  };
  try {
    await startBots(makers, { logger, stopping, onUp, onNoneLeft, pause: systemClock.pause });
    if (!stopping.aborted) await once(stopping, 'abort');
  } finally {
    await letFinish(delivering.stop(), logger);
    await letLeave(Promise.all(running.map(bot => bot.stop())), logger);
  }
};
