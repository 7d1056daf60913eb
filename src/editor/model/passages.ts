/**
 * Cuts a long article to what a model can read, by passages and not at the end: what is central to the article, speaks of
 * its title, or tells a problem, an approach, a trade-off or a lesson stays, in the article's order.
 */
import { facetNames } from '../../edition/edition.ts';
import { splitSentences } from '../language/sentences.ts';
import { contentStems } from '../language/words.ts';
import { lexRank, vectorsOf } from '../writing/centrality.ts';
import { cueStrengths } from '../writing/roles.ts';
import { tokensOf } from './tokens.ts';

/** Stands where passages are left out. */
export const gap = '[…]';

/** Tokens of a passage, a paragraph or two: of longer ones fewer fit that tell a facet. */
const usualPassage = 150;
/** Ranking is quadratic in the number of passages, so those of a very long article are longer. */
const mostPassages = 400;
/** A passage may take at most this share of the room, so that there is a choice. */
const largestShare = 1 / 8;
/** What a small room makes of a boundless article beyond this many passages is not read: it would take minutes to rank. */
const furthestPassage = 1000;

/** Less than this has no room for a few sentences. */
const leastRoom = 50;

const weightOfTitle = 1;
/** For each facet that the passage has plain words for, of which there are up to four. */
const weightOfCue = 0.5;
/** Strength of a cue from which on a sentence says plainly what it tells. */
const plainCue = 2;

/** Neighbours put together as long as they have no more than `most` tokens. */
const gather = (parts: readonly string[], most: number, separator: string): readonly string[] => {
  const gathered: string[] = [];
  let size = 0;
  for (const part of parts) {
    const grown = size + tokensOf(separator) + tokensOf(part);
    const isNeighbour = gathered.length > 0 && grown <= most;
    gathered.push(isNeighbour ? `${gathered.pop()}${separator}${part}` : part);
    size = isNeighbour ? grown : tokensOf(part);
  }
  return gathered;
};

/** At white space where there is any. A character has at most four bytes, which are two tokens. */
const slicesOf = (text: string, most: number): readonly string[] => {
  const further = Math.max(1, Math.floor(most / 2)) - 1;
  return text.match(new RegExp(`\\S.{0,${further}}(?!\\S)|\\S.{0,${further}}`, 'gsu')) ?? [];
};

/** A block of more than `most` tokens in several, at the ends of sentences where it has such. */
const blocksFrom = (block: string, most: number): readonly string[] => {
  if (tokensOf(block) <= most) return [block];
  const sentences = splitSentences(block).flatMap(sentence =>
    tokensOf(sentence) <= most ? [sentence] : slicesOf(sentence, most),
  );
  return gather(sentences, most, ' ');
};

const passagesOf = (text: string, most: number): readonly string[] => {
  const blocks = text.split('\n').filter(block => block.trim() !== '');
  return gather(
    blocks.flatMap(block => blocksFrom(block, most)),
    most,
    '\n',
  ).slice(0, furthestPassage);
};

/** The facets that the passage has plain words for. */
const cuesIn = (passage: string): number => {
  const strengths = passage.split('\n').flatMap(splitSentences).map(cueStrengths);
  return facetNames.filter(name => strengths.some(strength => strength[name] >= plainCue)).length;
};

/** What each passage is worth: how central it is, the share of the title that it repeats, and what it tells. */
const ranksOf = (passages: readonly string[], title: string): readonly number[] => {
  const stems = passages.map(contentStems);
  const subject = new Set(contentStems(title));
  const centrality = lexRank(vectorsOf(stems));
  return passages.map((passage, index) => {
    const repeated = subject.intersection(new Set(stems[index])).size / Math.max(1, subject.size);
    return (centrality[index] ?? 0) + weightOfTitle * repeated + weightOfCue * cuesIn(passage);
  });
};

/** Indexes in the order of their worth, the first passage before all others: it says what the article is about. */
const inOrderOfWorth = (ranks: readonly number[]): readonly number[] =>
  ranks
    .map((rank, index) => ({ index, rank: index === 0 ? Number.POSITIVE_INFINITY : rank }))
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .map(({ index }) => index);

const withGaps = (passages: readonly string[], kept: ReadonlySet<number>): string =>
  passages
    .flatMap((passage, index) => {
      if (kept.has(index)) return passage;
      return index === 0 || kept.has(index - 1) ? gap : [];
    })
    .join('\n');

/**
 * @param room tokens that the result may have at most, by `tokensOf`
 * @returns the text as it is where it fits; else the passages of most worth that fit, in their order, `[…]` for what is
 * left out between them. Empty where there is no room for a few sentences.
 */
export const fitToRoom = ({ title, text }: { readonly title: string; readonly text: string }, room: number): string => {
  const whole = tokensOf(text);
  if (whole <= room) return text;
  if (room < leastRoom) return '';
  const passages = passagesOf(text, Math.min(Math.max(usualPassage, whole / mostPassages), room * largestShare));
  const kept = new Set<number>();
  let left = room - tokensOf(`${gap}\n`);
  for (const index of inOrderOfWorth(ranksOf(passages, title))) {
    // With the gap that may follow it; sums of parts are never less than the whole, since each is rounded up.
    const price = tokensOf(`${passages[index]}\n${gap}\n`);
    if (price > left) continue;
    kept.add(index);
    left -= price;
  }
  return kept.size === 0 ? '' : withGaps(passages, kept);
};
