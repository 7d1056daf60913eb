/** Roles: which of two things a sentence comes from and goes to, prefers and gives up, or puts above or before the other. */
import type { Word } from './reading.ts';
import { endingByChance } from './scales.ts';

export type Role = 'source' | 'target' | 'chosen' | 'rejected' | 'more' | 'less' | 'earlier' | 'later';

const contrary: Readonly<Record<Role, Role>> = {
  source: 'target',
  target: 'source',
  chosen: 'rejected',
  rejected: 'chosen',
  more: 'less',
  less: 'more',
  earlier: 'later',
  later: 'earlier',
};
export const contraryOf = (role: Role): Role => contrary[role];

/** Words of meaning that a role reaches, and words among which the other half of a turn is looked for. */
const reach = 3;
const span = 10;

const goals: ReadonlySet<string> = new Set(['to', 'into', 'onto']);
const preferring: ReadonlySet<string> = new Set(['choos', 'prefer', 'favour', 'pick', 'priorit', 'valu', 'select']);

const isNumber = (word: Word | undefined): word is Word => word !== undefined && /^\d+$/.test(word.text);

const joining: ReadonlySet<string> = new Set(['and', 'but']);

const replacing: ReadonlySet<string> = new Set(['replac', 'substitut', 'supersed', 'swap']);

/** The words of meaning and the numbers next to `place`, before or after it, up to `limit`. */
const beside = (words: readonly Word[], place: number, direction: 1 | -1, limit: number, most = reach): Word[] => {
  const found: Word[] = [];
  for (let step = 1; step <= span && found.length < most; step += 1) {
    const word = words[place + step * direction];
    if (word?.content || isNumber(word)) found.push(word);
    if (word === undefined || word.place === limit) break;
  }
  return found;
};

const near = (words: readonly Word[], place: number): Word[] =>
  words.slice(Math.max(0, place - span), place + span + 1).filter(word => word.place !== place);

/** Words before `than` among which the comparative stands. */
const reachOfThan = 5;
const irregular: ReadonlySet<string> = new Set(['more', 'less', 'better', 'worse']);
/** `Faster than it can be repaired` compares no two things. */
const pronouns: ReadonlySet<string> = new Set(['it', 'they', 'we', 'you', 'he', 'she', 'one']);
/** What is closer to a thing is not below it. */
const ofDistance: ReadonlySet<string> = new Set(['closer', 'nearer']);

const isComparative = ({ text }: Word, at: number, before: readonly Word[]): boolean =>
  irregular.has(text) ||
  irregular.has(before[at - 1]?.text ?? '') ||
  (text.endsWith('er') && !ofDistance.has(text) && !endingByChance.has(text));

/** -1 where the comparison before `than` puts its subject below: `slower than`, `less fast than`. */
const signBefore = (words: readonly Word[], place: number): number =>
  words
    .slice(Math.max(0, place - reachOfThan), place)
    .filter(({ clause }) => clause === words[place - 1]?.clause)
    .filter(isComparative)
    .flatMap(({ sides }) => sides.slice(0, 1))
    .reduce((sign, { side }) => (side === 0 ? sign : -sign), 1);

type Assigned = readonly (readonly [Word, Role])[];

const assign = (words: readonly Word[], role: Role): Assigned => words.map(word => [word, role] as const);

/** The place of the denial in `A and not B`, `A and no longer B`, right before `place`. */
const denialBefore = (words: readonly Word[], place: number): number | undefined => {
  const at = words[place - 1]?.text === 'longer' && words[place - 2]?.text === 'no' ? place - 2 : place - 1;
  const isDenial = words[at]?.text === 'no' ? at === place - 2 : words[at]?.text === 'not';
  return isDenial && joining.has(words[at - 1]?.text ?? '') ? at : undefined;
};

/** Before these, it was otherwise: `is used to` is a matter of habit. */
const isOfPast = ({ text, place }: Word, words: readonly Word[]): boolean =>
  text === 'used' &&
  words[place + 1]?.text === 'to' &&
  !/^(?:is|are|was|were|be|been|get|got)$/.test(words[place - 1]?.text ?? '');

