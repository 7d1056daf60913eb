/** What the processes of the benchmark say to each other about the time. */
import { z } from 'zod';

/** The keeper of the time to each process: it is `now`, in milliseconds since 1970. */
export const timeTold = z.object({ kind: z.literal('time'), now: z.number() });
export type TimeTold = z.infer<typeof timeTold>;

/** Each process in answer, once it can do nothing before the instant `next`; null where it waits for no time to come. */
export const restTold = z.object({ kind: z.literal('rest'), next: z.number().nullable() });
export type RestTold = z.infer<typeof restTold>;
