/** What people do in Slack, read as what they ask for. */
import type { BlockAction, SlashCommand, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { GivenOptions, Person, Place, Request } from '../conversation.ts';
import { commandActionId } from './actions.ts';

/** Slack does not say what they may: `managers.ts` finds it out. */
const person = (id: string): Person => ({ id, mayManage: false });

const place = (workspace: string, channel: string): Place => ({ platform: 'slack', workspace, channel });

/**
 * Direct messages, of two or of a group, are no channel: nothing can be posted there by an app that is none of their
 * members, nor can one be let in; and in its own, this one cannot be written to, as the manifest has it.
 */
const placeIn = (
  workspace: string,
  { id, name = '' }: { readonly id: string; readonly name?: string },
): { place?: Place } => (id.startsWith('D') || name.startsWith('mpdm-') ? {} : { place: place(workspace, id) });

/** Slack escapes these three in what people type. https://docs.slack.dev/messaging/formatting-message-text */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What somebody asks in a workspace. */
export interface Asked {
  readonly workspace: string;
  readonly request: Request;
}

export const readCommand = (body: SlashCommand): Asked => ({
  workspace: body.team_id,
  request: {
    asked: unescaped(body.text ?? '').trim(),
    person: person(body.user_id),
    ...placeIn(body.team_id, { id: body.channel_id, name: body.channel_name }),
  },
});

/** Where a button stands, so where its answer goes. */
export type PressedOn =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly isEphemeral: boolean;
      readonly thread: string | undefined;
    }
  | { readonly kind: 'modal'; readonly view: string }
  | { readonly kind: 'home' };

export interface Press extends Asked {
  readonly on: PressedOn;
}

interface Workspaced {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
}

/** Of an app that a whole organisation installed, `team` is null. */
const workspaceOf = ({ team, user }: Workspaced): string => team?.id ?? user.team_id ?? '';

const pressedOn = ({ view, container, message }: BlockAction): PressedOn => {
  if (view?.type === 'modal') return { kind: 'modal', view: view.id };
  if (view !== undefined) return { kind: 'home' };
  const thread: unknown = container.thread_ts ?? message?.thread_ts;
  // A parent is in its own thread, but its readers are in the channel.
  const isReply = typeof thread === 'string' && thread !== container.message_ts;
  return {
    kind: 'message',
    id: `${String(container.channel_id)} ${String(container.message_ts)}`,
    isEphemeral: container.is_ephemeral === true,
    thread: isReply ? thread : undefined,
  };
};

/** Undefined for what asks nothing of us: a link, a choice within a form. */
export const readPress = (body: BlockAction): Press | undefined => {
  const [action] = body.actions;
  if (action?.type !== 'button' || !commandActionId.test(action.action_id)) return undefined;
  const { channel } = body;
  const workspace = body.view?.app_installed_team_id ?? workspaceOf(body);
  return {
    workspace,
    request: {
      asked: action.value ?? '',
      person: person(body.user.id),
      ...(channel === undefined ? {} : placeIn(workspace, channel)),
    },
    on: pressedOn(body),
  };
};

const origin = z.object({
  command: z.string(),
  /** Where the form was asked for; absent on the home tab. */
  channel: z.string().optional(),
  /** Of the command or the press that the form answers: it is good for 30 minutes. */
  responseUrl: z.string().optional(),
});

/** What a form was opened for. It travels in the view, so that a form outlives a restart. */
export type Origin = z.infer<typeof origin>;

const originText = z
  .string()
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      context.addIssue('is not JSON');
      return z.NEVER;
    }
  })
  .pipe(origin);

export const writeOrigin = (from: Origin): string => JSON.stringify(from);

export interface Submission extends Asked {
  readonly origin: Origin;
}

type StateValue = ViewOutput['state']['values'][string][string];

const chosenValues = ({ selected_options, selected_option, selected_time }: StateValue): readonly string[] =>
  selected_options?.map(({ value }) => value) ??
  [selected_option?.value, selected_time].filter(value => typeof value === 'string');

const givenOptions = (values: ViewOutput['state']['values']): GivenOptions =>
  Object.fromEntries(
    Object.entries(values).map(([name, inputs]) => [name, Object.values(inputs).flatMap(chosenValues)]),
  );

/** Undefined for a form that was not opened by this version of the bot, or not by it at all. */
export const readSubmission = (body: ViewSubmitAction): Submission | undefined => {
  const { data: from } = originText.safeParse(body.view.private_metadata);
  if (from === undefined) return undefined;
  const workspace = body.view.app_installed_team_id ?? workspaceOf(body);
  return {
    workspace,
    request: {
      asked: { command: from.command, options: givenOptions(body.view.state.values) },
      isSubmission: true,
      person: person(body.user.id),
      ...(from.channel === undefined ? {} : { place: place(workspace, from.channel) }),
    },
    origin: from,
  };
};
