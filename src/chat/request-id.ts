/** The number of what a person asks: whatever is logged of it bears that, and the person can name it to the operator. */
import { randomBytes } from 'node:crypto';

/** Short enough to be read out. */
export const newRequestId = (): string => randomBytes(4).toString('hex');
