/** The figures of speech by which headlines name whom they are about. Each returns the names that stand in it, in order. */
import { type Headline, type Subject, subjectAt } from './company-subject.ts';
import { isCircumstance, isInfinitive } from './company-words.ts';
import { isJoined } from './headline.ts';

const questions: ReadonlySet<string> = new Set(['how', 'why', 'what', 'when', 'where']);
const insiders: ReadonlySet<string> = new Set(['inside', 'behind']);
const fillers: ReadonlySet<string> = new Set('does do did has is the scenes at engineers team'.split(' '));
const tools: ReadonlySet<string> = new Set(['with', 'using', 'on', 'in', 'by', 'via', 'through']);

const subjectsAt = (headline: Headline, positions: readonly number[]): Subject[] =>
  positions.flatMap(position => subjectAt(headline, position) ?? []);

/** Indices of the words that open a segment: after a colon, a dash, a full stop. */
const openings = ({ words }: Headline): number[] => words.flatMap(({ opens }, position) => (opens ? [position] : []));

/** Index of the word after one of `leads` that opens a segment, fillers passed over. */
const following = (headline: Headline, leads: ReadonlySet<string>): number[] =>
  openings(headline).flatMap(opening => {
    const { words } = headline;
    if (!leads.has(words[opening]?.lower ?? '')) return [];
    let position = opening + 1;
    while (isJoined(words[position]) && !headline.mentions.has(position) && fillers.has(words[position]?.lower ?? '')) {
      position += 1;
    }
    return isJoined(words[position]) ? [position] : [];
  });

/** X of "X builds …", "X’s …", "X: …". */
export const leading = (headline: Headline): Subject[] => subjectsAt(headline, openings(headline));

/** X of "How X built …", "Why does X …"; after an article only known names. */
export const asked = (headline: Headline): Subject[] =>
  subjectsAt(headline, following(headline, questions)).filter(
    ({ kind, start }) => kind !== 'unknown' || headline.words[start - 1]?.lower !== 'the',
  );

/** X of "Inside X’s …", "Behind the scenes at X". */
export const inside = (headline: Headline): Subject[] => subjectsAt(headline, following(headline, insiders));

/** True where a segment ends with the subject, or goes on with a tool: "… at X with Y". */
export const isClosing = ({ words }: Headline, { end }: Subject): boolean => {
  const after = words[end];
  return !isJoined(after) || tools.has(after.lower);
};

/** X of "… at X", "… from X", "… by X", where X is a known name, or a run of capitals that closes after "at". */
export const placed = (headline: Headline, prepositions: readonly string[]): Subject[] => {
  const { words } = headline;
  const positions = words.flatMap(({ lower }, position) => {
    const next = words[position + 1];
    return prepositions.includes(lower) && isJoined(next) && !isCircumstance(next.lower) ? [position + 1] : [];
  });
  return subjectsAt(headline, positions).filter(subject => subject.kind !== 'unknown' || isClosing(headline, subject));
};

/** X of "X’s …", anywhere, where X is a known name. */
export const owning = (headline: Headline): Subject[] =>
  subjectsAt(headline, [...headline.mentions.keys()]).filter(({ possessive }) => possessive);

const supports: ReadonlySet<string> = new Set(
  'help helps helped helping enable enables enabled enabling empower empowers empowered empowering'.split(' '),
);

/** X of "… helped X grow", where X is a known name, or capitals before what X was helped to do. */
export const helped = (headline: Headline): Subject[] => {
  const { words } = headline;
  const positions = words.flatMap(({ lower }, position) =>
    supports.has(lower) && isJoined(words[position + 1]) ? [position + 1] : [],
  );
  return subjectsAt(headline, positions).filter(
    ({ kind, end }) => kind !== 'unknown' || isInfinitive(words[end]?.text ?? ''),
  );
};
