/** What to say where a look-up found nothing: what is near, and which part of it to leave out. */
import type { Archive } from '../src/archive/archive.ts';
import { getEdition, latestEdition } from '../src/archive/editions.ts';
import { countEntries, type SearchResult } from '../src/archive/search.ts';
import { type Action, type Block, context, heading, paragraph } from '../src/chat/message.ts';
import type { Edition } from '../src/edition/edition.ts';
import { type Options, writeOptions } from '../src/edition/option-words.ts';
import { checkOptions } from '../src/edition/options.ts';
import { lookUp, lookUpExample, queryOf } from '../src/edition/query.ts';
import type { CommandContext } from './command.ts';
import { noEditionYet } from './overview.ts';

/** What fits a row of buttons on each platform. */
const mostActions = 5;
/** Each costs a search. */
const mostParts = 6;

/** A look-up without one of its parts, and how many entries it has. */
interface Remainder {
  readonly left: Options;
  readonly without: string;
  readonly total: number;
  readonly isTotalExact: boolean;
}

export const nothingFound = async (
  { archive, meant }: Pick<CommandContext, 'archive' | 'meant'>,
  asked: Options,
  result: SearchResult,
): Promise<readonly Block[]> => {
  const latest = await latestEdition(archive);
  const remainders = await remaindersOf(archive, asked, result);
  const [command] = meant?.split(' ') ?? [];
  const found = [
    ...(meant === undefined || command === undefined ? [] : [{ label: command, command: meant }]),
    ...nearNames(asked, result),
    ...insteadOfWords(asked, result),
    ...remainders.map(remainderAction),
  ];
  const actions = found.length > 0 ? found : elsewhere(latest);
  return [
    heading(2, `No entry for ${writeOptions(asked)}`),
    ...(latest === undefined ? [paragraph(noEditionYet)] : []),
    ...(command === undefined ? [] : [context(`Did you mean the command "${command}"?`)]),
    ...(await dateNotes(archive, asked, latest)).map(context),
    ...result.notes.map(context),
    ...remainders.map(remainder => paragraph(remainderText(remainder))),
    { kind: 'actions', actions: actions.slice(0, mostActions) },
  ];
};

/** Where there is something to read in any case. */
const elsewhere = (latest: Edition | undefined): readonly Action[] => [
  ...(latest === undefined ? [] : [{ label: 'Latest edition', command: writeOptions({ date: [latest.date] }) }]),
  { label: 'Help', command: 'help' },
];

/** Of a date that has no edition, and which is the latest that there is. */
const dateNotes = async (archive: Archive, asked: Options, latest: Edition | undefined): Promise<readonly string[]> => {
  const { date: [date] = [undefined] } = asked;
  if (date === undefined || latest === undefined || (await getEdition(archive, date)) !== undefined) return [];
  return [`There is no edition of ${date}. The latest is that of ${latest.date}.`];
};

/** The look-up with a name that is unknown replaced by one that is near. */
const nearNames = (asked: Options, { unknown }: SearchResult): readonly Action[] =>
  unknown.flatMap(({ kind, name, near }) =>
    near.map(label => ({
      label: writeOptions({ [kind]: [label] }),
      command: writeOptions({ ...asked, [kind]: (asked[kind] ?? []).map(text => (text === name ? label : text)) }),
    })),
  );

/** The look-up with a name in place of the words that are it or may mean it, and of those that no entry has. */
export const insteadOfWords = (
  { words = [], ...named }: Options,
  { instead, missing }: Pick<SearchResult, 'instead' | 'missing'>,
): readonly Action[] =>
  instead.map(({ kind, label, words: meant }) => {
    const others = words.filter(word => !meant.includes(word) && !missing.some(({ text }) => wordText(word) === text));
    const all = { ...named, [kind]: [...(named[kind] ?? []), label], ...(others.length > 0 && { words: others }) };
    return { label: writeOptions({ [kind]: [label] }), command: writeOptions(all) };
  });

/** What is left of a look-up without each of its parts, where there is an entry for it. */
const remaindersOf = async (
  archive: Archive,
  asked: Options,
  { missing }: SearchResult,
): Promise<readonly Remainder[]> => {
  const parts = partsOf(asked).filter(({ left }) => !missing.some(({ text }) => hasWord(left, text)));
  const few = parts.slice(0, mostParts);
  const totals = await countEntries(
    archive,
    few.map(({ left }) => queryOf(checkOptions(lookUp, left, lookUpExample))),
  );
  return few.flatMap((part, index) => {
    const { total = 0, isTotalExact = true } = totals[index] ?? {};
    return total === 0 ? [] : [{ ...part, total, isTotalExact }];
  });
};

const hasWord = ({ words = [] }: Options, text: string): boolean => words.some(word => wordText(word) === text);

const wordText = (word: string): string => (word.startsWith('"') ? word.slice(1, -1) : word);

/** Leaves out each option by itself, and each word; nothing where one part is all that there is. */
const partsOf = (asked: Options): readonly Pick<Remainder, 'left' | 'without'>[] => {
  const { words = [], ...named } = asked;
  const keys = Object.keys(named);
  if (keys.length + words.length < 2) return [];
  return [
    ...keys.map(key => {
      const { [key]: values = [], ...left } = asked;
      return { left, without: writeOptions({ [key]: values }) };
    }),
    ...words.map((word, place) => {
      const others = words.filter((_, index) => index !== place);
      return { left: { ...named, ...(others.length > 0 && { words: others }) }, without: word };
    }),
  ];
};

const remainderText = ({ without, total, isTotalExact }: Remainder): string => {
  if (!isTotalExact) return `Without ${without} there are more than ${total}.`;
  return total === 1 ? `Without ${without} there is 1.` : `Without ${without} there are ${total}.`;
};

const remainderAction = ({ left, without }: Remainder): Action => ({
  label: `Without ${without}`,
  command: writeOptions(left),
});
