/** Failures of Discord's API, as delivery knows them. */
import { RESTJSONErrorCodes as codes, DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError } from 'discord.js';
import { PlatformError, type PlatformErrorCode, type Reach } from '../platform.ts';

const isApiError =
  (...wanted: readonly number[]) =>
  (error: unknown): boolean =>
    error instanceof DiscordAPIError && wanted.some(code => code === error.code);

/** The message itself is not to Discord's liking; a plainer one may be. */
export const isRefusedForm = isApiError(codes.InvalidFormBodyOrContentType, codes.CannotSendAnEmptyMessage);
/** The thread takes no message: archived, locked or both. */
export const isClosedThread = isApiError(codes.InvalidActionOnArchivedThread, codes.ThreadLocked);
export const isThreadThere = isApiError(codes.ThreadAlreadyCreatedForMessage);
export const isUnknownMessage = isApiError(codes.UnknownMessage);
export const isCrossposted = isApiError(codes.ThisMessageWasAlreadyCrossposted);
export const isUnknownChannel = isApiError(codes.UnknownChannel);
/** The bot is not in the server. */
export const isNoMember = isApiError(codes.UnknownGuild, codes.MissingAccess);
/** What is missing cannot be told from the answer alone. */
export const isDenied = isApiError(codes.MissingAccess, codes.MissingPermissions);
/** The interaction has had its answer. */
export const isAcknowledged = isApiError(codes.InteractionHasAlreadyBeenAcknowledged);
/** Discord answered, and nothing was done. */
export const isRefusal = (error: unknown): boolean => error instanceof DiscordAPIError;

/** What an error of Discord's means, by its code. */
interface Meaning {
  readonly code: PlatformErrorCode;
  readonly reach?: Reach;
  readonly tell: (where: string) => string;
}

const takesNothing: Meaning = {
  code: 'refused',
  tell: where => `${where} takes no messages of the bot, who may have closed them or left its servers.`,
};
const tooMany = (reach: Reach): Meaning => ({
  code: 'rate-limited',
  reach,
  tell: where => `Discord lets nothing more be posted in ${where} for a while.`,
});
const busy: Meaning = { code: 'unreachable', tell: where => `Discord is too busy for ${where}.` };

const meanings = new Map<number | string, Meaning>([
  [
    codes.UnknownChannel,
    { code: 'channel-gone', tell: where => `${where} does not exist any more. Subscribe another channel.` },
  ],
  [
    codes.UnknownGuild,
    {
      code: 'revoked',
      reach: 'workspace',
      tell: where => `The bot is not in the server of ${where} any more. Invite it again.`,
    },
  ],
  [
    codes.InvalidActionOnArchivedThread,
    { code: 'channel-archived', tell: where => `${where} is archived. Open it again, or subscribe its channel.` },
  ],
  [
    codes.ThreadLocked,
    { code: 'channel-archived', tell: where => `${where} is locked. Unlock it, or subscribe its channel.` },
  ],
  [
    codes.MaximumActiveThreads,
    { code: 'refused', tell: where => `${where} cannot get a thread: the server has 1,000 active ones. Archive some.` },
  ],
  [
    codes.TagRequiredToCreateAForumPostInThisChannel,
    { code: 'refused', tell: where => `${where} requires a tag of each post and has none to give. Add one.` },
  ],
  [codes.CannotSendMessagesToThisUser, takesNothing],
  [codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, takesNothing],
  [codes.ActionCannotBePerformedDueToSlowmodeRateLimit, tooMany('channel')],
  [codes.ChannelSendRateLimit, tooMany('channel')],
  [codes.ServerSendRateLimit, tooMany('workspace')],
  [codes.OpeningDirectMessagesTooFast, tooMany('platform')],
  [codes.SendMessagesHasBeenTemporarilyDisabled, busy],
  [codes.FeatureTemporarilyDisabledServerSide, busy],
  [codes.CloudflareIsBlockingYourRequest, busy],
  [codes.APIResourceOverloaded, busy],
]);

/** What an answer means that is none of these; one without a code is not Discord's, but of something before it. */
const meaningOf = (error: DiscordAPIError): Meaning => {
  if (typeof error.code !== 'number') {
    return {
      code: 'unreachable',
      reach: 'platform',
      tell: where => `Something before Discord answered for ${where}: ${error.status}.`,
    };
  }
  return {
    code: isDenied(error) ? 'no-permission' : 'refused',
    tell: where => `Discord refuses what was posted in ${where}: ${error.message} (${error.code}).`,
  };
};

/** @param where What was called, for people: `Discord channel 123`. */
export const platformErrorOf = (cause: unknown, where: string): PlatformError => {
  if (cause instanceof PlatformError) return cause;
  if (cause instanceof RateLimitError) return limited(cause, where);
  if (isUnauthorized(cause)) return revoked({ cause });
  if (cause instanceof DiscordAPIError) {
    const { code, reach = 'channel', tell } = meanings.get(cause.code) ?? meaningOf(cause);
    return new PlatformError(code, tell(where), { cause, reach });
  }
  const reason = cause instanceof HTTPError ? `status ${cause.status}` : reasonOf(cause);
  return new PlatformError('unreachable', `Discord gave no answer for ${where}: ${reason}.`, { cause });
};

const limited = (cause: RateLimitError, where: string): PlatformError => {
  const { retryAfter } = cause;
  const told = (time: string): string => `Discord lets nothing more be posted in ${where} for ${time}.`;
  const reach = reachOf(cause);
  if (retryAfter <= 0) return new PlatformError('rate-limited', told('a while'), { cause, reach });
  return new PlatformError('rate-limited', told(`${Math.ceil(retryAfter / 1_000)} s`), { cause, reach, retryAfter });
};

/** Limits are counted by the first id of a route: https://discord.com/developers/docs/topics/rate-limits */
const reachOf = ({ global, route }: RateLimitError): Reach => {
  if (global) return 'platform';
  if (route.startsWith('/channels/')) return 'channel';
  return route.startsWith('/guilds/') ? 'workspace' : 'platform';
};

/**
 * The gateway's close code after which no client may come back.
 * Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export const closedForGood = (
  code: number,
  { id, count }: { readonly id: number; readonly count: number },
): PlatformError => {
  if (code === GatewayCloseCodes.AuthenticationFailed) return revoked();
  const remedy = remedies.get(code) ?? 'Update the bot, and start it again.';
  const which = count === 1 ? 'the connection' : `the connection of shard ${id} of ${count}`;
  return new PlatformError('refused', `Discord closed ${which} for good (${code}). ${remedy}`, { reach: 'platform' });
};

const remedies = new Map<number, string>([
  [
    GatewayCloseCodes.InvalidShard,
    'It takes no such shard: correct SHARDS and SHARD_COUNT, where the count of a very large bot is a multiple of the one that Discord assigned to it.',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'It is in more than 2,500 servers: start the bot again with a larger SHARD_COUNT, or without SHARDS, where it runs as many as Discord recommends.',
  ],
]);

const revoked = (options: ErrorOptions = {}): PlatformError =>
  new PlatformError(
    'revoked',
    'Discord refuses the bot\'s token. Copy it anew from the "Bot" page of the developer portal into DISCORD_TOKEN.',
    { ...options, reach: 'platform' },
  );

/** discord.js forgets a token that was refused once, and then says that none is set. */
const isUnauthorized = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.status === 401) ||
  (error instanceof Error &&
    (('code' in error && error.code === 'TokenInvalid') || error.message.startsWith('Expected token to be set')));

/** What an error says, without the address of the call, which may hold a token. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'AbortError' ? 'it took too long' : error.message;
};
