/** What the doctor looks at: each examination gives findings that say what to do about what is not well. */
import type { Logger } from 'pino';
import { type Archive, openArchive } from '../archive/archive.ts';
import { listSubscriptions } from '../archive/subscriptions.ts';
import type { Examine, Finding } from '../chat/bot.ts';
import type { Place } from '../chat/conversation.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { type ArchiveAddress, archiveText } from '../edition/archive-address.ts';
import { counted } from '../edition/counted.ts';
import { failureText, type SourceStatus } from '../edition/source.ts';
import { createExaminers } from './bots.ts';
import { messageOf } from './errors.ts';
import { type Examined, tolerable, well, wrong } from './findings.ts';
import { isFailed } from './gather.ts';
import { platformTerms } from './platform-terms.ts';

/** Whether the archive can be opened and written. */
export const examineDatabase = async (address: ArchiveAddress): Promise<Finding> => {
  const where = 'path' in address ? `The archive ${address.path}` : `The archive in ${archiveText(address)}`;
  try {
    const archive = await openArchive(address);
    try {
      // Takes the write lock, which a file that can only be read does not give.
      await archive.db.transaction().execute(async () => {});
    } finally {
      await archive.close();
    }
    return well(`${where} can be read and written.`);
  } catch (error) {
    return wrong(`${where} cannot be used.`, messageOf(error));
  }
};

/** Seconds by which the clock may be wrong: signatures of Slack hold for five minutes, but editions come at a minute. */
const tolerableSkew = 30;

/** As `fetch` does. */
export type AskForHead = (
  url: string,
  init: { readonly method: 'HEAD'; readonly signal: AbortSignal },
) => Promise<{ readonly headers: Pick<Headers, 'get'> }>;

/** Compares the clock with the `Date` header of the server at `url` (RFC 9110 section 6.6.1). */
export const examineClock = async (
  { digestAt, timeZone }: Pick<Config, 'digestAt' | 'timeZone'>,
  { url, now, exchange }: { readonly url: string; readonly now: () => Date; readonly exchange: AskForHead },
): Promise<Finding> => {
  const time = now().toLocaleTimeString('en-GB', { timeZone, timeStyle: 'short' });
  const zone = `it is ${time} in ${timeZone}, and editions are made at ${digestAt}`;
  try {
    const { headers } = await exchange(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    const skew = Math.round((now().getTime() - Date.parse(headers.get('date') ?? '')) / 1000);
    if (Number.isNaN(skew)) return well(`The clock could not be compared with ${url}, which tells no time; ${zone}.`);
    if (Math.abs(skew) <= tolerableSkew) return well(`The clock agrees with ${url}; ${zone}.`);
    const how = skew > 0 ? 'ahead of' : 'behind';
    return wrong(
      `The clock is ${counted(Math.abs(skew), 'second')} ${how} ${url}; ${zone}.`,
      'Set it by the network (NTP).',
    );
  } catch (error) {
    return wrong(`The clock could not be compared with ${url}; ${zone}.`, `${messageOf(error)}. Is there a network?`);
  }
};

/** A blog that fails is no fault of what the operator runs, unless all do: the edition is made of the others, and names it. */
export const examineFeeds = (statuses: readonly SourceStatus[]): readonly Examined[] => {
  const sources = counted(statuses.length, 'source');
  const failed = statuses.filter(isFailed);
  const [first] = failed;
  if (first && failed.length === statuses.length) {
    return [wrong(`None of ${sources} can be read.`, `The first, ${first.name}: ${failureText(first)}`)];
  }
  return [
    well(`${statuses.length - failed.length} of ${sources} can be read.`),
    ...failed.map(status => tolerable(`${status.name} cannot be read.`, failureText(status))),
  ];
};

/** The token of each platform that is set, each channel that is subscribed there, and the one that is told of what goes wrong. */
export const examinePlatforms = async (
  config: Config,
  archive: Archive,
  logger: Logger,
): Promise<readonly Finding[]> => {
  const examiners = await createExaminers(config, logger, archive);
  const subscriptions = await listSubscriptions(archive);
  const names: readonly Platform['name'][] = ['slack', 'discord'];
  const findings = names.map(name => {
    const channels = subscriptions.filter(({ platform }) => platform === name);
    const examine: Examine | undefined = examiners.get(name);
    if (examine) return examine([...alertPlace(config, name, channels), ...channels]);
    return channels.length === 0 ? [] : [unset(name, channels.length)];
  });
  const none = well('No platform has a token: `npm start` shows the edition in the terminal.');
  return [...(examiners.size === 0 ? [none] : []), ...(await Promise.all(findings)).flat()];
};

/** Where the operator is told, unless that is looked at anyway. */
const alertPlace = (
  { alerts }: Pick<Config, 'alerts'>,
  name: Platform['name'],
  channels: readonly Place[],
): readonly Place[] => {
  if (alerts?.platform !== name || channels.some(({ channel }) => channel === alerts.channel)) return [];
  return [{ platform: name, workspace: alerts.workspace ?? '', channel: alerts.channel }];
};

const unset = (name: Platform['name'], channels: number): Finding => {
  const { label, setting } = platformTerms[name];
  const subscribed = counted(channels, 'channel is', 'channels are');
  return wrong(`${subscribed} subscribed in ${label}, of which no token is set.`, `Set ${setting}.`);
};
