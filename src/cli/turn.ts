/** The right to make and deliver the editions of an archive, which one process has at a time; another waits for its turn. */
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { DeliveryLock } from '../archive/delivery-lock.ts';

export interface TurnOptions {
  readonly archive: Pick<Archive, 'acquireDeliveryLock'>;
  /** Where the archive is, for people. */
  readonly location: string;
  readonly logger: Logger;
}

export interface Turn {
  /** Whether this process has the right. It keeps it to its very end: a call that was let go may still take effect. */
  hasCome(): boolean;
  /** Resolves once it has. */
  readonly come: Promise<void>;
  /**
   * Looks whether it can have it now.
   * @throws ArchiveError `unwritable`.
   */
  attempt(): Promise<void>;
}

export const createTurn = ({ archive, location, logger }: TurnOptions): Turn => {
  const { promise: come, resolve } = Promise.withResolvers<void>();
  let lock: DeliveryLock | undefined;
  let isWaiting = false;
  return {
    hasCome: () => lock !== undefined,
    come,
    attempt: async () => {
      lock ??= await archive.acquireDeliveryLock();
      if (lock !== undefined) {
        if (isWaiting) logger.info(`The other process has ended: this one delivers from ${location} now.`);
        isWaiting = false;
        resolve();
        return;
      }
      if (isWaiting) return;
      isWaiting = true;
      logger.warn(
        `Another process delivers from ${location}: this one answers look-ups, and makes and posts nothing until that one ends.`,
      );
    },
  };
};
