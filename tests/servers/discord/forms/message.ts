/** What a message may say: https://docs.discord.com/developers/resources/message#create-message */
import { MessageFlags, MessageReferenceType, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../api-error.ts';
import { classicComponents, layoutComponents } from './components.ts';
import { embeds } from './embed.ts';
import { fault, isRecord, readForm, snowflake } from './form.ts';

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['roles', 'users', 'everyone'])).nullish(),
    roles: z.array(snowflake).max(100).nullish(),
    users: z.array(snowflake).max(100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((one, context) => {
    for (const kind of ['roles', 'users'] as const) {
      if (!one.parse?.includes(kind) || (one[kind] ?? []).length === 0) continue;
      context.addIssue(
        fault(
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive`,
        ),
      );
    }
  });

/** In every body that makes or changes a message. */
const said = {
  content: z.string().max(2_000).nullish(),
  embeds: embeds.nullish(),
  allowed_mentions: allowedMentions.nullish(),
  components: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).max(10).nullish(),
  sticker_ids: z.array(snowflake).max(3).nullish(),
  poll: z.unknown().optional(),
  flags: z.int().min(0).nullish(),
};

const settableFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

const withFlags = (allowed: number) => (message: Partial<Said>, context: z.RefinementCtx) => {
  if (((message.flags ?? 0) & ~allowed) === 0) return;
  context.addIssue(fault('BASE_TYPE_CHOICES', `Flags other than ${allowed} cannot be set here`, ['flags']));
};

const saidForm = z.object(said);
type Said = z.infer<typeof saidForm>;

/** A message into a channel or thread. */
export const channelMessage = z
  .object({
    ...said,
    tts: z.boolean().nullish(),
    nonce: z.union([z.int(), z.string().max(25)]).nullish(),
    enforce_nonce: z.boolean().nullish(),
    message_reference: z
      .object({
        type: z.enum(MessageReferenceType).nullish(),
        message_id: snowflake,
        channel_id: snowflake.nullish(),
        guild_id: snowflake.nullish(),
        fail_if_not_exists: z.boolean().nullish(),
      })
      .nullish(),
  })
  .superRefine(withFlags(settableFlags))
  .superRefine(checkMessage);

/** The first message of a post in a forum; it takes no nonce. */
export const forumMessage = saidForm.superRefine(withFlags(settableFlags)).superRefine(checkMessage);

/** An answer to an interaction: this alone may be ephemeral. */
export const interactionMessage = saidForm
  .extend({ tts: z.boolean().nullish() })
  .superRefine(withFlags(settableFlags | MessageFlags.Ephemeral))
  .superRefine(checkMessage);

/** A change of a message; what is left out stays. */
export const messageEdit = saidForm.superRefine(
  withFlags(MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral),
);

/** The whole message that an edit makes, held against the same rules as a new one. */
export function checkEdited(message: Record<string, unknown>): void {
  readForm(saidForm.superRefine(checkMessage), message);
}

/** Rules between the fields; those of the components depend on the flag. */
function checkMessage(message: Said, context: z.RefinementCtx): void {
  const isLayout = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const components = message.components ?? [];
  const read = (isLayout ? layoutComponents : classicComponents).safeParse(components);
  for (const issue of read.error?.issues ?? []) {
    const code = issue.code === 'custom' && isRecord(issue.params) ? String(issue.params.code) : 'COMPONENT_INVALID';
    context.addIssue(fault(code, issue.message, ['components', ...issue.path]));
  }
  if (!isLayout) return;
  for (const field of ['content', 'embeds', 'sticker_ids', 'poll'] as const) {
    const value = message[field];
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
    if (!isGiven) continue;
    context.addIssue(
      fault(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        [field],
      ),
    );
  }
}

/** @throws ApiError 50006 for a message that shows nothing. */
export function refuseEmpty(message: Partial<Said>): void {
  const isSomething =
    (message.content ?? '').trim() !== '' ||
    [message.embeds, message.components, message.sticker_ids, message.attachments].some(
      list => (list ?? []).length > 0,
    ) ||
    (message.poll ?? null) !== null;
  if (!isSomething) throw refusal(RESTJSONErrorCodes.CannotSendAnEmptyMessage);
}
