/** `run` with chat platforms: the bots answer, the edition is made at its time, and channels get it at theirs. */
import { once } from 'node:events';
import type { Logger } from 'pino';
import { createConversation } from '../../commands/conversation.ts';
import type { Bot } from '../chat/bot.ts';
import type { Platform } from '../chat/platform.ts';
import { editionDue, nextEdition } from '../delivery/edition-due.ts';
import { deliverDue } from '../delivery/jobs/deliver.ts';
import { deliveriesOnRequest } from '../delivery/on-request.ts';
import { oneAtATime } from '../delivery/one-at-a-time.ts';
import { describeDelivery } from '../delivery/schedule.ts';
import { createBots, threadOptions } from './bots.ts';
import { build } from './build.ts';
import { StartError } from './errors.ts';
import { everyMinute } from './every-minute.ts';
import { createLogger } from './log.ts';
import type { Parts } from './parts.ts';
import { createProgress, loggedProgress, type Progress } from './progress.ts';
import { shutdownSignal } from './shutdown.ts';

/** How long the making of an edition waits after a failure, in milliseconds. */
const pauseAfterFailure = 10 * 60_000;

const platformLabels: Readonly<Record<Platform['name'], string>> = { slack: 'Slack', discord: 'Discord' };

/**
 * Runs until the operator ends it.
 * @throws StartError where no platform could be started.
 */
export const runBots = async (parts: Parts): Promise<void> => {
  const { config, archive, now } = parts;
  const logger = createLogger({ level: config.logLevel, secrets: config.secrets }, process.stderr);
  const progress = process.stderr.isTTY ? createProgress(process.stderr) : loggedProgress(logger);
  const stopping = shutdownSignal(logger);
  const running: Bot[] = [];
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
  running.push(...(await startBots(await createBots(config, { archive, conversation, now, logger }), logger)));
  logger.info(readyText(running, parts));

  const makeEdition = everyMinute(createMaker(parts, { progress, logger, stopping }), logger);
  const deliverEditions = everyMinute(
    () => deliverDue({ ...delivering, platforms: running.map(({ platform }) => platform) }),
    logger,
  );
  // After an outage the newest edition is brought, which may have to be made first.
  void makeEdition.now().then(deliverEditions.now);

  if (!stopping.aborted) await once(stopping, 'abort');
  await deliverEditions.stop();
  await Promise.all(running.map(bot => bot.stop()));
  // An edition in the making is let go: it is made anew at the next start.
  void makeEdition.stop();
};

/** Those that could be started; one that could not stops no other. */
const startBots = async (bots: readonly Bot[], logger: Logger): Promise<readonly Bot[]> => {
  const starts = await Promise.allSettled(bots.map(bot => bot.start()));
  const failures = starts.flatMap((start, index) => {
    const name = bots[index]?.platform.name;
    return start.status === 'rejected' && name !== undefined ? [{ name, error: start.reason }] : [];
  });
  if (failures.length === bots.length) {
    const reasons = failures.map(({ name, error }) => `${platformLabels[name]}: ${messageOf(error)}`);
    throw new StartError(`No platform could be started. ${reasons.join(' ')}`);
  }
  for (const { name, error } of failures) {
    logger.error(`${platformLabels[name]} could not be started, the rest goes on: ${messageOf(error)}`);
  }
  return bots.filter((_, index) => starts[index]?.status === 'fulfilled');
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const readyText = (running: readonly Bot[], { config, now }: Parts): string => {
  const names = new Intl.ListFormat('en-GB').format(running.map(({ platform }) => platformLabels[platform.name]));
  const making = { at: config.digestAt, timeZone: config.timeZone };
  const next = describeDelivery(nextEdition(making, now().toISOString()), config.timeZone);
  return `Listening in ${names}: type /digest there. The next edition is made on ${next}, ${config.timeZone}.`;
};

interface MakerOptions {
  readonly progress: Progress;
  readonly logger: Logger;
  readonly stopping: AbortSignal;
}

/** Makes the edition that is due, where one is; waits a while after a failure. */
const createMaker = (parts: Parts, { progress, logger, stopping }: MakerOptions) => {
  const { archive, config, now } = parts;
  const making = { at: config.digestAt, timeZone: config.timeZone };
  let notBefore = 0;
  return async (): Promise<void> => {
    if (now().getTime() < notBefore) return;
    const date = await editionDue(archive, making, now().toISOString());
    if (date === undefined) return;
    try {
      await build(parts, { date }, progress);
    } catch (error) {
      progress.stop();
      // What it needs is taken away at the end.
      if (stopping.aborted) return;
      notBefore = now().getTime() + pauseAfterFailure;
      logger.error(`The edition of ${date} could not be made and is tried again in ten minutes: ${messageOf(error)}`);
    }
  };
};
