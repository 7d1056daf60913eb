/** What tests of many workspaces do and look at: people of a workspace, its channel, and what is kept of it. */
import { getInstallation } from '../../src/archive/installations.ts';
import { getSubscription, saveSubscription } from '../../src/archive/subscriptions.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import type { Message } from '../servers/slack/contract.ts';
import type { Team } from '../servers/slack/teams/contract.ts';
import type { InstallsStage, Process } from './slack-installs-stage.ts';
import { readBlocks } from './slack-text.ts';
import { there } from './there.ts';

export type Installed = Awaited<ReturnType<InstallsStage['installed']>>;

export const peopleOf = ({ url }: InstallsStage, { team }: Installed) => team.peopleOverHttp(`${url}/slack/events`);

export const read = (message: Message | undefined): string => readBlocks(there(message).blocks);

/** What a person sees for `/digest WORDS`. */
export const ask = async (stage: InstallsStage, where: Installed, words: string): Promise<string> => {
  const asked = await peopleOf(stage, where).command(words, where);
  return read((await asked.answer()).shown);
};

/** Brings what is due, by one process. */
export const deliver = async ({ dispatcher }: Process): Promise<void> => {
  await dispatcher.takeUp();
  await dispatcher.idle();
};

export const archiveOf = ({ processes }: InstallsStage) => there(processes[0]).secrets.archive;
/** Has a channel get each edition at eight. */
export const subscribed = (stage: InstallsStage, { team, channel, user }: Installed) =>
  subscribe(stage, team.teamId, channel, user);
export const subscribe = (stage: InstallsStage, workspace: string, channel: string, subscriber: string) =>
  saveSubscription(
    archiveOf(stage),
    aSubscription({ workspace, channel, subscriber, timeZone: 'UTC' }),
    '2026-01-01T00:00:00Z',
  );

export const suspensionOf = async (stage: InstallsStage, { team: { teamId }, channel }: Installed) =>
  there(await getSubscription(archiveOf(stage), { platform: 'slack', workspace: teamId, channel })).suspension;
export const installationOf = ({ processes }: InstallsStage, { teamId }: Team) =>
  getInstallation(there(processes[0]).secrets, { platform: 'slack', workspace: teamId });

/** Resolves once a process has seen to it. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise(setImmediate);
};
