/**
 * How long 18 messages each take to 500 channels of one Slack workspace, through the real client, against a loopback Slack
 * that answers 429 above the documented rates. Waiting is wound on; the calls are real.
 */
import pino from 'pino';
import { openArchive } from '../src/archive/archive.ts';
import type { Platform, RateLimit } from '../src/chat/platform.ts';
import { createSlackClient } from '../src/chat/slack/client.ts';
import { createSlackPlatform } from '../src/chat/slack/platform.ts';
import { createDispatcher } from '../src/delivery/dispatcher.ts';
import { systemClock } from '../tests/servers/slack/clock.ts';
import type { SlackServer } from '../tests/servers/slack/contract.ts';
import { startSlack } from '../tests/servers/slack/server.ts';
import { type VirtualClock, virtualClock } from '../tests/virtual-clock.ts';
import { aSubscription, fillArchive, now, parts } from './busy-day.ts';
import { rounded } from './figures.ts';

const channels = 500;
const mostTimesFloor = 1.1;

const logger = pino({ level: 'silent' });

/** Prints a table; sets the exit code where a message is missing, or it took too long. */
export const measurePace = async (): Promise<void> => {
  const clock = virtualClock(now);
  const slack = await startSlack({
    rateLimits: 'enforced',
    clock: { now: () => clock.now().getTime(), after: systemClock.after },
  });
  const client = createSlackClient(clientSettings(slack));
  const { platform, isBusy } = counted(createSlackPlatform(async () => client, logger));
  const begun = clock.now().getTime();
  const realBegun = performance.now();
  await clock.run(deliverAll(slack, platform, clock), isBusy);
  const makespan = (clock.now().getTime() - begun) / 1_000;
  const floor = floorOf(platform.limits) / 1_000;
  const calls = slack.calls('chat.postMessage');
  const tooMany = calls.filter(({ answer }) => answer?.status === 429).length;
  await slack.close();

  console.table([
    {
      'parts × channels': `${parts} × ${channels}`,
      makespan: `${rounded(makespan)} s`,
      'floor by the limits': `${rounded(floor)} s`,
      ratio: rounded(makespan / floor),
      '429s met': tooMany,
      'took in truth': `${rounded((performance.now() - realBegun) / 1_000)} s`,
    },
  ]);
  if (calls.length - tooMany !== parts * channels) {
    fail(`Slack got ${calls.length - tooMany} messages instead of ${parts * channels}.`);
  }
  if (makespan / floor > mostTimesFloor)
    fail(`Delivery takes more than ${mostTimesFloor} times what the limits allow.`);
};

const clientSettings = ({ botToken: token, url: apiUrl }: SlackServer) => ({ token, apiUrl, logger });

/** Tells whether a call is under way. */
const counted = (platform: Platform) => {
  let calls = 0;
  const count = async <Result>(call: Promise<Result>): Promise<Result> => {
    calls += 1;
    try {
      return await call;
    } finally {
      calls -= 1;
    }
  };
  const counting: Platform = {
    ...platform,
    post: (...call) => count(platform.post(...call)),
    find: (...call) => count(platform.find(...call)),
  };
  return { platform: counting, isBusy: () => calls > 0 };
};

const deliverAll = async (slack: SlackServer, platform: Platform, clock: VirtualClock): Promise<void> => {
  const archive = await openArchive({ path: ':memory:' });
  const ids = Array.from({ length: channels }, () => slack.addChannel().id);
  await fillArchive(archive, ids.map(aSubscription));
  const stopping = new AbortController().signal;
  const dispatcher = createDispatcher({ archive, platform, clock, logger, stopping });
  await dispatcher.takeUp();
  await dispatcher.idle();
  await archive.close();
};

/** Milliseconds from the first message to the last, if every limit were used up to the last message that it allows within its time. */
const floorOf = (limits: readonly RateLimit[]): number =>
  Math.max(
    ...limits.map(limit => {
      const messages = limit.per === 'channel' ? parts : parts * channels;
      return Math.floor((messages - 1) / limit.parts) * limit.within;
    }),
  );

const fail = (reason: string): void => {
  console.error(reason);
  process.exitCode = 1;
};
