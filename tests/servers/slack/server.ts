/** Starts a loopback Slack on a free port: Web API, Socket Mode, response URLs, and people who use the app. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { systemClock } from './clock.ts';
import type { SlackOptions, SlackServer } from './contract.ts';
import { createIds, identity } from './identity.ts';
import { createJournal } from './journal.ts';
import { createPeople } from './people/people.ts';
import { createHttpPeople } from './people/people-over-http.ts';
import { createResponseUrls } from './people/response-urls.ts';
import { createSocketMode } from './socket-mode.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import { createApi } from './web/api.ts';
import { createFaults } from './web/faults.ts';
import { createListener } from './web/listener.ts';
import { createRateLimits } from './web/rate-limits.ts';
import { createTokens } from './web/tokens.ts';
import { createWorkspace } from './workspace.ts';

/** Resolves once it listens. */
export async function startSlack(options: SlackOptions = {}): Promise<SlackServer> {
  const clock = options.clock ?? systemClock;
  const ids = createIds(clock);
  const journal = createJournal();
  const workspace = createWorkspace(ids, journal);
  const socketMode = createSocketMode(ids, journal);
  const tokens = createTokens(options.scopes, options.appScopes);
  const faults = createFaults();
  const closing: (() => void)[] = [];

  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback Slack has no port.');
  const host = `127.0.0.1:${address.port}`;

  const world = {
    clock,
    ids,
    workspace,
    views: createViews(ids, journal),
    triggers: createTriggers(clock, ids),
    socketUrl: () => `ws://${host}${socketMode.ticket()}`,
  };
  const rateLimits = options.rateLimits === 'enforced' ? createRateLimits(clock) : undefined;
  const api = createApi(world, tokens, faults, rateLimits, journal);
  const responseUrls = createResponseUrls(() => `http://${host}`, clock, ids, workspace);
  const listener = createListener(api, responseUrls);
  server.on('request', (request, response) => void listener(request, response));
  server.on('upgrade', (request, socket, head) => socketMode.upgrade(request, socket, head));

  const stage = { world, journal, responseUrls, onClose: (task: () => void) => void closing.push(task) };

  return {
    ...identity,
    url: `http://${host}/api/`,
    addUser: workspace.addUser,
    addChannel: workspace.addChannel,
    channel: workspace.channel,
    messages: channel => workspace.messages(channel).filter(({ threadTs }) => threadTs === undefined),
    thread: (channel, ts) => workspace.messages(channel).filter(one => one.ts === ts || one.threadTs === ts),
    ephemerals: workspace.ephemerals,
    modals: world.views.modals,
    home: world.views.home,
    calls: method => api.calls.filter(call => method === undefined || call.method === method),
    get connections() {
      return socketMode.connections;
    },
    next: (kind, fits) => journal.next(kind, fits),
    fail: (method, fault, { call = 1, times = 1 } = {}) => faults.add(method, fault, { call, times }),
    revoke: (token, error = 'token_revoked') => tokens.revoke(token, error),
    grant: tokens.grant,
    archive: channel => workspace.changeChannel(channel, { isArchived: true }),
    unarchive: channel => workspace.changeChannel(channel, { isArchived: false }),
    deleteChannel: workspace.removeChannel,
    removeBot: channel => workspace.changeChannel(channel, { isMember: false }),
    inviteBot: channel => workspace.changeChannel(channel, { isMember: true }),
    say: ({ channel, user, text, thread }) =>
      workspace.post({ channel, author: user, text, blocks: [], threadTs: thread }),
    people: createPeople({ ...stage, transport: socketMode }, tokens.revoke),
    peopleOverHttp: target => createHttpPeople(target, stage, tokens.revoke),
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
