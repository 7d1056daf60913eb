/** Codes that a token is given for: good for ten minutes, and once. https://docs.slack.dev/authentication/installing-with-oauth */
import type { Clock } from '../clock.ts';
import type { Ids } from '../identity.ts';
import { SlackError } from '../slack-error.ts';

const lifetime = 10 * 60_000;

/** What a person allowed, and where. */
export interface Allowed {
  readonly teamId: string;
  /** Who allowed it. */
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
}

export interface Codes {
  issue(allowed: Allowed): string;
  /**
   * Spends the code.
   * @throws SlackError `invalid_code` for one that is unknown, spent or too old; `bad_redirect_uri` where the address is another
   * than in the first step.
   */
  redeem(code: string, redirectUri: string): Allowed;
}

export const createCodes = (clock: Clock, ids: Ids): Codes => {
  const issued = new Map<string, { readonly allowed: Allowed; readonly at: number }>();
  return {
    issue(allowed) {
      const code = `${ids.next('')}.made.up`;
      issued.set(code, { allowed, at: clock.now() });
      return code;
    },
    redeem(code, redirectUri) {
      const known = issued.get(code);
      if (known === undefined || clock.now() - known.at > lifetime) throw new SlackError('invalid_code');
      if (known.allowed.redirectUri !== redirectUri) throw new SlackError('bad_redirect_uri');
      issued.delete(code);
      return known.allowed;
    },
  };
};
