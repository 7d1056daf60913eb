/** The entries of a day, the editions before and a draft of the overview, as lines that a model reads. */
import { type Edition, type Entry, type FacetName, facetNames } from '../../edition/edition.ts';
import { foldSpace, splitSentences } from '../language/sentences.ts';
import type { OverviewDraft, Refusal } from '../writer.ts';

/** What an entry is called towards a model, which would misspell an id: E1 for the first. */
export const labelAt = (index: number): string => `E${index + 1}`;

/** The facets as a model sees them in data and names them in an answer. */
const facetLabels: Readonly<Record<FacetName, string>> = {
  problem: 'Problem',
  approach: 'Approach',
  tradeoff: 'Trade-off',
  lesson: 'Lesson',
};

const line = (name: string, text: string): string => `${name}: ${foldSpace(text)}`;

/** What an overview needs most of an entry, first. */
const importance: readonly FacetName[] = ['approach', 'lesson', 'tradeoff', 'problem'];

interface Told {
  readonly facet: FacetName;
  readonly sentence: string;
}

/** The first sentence of each facet before the second of any; at most `most`. */
const mostImportant = ({ facets }: Entry, most: number): readonly Told[] =>
  importance
    .flatMap(facet => splitSentences(facets[facet] ?? '').map((sentence, place) => ({ facet, sentence, place })))
    .sort((a, b) => a.place - b.place)
    .slice(0, most);

const entryLines = (entry: Entry, index: number, sentences: number): string => {
  const { company, title, themes } = entry;
  const told = Map.groupBy(mostImportant(entry, sentences), ({ facet }) => facet);
  return [
    labelAt(index),
    line('Company', company),
    line('Title', title),
    line('Themes', themes.join(', ')),
    ...facetNames.flatMap(name => {
      const text = told.get(name)?.map(({ sentence }) => sentence);
      return text === undefined ? [] : line(facetLabels[name], text.join(' '));
    }),
  ].join('\n');
};

/** @param sentences that are told of each entry at most; without any, company, title and themes are left */
export const entriesText = (entries: readonly Entry[], sentences = Number.POSITIVE_INFINITY): string =>
  entries.map((entry, index) => entryLines(entry, index, sentences)).join('\n\n');

export const recentText = (recent: readonly Edition[]): string => {
  if (recent.length === 0) return 'None.';
  return recent
    .map(({ date, signal, patterns }) =>
      [
        date,
        line('Signal', signal.headline || 'none'),
        line('Themes of its patterns', patterns.map(({ theme }) => theme).join(', ') || 'none'),
      ].join('\n'),
    )
    .join('\n\n');
};

/** The draft as it was answered, its entries by their labels. */
export const overviewDraftText = ({ signal, patterns }: OverviewDraft, entries: readonly Entry[]): string => {
  const labels = (ids: readonly string[]): string =>
    entries.flatMap(({ id }, index) => (ids.includes(id) ? labelAt(index) : [])).join(', ');
  return [
    line('signal.headline', signal.headline),
    line('signal.body', signal.body),
    line('signal.entries', labels(signal.entries)),
    ...patterns.flatMap(({ theme, body, entries: ids }, index) => [
      line(`patterns[${index}].theme`, theme),
      line(`patterns[${index}].body`, body),
      line(`patterns[${index}].entries`, labels(ids)),
    ]),
  ].join('\n');
};

const refusalLines = ({ sentence, missing }: Refusal, number: number, of: string): string =>
  [`${number}. ${of}${foldSpace(sentence)}`, line('Missing', missing.join(', ') || 'the whole sentence')].join('\n');

/** @param of what stands before each sentence, where anything does */
export const refusedText = <R extends Refusal>(refusals: readonly R[], of: (refusal: R) => string = () => ''): string =>
  refusals.map((refusal, index) => refusalLines(refusal, index + 1, of(refusal))).join('\n\n');
