/** What a failed call of Slack means: for delivery a code, for the operator a sentence that names the channel and the remedy. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { PlatformError, type PlatformErrorCode, type Reach } from '../platform.ts';

interface Meaning {
  readonly code: PlatformErrorCode;
  /** Of the channel or, where the call concerned none, of Slack. */
  readonly sentence: (where: string) => string;
  /** Where it is not the channel alone. */
  readonly reach?: Reach;
  /** Slack's codes that mean it. */
  readonly errors: readonly string[];
}

/**
 * Whichever limit was met, which Slack does not tell: its 429 says to call the method no more with any token of the
 * workspace until the time is over. https://docs.slack.dev/apis/web-api/rate-limits#headers
 */
const tooFast = {
  code: 'rate-limited',
  sentence: where => `${where} takes no more messages for now, as there were too many: wait a moment.`,
  reach: 'workspace',
  errors: ['message_limit_exceeded', 'rate_limited', 'ratelimited'],
} as const satisfies Meaning;

/**
 * Errors of all methods and of those used here; any other is `refused`, as it is said of what was sent.
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const meanings: readonly Meaning[] = [
  {
    code: 'channel-gone',
    sentence: where =>
      `${where} does not exist, or is private and the bot is not in it: invite it there with /invite, or unsubscribe it.`,
    errors: ['channel_not_found'],
  },
  {
    code: 'not-in-channel',
    sentence: where => `The bot is not in ${where}: invite it there with /invite.`,
    errors: ['not_in_channel'],
  },
  {
    code: 'channel-archived',
    sentence: where => `${where} is archived: bring it back, or unsubscribe it.`,
    errors: ['is_archived'],
  },
  {
    code: 'no-permission',
    sentence: where =>
      `The bot may not do this in ${where}: an owner of the workspace restricts it; ask one to allow it.`,
    errors: [
      'access_denied',
      'channel_is_limited_access',
      'ekm_access_denied',
      'no_permission',
      'restricted_action',
      'restricted_action_non_threadable_channel',
      'restricted_action_read_only_channel',
      'restricted_action_thread_only_channel',
      'user_is_restricted',
    ],
  },
  {
    code: 'no-permission',
    sentence: () =>
      'The workspace lets the bot do nothing from here: an owner of the workspace, or of its organisation, restricts it; ask one to allow it.',
    reach: 'workspace',
    errors: ['accesslimited', 'enterprise_is_restricted', 'team_access_not_granted', 'two_factor_setup_required'],
  },
  {
    code: 'no-permission',
    sentence: () =>
      'The app may not write to people: in its settings, under App Home, turn the Messages tab on, and install it again.',
    reach: 'workspace',
    errors: ['messages_tab_disabled'],
  },
  {
    code: 'no-permission',
    sentence: () => 'This is the wrong kind of token: the bot token starts with xoxb-, the app-level token with xapp-.',
    reach: 'workspace',
    errors: ['not_allowed_token_type'],
  },
  {
    code: 'revoked',
    sentence: () =>
      'Slack takes the token no longer: install the app in the workspace again and set its new token, where you set one.',
    reach: 'workspace',
    errors: [
      'account_inactive',
      'invalid_auth',
      'not_authed',
      'team_disabled',
      'token_expired',
      'token_revoked',
      'user_removed_from_team',
    ],
  },
  tooFast,
  {
    code: 'unreachable',
    sentence: where => `A call for ${where} failed within Slack: try again in a while.`,
    errors: ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'],
  },
  {
    code: 'unreachable',
    sentence: () => 'The workspace is being moved into an organisation, and cannot be reached until that is done.',
    reach: 'workspace',
    errors: ['org_login_required', 'team_added_to_org'],
  },
  {
    code: 'refused',
    sentence: where => `The thread in ${where} takes no reply: its first message was deleted, or it is closed.`,
    errors: ['cannot_reply_to_message', 'message_not_found', 'restricted_action_thread_locked', 'thread_not_found'],
  },
];

const meaningOf = (code: string): Meaning | undefined => meanings.find(({ errors }) => errors.includes(code));

/** Errors that say that the blocks or the text cannot be taken as they are, so that a plainer form may be. */
const payloadErrors: ReadonlySet<string> = new Set([
  'invalid_arguments',
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

/** How a channel is called in sentences about it. */
export const channelNamed = (channel: string): string => `Slack's channel ${channel}`;

/**
 * `error` of a call for `where` as the program tells it on. What Slack did not answer is `unreachable`: whether it was done
 * is not known.
 */
export const toPlatformError = (error: unknown, where = 'Slack'): PlatformError => {
  if (error instanceof PlatformError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    const { code, sentence, reach } = tooFast;
    return new PlatformError(code, sentence(where), { cause: error, reach, retryAfter: error.retryAfter * 1000 });
  }
  const slackError = slackCode(error);
  if (slackError === undefined) {
    const became = error instanceof WebAPIHTTPError ? `was answered with status ${error.statusCode}` : 'got no answer';
    return new PlatformError('unreachable', `A call for ${where} ${became}.`, { cause: error });
  }
  if (slackError === missingScope) {
    const lack = `The bot lacks the scope ${neededScopes(error)} that a call for ${where} needs`;
    const remedy = 'add it to the app and install the app again';
    return new PlatformError('no-permission', `${lack}: ${remedy}.`, { cause: error, reach: 'workspace' });
  }
  const meaning = meaningOf(slackError);
  if (meaning === undefined) {
    return new PlatformError('refused', `Slack refused a call for ${where}: ${slackError}.`, { cause: error });
  }
  const { code, sentence, reach = 'channel' } = meaning;
  return new PlatformError(code, `${sentence(where)} (${slackError})`, { cause: error, reach });
};

/** Of a call that the token has no scope for. */
export const missingScope = 'missing_scope';

/** Scopes of which one is missing, as the answer to a call names them: `channels:history,groups:history`. */
const neededScopes = (error: unknown): string => {
  const needed = error instanceof WebAPIPlatformError && 'needed' in error.data ? error.data.needed : undefined;
  return typeof needed === 'string' && needed !== '' ? needed.replaceAll(',', ' or ') : 'that the manifest lists and';
};
