/** What the doctor says of delivery: who delivers, which channels get nothing and why, and which get their editions late. */
import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import type { DeliveryRecord } from '../archive/deliveries.ts';
import { progressOf } from '../archive/progress.ts';
import {
  type SubscribedChannel,
  type UnreadableSubscription,
  unreadableSubscriptions,
} from '../archive/subscriptions.ts';
import { comesAt, type WaitingSubscription, waitingChannels } from '../delivery/coming.ts';
import { datesAround } from '../delivery/due.ts';
import type { Making } from '../delivery/edition-due.ts';
import type { PostgresJobs } from '../delivery/jobs/on-postgres.ts';
import { describeDelivery } from '../delivery/schedule.ts';
import { counted } from '../edition/counted.ts';
import { type Examined, tolerable, well, wrong } from './findings.ts';
import { platformTerms } from './platform-terms.ts';

interface Circumstances {
  readonly making: Making;
  readonly now: Date;
}

/** Whether a process delivers now. To ask takes the right to, which is given back at once. */
export const examineTurn = async (archive: Pick<Archive, 'acquireDeliveryLock'>): Promise<Examined> => {
  try {
    const lock = await archive.acquireDeliveryLock();
    if (lock === undefined) return well('The editions are made and delivered by a process that runs now.');
    lock.release();
    return well('No process delivers at the moment: `npm start` does.');
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return wrong('No process can deliver.', error.message);
  }
};

/** Where several processes share the work: whether any does it, and what failed for good. */
export const examineJobs = async (
  jobs: Pick<PostgresJobs, 'instances' | 'deadLetters'>,
): Promise<readonly Examined[]> => {
  const processes = await jobs.instances();
  const letters = await jobs.deadLetters();
  const more = letters.length - mostNamed;
  return [
    workersFinding(processes.map(({ name }) => name)),
    ...letters
      .slice(0, mostNamed)
      .map(({ kind, key, reason }) =>
        wrong(
          `The job ${kind} ${key} failed for good.`,
          `${reason} Once that is mended, \`status --retry\` has it tried again.`,
        ),
      ),
    ...(more > 0 ? [wrong(`${counted(more, 'more job')} failed for good.`, '`status` lists them.')] : []),
  ];
};

const workersFinding = (names: readonly string[]): Examined => {
  const workers = names.filter(name => name !== 'bot').length;
  if (workers > 0) return well(`The editions are made and delivered by ${counted(workers, 'process', 'processes')}.`);
  if (names.length === 0) return well('No process delivers at the moment: `npm start` does.');
  return wrong('People are answered, and no process makes and delivers editions.', 'Start one: `run --role worker`.');
};

/** Subscriptions that can no longer be read or are suspended, what could not be delivered of late, and who gets editions late. */
export const examineDeliveries = async (
  archive: Archive,
  circumstances: Circumstances,
): Promise<readonly Examined[]> => {
  const { making, now } = circumstances;
  const instant = now.toISOString();
  const channels = await waitingChannels(archive, instant);
  const progress = await progressOf(archive, datesAround(instant));
  const late = channels.filter(channel => comesAt(channel, making, instant).isOnceMade);
  return [
    ...(await unreadableSubscriptions(archive)).map(unreadable),
    ...channels.flatMap(channel => held(channel, progress(channel).unfinished, circumstances)),
    ...(late.length === 0 ? [] : [lateness(late, making)]),
  ];
};

const nameOf = ({ platform, channel }: SubscribedChannel): string =>
  `${platformTerms[platform].label} channel ${channel}`;

const unreadable = ({ error, ...channel }: UnreadableSubscription): Examined =>
  wrong(
    `The subscription of ${nameOf(channel)} cannot be read, so that it gets no editions.`,
    `${error.message} Type ${platformTerms[channel.platform].subscribe} in it again.`,
  );

/** What is wrong with a channel is told once, though several editions wait for it. */
const held = (
  { suspension, ...channel }: WaitingSubscription,
  waiting: readonly DeliveryRecord[],
  { making: { timeZone }, now }: Circumstances,
): readonly Examined[] => {
  const timeOf = (instant: string): string => `${describeDelivery({ instant }, timeZone)}, ${timeZone}`;
  const again = ({ retryAt }: Pick<DeliveryRecord, 'retryAt'>): string =>
    retryAt === undefined || Date.parse(retryAt) <= now.getTime() ? '' : ` It is tried again on ${timeOf(retryAt)}.`;
  if (suspension !== undefined) {
    const what = `Nothing could be posted in ${nameOf(channel)} since ${timeOf(suspension.since)}.`;
    return [wrong(what, `${suspension.reason}${again(waiting.at(-1) ?? {})}`)];
  }
  return waiting.flatMap(delivery =>
    delivery.problem === undefined
      ? []
      : [wrong(`The edition of ${delivery.edition} waits for ${nameOf(channel)}.`, delivery.problem + again(delivery))],
  );
};

const mostNamed = 5;

const lateness = (channels: readonly WaitingSubscription[], { at, timeZone }: Making): Examined => {
  const more = channels.length - mostNamed;
  const named = [
    ...channels.slice(0, mostNamed).map(channel => `${nameOf(channel)} (${channel.at}, ${channel.timeZone})`),
    ...(more > 0 ? [counted(more, 'other')] : []),
  ];
  const whose = counted(channels.length, 'channel is', 'channels are');
  return tolerable(
    `${whose} to get the edition before it is made, at ${at}, ${timeZone}: ${new Intl.ListFormat('en-GB').format(named)}.`,
    'They get it when it is made. Set an earlier DIGEST_AT, or let them choose a later time.',
  );
};
