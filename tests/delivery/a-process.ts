/** A process that shares an archive with others, and can stand still between any two steps of what it does with it and with the platform. */
import { type Kysely, sql, type TransactionBuilder } from 'kysely';
import type { Archive } from '../../src/archive/archive.ts';
import type { Tables } from '../../src/archive/tables.ts';
import type { Platform } from '../../src/chat/platform.ts';
import type { Clock } from '../../src/delivery/clock.ts';

/** What is awaited after each step, once it is done and before the process hears of it. */
export type Step = () => Promise<void>;

/**
 * The archive as one of several processes has it, on whichever engine.
 * @param clock Of the database. Default: its own.
 */
export const sharedArchive = (archive: Archive, step: Step = async () => {}, clock?: Clock): Archive => ({
  ...archive,
  engine: {
    ...archive.engine,
    isShared: true,
    get clock() {
      return clock === undefined ? archive.engine.clock : sql<number>`cast(${clock.now().getTime()} as bigint)`;
    },
  },
  db: stepwise(archive.db, step),
});

/** A transaction is one step: whoever stands still amid it has nothing kept, and keeps others waiting. */
const stepwise = (db: Kysely<Tables>, step: Step): Kysely<Tables> => {
  const stepping = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await step();
      return result;
    },
  });
  return new Proxy(stepping, {
    get: (target, name) => {
      if (name === 'transaction') return () => thenStep(db.transaction(), step);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

const thenStep = (builder: TransactionBuilder<Tables>, step: Step): TransactionBuilder<Tables> => {
  const execute = builder.execute.bind(builder);
  return Object.assign(builder, {
    execute: async (...given: Parameters<typeof execute>) => {
      const result = await execute(...given);
      await step();
      return result;
    },
  });
};

/** The platform, of whose answers the process hears a step later. */
export const stepwisePlatform = <Payload>(platform: Platform<Payload>, step: Step): Platform<Payload> => ({
  ...platform,
  post: (...call) => platform.post(...call).finally(step),
  find: (...call) => platform.find(...call).finally(step),
});