/** At the end of what they speak of: `for regions first, and for countries afterwards`. */
const closing: ReadonlyMap<string, Role> = new Map([
  ['first', 'earlier'],
  ['afterwards', 'later'],
  ['later', 'later'],
  ['last', 'later'],
]);

/** What a sentence puts before and after in time. */
const orderAt = (word: Word, words: readonly Word[]): Assigned => {
  const { place, text, clause } = word;
  const [first, last] = [Math.max(0, place - span), words.length - 1];
  if (isOfPast(word, words))
    return [
      ...assign(beside(words, place, -1, first, span), 'later'),
      ...assign(beside(words, place + 1, 1, last), 'earlier'),
    ];
  if (text === 'then' && place > 0)
    return [...assign(beside(words, place, -1, first), 'earlier'), ...assign(beside(words, place, 1, last), 'later')];
  const role = closing.get(text);
  const isClosing = role !== undefined && words[place + 1]?.clause !== clause;
  return isClosing
    ? assign(
        beside(words, place, -1, first).filter(other => other.clause === clause),
        role,
      )
    : [];
};

const rolesAt = (word: Word, words: readonly Word[]): Assigned => {
  const { place, text } = word;
  const last = words.length - 1;
  const denial = denialBefore(words, place);
  if (denial !== undefined) {
    return [
      ...assign(beside(words, denial - 1, -1, Math.max(0, place - span)), 'chosen'),
      ...assign(beside(words, place - 1, 1, last), 'rejected'),
    ];
  }
  if (text === 'from') {
    const goal = near(words, place).find(other => goals.has(other.text));
    if (goal === undefined) return assign(beside(words, place, 1, last), 'source');
    return [
      ...assign(beside(words, place, 1, goal.place > place ? goal.place : last), 'source'),
      ...assign(beside(words, goal.place, 1, goal.place < place ? place : last), 'target'),
    ];
  }
  if (replacing.has(word.root)) {
    const by = near(words, place).find(other => other.place > place && (other.text === 'with' || other.text === 'by'));
    if (by === undefined || words[by.place - 1]?.text === 'replaced') return [];
    return [
      ...assign(beside(words, place, 1, by.place), 'rejected'),
      ...assign(beside(words, by.place, 1, last), 'chosen'),
    ];
  }
  if (text === 'into' || text === 'onto') return assign(beside(words, place, 1, last), 'target');
  const isOver = text === 'over' || text === 'to';
  const verb = isOver
    ? near(words, place).findLast(
        other => other.place < place && (text === 'to' ? other.root === 'prefer' : preferring.has(other.root)),
      )
    : undefined;
  const next = words[place + 1]?.text;
  if (verb || (text === 'rather' && next === 'than') || (text === 'instead' && next === 'of')) {
    return [
      ...assign(
        beside(words, place, -1, verb ? verb.place + 1 : Math.max(0, place - span), verb ? reach : span),
        'chosen',
      ),
      ...assign(beside(words, isOver ? place : place + 1, 1, last), 'rejected'),
    ];
  }
  const before = words[place - 1]?.text ?? '';
  // `By more than the team accepts` compares an amount, and no two things.
  if (text !== 'than' || before === 'rather' || before === 'other' || words[place - 2]?.text === 'by') return [];
  if (pronouns.has(words[place + 1]?.text ?? '')) return [];
  const isUp = signBefore(words, place) > 0;
  const inClause = ({ clause }: Word) => clause === words[place]?.clause;
  return [
    ...assign(beside(words, place - 1, -1, Math.max(0, place - span), span), isUp ? 'more' : 'less'),
    ...assign(beside(words, place, 1, last).filter(inClause), isUp ? 'less' : 'more'),
  ];
};

/** The roles in which words stand, by their places. */
export const rolesOf = (words: readonly Word[]): ReadonlyMap<number, Role> =>
  new Map(
    words
      .flatMap(word => [...orderAt(word, words), ...rolesAt(word, words)])
      .map(([{ place }, role]) => [place, role] as const),
  );
