/** Keeps two from bringing the same edition to the same channel at a time, as the clock and a person may ask at once. */
import { deliveryKey } from '../archive/deliveries.ts';
import { type DeliverOptions, deliver } from './deliver.ts';

export type Deliver = (options: DeliverOptions) => Promise<boolean>;

/** `deliver`, of which a second call for a channel and edition waits for the first, and then finds what that has done. */
export const oneAtATime = (): Deliver => {
  const inHand = new Map<string, Promise<unknown>>();
  return async options => {
    const key = deliveryKey({ ...options.subscription, edition: options.edition.date });
    const before = inHand.get(key);
    const mine = Promise.allSettled([before]).then(() => deliver(options));
    inHand.set(key, mine);
    try {
      return await mine;
    } finally {
      if (inHand.get(key) === mine) inHand.delete(key);
    }
  };
};
