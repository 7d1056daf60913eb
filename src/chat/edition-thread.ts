/** An edition as a thread: the parent tells the Signal, each reply one Deep Dive, then the patterns, then the rest. */
import { counted } from '../edition/counted.ts';
import { spokenDate } from '../edition/dates.ts';
import { type Edition, nothingPublished } from '../edition/edition.ts';
import { writtenBy } from '../edition/written.ts';
import {
  alsoPublishedBlock,
  entriesById,
  entriesText,
  entryBlocks,
  failedSourcesBlocks,
  patternBlocks,
  signalBlocks,
} from './edition-blocks.ts';
import { type Block, context, heading, type Message, paragraph } from './message.ts';

export interface ThreadOptions {
  /** Address under which editions are read on the web, each under its date; absent where there is none. */
  readonly publicUrl?: string;
  /** Whether it comes on a later date than its own, so that its reader is told which it is. */
  readonly isLate?: boolean;
}

/** "18 entries from 13 companies, 30 sources read, 1 failed; written by llama3, checked against the articles". */
const summary = (edition: Edition): string => {
  const by = writtenBy(edition);
  const failed = edition.sources.filter(source => source.status === 'failed').length;
  const counts = [entriesText(edition), `${counted(edition.sources.length - failed, 'source')} read`];
  const told = [...counts, ...(failed === 0 ? [] : [`${failed} failed`])].join(', ');
  return by === undefined ? told : `${told}; ${by}`;
};

const signalSection = (edition: Edition): Block[] =>
  edition.deepDives.length === 0
    ? [paragraph(nothingPublished)]
    : [
        heading(2, 'Signal of the Day'),
        ...signalBlocks(edition.signal, entriesById(edition)),
        context(summary(edition)),
      ];

/** Where an edition is read on the web. */
export const webPage = ({ date }: Edition, publicUrl: string): string =>
  new URL(date, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href;

const editionActions = (edition: Edition, { publicUrl }: ThreadOptions): Block => ({
  kind: 'actions',
  actions: [
    { label: 'Subscribe this channel', command: 'subscribe', style: 'primary' },
    ...(edition.deepDives.length === 0 ? [] : [{ label: 'Browse', command: `date:${edition.date}` }]),
    ...(publicUrl === undefined ? [] : [{ label: 'Read on the web', href: webPage(edition, publicUrl) }]),
  ],
});

/** "The edition of Monday 23 November, delivered late." */
const lateNote = ({ date }: Edition): Block => context(`The edition of ${spokenDate(date)}, delivered late.`);

const editionParent = (edition: Edition, options: ThreadOptions): Message => ({
  blocks: [
    heading(1, edition.title),
    ...(options.isLate ? [lateNote(edition)] : []),
    ...signalSection(edition),
    editionActions(edition, options),
  ],
});

const patternsReply = (edition: Edition): Message[] => {
  if (edition.patterns.length === 0) return [];
  const entries = entriesById(edition);
  return [
    {
      blocks: [
        heading(2, 'Patterns Across Companies'),
        ...edition.patterns.flatMap(pattern => patternBlocks(pattern, entries)),
      ],
    },
  ];
};

const restReply = (edition: Edition): Message[] => {
  const also =
    edition.alsoPublished.length === 0 ? [] : [heading(2, 'Also published'), alsoPublishedBlock(edition.alsoPublished)];
  const blocks = [...also, ...failedSourcesBlocks(edition.sources)];
  return blocks.length === 0 ? [] : [{ blocks }];
};

export const editionThread = (edition: Edition, options: ThreadOptions = {}): Message => ({
  ...editionParent(edition, options),
  thread: [
    ...edition.deepDives.map(entry => ({ blocks: entryBlocks(entry) })),
    ...patternsReply(edition),
    ...restReply(edition),
  ],
});
