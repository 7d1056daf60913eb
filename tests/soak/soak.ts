/** A compressed month: the bot as it is, against blogs and chats that fail in eight ways, and killed amid its work. */
import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getEdition } from '../../src/archive/editions.ts';
import { deliveryOn } from '../../src/delivery/schedule.ts';
import { minute, second } from '../../src/edition/duration.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { type Chats, type Place, placeOf } from '../torture/chats.ts';
import { createDraw } from '../torture/draw.ts';
import type { Fault } from '../torture/fates.ts';
import type { Call } from '../torture/gate.ts';
import { threadsIn } from '../torture/seen.ts';
import { type Bot, startBot } from './bot.ts';
import type { DayOfBot, Report, SoakOptions } from './figures.ts';
import { type Wrong, wrongInEditions, wrongInPlace } from './judge.ts';
import { plannedKills } from './kills.ts';
import { finishedOf, latenessIn, rowsIn, type Seen, wrongInLedger } from './ledger.ts';
import { createLives } from './lives.ts';
import { createPassing, leadTime } from './passing.ts';
import { createReaders } from './readers.ts';
import { makingAt, type Subscribed, startStage } from './stage.ts';
import { steeredClock } from './steered-clock.ts';
import { textOf } from './text.ts';
import { faultOf, type Way, wayOf } from './ways.ts';

const firstDay = Date.UTC(2026, 2, 2);
const day = 24 * 60 * minute;
/** Milliseconds of the bot's clock for which it has nothing to do at the end of a day; and after the last, what is skipped of that. */
const rest = 30 * second;
const afterwards = 90 * minute;
/** Milliseconds of the bot's clock after which what is not done is left: the judge finds it missing. */
const longestMaking = 60 * minute;
const longestDelivering = 90 * minute;

/** When the edition of a date is made, in milliseconds since 1970. */
const makingOf = (date: string): number => Date.parse(`${date}T${makingAt}:00Z`);
const dateOf = (index: number): string => new Date(firstDay + index * day).toISOString().slice(0, 10);

