/**
 * Finds what went wrong, by what stands in the channels: each edition is to be in each channel that asked for it, whole, once
 * and in order, and each post of a blog in one edition. It does not ask the bot what it believes; `ledger.ts` holds that beside it.
 */
import type { Edition } from '../../src/edition/edition.ts';
import { type Subscription, weekdays } from '../../src/edition/subscription.ts';
import type { Post } from './blogs.ts';

export type WrongKind =
  /** An edition, a message or a story stands twice or more; counted for each that is too many. */
  | 'double'
  /** An edition, a story or a post is nowhere where it should be. */
  | 'loss'
  /** It stands behind what follows it. */
  | 'misorder'
  /** It stands where nobody asked for it. */
  | 'stray'
  /** The ledger says otherwise than the channel shows. */
  | 'ledger';

export interface Wrong {
  readonly kind: WrongKind;
  /** A channel, or `editions`. */
  readonly place: string;
  readonly what: string;
}

/** A message as people read it. */
export interface Told {
  readonly id: string;
  readonly text: string;
}

/** A channel, what it asked for, and what stands in it: threads, of which the first message is what they hang on. */
export interface ToldPlace {
  readonly place: string;
  readonly subscription: Pick<Subscription, 'themes' | 'companies' | 'weekdays' | 'tellsQuietDays'>;
  readonly threads: readonly (readonly Told[])[];
}

/** An edition as it was when it was made: what a blog corrects later changes no message. */
export type Made = Pick<Edition, 'date' | 'deepDives' | 'alsoPublished'>;

/** Letters and digits alone, as platforms mark and escape the rest in their own ways. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** What of an edition a channel is to get; undefined where nothing. */
export const wantedOf = (
  { date, deepDives, alsoPublished }: Made,
  { themes, companies, weekdays: days, tellsQuietDays }: ToldPlace['subscription'],
): { readonly stories: readonly string[]; readonly listed: readonly string[] } | undefined => {
  const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  if (weekday === undefined || !days.includes(weekday)) return undefined;
  const wantsAll = themes.length === 0 && companies.length === 0;
  const stories = deepDives
    .filter(
      entry => wantsAll || companies.includes(entry.company) || entry.themes.some(theme => themes.includes(theme)),
    )
    .map(({ title }) => title);
  const listed = alsoPublished
    .filter(({ company }) => wantsAll || companies.includes(company))
    .map(({ title }) => title);
  return stories.length + listed.length > 0 || tellsQuietDays ? { stories, listed } : undefined;
};

/** @param editions Oldest first. */
export const wrongInPlace = (
  { place, subscription, threads }: ToldPlace,
  editions: readonly Made[],
): readonly Wrong[] => {
  const found: Wrong[] = [];
  const tell = (kind: WrongKind, what: string) => void found.push({ kind, place, what });
  const titled = threads.map(thread => ({ thread, date: dateIn(thread[0]?.text ?? '') }));
  for (const { date } of titled) {
    if (!editions.some(edition => edition.date === date)) tell('stray', `a thread of ${date ?? 'no edition'}`);
  }
  for (const edition of editions) {
    const { date } = edition;
    const wanted = wantedOf(edition, subscription);
    const own = titled.filter(one => one.date === date);
    for (const _ of own.slice(1)) tell('double', `the edition of ${date}`);
    const [first] = own;
    if (first === undefined && wanted !== undefined) tell('loss', `the edition of ${date}`);
    if (first === undefined) continue;
    if (wanted === undefined) tell('stray', `the edition of ${date}`);
    else for (const { kind, what } of wrongInThread(first.thread, wanted, edition)) tell(kind, `${date}: ${what}`);
  }
  for (const [story, count] of storiesToldIn(threads, editions)) {
    if (count > 1) tell('double', `in ${count} threads: ${story}`);
  }
  const dates = titled.flatMap(({ date }) => date ?? []);
  dates.forEach((date, index) => {
    if (dates.slice(0, index).some(before => before > date)) tell('misorder', `the edition of ${date}`);
  });
  return found;
};

