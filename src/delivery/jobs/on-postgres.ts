/**
 * Jobs of all processes that share a Postgres, kept there by pg-boss (https://pgboss.io): whoever has room fetches what waits,
 * holds it by giving signs of life, and who dies loses it to another.
 */
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { withPostgresErrors } from '../../archive/postgres-errors.ts';
import { archiveText } from '../../edition/archive-address.ts';
import { second } from '../../edition/duration.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createTurns } from './in-turn.ts';
import type { Ask, DeadLetter, Depth, JobKind, Jobs, Limits, Work } from './jobs.ts';
import { type Line, openLine } from './line.ts';
import { orderedIds } from './ordered-ids.ts';
import { errorTold } from './told.ts';

export interface PostgresJobsOptions {
  readonly postgresUrl: string;
  /** By which the process is known to the others, as its role. Absent: it only looks, and nobody is told of it. */
  readonly name?: string;
  /** Is told what fails: the database mostly, which is asked again. */
  readonly tell: (error: unknown) => void;
  /** Seconds without a sign of life after which others may take what a process has in hand. At least 10. */
  readonly lease?: number;
  /** By which it waits until it looks for work again. Default: that of the machine. */
  readonly clock?: Clock;
}

/** A process that does jobs, or could. */
export interface Instance {
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

export interface PostgresJobs extends Jobs {
  /** Those that are alive. */
  instances(): Promise<readonly Instance[]>;
}

/** Connections of one process, beside those of the archive. */
const connections = 4;
/** And for taking jobs. */
const turnConnections = 2;
/** Seconds between looks for what the dead have left. */
const lookForDead = 5;
/** Seconds that what is done is kept. */
const keepDone = 600;
/** Seconds that a dead letter is kept. */
const keepDead = 14 * 24 * 3600;

/** @throws ArchiveError, as does all that it makes, where the database cannot be reached or does not let us in. */
export const openPostgresJobs = async (options: PostgresJobsOptions): Promise<PostgresJobs> => {
  const { postgresUrl, name, lease = 30, clock = systemClock } = options;
  const inWords = <Done>(run: () => Promise<Done>): Promise<Done> => withPostgresErrors(archiveText(options), run);
  const tell = (error: unknown): void => void inWords(() => Promise.reject(errorTold(error))).catch(options.tell);
  const insertion = insertionBy(clock);
  const boss = new PgBoss({
    connectionString: postgresUrl,
    application_name: `digest jobs ${name ?? ''}`.trim(),
    max: connections,
    schedule: false,
    supervise: name !== undefined,
    registerInstance: name !== undefined,
    ...(name !== undefined && { instanceName: name }),
    instanceHeartbeatSeconds: 10,
    superviseIntervalSeconds: lookForDead,
    monitorIntervalSeconds: lookForDead,
    openTelemetry: { enabled: false },
  });
  boss.on('error', tell);
  const turns = createTurns(postgresUrl, turnConnections);
  await inWords(() => boss.start({ attempts: name === undefined ? 1 : 5 }));

  const queues = new Map<string, Promise<void>>();
  const lines: Line[] = [];
  let isStopped = false;

  const open = async <Data>(kind: JobKind<Data>): Promise<void> => {
    const dead = deadOf(kind.name);
    await boss.createQueue(dead, { retentionSeconds: keepDead });
    const settings = {
      retryLimit: kind.retries,
      retryDelay: kind.pause.first / second,
      retryBackoff: true,
      retryDelayMax: kind.pause.longest / second,
      heartbeatSeconds: lease,
      // The signs of life tell; how long a job may take is for the job to say.
      expireInSeconds: 24 * 3600 - 1,
      deleteAfterSeconds: keepDone,
    };
    await boss.createQueue(kind.name, { policy: 'exclusive', deadLetter: dead, ...settings });
    await boss.updateQueue(kind.name, settings);
  };
  const opened = async <Data>(kind: JobKind<Data>): Promise<string> => {
    const opening = queues.get(kind.name) ?? open(kind);
    queues.set(kind.name, opening);
    // What failed is tried anew the next time.
    opening.catch(() => queues.delete(kind.name));
    await inWords(() => opening);
    return kind.name;
  };
  const wake = (name: string): void => {
    for (const line of lines) if (line.name === name) line.wake();
  };

  const rows = async <Row>(row: z.ZodType<Row>, statement: string, values: unknown[] = []): Promise<Row[]> =>
    z.array(row).parse((await inWords(() => boss.getDb().executeSql(statement, values))).rows);

  return {
    ask: async (kind, wanted) => {
      if (wanted.length === 0) return;
      const queue = await opened(kind);
      await inWords(() => boss.insert(queue, wanted.map(insertion)));
      wake(queue);
    },
    askNow: async (kind, wanted) => {
      const queue = await opened(kind);
      const { id: _, data, singletonKey, ...rest } = insertion(wanted);
      const settings = { ...rest, singletonKey, startAfter: new Date(0), priority: urgent };
      await inWords(() => boss.upsert(queue, data, settings));
      wake(queue);
    },
    work: <Data>(kind: JobKind<Data>, work: Work<Data>, limits: Limits = {}) => {
      if (isStopped) return;
      lines.push(
        openLine({ boss, turns, kind, work, limits, lease, clock, tell, opened: () => opened(kind), insertion }),
      );
    },
    depths: async () => {
      const found = await rows(depthRow, depthStatement);
      return found.map(
        ({ name: kind, waiting, inHand, oldest }): Depth => ({
          kind,
          waiting,
          inHand,
          ...(oldest !== null && { oldest: oldest.toISOString() }),
        }),
      );
    },
    deadLetters: async () => {
      const found = await rows(deadRow, deadStatement);
      return found.map(
        ({ kind, data, since, reason }): DeadLetter => ({
          kind,
          ...data,
          reason: reason ?? 'It failed, and did not say why.',
          since: since.toISOString(),
        }),
      );
    },
    revive: async () => {
      let revived = 0;
      for (const { name: queue } of await inWords(() => boss.getQueues())) {
        if (queue.endsWith(deadSuffix)) revived += await inWords(() => boss.redrive(queue));
      }
      return revived;
    },
    instances: async () =>
      (await inWords(() => boss.getInstances())).flatMap(({ live, name: known, host, pid, startedOn }) =>
        live ? [{ name: known ?? '', host, pid, since: startedOn.toISOString() }] : [],
      ),
    stop: async () => {
      isStopped = true;
      await Promise.all(lines.map(line => line.stop()));
      await boss.stop({ graceful: false });
      await turns.close();
    },
  };
};

const urgent = 10;
const deadSuffix = '-dead';
const deadOf = (name: string): string => `${name}${deadSuffix}`;

/** Those of a group are begun by their ids. */
const nextId = orderedIds();

/** As pg-boss has it. The key is kept in the data as well, as a dead letter has no other. */
const insertionBy =
  (clock: Clock) =>
  <Data>({ key, data, group, notBefore }: Ask<Data>) => ({
    id: nextId(),
    data: { key, data },
    singletonKey: key,
    ...(group !== undefined && { group: { id: group.id, tier: String(group.most) } }),
    ...(notBefore !== undefined && notBefore > clock.now() && { startAfter: notBefore }),
  });

const depthStatement = `
  select q.name,
    cast(count(*) filter (where j.state < 'active') as int) as waiting,
    cast(count(*) filter (where j.state = 'active') as int) as "inHand",
    min(j.start_after) filter (where j.state < 'active' and j.start_after <= now()) as oldest
  from pgboss.queue q left join pgboss.job j on j.name = q.name
  where q.dead_letter is not null group by q.name order by q.name`;
const depthRow = z.object({ name: z.string(), waiting: z.int(), inHand: z.int(), oldest: z.date().nullable() });

const deadStatement = `
  select source_name as kind, data, created_on as since,
    coalesce(source_output->>'message', source_output->'value'->>'message', source_output->>'value') as reason
  from pgboss.job where source_name is not null and name = source_name || '${deadSuffix}' and state = 'created'
  order by created_on`;
const deadRow = z.object({
  kind: z.string(),
  data: z.object({ key: z.string(), data: z.unknown() }),
  since: z.date(),
  reason: z.string().nullable(),
});
