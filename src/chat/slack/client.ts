/** The Web API client with the habits that delivery relies on: no call is made twice in secret, none hangs. */
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { vendorLogger } from './log.ts';

export interface ClientSettings {
  /** Of the bot or, for Socket Mode, of the app. */
  readonly token: string;
  /** Where the Web API is, if not at Slack. */
  readonly apiUrl?: string;
  readonly logger: Logger;
  /** Milliseconds after which a call counts as unanswered. */
  readonly timeout?: number;
}

/** Seconds to wait where Slack says "too many calls" but not for how long. */
const defaultRetryAfter = 30;

/** Milliseconds; where nothing else is said. */
export const callTimeout = 15_000;

/** Without the header the client takes a 429 for a fault of its own (node-slack-sdk issue 1421). */
const fetchWithRetryAfter: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  if (response.status !== 429 || Number.isInteger(Number.parseInt(response.headers.get('retry-after') ?? '', 10))) {
    return response;
  }
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(defaultRetryAfter));
  return new Response(response.body, { status: 429, headers });
};

/** Calls are never repeated by the client: one that was done and not answered would be done twice. */
export const clientOptions = ({ token, apiUrl, logger, timeout = callTimeout }: ClientSettings): WebClientOptions => ({
  logger: vendorLogger(logger, [token]),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout,
  fetch: fetchWithRetryAfter,
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
});

export const createSlackClient = (settings: ClientSettings): WebClient =>
  new WebClient(settings.token, clientOptions(settings));
