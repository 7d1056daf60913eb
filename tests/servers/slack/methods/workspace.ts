/** Who one is, who others are, and where to connect. */
import { app, type TeamIdentity } from '../identity.ts';
import { userJson } from '../json.ts';
import { required } from '../web/arguments.ts';
import type { Method } from './method.ts';

const addressOf = ({ teamDomain }: TeamIdentity): string => `https://${teamDomain}.slack.com/`;

const authTest: Method = (_args, { team }) => ({
  url: addressOf(team),
  team: team.teamName,
  team_id: team.teamId,
  user: app.botName,
  user_id: team.botUserId,
  bot_id: team.botId,
  is_enterprise_install: false,
});

const teamInfo: Method = (_args, { team }) => ({
  team: { id: team.teamId, name: team.teamName, domain: team.teamDomain, url: addressOf(team) },
});

export const workspaceMethods: Readonly<Record<string, Method>> = {
  'apps.connections.open': (_args, { socketUrl }) => ({ url: socketUrl() }),
  'auth.test': authTest,
  'team.info': teamInfo,
  'users.info': (args, { team, workspace }) => ({ user: userJson(workspace.user(required(args, 'user')), team) }),
};
