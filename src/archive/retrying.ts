/** On a server many write at a time. Of transactions that wait for each other it undoes one, which is then tried again. */
import { Kysely, type Transaction, type TransactionBuilder } from 'kysely';
import { ArchiveError } from './archive-error.ts';

/** Each try lets others go on, so that more than a few have a cause that no try mends. */
const mostTries = 5;

/** A deadlock, and a write over what another wrote meanwhile: nothing is left of the transaction, and it may well succeed now. */
const conflicts: readonly unknown[] = ['40P01', '40001'];

/** Runs `run`, and again where the server undid it for the sake of others. */
export const retryConflicts = async <Result>(run: () => Promise<Result>): Promise<Result> => {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries === mostTries || !isConflict(error)) throw error;
    }
  }
};

const isConflict = (error: unknown): boolean =>
  error instanceof ArchiveError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  conflicts.includes(error.cause.code);

/** Its transactions, with no other isolation than that of the engine, are run again after a conflict. What they do outside of the database is done again too. */
export class RetryingKysely<Schema> extends Kysely<Schema> {
  override transaction(): TransactionBuilder<Schema> {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    return Object.assign(builder, {
      execute: <Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result> =>
        retryConflicts(() => execute(work)),
    });
  }
}
