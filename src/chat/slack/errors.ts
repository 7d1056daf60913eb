/** What a failed call of Slack means: for delivery a code, for the operator a sentence that names the channel and the remedy. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { PlatformError, type PlatformErrorCode } from '../platform.ts';

interface Meaning {
  readonly code: PlatformErrorCode;
  /** Of the channel or, where the call concerned none, of Slack. */
  readonly sentence: (where: string) => string;
}

const gone: Meaning = {
  code: 'channel-gone',
  sentence: where =>
    `${where} does not exist, or is private and the bot is not in it: invite it there with /invite, or unsubscribe it.`,
};
const notPermitted: Meaning = {
  code: 'no-permission',
  sentence: where =>
    `The bot may not do this in ${where}: an owner of the workspace restricts it; ask one to allow it.`,
};
const revoked: Meaning = {
  code: 'revoked',
  sentence: () => 'Slack takes the token no longer: install the app in the workspace again and set its new token.',
};
const tooFast: Meaning = {
  code: 'rate-limited',
  sentence: where => `${where} takes no more messages for now, as there were too many: wait a moment.`,
};
const failing: Meaning = {
  code: 'unreachable',
  sentence: where => `A call for ${where} failed within Slack: try again in a while.`,
};
const threadGone: Meaning = {
  code: 'refused',
  sentence: where => `The thread in ${where} takes no reply: its first message was deleted, or it is closed.`,
};

/** Errors of all methods and of those used here. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['channel_not_found', gone],
  [
    'not_in_channel',
    { code: 'not-in-channel', sentence: where => `The bot is not in ${where}: invite it there with /invite.` },
  ],
  [
    'is_archived',
    { code: 'channel-archived', sentence: where => `${where} is archived: bring it back, or unsubscribe it.` },
  ],
  ['restricted_action', notPermitted],
  ['restricted_action_read_only_channel', notPermitted],
  ['restricted_action_thread_only_channel', notPermitted],
  ['restricted_action_non_threadable_channel', notPermitted],
  ['restricted_action_thread_locked', notPermitted],
  ['access_denied', notPermitted],
  ['accesslimited', notPermitted],
  ['ekm_access_denied', notPermitted],
  ['no_permission', notPermitted],
  ['team_access_not_granted', notPermitted],
  [
    'not_allowed_token_type',
    {
      code: 'no-permission',
      sentence: () =>
        'This is the wrong kind of token: the bot token starts with xoxb-, the app-level token with xapp-.',
    },
  ],
  ['account_inactive', revoked],
  ['invalid_auth', revoked],
  ['not_authed', revoked],
  ['org_login_required', revoked],
  ['team_disabled', revoked],
  ['token_expired', revoked],
  ['token_revoked', revoked],
  ['user_removed_from_team', revoked],
  ['message_limit_exceeded', tooFast],
  ['rate_limited', tooFast],
  ['ratelimited', tooFast],
  ['fatal_error', failing],
  ['internal_error', failing],
  ['request_timeout', failing],
  ['service_unavailable', failing],
  ['team_added_to_org', failing],
  ['cannot_reply_to_message', threadGone],
  ['message_not_found', threadGone],
  ['thread_not_found', threadGone],
]);

/** Errors that say that the blocks or the text cannot be taken as they are, so that a plainer form may be. */
const payloadErrors: ReadonlySet<string> = new Set([
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);

export const isPayloadError = (code: string | undefined): boolean => code !== undefined && payloadErrors.has(code);

/** Slack's own code of what went wrong, where Slack answered with one. A page of a proxy in between is none. */
export const slackCode = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError && /^\w+$/.test(error.data.error) ? error.data.error : undefined;

/**
 * `error` of a call for `channel` as the program tells it on. What Slack did not answer is `unreachable`: whether it
 * was done is not known.
 */
export const toPlatformError = (error: unknown, channel?: string): PlatformError => {
  if (error instanceof PlatformError) return error;
  const where = channel === undefined ? 'Slack' : `Slack's channel ${channel}`;
  if (error instanceof WebAPIRateLimitedError) {
    return new PlatformError('rate-limited', tooFast.sentence(where), {
      cause: error,
      retryAfter: error.retryAfter * 1000,
    });
  }
  const code = slackCode(error);
  if (code === undefined) {
    const became = error instanceof WebAPIHTTPError ? `was answered with status ${error.statusCode}` : 'got no answer';
    return new PlatformError('unreachable', `A call for ${where} ${became}.`, { cause: error });
  }
  if (code === 'missing_scope') {
    const needed = neededScopes(error);
    return new PlatformError(
      'no-permission',
      `The bot lacks the scope ${needed} that a call for ${where} needs: add it to the app and install the app again.`,
      { cause: error },
    );
  }
  const meaning = meanings.get(code);
  return meaning === undefined
    ? new PlatformError('refused', `Slack refused a call for ${where}: ${code}.`, { cause: error })
    : new PlatformError(meaning.code, `${meaning.sentence(where)} (${code})`, { cause: error });
};

/** Scopes of which one is missing, as the answer to a call names them: `channels:history,groups:history`. */
const neededScopes = (error: unknown): string => {
  const needed = error instanceof WebAPIPlatformError && 'needed' in error.data ? error.data.needed : undefined;
  return typeof needed === 'string' && needed !== '' ? needed.replaceAll(',', ' or ') : 'that the manifest lists and';
};
