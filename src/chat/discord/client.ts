/** discord.js' client, told to hear no more than it is used for and to keep little. */
import { Client, Events, GatewayIntentBits, type IIdentifyThrottler, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import { reasonOf } from './errors.ts';
import { answeringOptions } from './rest.ts';

/** Only what comes with guilds is heard: no messages, members or presences, so that no privileged intent is needed. */
const intents = [GatewayIntentBits.Guilds];

/** Guilds, channels and roles have to be kept, says discord.js; nothing else is used. */
const nothingElse = Options.cacheWithLimits({
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: member => member.id === member.client.user.id },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: user => user.id === user.client.user.id },
  VoiceStateManager: 0,
});

export interface Sharding {
  readonly id: number;
  readonly count: number;
  readonly throttler: IIdentifyThrottler;
}

/** discord.js shows two of the three words of a token, and stars for the last: https://discord.js.org/docs, `Client#token`. */
const withoutToken = (token: string): ((text: string) => string) => {
  const parts = [token, ...token.split('.').filter(({ length }) => length >= 6)];
  return text => parts.reduce((rest, part) => rest.replaceAll(part, '[token]'), text);
};

/** A client of one shard. */
export const createClient = (
  token: string,
  apiUrl: string | undefined,
  logger: Logger,
  { id, count, throttler }: Sharding,
): Client => {
  const client = new Client({
    intents,
    shards: [id],
    // A count of 1 counts as none given: discord.js would read SHARD_COUNT itself, and fail where that is blank.
    shardCount: count + 1,
    ws: { buildIdentifyThrottler: () => throttler },
    makeCache: nothingElse,
    // Of a thread that was archived before the start, or is private, the interaction itself is the first to tell.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: answeringOptions(apiUrl),
  });
  client.options.shardCount = count;
  const redacted = withoutToken(token);
  client.on(Events.Debug, text => logger.debug(redacted(text)));
  client.on(Events.Warn, text => logger.warn(redacted(text)));
  client.on(Events.Error, error => logger.error({ reason: redacted(reasonOf(error)) }, 'discord.js failed'));
  client.on(Events.ShardError, error => logger.warn({ reason: redacted(reasonOf(error)) }, 'the gateway failed'));
  // It is tried twice a second for as long as Discord is away.
  let isAway = false;
  client.on(Events.ShardReconnecting, () => {
    if (!isAway) logger.info('connecting to Discord again');
    isAway = true;
  });
  client.on(Events.ShardReady, () => {
    isAway = false;
  });
  client.on(Events.ShardResume, (_, missed) => {
    isAway = false;
    logger.info({ missed }, 'back at Discord, nothing missed');
  });
  return client;
};
