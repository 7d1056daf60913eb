/** All attempts: each is the page of a story with one attack in it. */
import type { Attempt } from './attempt.ts';
import { disguisedAttempts } from './attempts-disguised.ts';
import { hiddenAttempts } from './attempts-hidden.ts';
import { plainAttempts } from './attempts-plain.ts';

export const attempts: readonly Attempt[] = [...hiddenAttempts, ...disguisedAttempts, ...plainAttempts];
