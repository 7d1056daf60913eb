/** What a method of the Web API is given: the team of the token that calls, and how far the token reaches. */
import type { Clock } from '../clock.ts';
import type { Fields } from '../contract.ts';
import type { Ids, TeamIdentity } from '../identity.ts';
import type { Triggers } from '../triggers.ts';
import type { Views } from '../views.ts';
import type { Workspace } from '../workspace.ts';

/** What all teams have in common. */
export interface Surroundings {
  readonly clock: Clock;
  readonly ids: Ids;
  /** A one-time address of a Socket Mode connection. */
  socketUrl(): string;
}

/** A team with all that is its own. */
export interface TeamWorld extends Surroundings {
  readonly team: TeamIdentity;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
}

export interface World extends TeamWorld {
  /** The token that calls. */
  readonly token: string;
  /** Its scopes. */
  scopes(): readonly string[];
}

/** Returns what the answer says besides `ok`. @throws SlackError */
export type Method = (args: Fields, world: World) => Fields;
