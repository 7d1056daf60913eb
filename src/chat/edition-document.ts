/** An edition as one document, in the order of the reference edition: sources, signal, deep dives, patterns, the rest. */
import { type Edition, nothingPublished } from '../edition/edition.ts';
import {
  alsoPublishedBlock,
  entriesById,
  entryBlocks,
  failedSourcesBlocks,
  patternBlocks,
  signalBlocks,
} from './edition-blocks.ts';
import { type Block, heading, type Message, paragraph } from './message.ts';

const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];

/** A day without a single entry still says so, instead of showing an empty section. */
const deepDives = (edition: Edition): Block[] =>
  edition.deepDives.length === 0
    ? [paragraph(nothingPublished)]
    : edition.deepDives.flatMap(entry => entryBlocks(entry));

export const editionDocument = (edition: Edition): Message => {
  const entries = entriesById(edition);
  return {
    blocks: [
      ...section('Sources', [{ kind: 'list', items: edition.sources.map(source => [{ text: source.name }]) }]),
      heading(1, edition.title),
      ...section('Signal of the Day', signalBlocks(edition.signal, entries)),
      ...section('Deep Dives', deepDives(edition)),
      ...section(
        'Patterns Across Companies',
        edition.patterns.flatMap(pattern => patternBlocks(pattern, entries)),
      ),
      ...section(
        'Also published',
        edition.alsoPublished.length === 0 ? [] : [alsoPublishedBlock(edition.alsoPublished)],
      ),
      ...failedSourcesBlocks(edition.sources),
    ],
  };
};
