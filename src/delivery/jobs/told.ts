/** What pg-boss tells of what failed in the background: at times not the error, but an object with what was in it. */
import pg from 'pg';
import { z } from 'zod';

const flattened = z.object({ message: z.string(), code: z.string().optional(), severity: z.string().optional() });

/** The error again, so that it is told in words like any other: a server's has a severity. What is none is left as it is. */
export const errorTold = (told: unknown): unknown => {
  const { data } = flattened.safeParse(told);
  if (told instanceof Error || data === undefined) return told;
  const { message, code, severity } = data;
  const error = severity === undefined ? new Error(message) : new pg.DatabaseError(message, message.length, 'error');
  return Object.assign(error, { code });
};
