/** Subscriptions in the words of a person: what a channel gets, when, and what was changed. */
import { type Coming, comesAt, type Waiting } from '../src/delivery/coming.ts';
import type { Making } from '../src/delivery/edition-due.ts';
import { describeDelivery, timeIn } from '../src/delivery/schedule.ts';
import { localDate } from '../src/delivery/window.ts';
import { spokenDate } from '../src/edition/dates.ts';
import type { Subscription } from '../src/edition/subscription.ts';
import { labelOfTheme } from '../src/edition/theme.ts';
import { describeWeekdays } from '../src/edition/weekdays.ts';

type Filter = Pick<Subscription, 'themes' | 'companies'>;

const anyOf = (names: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

/** `about Zero trust or from Cloudflare`; `about everything`. */
export const wantedText = ({ themes, companies }: Filter): string => {
  if (themes.length === 0 && companies.length === 0) return 'about everything';
  const parts = [
    ...(themes.length === 0 ? [] : [`about ${anyOf(themes.map(labelOfTheme))}`]),
    ...(companies.length === 0 ? [] : [`from ${anyOf(companies)}`]),
  ];
  return parts.join(' or ');
};

/** `Monday to Friday at 08:00, Europe/Berlin`. */
export const scheduleText = ({ weekdays, at, timeZone }: Subscription): string =>
  `${describeWeekdays(weekdays)} at ${at}, ${timeZone}`;

/**
 * `Thursday 26 November at 08:00, Europe/Berlin`: when the next edition after `now` comes, in the zone of the channel;
 * `Thursday 26 November at about 20:30, when the edition is made, Pacific/Auckland` where that is later than its own time.
 */
export const nextText = (waiting: Waiting, making: Making, now: Date): string => {
  const { timeZone } = waiting;
  const coming = comesAt(waiting, making, now.toISOString());
  if (!coming.isOnceMade) return `${describeDelivery(coming, timeZone)}, ${timeZone}`;
  const day = spokenDate(localDate(coming.instant, timeZone));
  return `${day} at about ${timeIn(coming.instant, timeZone)}, when ${madeText(coming, timeZone)} is made, ${timeZone}`;
};

/** By its date, where that is over in the zone of the channel when the edition is made. */
const madeText = (coming: Coming, timeZone: string): string =>
  isOnItsDate(coming, timeZone) ? 'the edition' : `the edition of ${spokenDate(coming.date)}`;

const isOnItsDate = ({ date, instant }: Coming, timeZone: string): boolean => localDate(instant, timeZone) === date;

/** Why a channel gets its editions later than at its time, and what can be done; undefined where it gets them in time. */
export const latenessText = (waiting: Waiting, making: Making, now: Date): string | undefined => {
  const { at, timeZone } = waiting;
  const coming = comesAt(waiting, making, now.toISOString());
  if (!coming.isOnceMade) return undefined;
  const choose = isOnItsDate(coming, timeZone) ? `choose a time after ${timeIn(coming.instant, timeZone)}, or ` : '';
  return (
    `Editions are made at ${making.at}, ${making.timeZone}: ${at} in ${timeZone} is before that. ` +
    `To get them at your own time, ${choose}ask whoever runs the bot for an earlier DIGEST_AT.`
  );
};

const aspects: readonly (readonly [string, (subscription: Subscription) => string])[] = [
  ['Themes', ({ themes }) => themes.map(labelOfTheme).join(', ') || 'all'],
  ['Companies', ({ companies }) => companies.join(', ') || 'all'],
  ['Time', ({ at }) => at],
  ['Zone', ({ timeZone }) => timeZone],
  ['Days', ({ weekdays }) => describeWeekdays(weekdays)],
  ['Days without news', ({ tellsQuietDays }) => (tellsQuietDays ? 'a short note' : 'nothing is posted')],
];

/** `Time: 09:00, was 08:00`, a line for each thing that is other than it was. */
export const changes = (former: Subscription, current: Subscription): readonly string[] =>
  aspects.flatMap(([name, tell]) =>
    tell(former) === tell(current) ? [] : [`${name}: ${tell(current)}, was ${tell(former)}`],
  );
