/** The teams there are, each with all that is its own. */
import type { TeamIdentity } from '../identity.ts';
import type { Journal } from '../journal.ts';
import type { Surroundings, TeamWorld } from '../methods/method.ts';
import { createTriggers } from '../triggers.ts';
import { createViews } from '../views.ts';
import { createWorkspace, type Keeping } from '../workspace.ts';

export interface Teams {
  add(identity: TeamIdentity): TeamWorld;
  /** @throws Error for an unknown team. */
  of(id: string): TeamWorld;
}

export const createTeams = (surroundings: Surroundings, journal: Journal, keeping: Keeping): Teams => {
  const { clock, ids } = surroundings;
  const teams = new Map<string, TeamWorld>();
  return {
    add(team) {
      const world: TeamWorld = {
        ...surroundings,
        team,
        workspace: createWorkspace(team, ids, journal, keeping),
        views: createViews(ids, journal),
        triggers: createTriggers(clock, ids),
      };
      teams.set(team.teamId, world);
      return world;
    },
    of(id) {
      const found = teams.get(id);
      if (found === undefined) throw new Error(`There is no team ${id} in this Slack.`);
      return found;
    },
  };
};
