/** The bot is killed again and again while it delivers: `npm run torture` does it for longer, with more channels. */
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { type Expected, type Wrong, type WrongKind, wrongIn } from '../torture/check.ts';
import { createDraw } from '../torture/draw.ts';
import { labelIn, labelledEdition, partsOfEdition } from '../torture/edition.ts';
import { faultAt, type Kill, killAt } from '../torture/fates.ts';
import { killsIn, reportText } from '../torture/report.ts';
import type { SeenMessage } from '../torture/seen.ts';
import type { Stage } from '../torture/stage.ts';
import { torture } from '../torture/torture.ts';

describe('a bot that is killed while it delivers, amid 429s, 500s, resets and time-outs', () => {
  it('complaint 1: posts every part exactly once and in order, in every thread, and would be caught otherwise', async () => {
    const kills = 12;
    let caught: readonly Wrong[] = [];
    const report = await torture({
      ...{ seed: 4, kills, channels: 6, speed: 20, callsBetweenKills: 5 },
      atEnd: async (stage, check) => {
        await spoil(stage);
        caught = await check();
      },
    });
    console.log(reportText(report));
    expect(report.wrong).toEqual([]);
    expect(killsIn(report)).toBe(kills);
    // Else nothing was proved.
    expect(report.doubtfulStanding).toBeGreaterThan(0);
    expect(report.faults.size).toBeGreaterThan(3);
    expect(caught.map(({ kind, place, part }) => `${kind}: ${place} ${part}`)).toEqual([
      'duplicate: slack-00 2026-04-01/6',
      'loss: slack-00 2026-04-01/9',
      'misorder: slack-00 2026-04-01/3',
      expect.stringMatching(/^stray: slack-00 message/),
      'ledger: slack-00 2026-04-01/3: posted',
      'ledger: slack-00 2026-04-01/9: posted',
    ]);
  });
});

describe('four processes that deliver from one Postgres, killed, stopped for longer than they hold things, with the server restarted amid it', () => {
  it('complaint 2: together post every part exactly once and in order, in every thread', async () => {
    const kills = 6;
    const report = await torture({
      ...{ seed: 6, engine: 'postgres', workers: 4, restarts: 1, kills },
      ...{ channels: 6, speed: 20, callsBetweenKills: 4 },
    });
    console.log(reportText(report));
    expect(report.wrong).toEqual([]);
    // Else nothing was proved.
    expect(killsIn(report)).toBeGreaterThanOrEqual(kills);
    expect(report.restarts).toBe(1);
    expect(report.stalls.size).toBeGreaterThan(0);
    expect(report.doubtfulStanding).toBeGreaterThan(0);
  }, 600_000);
});

/** Of the first channel: part 3 is moved to the end, part 6 doubled, part 9 lost, and something else posted. */
const spoil = async ({ slack, places }: Stage): Promise<void> => {
  const channel = places[0]?.channel ?? '';
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.url });
  const parent = slack.messages(channel)[0]?.ts ?? '';
  const thread = slack.thread(channel, parent);
  for (const ordinal of [3, 6]) {
    const blocks = JSON.parse(JSON.stringify(thread[ordinal]?.blocks));
    await client.chat.postMessage({ channel, thread_ts: parent, text: 'Again', blocks });
  }
  for (const ordinal of [3, 9]) await client.chat.delete({ channel, ts: thread[ordinal]?.ts ?? '' });
  await client.chat.postMessage({ channel, text: 'Hello' });
};

describe('the checker', () => {
  const expected: Expected = { editions: ['2026-04-01', '2026-04-02'], parts: 3 };
  const thread = (edition: string, ...ordinals: readonly number[]): SeenMessage[] =>
    ordinals.map((ordinal, index) => ({ id: `${edition}-${index}`, label: { edition, ordinal } }));
  const first = thread('2026-04-01', 0, 1, 2);
  const second = thread('2026-04-02', 0, 1, 2);
  const unknown: SeenMessage = { id: 'm1', label: undefined };

  it('finds nothing wrong where all stands once, in order', () => {
    expect(wrongIn({ place: 'C1', threads: [first, second] }, expected)).toEqual([]);
  });

  it.each<[string, SeenMessage[][], [WrongKind, string][]]>([
    ['a message that is doubled', [thread('2026-04-01', 0, 1, 1, 2), second], [['duplicate', '2026-04-01/1']]],
    ['a thread that is doubled', [first, thread('2026-04-01', 0), second], [['duplicate', '2026-04-01/0']]],
    ['a message that is missing', [thread('2026-04-01', 0, 2), second], [['loss', '2026-04-01/1']]],
    ['a thread that is missing', [first], ['0', '1', '2'].map(ordinal => ['loss', `2026-04-02/${ordinal}`])],
    ['two that are swapped', [thread('2026-04-01', 0, 2, 1), second], [['misorder', '2026-04-01/1']]],
    ['threads that are swapped', [second, first], [['misorder', '2026-04-01/0']]],
    [
      'a part in the thread of another edition',
      [[...first, ...thread('2026-04-02', 2)], thread('2026-04-02', 0, 1)],
      [['stray', '2026-04-02/2']],
    ],
    [
      'a part beside its thread',
      [thread('2026-04-01', 0, 1), thread('2026-04-01', 2), second],
      [['stray', '2026-04-01/2']],
    ],
    ['a message that is none of an edition', [[...first, unknown], second], [['stray', 'message m1']]],
    ['a part that no edition has', [thread('2026-04-01', 0, 1, 2, 3), second], [['stray', 'message 2026-04-01-3']]],
    ['a thread without messages', [first, second, []], [['stray', 'a thread without messages']]],
  ])('finds %s', (_what, threads, wrong) => {
    const found = wrongIn({ place: 'C1', threads }, expected);
    expect(found.map(({ kind, part }) => [kind, part])).toEqual(wrong);
  });
});

describe('what the torture draws', () => {
  it('is the same for the same seed, and another for another', () => {
    const drawn = (seed: number) => {
      const draw = createDraw(seed);
      const ordinals = Array.from({ length: 100 }, (_, ordinal) => ordinal);
      return ordinals.map(ordinal => [killAt(draw, ordinal, 14), faultAt(draw, 'slack', 'slack-00', ordinal)]);
    };
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it('kills at each point', () => {
    const draw = createDraw(1);
    const points = new Set<Kill['point']>();
    for (let ordinal = 0; ordinal < 100; ordinal++) points.add(killAt(draw, ordinal, 14).point);
    expect(points.size).toBe(5);
  });
});

describe('the edition that is delivered', () => {
  it('has as many parts as it says, each of which says which one it is', () => {
    const { signal, deepDives, patterns, alsoPublished } = labelledEdition('2026-04-01');
    const texts = [signal, ...deepDives, ...patterns, ...alsoPublished].map(part => JSON.stringify(part));
    expect(texts.map(text => labelIn(text)?.ordinal)).toEqual(Array.from({ length: partsOfEdition }, (_, n) => n));
  });
});
