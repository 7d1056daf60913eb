/** Who one is, who others are, and where to connect. */
import { identity } from '../identity.ts';
import { userJson } from '../json.ts';
import { required } from '../web/arguments.ts';
import type { Method } from './method.ts';

const address = `https://${identity.teamDomain}.slack.com/`;

const authTest: Method = () => ({
  url: address,
  team: identity.teamName,
  team_id: identity.teamId,
  user: identity.botName,
  user_id: identity.botUserId,
  bot_id: identity.botId,
  is_enterprise_install: false,
});

const teamInfo: Method = () => ({
  team: { id: identity.teamId, name: identity.teamName, domain: identity.teamDomain, url: address },
});

export const workspaceMethods: Readonly<Record<string, Method>> = {
  'apps.connections.open': (_args, { socketUrl }) => ({ url: socketUrl() }),
  'auth.test': authTest,
  'team.info': teamInfo,
  'users.info': (args, { workspace }) => ({ user: userJson(workspace.user(required(args, 'user'))) }),
};
