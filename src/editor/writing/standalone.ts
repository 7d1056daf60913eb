/** Whether a sentence may stand in a digest at all: what an editor strikes out before the question of worth comes up. */

import { hasAny } from '../language/phrases.ts';
import { isBalanced } from '../language/sentences.ts';
import { faults } from './faults.ts';

const fewestWords = 8;
const mostWords = 48;

/**
 * Why `text` cannot stand in a digest, in words for a person; undefined where nothing is against it. A sentence that
 * only leans on the one before passes: see `leansOnPrevious`.
 */
export const faultOf = (text: string): string | undefined => {
  const words = text.split(' ').length;
  if (words < fewestWords) return 'is too short';
  if (words > mostWords) return 'is too long';
  if (!isBalanced(text)) return 'has half a quotation or bracket';
  return faults.find(({ patterns }) => hasAny(patterns, text))?.name;
};
