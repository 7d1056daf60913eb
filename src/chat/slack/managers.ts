/** Who may change what a channel gets: whoever is in it, the administrators of the workspace, or people whom the operator named. */
import type { Logger } from 'pino';
import { minute } from '../../edition/duration.ts';
import type { Person } from '../conversation.ts';
import { within } from '../within.ts';
import { missingScope, slackCode, toPlatformError } from './errors.ts';
import type { ClientOf } from './workspaces.ts';

/** `members` of the channel, whom Slack lets invite and remove apps as well; `admins` of the workspace; or ids of people. */
export type Managers = 'members' | 'admins' | readonly string[];

/** What a person of a workspace may do. Never rejects: who cannot be told to be a manager is none. */
export type RightsOf = (workspace: string, person: string) => Promise<Pick<Person, 'mayManage' | 'whoMayManage'>>;

export interface ManagersSettings {
  readonly managers: Managers;
  readonly clientOf: ClientOf;
  readonly logger: Logger;
  /** Milliseconds to wait for Slack: whoever asked waits too. */
  readonly patience: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds for which it is remembered whether a person is an administrator. */
const remembering = 5 * minute;
/** People that are remembered. */
const mostRemembered = 1_000;

const onlyAdmins = 'Only administrators of this workspace may change what a channel gets';
const notAdmin = `${onlyAdmins}: ask one of them.`;
const notSeen = `${onlyAdmins}, and the bot may not see who is one: its operator has to add the scope users:read to the app and install it again, or to set SLACK_MANAGERS otherwise.`;
const notTold = `${onlyAdmins}, and Slack did not say whether you are one: try again in a moment.`;
const notNamed = 'Only people whom the operator of the bot has named may change what a channel gets: ask the operator.';

/** Asks Slack, and remembers. https://docs.slack.dev/reference/objects/user-object */
const createAdminLookUp = (
  clientOf: ClientOf,
  now: () => number,
): ((workspace: string, person: string) => Promise<boolean>) => {
  const remembered = new Map<string, { readonly isAdmin: boolean; readonly until: number }>();
  return async (workspace, person) => {
    const known = `${workspace} ${person}`;
    const before = remembered.get(known);
    if (before !== undefined && before.until > now()) return before.isAdmin;
    const client = await clientOf(workspace);
    const { user } = await client.users.info({ user: person });
    const isAdmin = user?.is_admin === true || user?.is_owner === true;
    remembered.delete(known);
    remembered.set(known, { isAdmin, until: now() + remembering });
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return isAdmin;
  };
};

export const createRights = ({ managers, clientOf, logger, patience, now }: ManagersSettings): RightsOf => {
  if (managers === 'members') return async () => ({ mayManage: true });
  if (managers !== 'admins') {
    return async (_workspace, person) => (managers.includes(person) ? { mayManage: true } : no(notNamed));
  }
  const isAdmin = createAdminLookUp(clientOf, now);
  return async (workspace, person) => {
    try {
      const told = await within(patience, isAdmin(workspace, person));
      if (told === undefined) return no(notTold);
      return told ? { mayManage: true } : no(notAdmin);
    } catch (error) {
      logger.warn(
        { err: toPlatformError(error), workspace, person },
        'Slack did not say whether a person is an administrator',
      );
      return no(slackCode(error) === missingScope ? notSeen : notTold);
    }
  };
};

const no = (whoMayManage: string) => ({ mayManage: false, whoMayManage });
