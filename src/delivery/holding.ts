/** How a process makes sure that what it carries is carried by no other: where several share an archive, by holding it. */
import { randomUUID } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import {
  type Claim,
  claimDelivery,
  keepClaims,
  keepWhileHeld,
  type Ledger,
  releaseDelivery,
} from '../archive/claims.ts';
import { type DeliveryIdentity, deliveryKey } from '../archive/deliveries.ts';
import { channelKey } from '../archive/subscriptions.ts';
import { minute } from '../edition/duration.ts';

export interface Holding {
  /** Takes a delivery; undefined where another that is held goes to the same channel, or it is not planned. */
  take(delivery: DeliveryIdentity): Promise<Held | undefined>;
  /**
   * Keeps a step of the delivery of `key`, as long as it is this process's.
   * @throws ArchiveError `not-found` where it is no longer planned, `taken` where another took it over.
   */
  keep<Result>(key: string, write: (ledger: Ledger) => Promise<Result>): Promise<Result>;
}

export interface Held {
  /** Lets others have it. Never rejects: what cannot be given back is free when its time is over. */
  release(): Promise<void>;
}

/**
 * @param holdsFor Milliseconds of the machine's time after which others may take what a process holds that gives no sign of
 *   life. Long enough that no call is under way any more by then.
 */
export const holdingIn = (archive: Archive, holdsFor = minute): Holding =>
  archive.engine.isShared ? sharedHolding(archive, holdsFor) : soleHolding(archive);

/** One process delivers, by its lock (`delivery-lock.ts`): all is its own. */
const soleHolding = (archive: Archive): Holding => ({
  take: async () => ({ release: async () => {} }),
  keep: (_, write) => write(archive),
});

const sharedHolding = (archive: Archive, holdsFor: number): Holding => {
  const claim: Claim = { holder: randomUUID(), holdsFor };
  /** By channel: to the database, whatever this process asks for is asked for by one holder. */
  const inHand = new Map<string, string>();
  let signs: NodeJS.Timeout | undefined;
  let isGivingSign = false;

  // A sign that cannot be given is no failure yet: it is given again, and the ledger refuses what was taken meanwhile.
  const giveSign = async () => {
    if (isGivingSign) return;
    isGivingSign = true;
    await keepClaims(archive, [...inHand.values()], claim).catch(() => {});
    isGivingSign = false;
  };
  const letGo = (channel: string) => {
    inHand.delete(channel);
    if (inHand.size > 0) return;
    clearInterval(signs);
    signs = undefined;
  };

  return {
    take: async delivery => {
      const [channel, key] = [channelKey(delivery), deliveryKey(delivery)];
      if (inHand.has(channel)) return undefined;
      inHand.set(channel, key);
      signs ??= setInterval(giveSign, holdsFor / 3).unref();
      let isTaken = false;
      try {
        isTaken = await claimDelivery(archive, delivery, claim);
      } finally {
        if (!isTaken) letGo(channel);
      }
      if (!isTaken) return undefined;
      return {
        // First where others see it, or what this process takes next would be given back.
        release: () =>
          releaseDelivery(archive, key, claim)
            .catch(() => {})
            .finally(() => letGo(channel)),
      };
    },
    keep: (key, write) => keepWhileHeld(archive, key, claim, write),
  };
};
