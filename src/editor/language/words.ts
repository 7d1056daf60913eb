/** Words and their stems: what two sentences, or a sentence and its article, have in common. */
import { stemmer } from 'stemmer';

const stopWords = new Set(
  `a about above across after again against all almost along already also although always am among an and another any anything are
  around as at away back be became because become been before being below between both but by came can cannot come could did do does
  doing done down during each either else enough etc even ever every everything few first for from further get gets getting go goes
  going gone got had has have having he hence her here hers him his how however i if in including indeed instead into is it its itself
  just keep kept kind last least less let like likely lot made make makes making many may maybe me might mine more most much must my
  near need needs neither never next no nor not nothing now of off often on once one only onto or other others otherwise our ours out
  over own per perhaps put quite rather really s same see seem seen several shall she should simply since so some something soon still
  such t take taken takes than that the their theirs them then there therefore these they thing things this those though through thus
  till to together too toward towards two under until up upon us use used uses using very via want was way ways we well went were what
  whatever when where whether which while who whole whom whose why will with within without would yes yet you your yours
  don doesn didn isn aren wasn weren won wouldn couldn shouldn can hasn haven hadn ain ll ve re d m`
    .split(/\s+/)
    .filter(word => word !== ''),
);

/** The words of a text as they are written; inner dots, hyphens and apostrophes belong to a word (`Node.js`, `at-least-once`). */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+(?:[.'’+-][\p{L}\p{N}_]+)*/gu) ?? [];

/** Lower-case parts of words: hyphens, dots and possessives split off, so that `Google’s` and `real-time` match their parts. */
const partsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The Porter stem of a lower-case word; words of other scripts come back as they are. */
export const stemOf = (word: string): string => stemmer(word);

/** Stems of the words that carry meaning, in order, with repetitions. */
export const contentStems = (text: string): string[] =>
  partsOf(text)
    .filter(part => part.length > 1 && !stopWords.has(part))
    .map(stemOf);

export const isStopWord = (word: string): boolean => stopWords.has(word.toLowerCase());
