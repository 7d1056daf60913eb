/**
 * Answers through a response URL: good for 30 minutes and five messages, in any channel, whether the bot is in it or not.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { PlatformError } from '../platform.ts';
import { callTimeout } from './client.ts';
import { isPayloadError } from './errors.ts';
import { plainer, type SlackPayload } from './payload.ts';

export interface ResponseTo {
  /** A secret: whoever has it may post there. */
  readonly url: string;
  readonly audience: 'person' | 'channel';
  /** Whether the first message takes the place of the one whose button was pressed. */
  readonly replaces: boolean;
  /** Of a button in a thread: where its answer belongs. */
  readonly thread: string | undefined;
}

const mostResponses = 5;

/** Slack's and GovSlack's, which runs on a domain of its own (https://api.slack-gov.com/gov-slack/about). */
const slackOrigins: readonly string[] = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];

/** Whether an answer may be posted there. What Slack says is signed, and yet what people asked for leaves for nowhere else. */
const isOfSlack = (url: string, apiUrl: string | undefined): boolean => {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username + parsed.password !== '') return false;
  return slackOrigins.includes(parsed.origin) || parsed.origin === URL.parse(apiUrl ?? '')?.origin;
};

/** Slack's own code in an answer that is no success: `{"ok":false,"error":"invalid_blocks"}`, or the word alone. */
const codeIn = (body: string): string => /(?<![a-z])[a-z]+(?:_[a-z]+)+/.exec(body)?.[0] ?? '';

/** How often a message is sent at most, and how long is waited before the next time; both in which a person still waits. */
const mostTries = 3;
const shortestPause = 1_000;
const longestPause = 10_000;

interface Reply {
  readonly status: number;
  /** Slack's code for a refusal; undefined where the message was taken. */
  readonly refusal?: string;
  /** Milliseconds to wait. */
  readonly retryAfter: number;
}

const retryAfterOf = ({ headers }: Response): number => {
  const seconds = headers.get('retry-after');
  return seconds !== null && /^\d{1,4}$/.test(seconds) ? Number(seconds) * 1_000 : shortestPause;
};

const send = async (url: string, body: object): Promise<Reply> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(callTimeout),
    });
    const answer = await response.text();
    const { status } = response;
    const retryAfter = retryAfterOf(response);
    if (response.ok && !/^\s*\{\s*"ok"\s*:\s*false/.test(answer)) return { status, retryAfter };
    return { status, retryAfter, refusal: codeIn(answer) || `status ${status}` };
  } catch (cause) {
    throw new PlatformError('unreachable', 'Slack did not take the answer to a person: it gave no reply.', { cause });
  }
};

/**
 * Sends again what Slack had no time for. What it failed at may have been done: only a person may see that twice.
 * @returns Slack's code for a refusal, undefined where the message was taken.
 */
const sendPatiently = async (to: ResponseTo, body: object): Promise<string | undefined> => {
  for (let tries = 1; ; tries += 1) {
    const { status, refusal, retryAfter } = await send(to.url, body);
    const mayPass = status === 429 || (status >= 500 && to.audience === 'person');
    if (refusal === undefined || !mayPass || tries === mostTries || retryAfter > longestPause) return refusal;
    await pause(retryAfter);
  }
};

interface Responding {
  /** Where the Web API is, if not at Slack: response URLs may be there too. */
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
}

/**
 * Sends `payloads`, each in a plainer form where Slack refuses it.
 * @throws PlatformError `refused` where the URL takes no more or is none of Slack's, `unreachable`.
 */
export const respond = async (
  to: ResponseTo,
  payloads: readonly SlackPayload[],
  { apiUrl, logger }: Responding,
): Promise<void> => {
  if (!isOfSlack(to.url, apiUrl)) {
    const advice = 'Where its API is elsewhere, say so in SLACK_API_URL.';
    throw new PlatformError('refused', `An answer to a person was to go to an address that is not Slack's. ${advice}`);
  }
  if (payloads.length > mostResponses) {
    logger.error(
      { messages: payloads.length },
      `An answer in Slack was cut to the ${mostResponses} messages that it may have`,
    );
  }
  for (const [index, whole] of payloads.slice(0, mostResponses).entries()) {
    let payload: SlackPayload | undefined = whole;
    while (payload !== undefined) {
      const refusal = await sendPatiently(to, {
        ...payload,
        response_type: to.audience === 'channel' ? 'in_channel' : 'ephemeral',
        replace_original: to.replaces && index === 0,
        ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
      });
      if (refusal === undefined) break;
      payload = isPayloadError(refusal) ? plainer(payload) : undefined;
      if (payload === undefined)
        throw new PlatformError('refused', `Slack did not take the answer to a person: ${refusal}.`);
      logger.warn({ code: refusal }, 'Slack refused an answer; it is given in a plainer form');
    }
  }
};
