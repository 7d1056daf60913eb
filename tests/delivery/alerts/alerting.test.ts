import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { toldAlerts } from '../../../src/archive/alerts.ts';
import { PlatformError } from '../../../src/chat/platform.ts';
import { type AlertingOptions, createAlerting } from '../../../src/delivery/alerts/alerting.ts';
import { type News, troubleKeys } from '../../../src/delivery/alerts/news.ts';
import { minute } from '../../../src/edition/duration.ts';
import { archiveForEach } from '../../archive/contract/place.ts';
import { textOf } from '../../commands/a-conversation.ts';
import { engines } from '../../engines.ts';
import { aPlatform } from '../a-platform.ts';

const target = { workspace: 'T1', channel: 'COPS' };
const late: News = { key: 'late', text: 'The edition is late.' };
const failing: News = { key: 'failing', text: 'A blog has failed.' };
const refused = new PlatformError('not-in-channel', 'The bot is not in COPS: invite it there with /invite.');
const unreadable = new PlatformError('unreadable', 'Whether it arrived is not known.');

describe.each(engines)('alerting ($engine)', ({ createPlace }) => {
  const archive = archiveForEach(createPlace);

  /** A process of which the clock and what is new are moved by the test. */
  const aProcess = (given: Partial<AlertingOptions> = {}) => {
    const state = { time: Date.parse('2026-04-02T07:00:00Z'), news: [late] as readonly News[] };
    const platform = aPlatform();
    const log: string[] = [];
    const alerting = createAlerting({
      archive: archive(),
      platform,
      target,
      news: [async told => state.news.filter(({ key }) => !told.has(key))],
      now: () => new Date(state.time),
      logger: pino({ base: null }, { write: line => void log.push(JSON.parse(line).msg) }),
      random: () => 1,
      ...given,
    });
    const lookIn = async (minutes: number) => {
      state.time += minutes * minute;
      await alerting.look();
    };
    return {
      state,
      platform,
      log,
      lookIn,
      texts: () => platform.standing.map(({ payload }) => textOf({ blocks: JSON.parse(String(payload)) })),
    };
  };

  it('tells what is new in the channel, once, whatever is restarted', async () => {
    const { platform, log, lookIn, texts } = aProcess();
    await lookIn(0);
    await lookIn(1);
    expect(texts()).toEqual(['For the operator of the digest\nThe edition is late.']);
    expect(platform.standing[0]?.target).toEqual(target);
    expect(log).toEqual([late.text]);
    const again = aProcess();
    await again.lookIn(0);
    expect(again.texts()).toEqual([]);
  });

  it('tells all that is new at once in one message', async () => {
    const { state, lookIn, texts } = aProcess();
    state.news = [late, failing];
    await lookIn(0);
    expect(texts()).toEqual(['For the operator of the digest\nThe edition is late.\nA blog has failed.']);
  });

  it('tells it in one of several processes that find it at the same time', async () => {
    const other = await archive.place().open();
    const processes = [archive(), other, archive(), other].map(one => aProcess({ archive: one }));
    await Promise.all(processes.map(({ lookIn }) => lookIn(0)));
    expect(processes.flatMap(({ texts }) => texts())).toHaveLength(1);
    await other.close();
  });

  it('tells it later where the channel takes nothing, after ever longer pauses', async () => {
    const { platform, log, lookIn, texts } = aProcess();
    platform.faults.push(refused, refused);
    await lookIn(0);
    expect([texts(), await toldAlerts(archive())]).toEqual([[], new Set()]);
    expect(log.at(-1)).toBe('The channel for alerts cannot be told; it is tried again.');
    await lookIn(0.9);
    expect(platform.calls).toHaveLength(1);
    await lookIn(0.1);
    await lookIn(1.9);
    expect(platform.calls).toHaveLength(2);
    await lookIn(0.1);
    expect(texts()).toHaveLength(1);
  });

  it('tells nothing a second time that arrived without an answer', async () => {
    const { platform, lookIn, texts } = aProcess();
    platform.faults.push('lost-after');
    await lookIn(0);
    await lookIn(1);
    await lookIn(5);
    expect(texts()).toHaveLength(1);
    expect(platform.calls.map(call => call.split(' ')[0])).toEqual(['post', 'find']);
  });

  it('tells again what did not arrive, once it is known that it did not', async () => {
    const { platform, lookIn, texts } = aProcess();
    platform.faults.push('lost-before');
    platform.findFaults.push(new PlatformError('unreachable', 'No answer.'));
    await lookIn(0);
    await lookIn(1);
    expect(texts()).toEqual([]);
    await lookIn(5);
    expect(texts()).toHaveLength(1);
    expect(platform.calls.map(call => call.split(' ')[0])).toEqual(['post', 'find', 'find', 'post']);
  });

  it('counts as told what nobody will ever know to have arrived', async () => {
    const { platform, lookIn, texts } = aProcess();
    platform.faults.push('lost-before');
    platform.findFaults.push(unreadable);
    await lookIn(0);
    await lookIn(1);
    await lookIn(5);
    expect([texts(), await toldAlerts(archive())]).toEqual([[], new Set(['late'])]);
  });

  it('has one process tell what another could not', async () => {
    const [one, other] = [aProcess(), aProcess()];
    one.platform.faults.push(refused);
    await one.lookIn(0);
    await other.lookIn(0);
    await one.lookIn(5);
    expect([one.texts(), other.texts()].map(texts => texts.length)).toEqual([0, 1]);
  });

  it('posts what is longer than a message in its thread, and leaves it there where the rest is refused', async () => {
    const parts = ['One.', 'Two.', 'Three.'].map((payload, index) => ({
      place: index === 0 ? ('parent' as const) : ('reply' as const),
      payload,
    }));
    const platform = { ...aPlatform(), render: () => parts };
    platform.faults.push(undefined, undefined, refused);
    const { log, lookIn } = aProcess({ platform });
    await lookIn(0);
    await lookIn(5);
    expect(platform.standing.map(({ target: { thread }, payload }) => [thread, payload])).toEqual([
      [undefined, 'One.'],
      ['m1', 'Two.'],
    ]);
    expect(log.at(-1)).toBe('The rest of an alert could not be posted.');
  });
});

describe('keys of a trouble', () => {
  const keys = troubleKeys('failing', 'reads');

  it('tell what has begun and is not over, by its name, whatever that holds', () => {
    const told = new Set([keys.begun('a'), keys.begun('b/c'), keys.over('a'), 'failing-else/d', keys.over('e')]);
    expect(keys.open(told)).toEqual(['b/c']);
  });
});
