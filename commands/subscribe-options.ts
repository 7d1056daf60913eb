/** What is said with `subscribe`, and what is meant by it: names, a time, a zone and weekdays as people write them. */
import { z } from 'zod';
import type { Archive } from '../src/archive/archive.ts';
import { createFindLabel, meantNames } from '../src/archive/names.ts';
import type { Problem } from '../src/chat/conversation.ts';
import { once } from '../src/edition/options.ts';
import { quoted } from '../src/edition/query-error.ts';
import { type Subscription, weekdays } from '../src/edition/subscription.ts';
import { findTimeZone } from '../src/edition/time-zones.ts';
import { readWeekdays } from '../src/edition/weekdays.ts';
import { CommandError } from './command-error.ts';

/** More than there are themes, and more companies than anybody follows. */
const list = z.array(z.string().max(100, 'takes names of at most 100 characters')).max(60, 'takes at most 60 values');

export const subscribeOptions = z.object({
  theme: list.optional().describe('Only entries on these themes; "all" for every theme.'),
  company: list.optional().describe('Only entries of these companies; "all" for every company.'),
  at: once(z.string()).describe('Local time of day, such as 08:00.'),
  zone: once(z.string()).describe('Time zone or its city, such as Europe/Berlin.'),
  days: list.optional().describe('Weekdays, such as mon-fri, or daily.'),
  quiet: once(z.string()).describe('Whether to say so on a day without news: yes or no.'),
});

type Said = z.output<typeof subscribeOptions>;

/** What was said of a subscription; what was not is absent. */
type Wishes = Partial<Subscription> & { readonly notes: readonly string[] };

/** One thing that was said: what is meant by it, or what is wrong with it. */
type Read<Value> = { readonly value?: Value; readonly problem?: Problem; readonly note?: string };

/** @throws CommandError `bad-options`, with all that is wrong. */
export const readWishes = async (said: Said, archive: Archive): Promise<Wishes> => {
  const names = await readNames(said, archive);
  const [at, zone, days, quiet] = [readAt(said.at), readZone(said.zone), readDays(said.days), readQuiet(said.quiet)];
  const problems = [...names.problems, ...[at, zone, days, quiet].flatMap(({ problem }) => problem ?? [])];
  if (problems.length > 0) {
    throw new CommandError('bad-options', problems.map(({ text }) => text).join(' '), problems);
  }
  return {
    ...(said.theme !== undefined && { themes: names.themes }),
    ...(said.company !== undefined && { companies: names.companies }),
    ...(at.value !== undefined && { at: at.value }),
    ...(zone.value !== undefined && { timeZone: zone.value }),
    ...(days.value !== undefined && { weekdays: days.value }),
    ...(quiet.value !== undefined && { tellsQuietDays: quiet.value }),
    notes: [...names.notes, ...(zone.note === undefined ? [] : [zone.note])],
  };
};

const withoutAll = (names: readonly string[] = []): readonly string[] =>
  names.filter(name => name.toLowerCase() !== 'all');

const readNames = async ({ theme, company }: Said, archive: Archive) => {
  const asked = { themes: withoutAll(theme), companies: withoutAll(company), sources: [] };
  const { labels, notes, unknown } = await meantNames(createFindLabel(archive.db), asked);
  const problems = unknown.map(({ kind, name, near }) => ({
    option: kind,
    text: `No ${kind} is called ${quoted(name)}.${nearText(near) || (kind === 'company' ? onlyWrittenAbout : '')}`,
  }));
  return { themes: labels.theme, companies: labels.company, notes, problems };
};

const onlyWrittenAbout = ' A channel can follow those that the blogs have written about.';

const nearText = (near: readonly string[]): string => (near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`);

const clock = /^(?<hours>\d{1,2})(?:[:.h](?<minutes>\d{2}))?\s*(?<half>am|pm)?$/i;

const readAt = (typed: string | undefined): Read<string> => {
  if (typed === undefined) return {};
  const { hours, minutes = '00', half } = clock.exec(typed.trim())?.groups ?? {};
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const isTime =
    hours !== undefined && hour < 24 && Number(minutes) < 60 && (half === undefined || Number(hours) <= 12);
  if (isTime) return { value: `${String(hour).padStart(2, '0')}:${minutes}` };
  return { problem: { option: 'at', text: `${quoted(typed)} is no time of day: say one from 00:00 to 23:59.` } };
};

const readZone = (typed: string | undefined): Read<string> => {
  if (typed === undefined) return {};
  const found = findTimeZone(typed.trim());
  if (found.match === undefined) {
    const near = nearText(found.suggestions) || ' Say one such as Europe/Berlin.';
    return { problem: { option: 'zone', text: `No time zone is called ${quoted(typed)}.${near}` } };
  }
  const note = `Taking ${found.match}: no time zone is called ${quoted(typed)}.`;
  return { value: found.match, ...(!found.exact && { note }) };
};

const readDays = (typed: readonly string[] | undefined): Read<Subscription['weekdays']> => {
  if (typed === undefined) return {};
  const read = typed.map(text => ({ text, days: readWeekdays(text) }));
  const wrong = read.find(({ days }) => days === undefined);
  if (wrong !== undefined || read.length === 0) {
    const what = wrong === undefined ? 'There is no weekday' : `${quoted(wrong.text)} is no weekday`;
    return { problem: { option: 'days', text: `${what}: say some of mon, tue, wed, thu, fri, sat, sun, or daily.` } };
  }
  const chosen = new Set(read.flatMap(({ days = [] }) => days));
  return { value: weekdays.filter(weekday => chosen.has(weekday)) };
};

const readQuiet = (typed: string | undefined): Read<boolean> => {
  if (typed === undefined) return {};
  if (/^(yes|true|on)$/i.test(typed)) return { value: true };
  if (/^(no|false|off)$/i.test(typed)) return { value: false };
  return { problem: { option: 'quiet', text: `quiet: is yes or no, not ${quoted(typed)}.` } };
};
