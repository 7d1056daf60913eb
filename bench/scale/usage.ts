/** What processes take of the machine, read from Linux's /proc: that of a Postgres is of all its processes. */
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** Of a process, by its id. */
interface ProcessTimes {
  readonly parent: number;
  /** Seconds of the processor, by itself and by its children that have ended. */
  readonly own: number;
  readonly ofEnded: number;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, whose ticks are a hundredth of a second on all Linux. */
const timesOf = (id: number): ProcessTimes | undefined => {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name of the program comes before, which may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      place => fields[place],
    );
    return { parent, own: (user + system) / 100, ofEnded: (endedUser + endedSystem) / 100 };
  } catch {
    return undefined;
  }
};

/** Asks the Postgres at `url` for what reads the seconds of the processor that it took so far. */
export const usageOfPostgres = async (url: string): Promise<() => number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: number }>('select pg_backend_pid() as id');
  const server = timesOf(rows[0]?.id ?? 0)?.parent ?? 0;
  await client.end();
  return () => {
    const processes = readdirSync('/proc').flatMap(name => timesOf(Number(name)) ?? []);
    const own = timesOf(server) ?? { own: 0, ofEnded: 0 };
    return processes
      .filter(({ parent }) => parent === server)
      .reduce((sum, { own }) => sum + own, own.own + own.ofEnded);
  };
};
