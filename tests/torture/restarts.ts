/** The server of the archive, which is restarted while the workers are at work. */
import { ArchiveError } from '../../src/archive/archive-error.ts';
import type { PostgresServer } from '../postgres/server.ts';

export interface Restarts {
  /** Stops it and starts it again, one time after the other. */
  again(): void;
  /** As `look` does, once the server is up. */
  whileUp<Result>(look: () => Promise<Result>): Promise<Result>;
  /** How often it was restarted. Resolves once it is up. */
  done(): Promise<number>;
}

export const createRestarts = (server: PostgresServer | undefined): Restarts => {
  let count = 0;
  let up: Promise<void> = Promise.resolve();
  return {
    again: () => {
      if (server === undefined) return;
      count += 1;
      up = up.then(() => server.stop()).then(() => server.start());
    },
    whileUp: async look => {
      for (;;) {
        await up;
        try {
          return await look();
        } catch (error) {
          if (!(error instanceof ArchiveError && error.code === 'unreachable')) throw error;
        }
      }
    },
    done: async () => {
      await up;
      return count;
    },
  };
};
