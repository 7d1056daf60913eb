/** How the bot calls Discord's REST API: discord.js' client with waiting and repeating within bounds. */
import { DefaultRestOptions, RateLimitError, REST, type RESTOptions } from 'discord.js';

export interface Calling {
  /** Address of the API, with or without its version; Discord's own by default. */
  readonly apiUrl: string | undefined;
  /** How often a call is repeated after a 5xx, a reset or a time-out, none of which says whether it took effect. */
  readonly retries: number;
  /** Milliseconds that a call waits for a rate limit to pass; one that would have to wait longer fails, so that its caller decides. */
  readonly longestWait: number;
}

/**
 * Settings of discord.js' REST client. A 429 that does not say for how long fails too: discord.js would call again at once,
 * and for ever, until Discord bans the address.
 */
export const restOptions = ({ apiUrl, retries, longestWait }: Calling): Partial<RESTOptions> => ({
  ...(apiUrl !== undefined && { api: apiUrl.replace(/\/(?:v\d{1,2}\/?)?$/, '') }),
  retries,
  makeRequest: requestUnlessBanned,
  rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > longestWait,
});

/** The window in which Discord counts the calls that lead to a ban, in milliseconds; a ban seldom says how long it lasts. */
const banWindow = 600_000;

/**
 * An address that made too many invalid calls is banned by Cloudflare, whose 429 is a page and no JSON. It concerns every
 * call, which discord.js would not see from it.
 * Source: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
const requestUnlessBanned: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  if (response.status !== 429 || isJson) return response;
  await response.arrayBuffer();
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  const retryAfter = seconds > 0 ? seconds * 1_000 : banWindow;
  throw new RateLimitError({
    global: true,
    scope: 'global',
    retryAfter,
    timeToReset: retryAfter,
    sublimitTimeout: 0,
    limit: 0,
    method: init.method ?? 'GET',
    hash: '',
    majorParameter: '',
    route: '',
    url,
  });
};

/**
 * Answers to interactions are repeated after a fault of Discord's: a second answer changes nothing or is refused. A
 * follow-up may then stand twice, which is the lesser evil to a person without an answer. A late answer is better than none,
 * for as long as somebody may be thought to wait for it: 10 seconds.
 *
 * They do not count against the bot's 50 requests a second, over all its processes: counted, the 26th person of a second
 * would wait for the next. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 */
export const answeringOptions = (apiUrl: string | undefined): Partial<RESTOptions> => ({
  ...restOptions({ apiUrl, retries: 2, longestWait: 10_000 }),
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
});

/** A client for answers, and for the few calls with which a bot starts. */
export const createAnsweringRest = (token: string, apiUrl: string | undefined): REST =>
  new REST(answeringOptions(apiUrl)).setToken(token);

/**
 * Milliseconds. The window of a channel's messages is as long, and delivery keeps to it by itself, so that waits within a
 * call are rare; a longer one would not end before the bot has to be stopped.
 */
const longestPostingWait = 5_000;

/**
 * A client for posting. It repeats nothing by itself: a post in a forum and a follow-up have no nonce that would tell a
 * repetition from a second one, and whether a part arrived is for `find` to say.
 * @param options.timeout Milliseconds that a call may take; discord.js' 15 seconds by default.
 */
export const createRest = (token: string, apiUrl?: string, options: Pick<Partial<RESTOptions>, 'timeout'> = {}): REST =>
  new REST({ ...restOptions({ apiUrl, retries: 0, longestWait: longestPostingWait }), ...options }).setToken(token);
