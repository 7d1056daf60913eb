/** What the operator reads first of a run: who is subscribed and when the next edition comes, or what to do before one can. */
import { nextText } from '../../commands/subscription-text.ts';
import type { Archive } from '../archive/archive.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { firstToCome, waitingChannels } from '../delivery/coming.ts';
import { dueDeliveries } from '../delivery/due.ts';
import { editionDue, nextEdition } from '../delivery/edition-due.ts';
import { describeDelivery } from '../delivery/schedule.ts';
import { counted } from '../edition/counted.ts';
import { platformTerms } from './platform-terms.ts';
import type { Role } from './role.ts';

interface Opening {
  readonly archive: Archive;
  readonly config: Pick<Config, 'digestAt' | 'timeZone'>;
  /** Those that the settings turn on. */
  readonly platforms: readonly Platform['name'][];
  readonly role: Role;
  /** Whether this process makes the editions. */
  readonly makes: boolean;
  readonly now: Date;
}

export const openingLines = async (opening: Opening): Promise<readonly string[]> => [
  ...roleText(opening),
  ...(await channelsText(opening)),
  ...(opening.makes ? [await makingText(opening)] : []),
];

/** What this process leaves to others. */
const roleText = ({ role }: Opening): readonly string[] => {
  switch (role) {
    case 'all':
      return [];
    case 'bot':
      return ['This process answers people. Editions are made and delivered by others: `run --role worker`.'];
    case 'worker':
      return ['This process makes editions and delivers them. People are answered by others: `run --role bot`.'];
  }
};

const channelsText = async ({ archive, config, platforms, now }: Opening): Promise<readonly string[]> => {
  const instant = now.toISOString();
  const making = { at: config.digestAt, timeZone: config.timeZone };
  const subscriptions = (await waitingChannels(archive, instant)).filter(({ platform }) =>
    platforms.includes(platform),
  );
  const first = firstToCome(subscriptions, making, instant);
  if (first === undefined) return [invitation(platforms)];
  const due = (await dueDeliveries(archive, instant)).filter(({ subscription }) =>
    platforms.includes(subscription.platform),
  );
  return [
    `Subscribed: ${counts(subscriptions)}.`,
    ...(due.length === 0 ? [] : [`Due now: ${counts(due.map(({ subscription }) => subscription))}.`]),
    `Next: ${platformTerms[first.platform].label} ${first.channel}, on ${nextText(first, making, now)}.`,
  ];
};

/** What to do first. */
const invitation = (platforms: readonly Platform['name'][]): string => {
  const typed = platforms.map(name => `${platformTerms[name].subscribe} in a channel of ${platformTerms[name].label}`);
  const either = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(typed);
  return `No channel is subscribed yet. Invite the bot to a channel, then type ${either}.`;
};

/** "2 channels of Slack and 1 channel of Discord" */
const counts = (channels: readonly { readonly platform: Platform['name'] }[]): string => {
  const ofEach = [...Map.groupBy(channels, ({ platform }) => platform)].map(
    ([platform, all]) => `${counted(all.length, 'channel')} of ${platformTerms[platform].label}`,
  );
  return new Intl.ListFormat('en-GB').format(ofEach);
};

const makingText = async ({ archive, config, now }: Opening): Promise<string> => {
  const { digestAt: at, timeZone } = config;
  const next = describeDelivery(nextEdition({ at, timeZone }, now.toISOString()), timeZone);
  const due = await editionDue(archive, { at, timeZone }, now.toISOString());
  const first = due === undefined ? '' : `The edition of ${due} is made now. `;
  return `${first}The next edition is made on ${next}, ${timeZone}.`;
};
