/** What a worker of the benchmark is told, and what it tells. */
import { z } from 'zod';

/** To a process, before the morning. */
export const order = z.object({
  kind: z.literal('order'),
  postgresUrl: z.string(),
  /** Whether it looks each minute what is due, and asks for it. */
  plans: z.boolean(),
  /** Whether it brings what is asked for. */
  carries: z.boolean(),
  apiUrl: z.string(),
  /** Of the workspaces that are rate-limited, whose calls go elsewhere. */
  limited: z.object({ apiUrl: z.string(), workspaces: z.array(z.string()) }),
  slow: z.array(z.string()),
});
export type Order = z.infer<typeof order>;

/** From a process that has done what it does before the morning: it waits for the time. */
export const ready = z.object({ kind: z.literal('ready') });
export type Ready = z.infer<typeof ready>;

/** To a process: its work is done. */
export const stop = z.object({ kind: z.literal('stop') });
export type Stop = z.infer<typeof stop>;

/** From a process at its end. */
export const usage = z.object({
  kind: z.literal('usage'),
  /** Seconds of the processor, from when it was ready. */
  processor: z.number(),
  /** Megabytes of its memory at the most. */
  memory: z.number(),
  renderings: z.number(),
  /** What went wrong and was tried again, in sentences. */
  troubles: z.array(z.string()),
});
export type Usage = z.infer<typeof usage>;
