/** Sentences of an article as a modest model would put them: one that can stand alone, shorter, and in the third person. */
import { splitSentences } from '../../../../src/editor/language/sentences.ts';

const leadIn =
  /^(?:However|Moreover|Furthermore|Additionally|In addition|As a result|For example|For instance|In fact|Instead|Today|Then|Therefore|Finally|Also|But|And|So|Of course|In practice|In short|Still|Nevertheless),?\s+/;

/** `we` as a name for the team, where the verb is the same for it: past tense, and a few auxiliaries. */
const byTheTeam = (sentence: string): string =>
  sentence
    .replace(
      /\bWe(?= (?:\w+ed|built|made|found|chose|wrote|ran|saw|took|kept|began|knew|had|could|can|will|would|did)\b)/g,
      'The team',
    )
    .replace(
      /\bwe(?= (?:\w+ed|built|made|found|chose|wrote|ran|saw|took|kept|began|knew|had|could|can|will|would|did)\b)/g,
      'the team',
    )
    .replace(/\b([Ww])e were\b/g, (_, letter: string) => (letter === 'W' ? 'The team was' : 'the team was'));

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const shortened = (sentence: string): string =>
  capitalised(
    sentence
      .replace(leadIn, '')
      .replace(/\s*\([^()]*\)/g, '')
      .replace(/\s+([,.])/g, '$1'),
  );

const wordCount = (sentence: string): number => sentence.split(/\s+/).length;

/** Speaks to somebody, of the speaker, or of what stood before. */
const leans =
  /\b(?:I|we|We|us|our|Our|you|You|your|Your|my|let’s|Let’s)\b|^(?:It|This|These|That|Those|They|Such|Here|There|He|She|If|When|While|Because|Then|Yes|No|Not|Start|Use|Try|Note|See|Let|Read|Join|Make|Take|Give)\b|originally published|[?!:]$|https?:|@|[“”"`]/;

const isProse = (sentence: string): boolean =>
  /^\p{Lu}.*[.]$/su.test(sentence) && wordCount(sentence) >= 8 && wordCount(sentence) <= 38 && !leans.test(sentence);

export interface Condensed {
  readonly text: string;
  /** From 0 for the first of the article to 1. */
  readonly place: number;
}

/** What of `text` can be told so, in its order. */
export const condensed = (text: string): readonly Condensed[] => {
  const sentences = text.split('\n').flatMap(splitSentences);
  return sentences.flatMap((sentence, nth) => {
    const told = shortened(byTheTeam(sentence));
    return isProse(told) ? { text: told, place: nth / sentences.length } : [];
  });
};
