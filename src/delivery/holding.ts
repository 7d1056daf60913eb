/** How a process makes sure that what it carries is carried by no other: where several share an archive, by holding it. */
import { randomUUID } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import { beginSending, type Claim, claimDelivery, keepClaims, releaseDelivery } from '../archive/claims.ts';
import { markSending, type PartIdentity } from '../archive/parts.ts';
import { minute } from '../edition/duration.ts';

export interface Holding {
  /** Takes a delivery, by its key; undefined where another process holds it, or it is not planned. */
  take(key: string): Promise<Held | undefined>;
  /**
   * To be kept before the call to the platform.
   * @param at An instant.
   * @throws ArchiveError `not-found` where the part is no longer planned, `taken` where another took the delivery over.
   */
  beginSending(part: PartIdentity, at: string): Promise<void>;
}

export interface Held {
  /** Lets others have it. */
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
  beginSending: (part, at) => markSending(archive, part, at),
});

const sharedHolding = (archive: Archive, holdsFor: number): Holding => {
  const claim: Claim = { holder: randomUUID(), holdsFor };
  let held = 0;
  let signs: NodeJS.Timeout | undefined;
  // A sign that cannot be given is no failure yet: it is given again, and the ledger refuses what was taken meanwhile.
  const giveSign = () => void keepClaims(archive, claim).catch(() => {});
  return {
    take: async key => {
      if (!(await claimDelivery(archive, key, claim))) return undefined;
      held += 1;
      signs ??= setInterval(giveSign, holdsFor / 3).unref();
      return {
        release: async () => {
          held -= 1;
          if (held === 0) {
            clearInterval(signs);
            signs = undefined;
          }
          await releaseDelivery(archive, key, claim);
        },
      };
    },
    beginSending: (part, at) => beginSending(archive, part, claim, at),
  };
};