/** @throws Error where the bot ends by itself. */
export const soak = async (options: SoakOptions): Promise<Report> => {
  const { seed, days, channels, fail, speed } = options;
  const started = performance.now();
  const draw = createDraw(seed);
  const from = firstDay + 5.9 * 60 * minute;
  const clock = steeredClock({ machine: Date.now(), shown: from, speed });
  const faults = new Map<Way, number>();
  const requests = { chats: 0, blogs: 0 };
  const timesAsked = new Map<string, number>();
  let life = 0;
  let bot: Bot | undefined;
  const passing = createPassing({ clock, speed, stage: () => stage, bot: () => bot });

  const spoil = (to: Place['platform'] | 'blogs', what: string): Fault | undefined => {
    passing.onRequest();
    const fault = faultOf(draw, fail, to, what, increase(timesAsked, `${to} ${what}`));
    if (fault !== undefined) increase(faults, wayOf(fault.kind));
    return fault;
  };
  const stage = await startStage({
    ...{ draw, clock, channels, from, until: firstDay + days * day },
    fateOfCall: (platform, call: Call, chats: Chats) => {
      requests.chats += 1;
      const kill = lives.onCall(call);
      const fault = spoil(platform, placeOf(platform, call, chats));
      return { kill, fault: kill === undefined ? fault : undefined };
    },
    fateOfReading: ({ host, path }, isFeed) => {
      requests.blogs += 1;
      if (path !== '/robots.txt') lives.onReading(isFeed ? 'collecting' : 'editing');
      return spoil('blogs', `${host}${path}`);
    },
    kill: () => lives.strike(),
  });
  const { archive, subscribed, folder } = stage;
  const lives = createLives(
    () => {
      life += 1;
      const { promise: up, resolve } = Promise.withResolvers<void>();
      void passing.calmly(up);
      const started = startBot({ cwd: folder, env: stage.env, clock, log: join(folder, 'bot.log') });
      bot = started;
      // Or killed before.
      void Promise.allSettled([/Listening in Slack/, /Listening in Discord/].map(started.said)).then(() => resolve());
      return started;
    },
    plannedKills(draw, options),
  );
  const readers = createReaders(stage.chats);
  const measures: DayOfBot[] = [];
  const editions: Edition[] = [];
  let wrong: readonly Wrong[] = [];

  const until = (isDone: () => Promise<boolean>, latest: number) => passing.until(isDone, latest, lives.broken);
  const seen = (): readonly Seen[] =>
    subscribed.map(({ at, subscription }) => {
      const threads = threadsIn(at, stage.chats);
      const told = threads.map(thread => thread.map(({ id, content }) => ({ id, text: textOf(content) })));
      return { place: at.label, at, subscription, threads: told };
    });
  const check = async (): Promise<readonly Wrong[]> => {
    const present = seen();
    const published = {
      dates: Array.from({ length: days }, (_, index) => dateOf(index)),
      posts: stage.blogs.posts,
      newsFrom: from - day,
      owed: stage.blogs.shown(),
    };
    return [
      ...wrongInEditions(editions, published),
      ...present.flatMap(one => wrongInPlace(one, editions)),
      ...(await wrongInLedger(archive, present, editions)),
    ];
  };
  const dueAt = (channel: string, date: string): number => {
    const one = subscribed.find(({ at }) => at.channel === channel);
    return (one && timeOf(one, date)) ?? makingOf(date);
  };
  const report = async (): Promise<Report> => {
    const threads = seen().flatMap(one => one.threads);
    const stories = editions.map(({ deepDives, alsoPublished }) => deepDives.length + alsoPublished.length);
    return {
      posts: stage.blogs.figures(),
      stories: stories.reduce((sum, count) => sum + count, 0),
      ...{ options, editions: editions.length, requests, faults, kills: lives.kills, wrong, measures, folder },
      threads: threads.length,
      messages: threads.flat().length,
      lookUps: readers.lookUps,
      late: await latenessIn(archive, dueAt),
      rows: await rowsIn(archive),
      database: databaseSize(folder),
      seconds: (performance.now() - started) / second,
    };
  };

  const liveThrough = async (index: number): Promise<void> => {
    const date = dateOf(index);
    const making = makingOf(date);
    lives.beginDay(index);
    await passing.skipTo(making);
    await passing.calmly(until(async () => (await getEdition(archive, date)) !== undefined, making + longestMaking));
    const edition = await getEdition(archive, date);
    if (edition !== undefined) editions.push(edition);
    const times = subscribed.flatMap(one => timeOf(one, date) ?? []);
    for (const instant of new Set(times.toSorted((one, other) => one - other))) {
      await passing.skipTo(instant);
      const count = times.filter(time => time <= instant).length;
      await until(async () => (await finishedOf(archive, date)) >= count, instant + longestDelivering);
    }
    await stage.idle();
    await passing.forPeople(() => readers.lookUp(edition?.deepDives[0]?.company ?? 'Northwind'));
    await clock.pause(rest);
    await stage.idle();
    measures.push({ date, life, ...(await lives.bot().measure()) });
  };

  try {
    for (let index = 0; index < days; index += 1) {
      await liveThrough(index);
      options.onProgress?.(await report());
    }
    // Whatever would come twice has time to come.
    await passing.skipTo(Math.ceil(clock.read() / minute) * minute + afterwards);
    await clock.pause(leadTime + rest);
    await stage.idle();
    wrong = await check();
    const result = await report();
    await lives.end();
    return result;
  } catch (error) {
    appendFileSync(join(folder, 'bot.log'), `${error}\n`);
    await lives.bot().kill();
    throw error;
  } finally {
    await stage.close();
  }
};

const increase = <Key>(counts: Map<Key, number>, key: Key): number => {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
};

/** When a channel is to get the edition of a date, which is not before it is made; undefined where not at all. */
const timeOf = ({ subscription }: Pick<Subscribed, 'subscription'>, date: string): number | undefined => {
  const occasion = deliveryOn(subscription, date);
  return occasion && Math.max(makingOf(date), Date.parse(occasion.instant));
};

/** Bytes, with what SQLite has beside the file. */
const databaseSize = (folder: string): number =>
  readdirSync(folder)
    .filter(name => name.startsWith('archive.db'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
