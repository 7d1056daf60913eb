/** Complaints 6 and 7, and what else is wrong with dates: from the feed to what would be posted. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstText, type Post, type Reader, rss, startReader } from './a-reader.ts';

let reader: Reader;
beforeEach(async () => {
  reader = await startReader('Acme');
});
afterEach(() => reader.close());

const known: Post = {
  title: 'What was there before',
  link: 'https://acme.example/known',
  date: 'Wed, 01 Apr 2026 05:00:00 GMT',
};
const dated = (date: string | undefined, title = 'A new story'): Post => ({
  title,
  link: `https://acme.example/${title.replaceAll(' ', '-')}`,
  text: firstText,
  ...(date !== undefined && { date }),
});
/** Without a text either, of which several would be one story. */
const untold = (title: string, date?: string): Post => {
  const { text: _, ...post } = dated(date, title);
  return post;
};
const secondMorning = '2026-04-02T07:00:00.000Z';

/** What is told of a post that the feed adds before the second morning, with the date that it is told under. */
const toldOf = async (post: Post) => {
  reader.publish('Acme', rss(known));
  await reader.morning();
  reader.publish('Acme', rss(post, known));
  const { edition } = await reader.morning();
  return edition.deepDives.map(({ title, published }) => [title, published]);
};

describe('complaint 6 (FeedCord #94, MonitoRSS #258): "no new posts" where a date has no time, and silence where there is none', () => {
  it.each([
    ['of today, without a time', 'Thu, 02 Apr 2026', '2026-04-02T00:00:00.000Z'],
    ['of today at midnight in New York', 'Thu, 02 Apr 2026 00:00:00 EST', '2026-04-02T05:00:00.000Z'],
    ['of the day before, earlier than what is known', 'Wed, 01 Apr 2026', '2026-04-01T00:00:00.000Z'],
    ['in ISO 8601', '2026-04-02', '2026-04-02T00:00:00.000Z'],
  ])('a post with a date %s is news, under its own date', async (_, date, published) => {
    expect(await toldOf(dated(date))).toEqual([['A new story', published]]);
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one that nobody can read', 'last Thursday'],
    ['one of two meanings', '02/04/2026'],
    ['that of a program that had none', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['that of such a program in New York', 'Thu, 01 Jan 1970 00:00:00 EST'],
    ['that of such a program in Berlin', 'Thu, 01 Jan 1970 01:00:00 +0100'],
    ['year 0', '0000-00-00 00:00:00'],
    ['year 1', '0001-01-01T00:00:00Z'],
  ])('a post with %s for a date is news, dated by when it was first seen', async (_, date) => {
    expect(await toldOf(dated(date))).toEqual([['A new story', secondMorning]]);
  });

  it('of a feed without any dates each post is told once, and the first list makes no flood', async () => {
    const [one, two, three, four] = [untold('One'), untold('Two'), untold('Three'), untold('Four')];
    reader.publish('Acme', rss(two, one));
    expect((await reader.morning()).told).toEqual(['Two']);
    reader.publish('Acme', rss(four, three, two, one));
    expect((await reader.morning()).told.toSorted()).toEqual(['Four', 'Three']);
    reader.publish('Acme', rss(one, two, three, four));
    expect((await reader.morning()).told).toEqual([]);
  });
});

describe('complaint 7 (selfoss #67, NetNewsWire #5217 and #2928, rssguard #1662): dates to come, missing, or in "EST"', () => {
  it.each([
    ['EST', 'Thu, 2 Apr 2026 00:30:00 EST', '2026-04-02T05:30:00.000Z'],
    ['PDT', 'Wed, 1 Apr 2026 23:30:00 PDT', '2026-04-02T06:30:00.000Z'],
    ['MEZ', 'Do, 02 Apr 2026 07:30:00 MEZ', '2026-04-02T06:30:00.000Z'],
    ['MESZ, in German', 'Donnerstag, 2. April 2026 07:30 MESZ', '2026-04-02T05:30:00.000Z'],
    ['a French month', 'jeu. 2 avr. 2026 07:30:00 +0200', '2026-04-02T05:30:00.000Z'],
    ['a Portuguese month', 'Qui, 02 Abr 2026 02:30:00 -0300', '2026-04-02T05:30:00.000Z'],
    ['a year of two digits', 'Thu, 02 Apr 26 05:30:00 GMT', '2026-04-02T05:30:00.000Z'],
    [
      'the words of JavaScript',
      'Thu Apr 02 2026 07:30:00 GMT+0200 (Central European Summer Time)',
      '2026-04-02T05:30:00.000Z',
    ],
  ])('a date in %s is read', async (_, date, published) => {
    expect(await toldOf(dated(date))).toEqual([['A new story', published]]);
  });

  it.each([
    ['a month ahead', 'Sat, 02 May 2026 05:00:00 GMT'],
    ['in the year 2099', 'Fri, 02 Jan 2099 05:00:00 GMT'],
    ['of this evening, as blogs schedule', 'Thu, 02 Apr 2026 20:00:00 GMT'],
  ])(
    'a post with a date %s is told when it was seen, as of then, once, and stays on top of nothing',
    async (_, date) => {
      expect(await toldOf(dated(date))).toEqual([['A new story', secondMorning]]);
      const later = dated('Fri, 03 Apr 2026 05:00:00 GMT', 'A later story');
      reader.publish('Acme', rss(dated(date), later, known));
      expect((await reader.morning()).told).toEqual(['A later story']);
      reader.sleep(40);
      expect((await reader.morning()).told).toEqual([]);
    },
  );

  it('a date that changes each time makes nothing news, and the first one stays', async () => {
    reader.publish('Acme', rss(dated('Wed, 01 Apr 2026 05:00:00 GMT')));
    expect((await reader.morning()).told).toEqual(['A new story']);
    for (const day of ['Thu, 02', 'Fri, 03', 'Sat, 04']) {
      reader.publish('Acme', rss(dated(`${day} Apr 2026 05:00:00 GMT`)));
      expect((await reader.morning()).told).toEqual([]);
    }
    const [row] = await reader.archive.db.selectFrom('items').select('item').execute();
    expect(JSON.parse(row?.item ?? '')).toMatchObject({ published: '2026-04-01T05:00:00.000Z' });
  });
});

describe('complaint 4 (FeedCord #86): items missed while the machine was off', () => {
  const day = (date: number) =>
    dated(`${String(date).padStart(2, '0')} Apr 2026 05:00:00 GMT`, `Story of the ${date}th`);

  it('are told in the next edition, all of them, once', async () => {
    reader.publish('Acme', rss(known));
    await reader.morning();
    reader.sleep(3);
    reader.publish('Acme', rss(day(5), day(4), day(3), day(2), known));
    expect((await reader.morning()).told).toHaveLength(4);
    expect((await reader.morning()).told).toEqual([]);
  });

  it('are told also where the feed alone was down', async () => {
    reader.publish('Acme', rss(known));
    await reader.morning();
    reader.fail('Acme', 503);
    expect((await reader.morning()).statuses).toMatchObject([{ status: 'failed' }]);
    reader.publish('Acme', rss(day(2), known));
    expect((await reader.morning()).told).toEqual(['Story of the 2th']);
  });
});

describe('complaint 5 (RSS-to-Telegram #642): a blog that comes back after long floods the channel with its backlog', () => {
  it('is told of with what is new in a week, and no more', async () => {
    reader.publish('Acme', rss(known));
    await reader.morning();
    reader.sleep(60);
    const backlog = Array.from({ length: 60 }, (_, age) => {
      const date = new Date(reader.now().getTime() - age * 24 * 3_600_000).toUTCString();
      return dated(date, `Story from ${age} days ago`);
    });
    reader.publish('Acme', rss(...backlog, known));
    const { told } = await reader.morning();
    expect(told.toSorted()).toEqual(Array.from({ length: 8 }, (_, age) => `Story from ${age} days ago`));
    expect((await reader.morning()).told).toEqual([]);
  });
});

describe('complaint input I: a feed without dates, dates without a time, `00:00:00 EST`, a date months ahead', () => {
  it('each is told, dated by itself where that is a date of the past, and by our first sight where it is not', async () => {
    reader.publish('Acme', rss(known));
    await reader.morning();
    const posts = [
      untold('Without a date'),
      untold('Without a time', '2026-04-02'),
      untold('At midnight in New York', 'Thu, 02 Apr 2026 00:00:00 EST'),
      untold('Months ahead', 'Thu, 01 Oct 2026 00:00:00 GMT'),
    ];
    reader.publish('Acme', rss(...posts, known));
    expect((await reader.morning()).told.toSorted()).toEqual(posts.map(({ title }) => title).toSorted());
    const rows = await reader.archive.db.selectFrom('items').select('item').execute();
    const dates = rows.map(row => JSON.parse(row.item)).map(({ title, published }) => [title, published]);
    expect(Object.fromEntries(dates)).toMatchObject({
      'Without a date': undefined,
      'Without a time': '2026-04-02T00:00:00.000Z',
      'At midnight in New York': '2026-04-02T05:00:00.000Z',
      'Months ahead': secondMorning,
    });
  });
});
