/** `run` with chat platforms: the bots answer, the edition is made at its time, and channels get it at theirs. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createConversation } from '../../commands/conversation.ts';
import type { Bot } from '../chat/bot.ts';
import { deliverDue } from '../delivery/jobs/deliver.ts';
import { deliveriesOnRequest } from '../delivery/on-request.ts';
import { oneAtATime } from '../delivery/one-at-a-time.ts';
import { createBotMakers, threadOptions } from './bots.ts';
import { everyMinute, type Recurring } from './every-minute.ts';
import { createLogger, logSettings } from './log.ts';
import { createMaker } from './making.ts';
import { openingLines } from './opening.ts';
import type { Parts } from './parts.ts';
import { platformTerms } from './platform-terms.ts';
import { createProgress, loggedProgress } from './progress.ts';
import { shutdownSignal } from './shutdown.ts';
import { startBots } from './starting.ts';

/**
 * Runs until the operator ends it, or no platform is left, for which the process exits with 1.
 * @throws StartError where every platform refuses its bot.
 */
export const runBots = async (parts: Parts): Promise<void> => {
  const { config, archive, now } = parts;
  const logger = createLogger(logSettings(config), process.stderr);
  const progress = process.stderr.isTTY ? createProgress(process.stderr) : loggedProgress(logger);
  const lost = new AbortController();
  const stopping = AbortSignal.any([shutdownSignal(logger), lost.signal]);
  const running: Bot[] = [];
  const deliveries: Recurring[] = [];
  const delivering = { archive, deliver: oneAtATime(), thread: threadOptions(config), now, logger, stopping };
  const conversation = createConversation({
    archive,
    now,
    logger,
    defaults: { at: config.digestAt, timeZone: config.timeZone },
    deliveries: deliveriesOnRequest({
      ...delivering,
      platformNamed: name => running.find(({ platform }) => platform.name === name)?.platform,
    }),
    publicUrl: config.publicUrl,
  });
  const makers = createBotMakers(config, { archive, conversation, now, logger });
  for (const line of await openingLines({ archive, config, platforms: [...makers.keys()], now: now() })) {
    logger.info(line);
  }

  // After an outage the newest edition is brought, which may have to be made first.
  const firstMade = Promise.withResolvers<void>();
  const beginDelivering = ({ platform }: Bot): void => {
    if (!stopping.aborted) deliveries.push(everyMinute(() => deliverDue({ ...delivering, platform }), logger));
  };
  await startBots(makers, {
    logger,
    stopping,
    onUp: bot => {
      running.push(bot);
      logger.info(`Listening in ${platformTerms[bot.platform.name].label}: type /digest there.`);
      void firstMade.promise.then(() => beginDelivering(bot));
    },
    onNoneLeft: reasons => {
      logger.fatal(reasons);
      process.exitCode = 1;
      lost.abort();
    },
    pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => {}),
  });
  if (!stopping.aborted) {
    const making = everyMinute(createMaker(parts, { progress, logger, stopping }), logger);
    void making.first.then(firstMade.resolve);
    await once(stopping, 'abort');
    // An edition in the making is let go: it is made anew at the next start.
    void making.stop();
  }
  await Promise.all(deliveries.map(recurring => recurring.stop()));
  await Promise.all(running.map(bot => bot.stop()));
};
