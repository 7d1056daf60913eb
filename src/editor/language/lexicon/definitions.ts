/**
 * Definitions: phrases that the dictionary explains a word by, `bring back` for `restore` and `by hand` for `manually`, though
 * it lists them under another meaning. Single words are left out: they are mostly broader than what they explain.
 */
import type { PartOfSpeech } from './dictionary.ts';
import { phraseAt } from './phrases.ts';

const asides = /\([^()]*\)/g;

const tokensOf = (text: string): readonly string[] => text.split(' ').filter(token => token !== '');

/** The explanations of a gloss, each as its words: `give or bring back; "Restore the painting"` has two. Examples are none. */
const explanationsIn = (gloss: string): readonly (readonly string[])[] =>
  gloss
    .split(';')
    .map(part => part.trim())
    .filter(part => !part.startsWith('"'))
    .flatMap(part => part.replace(asides, '').split(' or ').map(tokensOf));

/** The lemmas of the phrases with which a gloss explains a verb, or that are all of an explanation. */
export const phrasesExplaining = (gloss: string, pos: PartOfSpeech): readonly string[] =>
  explanationsIn(gloss).flatMap(tokens => {
    const phrase = phraseAt(tokens, 0);
    return phrase && (pos === 'verb' || phrase.places.length === tokens.length) ? [phrase.lemma] : [];
  });
