/** `/digest`: alone, the latest edition; with words, the entries of the archive that they ask for, a page at a time. */
import { latestEdition } from '../src/archive/editions.ts';
import type { FoundEntry } from '../src/archive/entries.ts';
import { type SearchResult, search } from '../src/archive/search.ts';
import { entryBlocks } from '../src/chat/edition-blocks.ts';
import { webPage } from '../src/chat/edition-thread.ts';
import { type Action, type Block, context, heading, type Message, paragraph } from '../src/chat/message.ts';
import { localDate } from '../src/delivery/window.ts';
import { counted } from '../src/edition/counted.ts';
import { second } from '../src/edition/duration.ts';
import { type Options, writeOptions } from '../src/edition/option-words.ts';
import { checkOptions, once, text } from '../src/edition/options.ts';
import { lookUp, lookUpExample, type Query, queryOf, withDates } from '../src/edition/query.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { insteadOfWords, nothingFound } from './nothing-found.ts';
import { browseActions, editionOverview, noEditionYet } from './overview.ts';

/** Entries are shown whole: three with their links are about what one message of Discord holds (4,000 characters). */
const pageSize = 3;

const page = once(text('a number from 1 to 999999', value => /^[1-9]\d{0,5}$/.test(value))).describe(
  'Which page of many.',
);

export const digestCommand = defineCommand({
  name: '',
  help: 'Finds entries in the archive; alone, shows the latest edition.',
  group: 'look-up',
  options: lookUp.extend({ page }),
  example: lookUpExample,
  run: async ({ page = '1' }, commandContext, { page: _, ...typed }) => {
    if (Object.values(typed).every(values => values.length === 0)) return latest(commandContext);
    const asked = withDates(typed, today(commandContext));
    return found(queryOf(checkOptions(lookUp, asked, lookUpExample)), asked, Number(page), commandContext);
  },
});

/** Where the person is. */
const today = ({ now, person, defaults }: CommandContext): string =>
  localDate(now().toISOString(), person.timeZone ?? defaults.timeZone);

const latest = async (commandContext: CommandContext): Promise<Message> => {
  const { archive, publicUrl } = commandContext;
  const edition = await latestEdition(archive);
  if (edition === undefined) return { blocks: [paragraph(noEditionYet)] };
  const actions: readonly Action[] = [
    ...browseActions(edition),
    ...shareActions('', commandContext),
    ...(publicUrl === undefined ? [] : [{ label: 'Read on the web', href: webPage(edition, publicUrl) }]),
    { label: 'Sources', command: 'sources' },
    { label: 'Help', command: 'help' },
  ];
  return { blocks: [...editionOverview(edition), { kind: 'actions', actions }] };
};

const found = async (query: Query, asked: Options, page: number, commandContext: CommandContext): Promise<Message> => {
  const { archive, meter } = commandContext;
  const began = performance.now();
  const result = await search(archive, query, { limit: pageSize, offset: (page - 1) * pageSize });
  meter?.lookedUp((performance.now() - began) / second);
  if (result.total === 0) return { blocks: await nothingFound(commandContext, asked, result) };
  if (result.entries.length === 0) return beyondTheEnd(result, asked, page);
  const actions = [
    ...pageActions(result, asked, page),
    ...shareActions(commandOf(asked, page), commandContext),
    ...insteadOfWords(asked, result),
  ];
  return {
    blocks: [
      heading(2, `${countText(result)} for ${writeOptions(asked)}`),
      ...result.notes.map(context),
      ...result.entries.flatMap(datedEntry),
      ...(isOnOnePage(result) ? [] : [context(`Page ${page} of ${pagesText(result)}`)]),
      ...(actions.length === 0 ? [] : [{ kind: 'actions' as const, actions }]),
    ],
  };
};

const datedEntry = (entry: FoundEntry): Block[] => entryBlocks(entry, `Edition of ${entry.edition}`);

const countText = ({ total, isTotalExact }: SearchResult): string =>
  isTotalExact ? counted(total, 'entry', 'entries') : `More than ${total} entries`;

const pagesOf = ({ total }: SearchResult): number => Math.ceil(total / pageSize);
const isOnOnePage = (result: SearchResult): boolean => pagesOf(result) === 1;
const pagesText = (result: SearchResult): string => `${result.isTotalExact ? '' : 'more than '}${pagesOf(result)}`;

const commandOf = (asked: Options, page: number): string =>
  writeOptions(page === 1 ? asked : { page: [String(page)], ...asked });

const pageActions = (result: SearchResult, asked: Options, page: number): readonly Action[] => [
  ...(page > 1 ? [{ label: 'Previous', command: commandOf(asked, page - 1) }] : []),
  ...(page < pagesOf(result) || (!result.isTotalExact && result.entries.length === pageSize)
    ? [{ label: 'Next', command: commandOf(asked, page + 1) }]
    : []),
];

/** Nothing to share where nobody else is, where it is shared already, or by whom may not. */
const shareActions = (command: string, { place, person, isShared }: CommandContext): readonly Action[] =>
  place === undefined || isShared || person.mayPost === false
    ? []
    : [{ label: 'Share in channel', command: `share ${command}`.trim() }];

const beyondTheEnd = (result: SearchResult, asked: Options, page: number): Message => {
  const last = pagesOf(result);
  const pages = result.isTotalExact ? `that is ${counted(last, 'page')}` : `page ${page} is beyond the end`;
  const said = `${countText(result)} for ${writeOptions(asked)}: ${pages}.`;
  const label = result.isTotalExact ? 'Last page' : `Page ${last}`;
  return { blocks: [paragraph(said), { kind: 'actions', actions: [{ label, command: commandOf(asked, last) }] }] };
};
