/** What a method of the Web API is given. */
import type { Clock } from '../clock.ts';
import type { Fields } from '../contract.ts';
import type { Ids } from '../identity.ts';
import type { Triggers } from '../triggers.ts';
import type { Views } from '../views.ts';
import type { Workspace } from '../workspace.ts';

export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
  /** Scopes of the token that calls. */
  scopes(): readonly string[];
  /** A one-time address of a Socket Mode connection. */
  socketUrl(): string;
}

/** Returns what the answer says besides `ok`. @throws SlackError */
export type Method = (args: Fields, world: World) => Fields;
