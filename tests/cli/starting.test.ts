import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Bot } from '../../src/chat/bot.ts';
import { PlatformError } from '../../src/chat/platform.ts';
import { StartError } from '../../src/cli/errors.ts';
import { type BotMakers, startBots } from '../../src/cli/starting.ts';
import { aPlatform } from '../delivery/a-platform.ts';

const unreachable = new PlatformError('unreachable', 'No answer.');
const refused = new PlatformError('revoked', 'The token is refused.');
const never = new Promise<void>(() => {});

type Name = Bot['platform']['name'];
/** What becomes of each start of a platform's bot, in turn: it fails, stands at once (undefined), or takes its time. */
type Starts = readonly (PlatformError | Promise<void> | undefined)[];

const setUp = (plan: Partial<Record<Name, Starts>>) => {
  const shutdown = new AbortController();
  const lines: string[] = [];
  const pauses: number[] = [];
  const up: Name[] = [];
  const stopped: Name[] = [];
  const left = new Map(Object.entries(plan).map(([name, starts]) => [name, [...starts]]));
  const losses = {
    slack: Promise.withResolvers<PlatformError>(),
    discord: Promise.withResolvers<PlatformError>(),
  };
  const noneLeft: string[] = [];
  const makerOf = (name: Name) => async (): Promise<Bot> => ({
    platform: aPlatform(name),
    ended: losses[name].promise,
    start: async () => {
      const start = left.get(name)?.shift();
      if (start instanceof PlatformError) throw start;
      await start;
    },
    stop: async () => void stopped.push(name),
  });
  const names: readonly Name[] = ['slack', 'discord'];
  const makers: BotMakers = new Map(names.filter(name => name in plan).map(name => [name, makerOf(name)]));
  const outcome = startBots(makers, {
    logger: pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line).msg) }),
    stopping: shutdown.signal,
    onNoneLeft: reasons => noneLeft.push(reasons),
    onUp: bot => up.push(bot.platform.name),
    pause: async milliseconds => void pauses.push(milliseconds),
  });
  return { outcome, lines, pauses, up, stopped, shutdown, losses, noneLeft };
};

/** Until all that can go on without waiting has gone on. */
const settled = () => new Promise(done => setImmediate(done));

describe('startBots', () => {
  it('tries a platform again that cannot be reached, as after a reboot the network comes later', async () => {
    const { outcome, lines, pauses, up } = setUp({ slack: [unreachable, unreachable, unreachable, undefined] });
    await outcome;
    expect(up).toEqual(['slack']);
    expect(pauses).toEqual([5_000, 10_000, 20_000]);
    expect(lines[0]).toBe('Slack could not be started and is tried again in 5 seconds.');
  });

  it('waits five minutes at most, or as long as the platform says', async () => {
    const limited = new PlatformError('rate-limited', 'Too many calls.', { retryAfter: 90_000 });
    const { outcome, pauses } = setUp({ slack: [...Array(8).fill(unreachable), limited, undefined] });
    await outcome;
    expect(pauses.slice(6)).toEqual([300_000, 300_000, 90_000]);
  });

  it('lets the other platform run meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { outcome, up } = setUp({ slack: [unreachable, promise], discord: [undefined] });
    await outcome;
    expect(up).toEqual(['discord']);
    resolve();
    await settled();
    expect(up).toEqual(['discord', 'slack']);
  });

  it('goes on without a platform that refuses its token, and asks it no more', async () => {
    const { outcome, lines, pauses, up } = setUp({ slack: [refused, undefined], discord: [undefined] });
    await outcome;
    await settled();
    expect(up).toEqual(['discord']);
    expect(pauses).toEqual([]);
    expect(lines).toContain('Slack could not be started, the rest goes on: The token is refused.');
  });

  it('fails with each reason where every platform refuses its token, be it late', async () => {
    const { outcome } = setUp({ slack: [refused], discord: [unreachable, refused] });
    const reasons = 'Slack: The token is refused. Discord: The token is refused.';
    await expect(outcome).rejects.toThrow(new StartError(`No platform could be started. ${reasons}`));
  });

  it('takes a port that is taken for final', async () => {
    const { outcome, pauses } = setUp({ slack: [new PlatformError('no-port', 'Port 3000 is taken.')] });
    await expect(outcome).rejects.toThrow('Slack: Port 3000 is taken.');
    expect(pauses).toEqual([]);
  });

  it('goes on without a platform that is lost for good, and ends where it was the last', async () => {
    const { outcome, lines, losses, noneLeft } = setUp({ slack: [undefined], discord: [undefined] });
    await outcome;
    losses.discord.resolve(refused);
    await settled();
    expect({ last: lines.at(-1), noneLeft }).toEqual({
      last: 'Discord is lost, the rest goes on: The token is refused.',
      noneLeft: [],
    });
    losses.slack.resolve(refused);
    await settled();
    expect(noneLeft).toEqual(['No platform is left. Discord: The token is refused. Slack: The token is refused.']);
  });

  it('leaves a bot that hangs in its start, where the operator ends the run', async () => {
    const { outcome, shutdown, up } = setUp({ slack: [never] });
    await settled();
    shutdown.abort();
    await outcome;
    expect(up).toEqual([]);
  });

  it('stops a bot that comes up after the run was ended', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { outcome, shutdown, up, stopped } = setUp({ discord: [promise] });
    await settled();
    shutdown.abort();
    await outcome;
    resolve();
    await settled();
    expect({ up, stopped }).toEqual({ up: [], stopped: ['discord'] });
  });
});