const dateIn = (text: string): string | undefined => /\d{4}-\d\d-\d\d/.exec(text)?.[0];

type WrongWithin = Pick<Wrong, 'kind' | 'what'>;

const wrongInThread = (
  [parent, ...replies]: readonly Told[],
  { stories, listed }: NonNullable<ReturnType<typeof wantedOf>>,
  { deepDives }: Made,
): readonly WrongWithin[] => {
  const texts = replies.map(({ text }) => plain(text));
  const found: WrongWithin[] = [];
  const heads = stories.map(story => texts.findIndex(text => text.startsWith(plain(story))));
  stories.forEach((story, index) => {
    if (heads[index] === -1) found.push({ kind: 'loss', what: story });
  });
  for (const { title } of deepDives) {
    const isTold = texts.some(text => text.startsWith(plain(title)));
    if (isTold && !stories.includes(title)) found.push({ kind: 'stray', what: title });
  }
  const standing = heads.filter(place => place !== -1);
  standing.forEach((place, index) => {
    if (standing.slice(0, index).some(before => before > place))
      found.push({ kind: 'misorder', what: replies[place]?.text.slice(0, 80) ?? '' });
  });
  const all = [parent?.text ?? '', ...replies.map(({ text }) => text)].map(plain);
  all.forEach((text, index) => {
    if (all.indexOf(text) !== index) found.push({ kind: 'double', what: text.slice(0, 80) });
  });
  // The list of what else was published closes the thread.
  const rest = texts.filter((_, index) => !heads.includes(index));
  for (const title of listed) {
    if (!rest.some(text => text.includes(plain(title)))) found.push({ kind: 'loss', what: `listed: ${title}` });
  }
  return found;
};

/** By story, the threads in which a message begins with it. */
const storiesToldIn = (threads: ToldPlace['threads'], editions: readonly Made[]): ReadonlyMap<string, number> => {
  const titles = new Map(
    editions.flatMap(({ deepDives }) => deepDives.map(({ title }) => [plain(title), title] as const)),
  );
  const counts = new Map<string, number>();
  for (const thread of threads) {
    const texts = thread.slice(1).map(({ text }) => plain(text));
    for (const [key, title] of titles) {
      if (texts.some(text => text.startsWith(key))) counts.set(title, (counts.get(title) ?? 0) + 1);
    }
  }
  return counts;
};

export interface Published {
  /** Of all editions, those that should have been made; oldest first. */
  readonly dates: readonly string[];
  readonly posts: readonly Post[];
  /** Milliseconds since 1970: what was published before is no news. */
  readonly newsFrom: number;
  /** Addresses of the posts that the bot must have seen. */
  readonly owed: ReadonlySet<string>;
}

/** Each day is to have its edition, and each post to be told or listed once. */
export const wrongInEditions = (
  editions: readonly Made[],
  { dates, posts, newsFrom, owed }: Published,
): readonly Wrong[] => {
  const found: Wrong[] = [];
  const tell = (kind: WrongKind, what: string) => void found.push({ kind, place: 'editions', what });
  for (const date of dates) {
    if (!editions.some(edition => edition.date === date)) tell('loss', `the edition of ${date}`);
  }
  const told = Map.groupBy(
    editions.flatMap(({ date, deepDives, alsoPublished }) =>
      [...deepDives, ...alsoPublished].map(({ url }) => ({ date, url })),
    ),
    ({ url }) => url,
  );
  for (const { url, title, publishedAt } of posts) {
    const times = told.get(url) ?? [];
    const dates = times.map(({ date }) => date).join(', ');
    if (publishedAt < newsFrom && times.length > 0) tell('stray', `an old post on ${dates}: ${title}`);
    if (publishedAt >= newsFrom && owed.has(url) && times.length === 0) tell('loss', `post ${url} ${title}`);
    for (const _ of times.slice(1)) tell('double', `post ${url} on ${dates}: ${title}`);
  }
  const known = new Set(posts.map(({ url }) => url));
  for (const url of told.keys()) if (!known.has(url)) tell('stray', `a story that nobody published: ${url}`);
  return found;
};
