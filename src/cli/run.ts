/** `run` with chat platforms: the bots answer, the edition is made at its time, and channels get it at theirs; or part of that, by its role. */
import { once } from 'node:events';
import { createConversation } from '../../commands/conversation.ts';
import { createRequestLimit } from '../../commands/request-limit.ts';
import type { Bot } from '../chat/bot.ts';
import { systemClock } from '../delivery/clock.ts';
import { metered } from '../delivery/metered.ts';
import { deliveriesOnRequest } from '../delivery/on-request.ts';
import { archiveText } from '../edition/archive-address.ts';
import { createMetrics } from '../web/metrics/metrics.ts';
import { startAlerting } from './alerting.ts';
import { startAsking } from './asking.ts';
import { createBotMakers, createPlatforms, threadOptions } from './bots.ts';
import { startDelivering } from './delivering.ts';
import { openJobs } from './jobs.ts';
import { createLogger, logSettings } from './log.ts';
import { createMaker } from './making.ts';
import { openingLines } from './opening.ts';
import type { Parts } from './parts.ts';
import { platformTerms } from './platform-terms.ts';
import { createProgress, loggedProgress } from './progress.ts';
import { createReadiness } from './readiness.ts';
import type { Role } from './role.ts';
import { endAtLast, letFinish, letLeave } from './shutdown.ts';
import { startBots } from './starting.ts';
import { createTroubleLog } from './trouble.ts';
import { createTurn } from './turn.ts';
import { openWeb } from './web.ts';

/**
 * Runs until the operator ends it, or no platform is left, for which the process exits with 1.
 * @param asked Aborted once the operator asks for an end, which may be while all this is loaded.
 * @throws StartError where every platform refuses its bot, ArchiveError.
 */
export const runBots = async (parts: Parts, asked: AbortSignal, role: Role = 'all'): Promise<void> => {
  if (asked.aborted) return;
  const { config, archive, now } = parts;
  const logger = createLogger(logSettings(config), process.stderr);
  const progress = process.stderr.isTTY ? createProgress(process.stderr) : loggedProgress(logger);
  const lost = new AbortController();
  const stopping = AbortSignal.any([asked, lost.signal]);
  asked.addEventListener('abort', () => logger.info('Stopping: what is in hand is finished.'), { once: true });
  endAtLast(stopping, logger);

  const tell = createTroubleLog(logger, now);
  const opened = await openJobs(config.database, { role, tell, stopping });
  const metrics = createMetrics({ archive, now, jobs: opened.jobs, sources: parts.sources.map(({ name }) => name) });
  const { meter } = metrics;
  const readiness = createReadiness({ hears: role !== 'worker', stopping, now });
  const doing = { archive, ...opened, thread: threadOptions(config), logger, tell, stopping };
  const turn = createTurn({ archive, location: archiveText(config.database), logger });
  const failures = new Map<string, string>();
  const onFailure = (date: string, reason: string): void => void failures.set(date, reason);
  const delivering =
    role === 'bot'
      ? await startAsking(doing)
      : await startDelivering({
          ...doing,
          turn,
          make: createMaker({ ...parts, meter }, { ...doing, progress, onFailure }),
        });
  const conversation = createConversation({
    archive,
    now,
    logger,
    defaults: { at: config.digestAt, timeZone: config.timeZone },
    deliveries: deliveriesOnRequest({ archive, dispatcherOf: delivering.dispatcherOf, jobs: opened.jobs }),
    publicUrl: config.publicUrl,
    meter,
    limit: createRequestLimit({ logger, stopwatch: () => performance.now() }),
  });
  const door = await openWeb({ archive, config, now, logger, metrics, unready: readiness.unready });
  const makers = createBotMakers(config, { archive, conversation, now, logger, door });
  const platforms = [...makers.keys()];
  const opening = { archive, config, platforms, role, makes: role !== 'bot' && turn.hasCome(), now: now() };
  for (const line of await openingLines(opening)) logger.info(line);

  const alerting = startAlerting({ ...parts, ...doing, turn, lastFailure: date => failures.get(date) });
  const running: Bot[] = [];
  const onUp = (bot: Bot): void => {
    running.push(bot);
    logger.info(`Listening in ${platformTerms[bot.platform.name].label}: type /digest there.`);
    readiness.add(bot);
    delivering.add(metered(bot.platform, meter));
  };
  const onNoneLeft = (reasons: string): void => {
    logger.fatal(reasons);
    process.exitCode = 1;
    lost.abort();
  };
  try {
    if (role === 'worker') {
      for (const platform of await createPlatforms(config, logger, archive)) delivering.add(metered(platform, meter));
    } else await startBots(makers, { logger, stopping, onUp, onNoneLeft, pause: systemClock.pause });
    if (!stopping.aborted) await once(stopping, 'abort');
  } finally {
    await letFinish(Promise.all([delivering.stop(), alerting?.stop()]), logger);
    await letLeave(Promise.all([...running.map(bot => bot.stop()), door?.close()]), logger);
  }
};
