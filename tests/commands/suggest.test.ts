/** What is offered while a person types. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { aTalk, fill, type Talk } from './a-conversation.ts';

describe('suggestions', () => {
  let talk: Talk;
  const valuesOf = async (name: string, typed: string): Promise<readonly string[]> =>
    (await talk.conversation.suggest(name, typed)).map(({ value }) => value);

  beforeAll(async () => {
    talk = await aTalk();
    await fill(talk.archive);
    const names = ['Acme Labs', 'Big Acme', 'Comma, Inc', 'Élan'];
    const deepDives = names.map((company, index) => anEntry({ id: `dddddddddd0${index}`, company }));
    const at = { until: '2026-04-02T06:00:00Z', builtAt: '2026-04-02T06:00:00Z' };
    await saveEdition(talk.archive, anEdition({ date: '2026-04-02', deepDives, patterns: [], alsoPublished: [] }), at);
  });
  afterAll(() => talk.archive.close());

  it('of companies are those that some entry has, the most frequent first', async () => {
    expect(await valuesOf('company', '')).toEqual([
      'Initech',
      'Acme',
      'Acme Labs',
      'Big Acme',
      '"Comma, Inc"',
      'Globex',
      'Élan',
    ]);
  });

  it.each([
    ['company', 'acm', ['Acme', 'Acme Labs', 'Big Acme']],
    ['company', 'ACME l', ['Acme Labs']],
    ['company', 'lab', ['Acme Labs']],
    ['company', 'elan', ['Élan']],
    ['company', 'inotech', ['Initech']],
    ['company', 'zeppelin', []],
    ['company', 'globex,ini', ['globex,Initech']],
    ['source', 'glob', ['Globex Blog']],
    ['theme', 'zero', ['zero-trust', 'serverless']],
    ['theme', 'kafka', ['event-streaming']],
    ['date', '2026-04', ['2026-04-02', '2026-04-01']],
    ['before', '2026-04-01', ['2026-04-01']],
    ['date', '2025', []],
    ['zone', 'berl', ['Europe/Berlin']],
    ['zone', 'new y', ['America/New_York']],
    ['zone', 'Europe/Ber', ['Europe/Berlin']],
    ['days', 'mon,fr', ['mon,fri', 'mon,weekdays']],
    ['days', 'daily', ['daily']],
    ['at', '08', ['08:00']],
    ['at', '8', ['08:00']],
    ['quiet', 'y', ['yes']],
    ['words', 'lost shar', ['lost shard', 'lost shards', 'lost sharding']],
    ['page', '1', []],
    ['constructor', 'a', []],
  ])('for %s:%s', async (name, typed, values) => {
    expect(await valuesOf(name, typed)).toEqual(values);
  });

  it('of themes show labels, those with the most entries first', async () => {
    expect((await talk.conversation.suggest('theme', ''))[0]).toEqual({
      label: 'Streaming and queues',
      value: 'event-streaming',
    });
  });

  it('of dates say which day that was', async () => {
    expect((await talk.conversation.suggest('date', '2026-04-01'))[0]?.label).toBe('Wednesday 1 April 2026');
  });

  it.each(['company', 'theme', 'source', 'date', 'zone', 'days', 'at', 'words'])(
    'for %s are 25 at most, and never fail',
    async name => {
      for (const typed of ['', ' ', ',', '"', '%', '\u0000', '💥', 'x'.repeat(6_000)]) {
        expect((await valuesOf(name, typed)).length).toBeLessThanOrEqual(25);
      }
    },
  );

  it('can be typed as they are: each leads to what it says', async () => {
    for (const value of await valuesOf('company', '')) {
      expect(
        (await talk.ask(`company:${/[ ]/.test(value) && !value.startsWith('"') ? `"${value}"` : value}`)).text,
      ).toMatch(/^\d+ entr/);
      expect((await talk.ask({ command: '', options: { company: [value] } })).text).toMatch(/^\d+ entr/);
    }
  });
});
