/** The language of an answer: that of its source, told by script and by the small words that each language has and no other. */
import { splitSentences } from '../language/sentences.ts';
import { wordsOf } from '../language/words.ts';
import type { AnswerRule } from './answer-rule.ts';

/** Words of a language without those that English, or a text in English, has too. */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    English:
      'the of and to is was were are that which with for from by on at as it its this these those their they not but than when where while into each every only between after before has have had be been an or if because without through over under so both all one two more less who what how',
    German:
      'der das und ist nicht ein eine einen einem einer mit für von auf dem zu werden wird wurde wurden auch sich bei oder aus nach wie über durch als sind hat haben kann im zum zur dass',
    French:
      'le la les des une et est dans pour que qui sur avec par pas sont été cette ces aux ou plus leur ont du au ne se il elle nous vous mais fait',
    Spanish:
      'el los las una y es en para que por con del se su sus como más pero fue son está este esta entre cuando ha han sin sobre lo al',
    Italian:
      'il gli una e è di che per con del della dei delle si non come più ma sono stato questo questa nel nella alla dal anche ha hanno al',
    Portuguese:
      'os uma e é em para que por com do da dos das se não como mais mas foi são este esta entre ao na no pela pelo também tem',
    Dutch:
      'het een van en niet voor met op aan zijn werd worden wordt door naar ook bij uit dat deze dit hun heeft hebben over te',
    Polish: 'i w na z nie się jest do że przez dla jak od oraz które który była było po ich tym to',
    Swedish: 'och att det som en är av för inte med på den till har var ett från kan så vi sina när',
    Danish: 'og det som en er af for ikke med på den til har var et fra kan så der blev',
    Turkish: 'bir ve bu için ile olarak daha çok gibi olan kadar sonra her ancak değil tarafından',
    Romanian: 'și în de la cu pentru este nu care sunt din pe mai fost prin sau au această',
    Czech: 'je na se že v pro jsou s do nebo jako byl byla bylo které který ale tak',
    Indonesian: 'yang dan di untuk dengan dari pada ini itu adalah tidak ke oleh dalam akan atau',
    Finnish: 'ja on ei se että oli joka myös kun mutta ovat sen tai kuin',
    Hungarian: 'és az egy hogy nem van volt meg is ezt csak már mint',
    Vietnamese: 'và của là không được cho trong các một với này đã có',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Words that stand in English texts with another meaning, or in names. */
const ambiguous = new Set(
  'at as so on it to or an in by is be has had over an all no one me do i a e o en la le el de se es is van'.split(' '),
);

const hitsOf = (words: readonly string[], language: string): number => {
  const known = smallWords[language] ?? new Set();
  return words.filter(word => known.has(word) && (language === 'English' || !ambiguous.has(word))).length;
};

const lowerWordsOf = (text: string): readonly string[] => wordsOf(text.normalize('NFKC').toLowerCase());

const languages = Object.keys(smallWords);

/** The language with most small words in `words`; undefined where there is hardly one. */
const languageOf = (words: readonly string[]): string | undefined => {
  const [best] = languages
    .map(language => ({ language, hits: hitsOf(words, language) }))
    .sort((a, b) => b.hits - a.hits);
  return best !== undefined && best.hits >= Math.max(2, leastShare * words.length) ? best.language : undefined;
};

/** Share of its small words that a text has at least. */
const leastShare = 0.06;
/** So many words of prose have at least one small word among them. */
const longestWithout = 14;
/** Long sources tell their language in their beginning. */
const sample = 20_000;

const isForeign = (words: readonly string[], home: string): boolean => {
  const own = hitsOf(words, home);
  const other = Math.max(...languages.filter(language => language !== home).map(language => hitsOf(words, language)));
  return (other >= 2 && other > own) || (own === 0 && words.length >= longestWithout);
};

const scripts: readonly RegExp[] = [
  'Cyrillic',
  'Greek',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
  'Bengali',
  'Tamil',
  'Telugu',
  'Latin',
].map(script => new RegExp(`\\p{sc=${script}}{2,}`, 'gu'));

/** A word of two scripts is a disguise; a Greek letter before a unit or a name is not. */
const mixed =
  /\p{sc=Latin}\p{sc=Cyrillic}|\p{sc=Cyrillic}\p{sc=Latin}|\p{sc=Latin}\p{sc=Greek}\p{sc=Latin}|\p{sc=Latin}{2}\p{sc=Greek}|\p{sc=Greek}{2}\p{sc=Latin}/u;

/** Share of a source's letters that makes its language one of that script; a single name does not. */
const leastOfScript = 0.05;

/** Runs of letters of one script that the source has neither as they stand nor much of. */
const strangersTo = (sourceText: string, text: string, script: RegExp): readonly string[] => {
  const runs = (text.match(script) ?? []).filter(run => !sourceText.includes(run));
  if (runs.length === 0) return [];
  const own = (sourceText.slice(0, sample).match(script) ?? []).join('').length;
  return own >= leastOfScript * Math.min(sourceText.length, sample) ? [] : runs;
};

/** Letters of full width, of mathematics and in circles, which spell a word and are another. */
const disguised = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}\u2460-\u24ff\u{1f100}-\u{1f1ff}]/u;

export const languageRules: readonly AnswerRule[] = [
  {
    fault: 'is in another script than its source',
    isBroken: (text, { sourceText }) =>
      mixed.test(text) ||
      disguised.test(text) ||
      scripts.some(script => strangersTo(sourceText, text, script).length > 0),
  },
  {
    fault: 'is in another language than its source',
    isBroken: (text, { sourceText }) => {
      const home = languageOf(lowerWordsOf(sourceText.slice(0, sample)));
      return home !== undefined && splitSentences(text).some(sentence => isForeign(lowerWordsOf(sentence), home));
    },
  },
];
