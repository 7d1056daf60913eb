/** How the bot calls Discord's REST API: discord.js' client with waiting and repeating within bounds. */
import { REST, type RESTOptions } from 'discord.js';

/** Milliseconds that a call waits for a rate limit to pass; one that would have to wait longer fails, so that its caller decides. */
const longestWait = 10_000;

/**
 * Settings of discord.js' REST client.
 * @param apiUrl Address of the API, with or without its version; Discord's own by default.
 * @param retries How often a call is repeated after a 5xx, a reset or a time-out, none of which says whether it took effect.
 */
export const restOptions = (apiUrl: string | undefined, retries: number): Partial<RESTOptions> => ({
  ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/(?:v\d{1,2}\/?)?$/, '') }),
  retries,
  rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestWait,
});

/**
 * A client for posting. It repeats nothing by itself: a post in a forum and a follow-up have no nonce that would tell a
 * repetition from a second one, and whether a part arrived is for `find` to say.
 */
export const createRest = (token: string, apiUrl?: string): REST => new REST(restOptions(apiUrl, 0)).setToken(token);
