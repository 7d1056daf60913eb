/** How much of a model's window is left for data, once the prompt around it and the answer have their part. */
import type { Prompt } from './question.ts';
import { tokensOf } from './tokens.ts';

/** Tokens that are kept free for an answer, of which a model that thinks first says a fraction. */
const usualAnswer = 4096;
/** In a small window an answer has less: the article is worth more than room for thoughts. */
const shareOfAnswer = 1 / 4;

/** @returns tokens, fewer than none where `prompt` alone is too long for the window and an answer */
export const roomBeside = ({ system, user }: Prompt, window: number): number =>
  window - Math.ceil(Math.min(usualAnswer, window * shareOfAnswer)) - tokensOf(system) - tokensOf(user);
