/** Doubled denials: whoever says that something is not done without a warning, or is not independent, says that it is so. */
import { areContrary, isAdjective } from '../language/lexicon.ts';

const pattern = /\b((?:not|never) )(?:(without)|(?:in|un|im|ir)(\p{Ll}{4,}))(?!\p{L})/gu;

/** The text with what is denied twice asserted, each word where it was. */
export const undoubled = (text: string): string =>
  text.replace(pattern, (doubled: string, denier: string, without: string | undefined, positive = '') => {
    if (without !== undefined) return `${' '.repeat(denier.length)}${'with'.padEnd(without.length)}`;
    const isTurned = isAdjective(positive) && areContrary(positive, doubled.slice(denier.length));
    return isTurned ? positive.padStart(doubled.length) : doubled;
  });
