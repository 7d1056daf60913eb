/** Subscriptions in the words of a person: what a channel gets, when, and what was changed. */
import { describeDelivery, nextDelivery } from '../src/delivery/schedule.ts';
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

/** `Thursday 26 November at 08:00, Europe/Berlin`: when the next edition after `now` comes, in the zone of the channel. */
export const nextText = (subscription: Subscription, now: Date): string =>
  `${describeDelivery(nextDelivery(subscription, now.toISOString()), subscription.timeZone)}, ${subscription.timeZone}`;

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
