/**
 * Frames: turns of phrase that say the contrary of each other of whatever they are put around: `still` and `no longer`, `not
 * all` and `all`, `even if` and `unless`. A sentence that has one of them, where the article puts the other around the same
 * words, is turned, although it denies no word that the article asserts.
 */
import type { ArticleIndex } from './article-index.ts';
import { isNegative } from './negations.ts';
import type { Word } from './reading.ts';
import { fewestOthers, isAligned, sentencesLike, shareOf, wordsAround } from './surroundings.ts';

const turn = (texts: string): RegExp => new RegExp(`(?<= )(?:${texts})(?= )`, 'g');

interface Frame {
  readonly own: RegExp;
  readonly contrary: RegExp;
  /** A sentence that has one of these too says nothing contrary; `contrary`, if not told. */
  readonly beside?: RegExp;
  /** How much of what is said with the one has to be said with the other, behind it or in its clause. */
  readonly behind?: number;
  readonly within?: number;
  /** Whether nothing else in that clause may be negative. */
  readonly plain?: boolean;
}

const lasting = turn('still');
const sole = turn('(?<!not )only|solely|exclusively|alone|no other|nothing else|nowhere else|nobody else');
const notSole = turn('(?:not|never) (?:only|just|solely|exclusively|confined|limited|restricted|reserved)');
const whole = turn('(?<!not )(?:all|every|each|always|everyone|everybody)');
const notWhole = turn('not (?:all|every|each|always|both|everyone|everybody)');
const something = turn('something');
const nothing = turn('nothing');

const frames: readonly Frame[] = [
  { own: lasting, contrary: turn('no longer|not any more|until now|up to now') },
  { own: turn('no longer|not any more'), contrary: lasting },
  { own: sole, contrary: notSole },
  { own: notSole, contrary: sole },
  { own: whole, contrary: notWhole, behind: 0.55 },
  { own: notWhole, contrary: whole, behind: 0.55 },
  { own: something, contrary: nothing, behind: 0.55 },
  { own: nothing, contrary: something, behind: 0.55 },
  {
    own: turn('without|even (?:if|when|where|before)|regardless of|whether or not'),
    contrary: turn('until|unless|only (?:if|when|where|after|once|then|with)'),
    beside: turn('before|until|unless|only'),
    behind: 0.55,
  },
  {
    own: turn('(?:not|never) (?:be )?(?:free|able|allowed|permitted|let|allow|permit)|not even'),
    contrary: turn(
      'may|can|free|pass|passes|whichever|whatever|lets|allowed|allows|permitted|permits|possible|able|accepted',
    ),
    beside: turn('until|unless|without'),
    within: 0.5,
    plain: true,
  },
  {
    own: turn(
      '(?<!not )(?:let|lets|permitted|allowed|allows|permits|may|can|possible|accepted|free|able)|not ruled out',
    ),
    contrary: turn(
      'off the table|(?:refused|rejected|ruled out|forbidden|forbids|banned|barred|prohibited|disallowed|impossible)|not (?:allowed|permitted|possible)',
    ),
    within: 0.55,
  },
];

/** Places in one sentence that are looked at. */
const mostPlaces = 6;
/** Words of a turn of phrase. */
const widest = 2;
/** How much of what stands around the one has to stand around the other. */
const leastShare = 0.55;

const textOf = (words: readonly Word[]): string => ` ${words.map(({ text }) => text).join(' ')} `;

/** The places of the first words that match in the text of some words. */
const placesOf = (pattern: RegExp, text: string): number[] => {
  const places: number[] = [];
  let [place, from] = [0, 1];
  for (const { index } of text.matchAll(pattern)) {
    for (; from < index; from += 1) if (text[from] === ' ') place += 1;
    if (places.push(place) === mostPlaces) break;
  }
  return places;
};

/** Whether at least `share` of `said` stands among `others`, words of `reading`. */
const isMostSaid = (
  said: readonly Word[],
  words: readonly Word[],
  others: readonly Word[],
  reading: readonly Word[],
  share: number,
): boolean => {
  const found = said.filter(word => others.some(other => isAligned(word, words, other, reading)));
  return said.length >= 1 && found.length >= share * said.length;
};

/** Whether the article puts the contrary of the turn of phrase at `place` around the same words. */
const isTurned = (frame: Frame, place: number, words: readonly Word[], article: ArticleIndex): boolean => {
  const head = words[place];
  if (!head) return false;
  const near = wordsAround(head, words.slice(place, place + widest), words);
  const around = frame.within === undefined ? near : near.filter(({ clause }) => clause === head.clause);
  if (around.length < fewestOthers) return false;
  const following = around.filter(word => word.place > place && word.clause === words[place + 1]?.clause);
  return sentencesLike(around, article).some(sentence => {
    const reading = article.readings[sentence] ?? [];
    const text = textOf(reading);
    const isContraryAt = (at: number) => {
      const clause = reading.filter(word => word.clause === reading[at]?.clause);
      if (frame.plain && clause.some(word => isNegative(word.text))) return false;
      if (frame.behind !== undefined && !isMostSaid(following, words, reading.slice(at), reading, frame.behind))
        return false;
      return frame.within === undefined || isMostSaid(around, words, clause, reading, frame.within);
    };
    return (
      text.search(frame.own) < 0 &&
      placesOf(frame.contrary, text).some(isContraryAt) &&
      (frame.within !== undefined || shareOf(head, around, words, sentence, article) >= leastShare)
    );
  });
};

/** The turns of phrase of `words` whose contrary the article puts around the same words. */
export const framesTurned = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] => {
  const text = textOf(words);
  return frames.flatMap(frame =>
    text.search(frame.beside ?? frame.contrary) >= 0
      ? []
      : placesOf(frame.own, text)
          .filter(place => isTurned(frame, place, words, article))
          .map(place => words.slice(place, place + widest)),
  );
};
