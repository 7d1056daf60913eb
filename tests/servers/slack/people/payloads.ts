/** What Slack tells the app of a deed. https://docs.slack.dev/reference/interaction-payloads */
import type { Fields, Message, User, View } from '../contract.ts';
import { isFields, stringOf } from '../fields.ts';
import { identity } from '../identity.ts';
import { messageJson, viewJson } from '../json.ts';
import type { Found } from './form.ts';

/** The legacy token, which no app should trust. */
const verificationToken = 'made-up-verification-token';

export const isView = (on: Message | View): on is View => 'hash' in on;

const sender = (user: User): Fields => ({
  team: { id: identity.teamId, domain: identity.teamDomain },
  enterprise: null,
  is_enterprise_install: false,
  user: { id: user.id, username: user.name, name: user.name, team_id: identity.teamId },
  api_app_id: identity.appId,
  token: verificationToken,
});

/** Where the element stands. */
const container = (on: Message | View, channelName: string): Fields =>
  isView(on)
    ? { container: { type: 'view', view_id: on.id } }
    : {
        container: {
          type: 'message',
          message_ts: on.ts,
          channel_id: on.channel,
          is_ephemeral: on.onlyFor !== undefined,
          ...(on.threadTs !== undefined && { thread_ts: on.threadTs }),
        },
        channel: { id: on.channel, name: channelName },
        // Of an ephemeral message Slack tells where it was and not what it said.
        ...(on.onlyFor === undefined && {
          message: { ...messageJson(on), ...(on.metadata !== undefined && { metadata: on.metadata }) },
        }),
      };

const shownView = (on: Message | View, values: Fields): Fields => (isView(on) ? { view: viewJson(on, values) } : {});

export const slashCommand = (
  command: string,
  words: string,
  user: User,
  channel: { readonly id: string; readonly name: string },
  links: { readonly trigger_id: string; readonly response_url: string },
): Fields => ({
  token: verificationToken,
  team_id: identity.teamId,
  team_domain: identity.teamDomain,
  channel_id: channel.id,
  channel_name: channel.name,
  user_id: user.id,
  user_name: user.name,
  command,
  text: words,
  api_app_id: identity.appId,
  is_enterprise_install: 'false',
  ...links,
});

export const blockActions = (
  on: Message | View,
  { block, element }: Found,
  chosen: Fields,
  values: Fields,
  user: User,
  place: { readonly channelName: string; readonly actionTs: string },
): Fields => ({
  type: 'block_actions',
  ...sender(user),
  ...container(on, place.channelName),
  ...shownView(on, values),
  state: { values },
  actions: [
    {
      action_id: element.action_id,
      block_id: block.block_id,
      type: element.type,
      ...(isFields(element.text) && { text: element.text }),
      ...(element.value !== undefined && { value: element.value }),
      ...chosen,
      action_ts: place.actionTs,
    },
  ],
});

export const blockSuggestion = (
  on: Message | View,
  { block, element }: Found,
  words: string,
  user: User,
  channelName: string,
): Fields => ({
  type: 'block_suggestion',
  ...sender(user),
  ...container(on, channelName),
  ...shownView(on, {}),
  action_id: stringOf(element.action_id),
  block_id: stringOf(block.block_id),
  value: words,
});

export const viewSubmission = (view: View, values: Fields, user: User, trigger: string): Fields => ({
  type: 'view_submission',
  ...sender(user),
  trigger_id: trigger,
  view: viewJson(view, values),
  response_urls: [],
});

export const viewClosed = (view: View, user: User): Fields => ({
  type: 'view_closed',
  ...sender(user),
  view: viewJson(view),
  is_cleared: false,
});

export const eventCallback = (event: Fields, id: string, seconds: number): Fields => ({
  type: 'event_callback',
  token: verificationToken,
  team_id: identity.teamId,
  api_app_id: identity.appId,
  event,
  event_id: id,
  event_time: seconds,
  authorizations: [
    {
      enterprise_id: null,
      team_id: identity.teamId,
      user_id: identity.botUserId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
});
