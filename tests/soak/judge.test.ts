import { describe, expect, it } from 'vitest';
import { weekdays } from '../../src/edition/subscription.ts';
import { anEntry } from '../an-edition.ts';
import type { Post } from './blogs.ts';
import { type Made, type Told, type ToldPlace, type Wrong, wrongInEditions, wrongInPlace } from './judge.ts';

const urlOf = (title: string): string => `https://blog.example/${encodeURIComponent(title)}`;
const entry = (title: string, company = 'Acme', theme = 'databases') =>
  anEntry({ title, company, themes: [theme], url: urlOf(title) });
/** A Monday and the day after. */
const editions: readonly Made[] = [
  {
    date: '2026-03-02',
    deepDives: [entry('Locks that wait'), entry('Queues that grow', 'Globex', 'caching')],
    alsoPublished: [{ title: 'We hire', company: 'Acme', source: 'Acme', url: urlOf('We hire') }],
  },
  { date: '2026-03-03', deepDives: [entry('Caches that lie', 'Globex', 'caching')], alsoPublished: [] },
];

const message = (text: string): Told => ({ id: text, text });
const story = (title: string): Told => message(`**[${title}](https://blog.example/x)** · Company. What it tells.`);
const parent = (date: string): Told => message(`Engineering @ Scale — ${date} Signal of the Day`);
const rest = message('Also published We hire · Acme');
const first: readonly Told[] = [parent('2026-03-02'), story('Locks that wait'), story('Queues that grow'), rest];
const second: readonly Told[] = [parent('2026-03-03'), story('Caches that lie')];

const place = (threads: ToldPlace['threads'], subscription: Partial<ToldPlace['subscription']> = {}): ToldPlace => ({
  place: 'slack-00',
  subscription: { themes: [], companies: [], weekdays, tellsQuietDays: false, ...subscription },
  threads,
});
const shown = (wrong: readonly Wrong[]): readonly string[] => wrong.map(({ kind, what }) => `${kind}: ${what}`);

describe('the judge of a channel', () => {
  it('finds nothing wrong where each edition stands once, whole and in order', () => {
    expect(wrongInPlace(place([first, second]), editions)).toEqual([]);
  });

  it('reads titles as platforms mark and escape them', () => {
    const marked = first.map(({ id, text }) => ({ id, text: text.replace('Locks that wait', 'Locks\\ that\\-wait') }));
    expect(wrongInPlace(place([marked, second]), editions)).toEqual([]);
  });

  it.each<[string, readonly (readonly Told[])[], readonly string[]]>([
    [
      'a story that is missing',
      [[first[0], first[2], rest].flatMap(one => one ?? []), second],
      ['loss: 2026-03-02: Locks that wait'],
    ],
    [
      'a story that is only named by another',
      [[parent('2026-03-02'), message('As in Locks that wait'), ...first.slice(2)], second],
      ['loss: 2026-03-02: Locks that wait'],
    ],
    [
      'a story that is doubled',
      [[...first.slice(0, 2), ...first.slice(1)], second],
      ['double: 2026-03-02: locksthatwaithttpsblogexamplexcompanywhatittells'],
    ],
    ['an edition that is missing', [first], ['loss: the edition of 2026-03-03']],
    [
      'an edition that is doubled',
      [first, second, second],
      ['double: the edition of 2026-03-03', 'double: in 2 threads: Caches that lie'],
    ],
    [
      'a story that is told again in the next edition',
      [first, [...second, story('Locks that wait')]],
      ['double: in 2 threads: Locks that wait'],
    ],
    [
      'stories that are swapped',
      [[parent('2026-03-02'), story('Queues that grow'), story('Locks that wait'), rest], second],
      [expect.stringMatching(/^misorder: 2026-03-02: .*Queues/)],
    ],
    ['editions that are swapped', [second, first], ['misorder: the edition of 2026-03-02']],
    ['what is listed and missing', [first.slice(0, 3), second], ['loss: 2026-03-02: listed: We hire']],
    ['a thread of no edition', [first, second, [message('Hello')]], ['stray: a thread of no edition']],
    [
      'a thread of an edition that nobody made',
      [first, second, [parent('2026-04-01')]],
      ['stray: a thread of 2026-04-01'],
    ],
  ])('finds %s', (_what, threads, wrong) => {
    expect(shown(wrongInPlace(place(threads), editions))).toEqual(wrong);
  });

  it('wants of each edition what the channel asked for, and no more', () => {
    const onlyGlobex = { companies: ['Globex'] };
    const globex = [parent('2026-03-02'), story('Queues that grow')];
    expect(wrongInPlace(place([globex, second], onlyGlobex), editions)).toEqual([]);
    expect(shown(wrongInPlace(place([second], onlyGlobex), editions))).toEqual(['loss: the edition of 2026-03-02']);
    const databases = place([first.slice(0, 2), second], { themes: ['databases'] });
    expect(shown(wrongInPlace(databases, editions))).toEqual(['stray: the edition of 2026-03-03']);
  });

  it('finds a story that the channel did not ask for', () => {
    const threads = [[parent('2026-03-02'), story('Queues that grow'), story('Locks that wait')], second];
    expect(shown(wrongInPlace(place(threads, { companies: ['Globex'] }), editions))).toEqual([
      'stray: 2026-03-02: Locks that wait',
    ]);
  });

  it('wants a quiet day told where the channel wants that, and nothing on days that it left out', () => {
    const quiet = { companies: ['Initech'], tellsQuietDays: true };
    expect(wrongInPlace(place([[parent('2026-03-02')], [parent('2026-03-03')]], quiet), editions)).toEqual([]);
    expect(wrongInPlace(place([], { companies: ['Initech'] }), editions)).toEqual([]);
    expect(wrongInPlace(place([first], { weekdays: ['mon'] }), editions)).toEqual([]);
    expect(shown(wrongInPlace(place([first, second], { weekdays: ['mon'] }), editions))).toEqual([
      'stray: the edition of 2026-03-03',
    ]);
  });
});

