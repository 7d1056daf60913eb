/** discord.js' client, told to hear no more than it is used for and to keep little. */
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import { reasonOf } from './errors.ts';
import { restOptions } from './rest.ts';

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

/**
 * Answers to interactions are repeated after a fault of Discord's: a second answer changes nothing or is refused. A
 * follow-up may then stand twice, which is the lesser evil to a person without an answer.
 */
const retries = 2;

/** Milliseconds. A late answer is better than none, for as long as somebody may be thought to wait for it. */
const longestWait = 10_000;

/**
 * This client registers and answers, and answers do not count against the bot's 50 requests a second: counted, the 26th
 * person of a second would wait for the next. https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
 */
const answersPerSecond = Number.POSITIVE_INFINITY;

export const createClient = (token: string, apiUrl: string | undefined, logger: Logger): Client => {
  const client = new Client({
    intents,
    makeCache: nothingElse,
    // Of a thread that was archived before the start, or is private, the interaction itself is the first to tell.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { ...restOptions({ apiUrl, retries, longestWait }), globalRequestsPerSecond: answersPerSecond },
  });
  const redacted = (text: string): string => text.replaceAll(token, '[token]');
  client.on(Events.Debug, text => logger.debug(redacted(text)));
  client.on(Events.Warn, text => logger.warn(redacted(text)));
  client.on(Events.Error, error => logger.error({ reason: redacted(reasonOf(error)) }, 'discord.js failed'));
  client.on(Events.ShardError, error => logger.warn({ reason: redacted(reasonOf(error)) }, 'the gateway failed'));
  client.on(Events.ShardReconnecting, shard => logger.info({ shard }, 'connecting to Discord again'));
  client.on(Events.ShardReady, shard => logger.info({ shard }, 'connected to Discord'));
  client.on(Events.ShardResume, (shard, missed) => logger.info({ shard, missed }, 'back at Discord, nothing missed'));
  return client;
};
