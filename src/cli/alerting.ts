/** Tells the channel that DIGEST_ALERTS names, for as long as this process makes editions. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { type Alerting, createAlerting } from '../delivery/alerts/alerting.ts';
import { failingSources } from '../delivery/alerts/failing-sources.ts';
import { lateEdition } from '../delivery/alerts/late-edition.ts';
import { whyNotMade } from '../delivery/alerts/why-not-made.ts';
import type { Jobs } from '../delivery/jobs/jobs.ts';
import type { Source } from '../edition/source.ts';
import { createPlatforms } from './bots.ts';
import { everyMinute, type Recurring } from './every-minute.ts';
import type { Turn } from './turn.ts';

export interface AlertingParts {
  readonly archive: Archive;
  readonly config: Pick<Config, 'alerts' | 'slack' | 'discord' | 'digestAt' | 'timeZone'>;
  readonly sources: readonly Source[];
  readonly jobs: Jobs;
  readonly turn: Turn;
  /** Why the edition of a date could not be made here the last time. */
  readonly lastFailure: (date: string) => string | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Is told of what fails and is tried again. */
  readonly tell: (error: unknown) => void;
}

type Alerts = NonNullable<Config['alerts']>;

/** Undefined where nobody is to be told. */
export const startAlerting = (parts: AlertingParts): Recurring | undefined => {
  const { alerts } = parts.config;
  if (alerts === undefined) return undefined;
  let alerting: Alerting | undefined;
  return everyMinute(async () => {
    if (!parts.turn.hasCome()) return;
    alerting ??= alertingOn(await platformOf(alerts, parts), alerts, parts);
    await alerting.look();
  }, parts.tell);
};

/** One of its own, which needs nobody to be heard: the alert may be that the bot is not up. */
const platformOf = async (
  { platform: name }: Alerts,
  { config, archive, logger }: AlertingParts,
): Promise<Platform> => {
  const [platform] = await createPlatforms({ [name]: config[name] }, logger, archive);
  if (platform === undefined) throw new TypeError(`DIGEST_ALERTS names ${name}, which no setting turns on.`);
  return platform;
};

const alertingOn = (
  platform: Platform,
  { channel, workspace = '' }: Alerts,
  { archive, config, jobs, lastFailure, now, logger, ...parts }: AlertingParts,
): Alerting => {
  const sources = parts.sources.map(({ name }) => name);
  const making = { at: config.digestAt, timeZone: config.timeZone };
  const why = (date: string) => whyNotMade(date, { archive, jobs, sources, lastFailure });
  return createAlerting({
    archive,
    platform,
    target: { workspace, channel },
    news: [lateEdition({ archive, making, now, whyNotMade: why }), failingSources({ archive, sources, now })],
    now,
    logger,
  });
};
