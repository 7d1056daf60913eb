/** The parts of an edition as blocks of the neutral message: one form for the thread, the document and look-ups. */

import { counted } from '../edition/counted.ts';
import type { AlsoPublished, Edition, Entry, Pattern, Signal } from '../edition/edition.ts';
import { failureText } from '../edition/source.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { type Block, context, heading, type Inlines, paragraph } from './message.ts';

const separator = { text: ' · ' };

/** "Title · Company · Source", the seed's line above each Deep Dive, the title and the last word linked. */
const entryByline = (entry: Entry): Inlines => [
  { text: entry.title, bold: true, href: entry.url },
  separator,
  { text: entry.company },
  separator,
  { text: 'Source', href: entry.url },
];

/** Says of a story that its blog has another headline or address for it than when it was written about. */
const correctedText = ({ corrected }: Entry): readonly string[] =>
  corrected === undefined ? [] : [`changed by its blog ${corrected.slice(0, 10)}`];

/** Byline, body, and a line of where it was told and what it is about; `told` adds to that line. */
export const entryBlocks = (entry: Entry, ...told: readonly string[]): Block[] => [
  { kind: 'paragraph', content: entryByline(entry) },
  paragraph(entry.body),
  context([entry.source, ...entry.themes.map(labelOfTheme), ...correctedText(entry), ...told].join(' · ')),
];

/** Links to the entries that a pattern cites, by company and title. */
const citations = (ids: readonly string[], entries: ReadonlyMap<string, Entry>): Inlines =>
  ids
    .flatMap(id => entries.get(id) ?? [])
    .flatMap((entry, index) => [
      ...(index === 0 ? [] : [separator]),
      { text: `${entry.company}: ${entry.title}`, href: entry.url },
    ]);

/** The Signal's headline in bold, its body, and the entries it rests on. Nothing on a day without entries. */
export const signalBlocks = ({ headline, body, entries }: Signal, all: ReadonlyMap<string, Entry>): Block[] =>
  headline === ''
    ? []
    : [
        { kind: 'paragraph', content: [{ text: headline, bold: true }] },
        paragraph(body),
        { kind: 'context', content: citations(entries, all) },
      ];

export const patternBlocks = (pattern: Pattern, entries: ReadonlyMap<string, Entry>): Block[] => [
  {
    kind: 'paragraph',
    content: [{ text: `${labelOfTheme(pattern.theme)}. `, bold: true }, { text: pattern.body }],
  },
  { kind: 'context', content: citations(pattern.entries, entries) },
];

/** Items of one blog that are named: a busy one has a dozen a day, and one that lists its whole archive as new is not to bury the others. */
const mostNamed = 20;

type Named = Pick<AlsoPublished, 'title' | 'url' | 'company'>;

const lineOf = ({ title, url, company }: Named): Inlines => [{ text: title, href: url }, separator, { text: company }];

/** Each by its title, where that is all there is room for. */
export const titlesBlock = (items: readonly Named[]): Block => ({ kind: 'list', items: items.map(lineOf) });

/** The items in their order, of each blog the first; how many more it has is said at the end. */
export const alsoPublishedBlock = (items: readonly AlsoPublished[]): Block => {
  const bySource = [...Map.groupBy(items, ({ source }) => source)];
  const named = new Set(bySource.flatMap(([, ofOne]) => ofOne.slice(0, mostNamed)));
  const more = bySource
    .filter(([, ofOne]) => ofOne.length > mostNamed)
    .map(([source, ofOne]) => [{ text: `and ${ofOne.length - mostNamed} more of ${source}` }]);
  return { kind: 'list', items: [...items.filter(item => named.has(item)).map(lineOf), ...more] };
};

/** The sources that gave nothing because they failed, each with its cause; none when all is well. */
export const failedSourcesBlocks = (sources: Edition['sources']): Block[] => {
  const failed = sources.filter(source => source.status === 'failed');
  if (failed.length === 0) return [];
  return [
    heading(3, 'Sources that could not be read'),
    { kind: 'list', items: failed.map(source => [{ text: `${source.name}: ${failureText(source)}` }]) },
  ];
};

export const entriesById = (edition: Edition): ReadonlyMap<string, Entry> =>
  new Map(edition.deepDives.map(entry => [entry.id, entry]));

/** `18 entries from 12 companies`. */
export const entriesText = ({ deepDives }: Edition): string => {
  const companies = new Set(deepDives.map(({ company }) => company)).size;
  return `${counted(deepDives.length, 'entry', 'entries')} from ${counted(companies, 'company', 'companies')}`;
};