describe('the judge of the editions', () => {
  const dates = editions.map(({ date }) => date);
  const hour = 3_600_000;
  const post = (title: string, publishedAt: number): Post => ({
    ...{ company: 'Acme', number: 0, title, publishedAt },
    url: urlOf(title),
  });
  const posts = ['Locks that wait', 'Queues that grow', 'We hire', 'Caches that lie'].map(title =>
    post(title, 2 * hour),
  );
  const owed = new Set([...posts.map(({ url }) => url), urlOf('A new one'), urlOf('An old one')]);
  const published = { dates, posts, newsFrom: hour, owed };
  const judged = (made: readonly Made[], more: readonly Post[] = []) =>
    shown(wrongInEditions(made, { ...published, posts: [...posts, ...more] }));

  it('finds nothing wrong where each post is told or listed once', () => {
    expect(judged(editions)).toEqual([]);
  });

  it('finds an edition that was not made, and the posts that no other tells', () => {
    expect(judged(editions.slice(0, 1))).toEqual([
      'loss: the edition of 2026-03-03',
      expect.stringMatching(/^loss: post .* Caches that lie$/),
    ]);
  });

  it('finds a post that is told again, listed or not', () => {
    const [monday, tuesday] = editions;
    const again = { ...tuesday, date: '2026-03-03', deepDives: [...(tuesday?.deepDives ?? []), entry('We hire')] };
    expect(judged([monday, { ...again, alsoPublished: [] }].flatMap(one => one ?? []))).toEqual([
      expect.stringMatching(/^double: post .* on 2026-03-02, 2026-03-03: We hire$/),
    ]);
  });

  it('finds an old post that is told as news, one that is forgotten, and a story that nobody published', () => {
    expect(judged(editions, [post('A new one', 2 * hour)])).toEqual([expect.stringMatching(/^loss: .* A new one$/)]);
    expect(judged(editions, [post('An old one', 0), post('One that nobody could read yet', 2 * hour)])).toEqual([]);
    const old = [{ ...editions[0], date: '2026-03-02', deepDives: [entry('An old one')], alsoPublished: [] }];
    expect(judged([...editions, ...old], [post('An old one', 0)])).toEqual([
      'stray: an old post on 2026-03-02: An old one',
    ]);
    expect(
      judged([...editions, { ...old[0], date: '2026-03-02', deepDives: [entry('Invented')], alsoPublished: [] }]),
    ).toEqual([expect.stringMatching(/^stray: a story that nobody published: .*Invented$/)]);
  });
});
