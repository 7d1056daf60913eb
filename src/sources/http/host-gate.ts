/** Good manners towards servers: one request at a time for each host, and a bounded number over all. */
import PQueue from 'p-queue';

/** Runs `task` once no other task for `host` is running and there is room. */
export type HostGate = <Result>(host: string, task: () => Promise<Result>) => Promise<Result>;

export function createHostGate(concurrency: number): HostGate {
  const overall = new PQueue({ concurrency });
  const hosts = new Map<string, PQueue>();
  return async (host, task) => {
    const queue = hosts.get(host) ?? new PQueue({ concurrency: 1 });
    hosts.set(host, queue);
    try {
      // The host first: a task that waits for its host must not hold a place that another host could use.
      return await queue.add(() => overall.add(task));
    } finally {
      if (queue.size === 0 && queue.pending === 0) hosts.delete(host);
    }
  };
}
