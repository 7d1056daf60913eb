/** An edition on one screen: its Signal and its titles, without a thread. */
import { entriesText } from '../src/chat/edition-blocks.ts';
import { type Action, type Block, context, heading, type Inlines, paragraph } from '../src/chat/message.ts';
import { type Edition, type Entry, nothingPublished } from '../src/edition/edition.ts';
import { writeOptions } from '../src/edition/option-words.ts';

/** Titles with their links that fit one message of Discord (4,000 characters) beside the Signal. */
const mostTitles = 10;

const title = ({ title, url, company }: Entry): Inlines => [{ text: title, href: url }, { text: ` · ${company}` }];

const signal = ({ headline, body }: Edition['signal']): Block[] =>
  headline === '' ? [] : [{ kind: 'paragraph', content: [{ text: headline, bold: true }] }, paragraph(body)];

const counts = (edition: Edition): string => {
  const { deepDives, alsoPublished } = edition;
  const more = deepDives.length - mostTitles;
  return [
    entriesText(edition),
    ...(more > 0 ? [`${more} more than shown here`] : []),
    ...(alsoPublished.length > 0 ? [`${alsoPublished.length} also published`] : []),
  ].join(' · ');
};

export const editionOverview = (edition: Edition): readonly Block[] => [
  heading(1, edition.title),
  ...(edition.deepDives.length === 0
    ? [paragraph(nothingPublished)]
    : [
        ...signal(edition.signal),
        { kind: 'list' as const, items: edition.deepDives.slice(0, mostTitles).map(title) },
        context(counts(edition)),
      ]),
];

/** The command that shows an edition's entries one after the other; none where it has none. */
export const browseActions = ({ date, deepDives }: Edition): readonly Action[] =>
  deepDives.length === 0 ? [] : [{ label: 'Browse', command: writeOptions({ date: [date] }), style: 'primary' }];

export const noEditionYet = 'There is no edition yet. The first is written once the blogs have been read.';
