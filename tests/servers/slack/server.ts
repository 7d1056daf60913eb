/** Starts a loopback Slack on a free port: Web API, OAuth, Socket Mode, response URLs, and people who use the app. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { systemClock } from './clock.ts';
import type { SlackOptions, SlackServer } from './contract.ts';
import { app, createIds, firstBotToken, firstTeam, type TeamIdentity } from './identity.ts';
import { createJournal } from './journal.ts';
import type { TeamWorld } from './methods/method.ts';
import { createCodes } from './oauth/codes.ts';
import { createOAuth } from './oauth/methods.ts';
import { createResponseUrls } from './people/response-urls.ts';
import { createSocketMode } from './socket-mode.ts';
import type { Team } from './teams/contract.ts';
import { createTeam } from './teams/team.ts';
import { createTeams } from './teams/world.ts';
import { createApi } from './web/api.ts';
import { createFaults } from './web/faults.ts';
import { createListener } from './web/listener.ts';
import { createRateLimits } from './web/rate-limits.ts';
import { allScopes } from './web/scopes.ts';
import { createTokens } from './web/tokens.ts';

/** Resolves once it listens. */
export async function startSlack(options: SlackOptions = {}): Promise<SlackServer> {
  const { clock = systemClock, scopes = allScopes, keeps = 'everything', onMessage = () => {} } = options;
  const ids = createIds(clock);
  const journal = createJournal(keeps === 'outlines' ? ['call', 'message', 'edit', 'ephemeral'] : []);
  const socketMode = createSocketMode(ids, journal);
  const tokens = createTokens(clock, options.botTokens ?? 'lasting', options.appScopes);
  const codes = createCodes(clock, ids);
  const faults = createFaults();
  const closing: (() => void)[] = [];

  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback Slack has no port.');
  const host = `127.0.0.1:${address.port}`;
  const authorizeUrl = `http://${host}/oauth/v2/authorize`;

  const surroundings = { clock, ids, socketUrl: () => `ws://${host}${socketMode.ticket()}` };
  const worlds = createTeams(surroundings, journal, { keeps, onMessage });
  const removeApp = ({ team, workspace }: TeamWorld): void => {
    tokens.uninstall(team.teamId);
    workspace.leaveChannels();
  };

  const responseUrls = createResponseUrls(options.responseOrigin ?? (() => `http://${host}`), clock, ids);
  const stage = {
    journal,
    responseUrls,
    transport: socketMode,
    onClose: (task: () => void) => void closing.push(task),
  };
  const teams = new Map<string, Team>();
  const addTeam = (identity: TeamIdentity): Team => {
    const world = worlds.add(identity);
    const team = createTeam(world, stage, tokens, { authorizeUrl, clock, codes }, () => removeApp(world));
    teams.set(team.teamId, team);
    return team;
  };
  const first = addTeam(firstTeam);
  tokens.install(first.teamId, scopes, firstBotToken);

  const api = createApi({
    ...createOAuth(tokens, codes, worlds.of, removeApp),
    tokens,
    teamOf: worlds.of,
    home: worlds.of(first.teamId),
    faults,
    rateLimits: options.rateLimits === 'enforced' ? createRateLimits(clock) : undefined,
    journal,
    keepsCalls: keeps === 'everything',
  });
  const listener = createListener(api, responseUrls);
  server.on('request', (request, response) => void listener(request, response));
  server.on('upgrade', (request, socket, head) => socketMode.upgrade(request, socket, head));

  return {
    ...first,
    ...app,
    get botToken() {
      return first.botToken;
    },
    get refreshToken() {
      return first.refreshToken;
    },
    get isInstalled() {
      return first.isInstalled;
    },
    url: `http://${host}/api/`,
    authorizeUrl,
    addTeam({ name, isInstalled = true } = {}) {
      const [teamId, botId, botUserId] = [ids.next('T'), ids.next('B'), ids.next('U')];
      const teamName = name ?? `Team ${teamId}`;
      const team = addTeam({ teamId, teamName, teamDomain: `team-${teamId.toLowerCase()}`, botId, botUserId });
      if (isInstalled) tokens.install(teamId, scopes);
      return team;
    },
    team(id) {
      const found = teams.get(id);
      if (found === undefined) throw new Error(`There is no team ${id} in this Slack.`);
      return found;
    },
    calls: method => api.calls.filter(call => method === undefined || call.method === method),
    count: api.count,
    get connections() {
      return socketMode.connections;
    },
    next: (kind, fits) => journal.next(kind, fits),
    fail: (method, fault, { call = 1, times = 1 } = {}) => faults.add(method, fault, { call, times }),
    revoke: (token, error = 'token_revoked') => tokens.revoke(token, error),
    async close() {
      for (const task of closing) task();
      journal.close();
      socketMode.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
