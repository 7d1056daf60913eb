/** What the soak tells the bot's process, and what it hears from it. */
import { z } from 'zod';
import { clockSetting } from '../torture/fast-clock.ts';

export const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('steer'), setting: clockSetting }),
  z.object({ kind: z.literal('measure') }),
  z.object({ kind: z.literal('look') }),
]);
export type Order = z.infer<typeof order>;

/** Of a process, in bytes after its garbage was collected, and in numbers. */
const measure = z.object({
  /** What the machine gives it: no bound is held against that, as the allocator keeps what it once had. */
  rss: z.number(),
  heapUsed: z.number(),
  /** Beside the heap: buffers, and what libraries of C keep for objects. */
  external: z.number(),
  /** Sockets, servers, pipes and requests. */
  handles: z.number(),
  /** Open files, in all of the process. */
  descriptors: z.number(),
});
export type Measure = z.infer<typeof measure>;

export const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), measure }),
  /** Which share of the time since the last look it was at work, from 0 to 1. */
  z.object({ kind: z.literal('looked'), atWork: z.number() }),
]);
export type Answer = z.infer<typeof answer>;
