/** A team with all that a test does in it. */
import type { TeamWorld } from '../methods/method.ts';
import { type Slack, visit } from '../oauth/installing.ts';
import type { Stage } from '../people/interactions.ts';
import { createPeople } from '../people/people.ts';
import { createHttpPeople } from '../people/people-over-http.ts';
import type { Tokens } from '../web/tokens.ts';
import type { Team } from './contract.ts';

/** @param removeApp Ends the installation in this team. */
export const createTeam = (
  world: TeamWorld,
  common: Omit<Stage, 'world'>,
  tokens: Tokens,
  slack: Slack,
  removeApp: () => void,
): Team => {
  const { team, workspace, views } = world;
  const { transport, ...rest } = common;
  const stage = { ...rest, world };
  const held = () => tokens.installation(team.teamId);
  const visitAs: Team['visit'] = (installUrl, person = workspace.addUser().id) =>
    visit(installUrl, { teamId: team.teamId, userId: person }, slack);

  return {
    teamId: team.teamId,
    teamName: team.teamName,
    botId: team.botId,
    botUserId: team.botUserId,
    get botToken() {
      return held()?.botToken ?? '';
    },
    get refreshToken() {
      return held()?.refreshToken ?? '';
    },
    get isInstalled() {
      return held()?.isInstalled === true;
    },
    addUser: workspace.addUser,
    addChannel: workspace.addChannel,
    channel: workspace.channel,
    messages: channel => workspace.messages(channel).filter(({ threadTs }) => threadTs === undefined),
    thread: (channel, ts) => workspace.messages(channel).filter(one => one.ts === ts || one.threadTs === ts),
    ephemerals: workspace.ephemerals,
    modals: views.modals,
    home: views.home,
    grant: scopes => tokens.grant(team.teamId, scopes),
    archive: channel => workspace.changeChannel(channel, { isArchived: true }),
    unarchive: channel => workspace.changeChannel(channel, { isArchived: false }),
    deleteChannel: workspace.removeChannel,
    removeBot: channel => workspace.changeChannel(channel, { isMember: false }),
    inviteBot: channel => workspace.changeChannel(channel, { isMember: true }),
    say: ({ channel, user, text, thread }) =>
      workspace.post({ channel, author: user, text, blocks: [], threadTs: thread }),
    people: createPeople({ ...stage, transport }, removeApp),
    peopleOverHttp: address => createHttpPeople(address, stage, removeApp),
    visit: visitAs,
    install: async (installUrl, person) => (await visitAs(installUrl, person)).allow().follow(),
  };
};
