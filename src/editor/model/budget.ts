/** The tokens that an edition may spend. What a question may cost is set aside before it is put, and settled after. */
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

/** @param onSpent Called once, when a question is turned away for the first time. */
export const createBudget = (limit: number, onSpent: () => void): Budget => {
  let spent = 0;
  let reserved = 0;
  let isSpent = false;
  let { promise: settled, resolve } = Promise.withResolvers<void>();

  const turnAway = (): never => {
    if (!isSpent) onSpent();
    isSpent = true;
    throw new ModelError('budget', `The budget of ${limit} tokens is spent.`);
  };

  return {
    async reserve(tokens) {
      while (!isSpent && spent + reserved + tokens > limit && reserved > 0) await settled;
      if (isSpent || spent + tokens > limit) return turnAway();
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
