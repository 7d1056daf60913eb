/** Things of the workspace as Slack's JSON. https://docs.slack.dev/reference/objects */
import type { Channel, Fields, Message, User, View } from './contract.ts';
import { app, type TeamIdentity } from './identity.ts';

export const messageJson = (message: Message, team: TeamIdentity, replies: readonly Message[] = []): Fields => ({
  type: 'message',
  user: message.author,
  text: message.text,
  ts: message.ts,
  team: team.teamId,
  ...(message.author === team.botUserId && { bot_id: team.botId, app_id: app.appId }),
  ...(message.blocks.length > 0 && { blocks: message.blocks }),
  ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
  ...(message.isBroadcast && { subtype: 'thread_broadcast' }),
  ...(message.isEdited && { edited: { user: message.author, ts: message.ts } }),
  ...(replies.length > 0 && {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map(({ author }) => author))],
    latest_reply: replies.at(-1)?.ts,
  }),
});

export const channelJson = (channel: Channel, team: TeamIdentity): Fields => ({
  id: channel.id,
  name: channel.name,
  name_normalized: channel.name,
  is_channel: channel.kind === 'public',
  is_group: channel.kind === 'private',
  is_im: channel.kind === 'im',
  is_mpim: channel.kind === 'mpim',
  is_private: channel.kind !== 'public',
  is_archived: channel.isArchived,
  is_member: channel.isMember,
  is_general: false,
  creator: channel.creator,
  context_team_id: team.teamId,
});

export const userJson = (user: User, team: TeamIdentity): Fields => ({
  id: user.id,
  team_id: team.teamId,
  name: user.name,
  real_name: user.name,
  deleted: user.isDeleted,
  is_bot: user.isBot,
  ...(!user.isDeleted && {
    tz: user.tz,
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
  }),
});

export const viewJson = (view: View, team: TeamIdentity, values: Fields = {}): Fields => ({
  ...view.json,
  id: view.id,
  team_id: team.teamId,
  app_id: app.appId,
  bot_id: team.botId,
  hash: view.hash,
  callback_id: view.callbackId,
  private_metadata: view.privateMetadata,
  external_id: view.externalId,
  root_view_id: view.rootId,
  previous_view_id: view.previousId ?? null,
  state: { values },
});
