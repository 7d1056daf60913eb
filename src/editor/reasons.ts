/** The reasons of a decision that quote what is the operator's own business, and what other readers are told in their place. */
import type { GroundedSentence } from '../edition/edition.ts';

const failed = 'the writer failed: ';
const dropped = 'dropped “';
const toModel = 'left out, since it speaks to a model: “';

/** An error may name a server of the operator's. */
export const writerFailed = (error: unknown): string =>
  failed + (error instanceof Error ? error.message : String(error));

/** A sentence without support may claim anything. */
export const sentenceDropped = ({ sentence, missing }: Pick<GroundedSentence, 'sentence' | 'missing'>): string =>
  `${dropped}${sentence}”: not in the article: ${missing.join(', ')}`;

/** Words that speak to a model may speak to that of a reader too. */
export const leftOutForModels = (text: string): string => `${toModel}${text}”`;

const told: readonly (readonly [opening: string, told: string])[] = [
  [failed, 'the writer failed'],
  [dropped, 'a sentence was dropped that the article does not support'],
  [toModel, 'words were left out that speak to a model'],
];

/** A reason as anybody may read it. */
export const reasonForReaders = (reason: string): string =>
  told.find(([opening]) => reason.startsWith(opening))?.[1] ?? reason;
