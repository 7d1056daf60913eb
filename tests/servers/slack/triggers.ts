/** Trigger ids, which open a view for who pressed: valid for 3 s, and once. https://docs.slack.dev/reference/methods/views.open */
import type { Clock } from './clock.ts';
import type { Ids } from './identity.ts';
import { SlackError } from './slack-error.ts';

const lifetime = 3000;

export interface Triggers {
  issue(user: string): string;
  /**
   * The user who pressed. A trigger whose call failed may be used again.
   * @throws SlackError `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`.
   */
  check(trigger: string): string;
  exchange(trigger: string): void;
}

export const createTriggers = (clock: Clock, ids: Ids): Triggers => {
  const issued = new Map<string, { readonly user: string; readonly at: number }>();
  const exchanged = new Set<string>();
  return {
    issue(user) {
      const trigger = `${ids.next('')}.made.up`;
      issued.set(trigger, { user, at: clock.now() });
      return trigger;
    },
    check(trigger) {
      const known = issued.get(trigger);
      if (known === undefined) throw new SlackError('invalid_trigger_id');
      if (exchanged.has(trigger)) throw new SlackError('exchanged_trigger_id');
      if (clock.now() - known.at > lifetime) throw new SlackError('expired_trigger_id');
      return known.user;
    },
    exchange: trigger => void exchanged.add(trigger),
  };
};
