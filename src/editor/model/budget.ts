/** The tokens and the time that an edition may spend. What a question may cost is set aside before it is put, and settled after. */
import { ModelError } from './model-error.ts';

export interface Reservation {
  /** Takes what was really spent, and gives the rest back. */
  settle(spent: number): void;
}

export interface Budget {
  /**
   * Sets tokens aside, once those are settled that leave no room for them now.
   * @throws ModelError `budget` where they are more than is left, and from then on.
   */
  reserve(tokens: number): Promise<Reservation>;
}

export interface BudgetLimits {
  readonly tokens: number;
  /** Milliseconds from the first question on, after which no other is put. */
  readonly time: number;
  readonly now: () => Date;
}

/** @param onSpent Called once, when a question is turned away for the first time: for want of tokens, or of time. */
export const createBudget = (
  { tokens: limit, time, now }: BudgetLimits,
  onSpent: (what: 'tokens' | 'time') => void,
): Budget => {
  let began: number | undefined;
  let spent = 0;
  let reserved = 0;
  let isSpent = false;
  let { promise: settled, resolve } = Promise.withResolvers<void>();

  const turnAway = (what: 'tokens' | 'time'): never => {
    if (!isSpent) onSpent(what);
    isSpent = true;
    throw new ModelError('budget', `The ${what} that the edition may spend ${what === 'time' ? 'is' : 'are'} spent.`);
  };

  return {
    async reserve(tokens) {
      began ??= now().getTime();
      while (!isSpent && spent + reserved + tokens > limit && reserved > 0) await settled;
      if (now().getTime() - began > time) return turnAway('time');
      if (isSpent || spent + tokens > limit) return turnAway('tokens');
      reserved += tokens;
      return {
        settle(actual) {
          reserved -= tokens;
          spent += actual;
          resolve();
          ({ promise: settled, resolve } = Promise.withResolvers<void>());
        },
      };
    },
  };
};
