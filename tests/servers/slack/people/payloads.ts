/** What Slack tells the app of a deed. https://docs.slack.dev/reference/interaction-payloads */
import type { Fields, Message, User, View } from '../contract.ts';
import { isFields, stringOf } from '../fields.ts';
import { app, type TeamIdentity } from '../identity.ts';
import { messageJson, viewJson } from '../json.ts';
import type { Found } from './form.ts';

/** The legacy token, which no app should trust. */
const verificationToken = 'made-up-verification-token';

export const isView = (on: Message | View): on is View => 'hash' in on;

const sender = (user: User, team: TeamIdentity): Fields => ({
  team: { id: team.teamId, domain: team.teamDomain },
  enterprise: null,
  is_enterprise_install: false,
  user: { id: user.id, username: user.name, name: user.name, team_id: team.teamId },
  api_app_id: app.appId,
  token: verificationToken,
});

/** Where the element stands. */
const container = (on: Message | View, team: TeamIdentity, channelName: string): Fields =>
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
          message: { ...messageJson(on, team), ...(on.metadata !== undefined && { metadata: on.metadata }) },
        }),
      };

const shownView = (on: Message | View, team: TeamIdentity, values: Fields): Fields =>
  isView(on) ? { view: viewJson(on, team, values) } : {};

export const slashCommand = (
  command: string,
  words: string,
  team: TeamIdentity,
  user: User,
  channel: { readonly id: string; readonly name: string },
  links: { readonly trigger_id: string; readonly response_url: string },
): Fields => ({
  token: verificationToken,
  team_id: team.teamId,
  team_domain: team.teamDomain,
  channel_id: channel.id,
  channel_name: channel.name,
  user_id: user.id,
  user_name: user.name,
  command,
  text: words,
  api_app_id: app.appId,
  is_enterprise_install: 'false',
  ...links,
});

export const blockActions = (
  on: Message | View,
  { block, element }: Found,
  chosen: Fields,
  values: Fields,
  team: TeamIdentity,
  user: User,
  place: { readonly channelName: string; readonly actionTs: string },
): Fields => ({
  type: 'block_actions',
  ...sender(user, team),
  ...container(on, team, place.channelName),
  ...shownView(on, team, values),
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
  team: TeamIdentity,
  user: User,
  channelName: string,
): Fields => ({
  type: 'block_suggestion',
  ...sender(user, team),
  ...container(on, team, channelName),
  ...shownView(on, team, {}),
  action_id: stringOf(element.action_id),
  block_id: stringOf(block.block_id),
  value: words,
});

export const viewSubmission = (
  view: View,
  values: Fields,
  team: TeamIdentity,
  user: User,
  trigger: string,
): Fields => ({
  type: 'view_submission',
  ...sender(user, team),
  trigger_id: trigger,
  view: viewJson(view, team, values),
  response_urls: [],
});

export const viewClosed = (view: View, team: TeamIdentity, user: User): Fields => ({
  type: 'view_closed',
  ...sender(user, team),
  view: viewJson(view, team),
  is_cleared: false,
});

export const eventCallback = (event: Fields, team: TeamIdentity, id: string, seconds: number): Fields => ({
  type: 'event_callback',
  token: verificationToken,
  team_id: team.teamId,
  api_app_id: app.appId,
  event,
  event_id: id,
  event_time: seconds,
  authorizations: [
    {
      enterprise_id: null,
      team_id: team.teamId,
      user_id: team.botUserId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
});
