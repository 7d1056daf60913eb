/** Refusals in Discord's shape: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { JsonObject } from './records.ts';

/** A request that is refused; the listener turns it into the answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  /** By field, each with its `_errors`. */
  readonly errors: JsonObject | undefined;

  constructor(status: number, code: number, message: string, errors?: JsonObject) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** The status and the words that go with a code. */
const refusals = {
  [Code.UnknownChannel]: [404, 'Unknown Channel'],
  [Code.UnknownGuild]: [404, 'Unknown Guild'],
  [Code.UnknownMember]: [404, 'Unknown Member'],
  [Code.UnknownMessage]: [404, 'Unknown Message'],
  [Code.UnknownRole]: [404, 'Unknown Role'],
  [Code.UnknownUser]: [404, 'Unknown User'],
  [Code.UnknownWebhook]: [404, 'Unknown Webhook'],
  [Code.UnknownInteraction]: [404, 'Unknown interaction'],
  [Code.UnknownApplicationCommand]: [404, 'Unknown application command'],
  [Code.MaximumNumberOfApplicationCommandsReached]: [400, 'Maximum number of application commands reached (100).'],
  [Code.ThisMessageWasAlreadyCrossposted]: [400, 'This message has already been crossposted'],
  [Code.InteractionHasAlreadyBeenAcknowledged]: [400, 'Interaction has already been acknowledged.'],
  [Code.TagRequiredToCreateAForumPostInThisChannel]: [400, 'A tag is required to create a forum post in this channel'],
  [Code.MissingAccess]: [403, 'Missing Access'],
  [Code.CannotEditMessageAuthoredByAnotherUser]: [403, 'Cannot edit a message authored by another user'],
  [Code.CannotSendAnEmptyMessage]: [400, 'Cannot send an empty message'],
  [Code.CannotSendMessagesInNonTextChannel]: [400, 'Cannot send messages in a non-text channel'],
  [Code.CannotSendMessagesToThisUser]: [403, 'Cannot send messages to this user'],
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: [
    403,
    'Cannot send messages to this user due to having no mutual guilds',
  ],
  [Code.InvalidRecipients]: [400, 'Invalid Recipient(s)'],
  [Code.MissingPermissions]: [403, 'Missing Permissions'],
  [Code.CannotExecuteActionOnThisChannelType]: [400, 'Cannot execute action on this channel type'],
  [Code.InvalidWebhookToken]: [401, 'Invalid Webhook Token'],
  [Code.InvalidActionOnArchivedThread]: [400, 'Thread is archived'],
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: [
    400,
    'You cannot reply without permission to read message history',
  ],
  [Code.ThreadAlreadyCreatedForMessage]: [400, 'A thread has already been created for this message'],
  [Code.ThreadLocked]: [403, 'This thread is locked'],
} as const satisfies Partial<Record<Code, readonly [number, string]>>;

/** The refusal with this code. */
export function refusal(code: keyof typeof refusals): ApiError {
  const [status, message] = refusals[code];
  return new ApiError(status, code, message);
}
