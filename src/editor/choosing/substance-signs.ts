/** The signs by which an engineering post is told from a press note: what to look for, and how much each counts. */
import { phraseSource, phraseWithin, wholeWords } from '../../edition/phrase-notation.ts';
import { actions, deeds, ownThings, problems, reasoning, tellers } from './engineering-phrases.ts';
import { countedThings, magnitudes, moneyMagnitudes, units } from './measure-phrases.ts';
import { events, marketing, recordingTitles, roundUpTitles } from './notice-phrases.ts';
import { announcements, chiefs, finance, peopleNews, pressTitles, sayings } from './press-phrases.ts';
import { countTechnicalWords } from './technical-words.ts';
import { technologies } from './technology-names.ts';

/** A sign that is looked for in the text, or in the headline alone. */
export interface Sign {
  /** As a reader of `--explain` sees it. */
  readonly name: string;
  readonly where: 'title' | 'text';
  /** How many different forms of the sign a text has. */
  readonly count: (text: string) => number;
  /** As many in a text of 300 words make the sign plain; fewer count in proportion. */
  readonly enough: number;
  /** What a plain sign adds to the score of 0 to 1. */
  readonly weight: number;
}

const distinct = ({ source, flags }: RegExp) => {
  const pattern = new RegExp(source, `${flags}g`);
  return (text: string): number => new Set(text.match(pattern)?.map(match => match.toLowerCase())).size;
};

const phrases = (list: string) => distinct(phraseWithin(list));

/** "1,200.5"; bounded, so that no text makes it slow. */
const figure = String.raw`\d[\d,.]{0,14}`;

const measurements = wholeWords(
  [
    String.raw`${figure}[ \u00a0-]?${phraseSource(units)}`,
    `${figure}(?: ${phraseSource(magnitudes)})? ${phraseSource(countedThings)}`,
    String.raw`p(?:50|9\d(?:\.\d+)?)`,
  ].join('|'),
);

const engineersVoice = wholeWords(
  `${phraseSource(tellers)} ${phraseSource(deeds)}|${phraseSource('{our/the} [*]')} ${phraseSource(ownThings)}`,
);

const identifiers = new RegExp(
  [
    String.raw`\b[a-z]+_[a-z_]+\b`, // snake_case
    String.raw`\b(?!i[A-Z]|e[A-Z]|macOS)[a-z]{2,}[A-Z][a-z]\w*\b`, // camelCase, not iPhone
    String.raw`\b\w+\(\)`, // call()
    String.raw`(?<=\s)--[a-z][a-z-]+`, // --flag
    String.raw`(?<=\s)\/[a-z]{3,}(?=\s)`, // /command
    String.raw`\bv?\d+\.\d+(?:\.\d+)?\b(?!%)`, // v1.2.3
  ].join('|'),
);

/** Lines that end as statements do, or begin as a prompt, a declaration, a query or a tag. */
const code =
  /^(?:.*[;{}]|[ \t]*(?:\$|>>>|import |from |def |fn |func |const |let |var |class |SELECT |CREATE |#include|<\/?\w).*)$/m;

const executivesQuoted = wholeWords(
  [
    String.raw`${phraseSource(sayings)}[^.\n]{0,80} ${phraseSource(chiefs)}`,
    String.raw`${phraseSource(chiefs)}[^.\n]{0,60} ${phraseSource(sayings)}`,
    String.raw`[”"],? ${phraseSource(sayings)} (?:\p{Lu}|our|the)[^.\n]{0,40}`,
  ].join('|'),
);

const moneyMatters = wholeWords(`${phraseSource(finance)}|[$€£]${figure} ?${phraseSource(moneyMagnitudes)}`);

/** Everything that is looked for, the signs of an engineering post first. */
export const signs: readonly Sign[] = [
  { name: 'technical vocabulary', where: 'text', count: countTechnicalWords, enough: 18, weight: 0.4 },
  { name: 'says how and why', where: 'text', count: phrases(reasoning + actions), enough: 6, weight: 0.15 },
  { name: 'problems and trade-offs', where: 'text', count: phrases(problems), enough: 5, weight: 0.15 },
  { name: 'figures with units', where: 'text', count: distinct(measurements), enough: 3, weight: 0.1 },
  { name: 'named technologies', where: 'text', count: phrases(technologies), enough: 5, weight: 0.1 },
  { name: 'identifiers', where: 'text', count: distinct(identifiers), enough: 3, weight: 0.05 },
  { name: 'told by engineers', where: 'text', count: distinct(engineersVoice), enough: 3, weight: 0.1 },
  { name: 'code', where: 'text', count: distinct(code), enough: 4, weight: 0.05 },
  { name: 'announcement', where: 'text', count: phrases(announcements), enough: 3, weight: -0.3 },
  { name: 'marketing', where: 'text', count: phrases(marketing), enough: 4, weight: -0.25 },
  { name: 'event', where: 'text', count: phrases(events), enough: 4, weight: -0.3 },
  { name: 'news of people and awards', where: 'text', count: phrases(peopleNews), enough: 4, weight: -0.25 },
  { name: 'executives quoted', where: 'text', count: distinct(executivesQuoted), enough: 2, weight: -0.2 },
  { name: 'finance', where: 'text', count: distinct(moneyMatters), enough: 4, weight: -0.3 },
  { name: 'round-up', where: 'title', count: phrases(roundUpTitles), enough: 1, weight: -0.1 },
  { name: 'recording', where: 'title', count: phrases(recordingTitles), enough: 1, weight: -0.15 },
  { name: 'headline of a press note', where: 'title', count: phrases(pressTitles), enough: 1, weight: -0.1 },
];
