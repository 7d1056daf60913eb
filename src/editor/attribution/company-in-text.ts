/** The company that a text is about, by how often and how early it is named. */
import { type Mention, namesIn } from './company-mentions.ts';
import type { Finding } from './finding.ts';
import type { Teller } from './tellers.ts';

/** Named less often, a company is an example. */
const fewest = 3;
/** A runner-up named half as often makes the text one on both. */
const lead = 2;

/** Shorter than this, in characters, a block is a byline or a subtitle, and the first paragraph is yet to come. */
const shortestParagraph = 120;

const openingOf = (text: string): string => {
  const blocks = text.split('\n');
  const paragraph = blocks.findIndex(block => block.length >= shortestParagraph);
  return blocks.slice(0, paragraph < 0 ? 1 : paragraph + 1).join('\n');
};

const tally = (text: string, { company, kind }: Teller): Map<string, number> => {
  const counts = new Map<string, number>();
  const counted = ({ kind: is, ordinary }: Mention): boolean =>
    !ordinary && is !== 'product' && (is === 'company' || kind === 'news');
  for (const mention of namesIn(text)) {
    if (mention.company !== company && counted(mention)) {
      counts.set(mention.company, (counts.get(mention.company) ?? 0) + 1);
    }
  }
  return counts;
};

/** @returns the one company that opens the text and is named in it far more often than any other */
export const companyInText = (text: string, teller: Teller): Finding | undefined => {
  const [first, second] = [...tally(text, teller)].sort(([, a], [, b]) => b - a);
  if (!first) return undefined;
  const [name, count] = first;
  if (count < fewest || count < lead * (second?.[1] ?? 0) || !tally(openingOf(text), teller).has(name))
    return undefined;
  return {
    name,
    reason: `the text opens with ${name} and names it ${count} times, more than twice as often as the next`,
  };
};
