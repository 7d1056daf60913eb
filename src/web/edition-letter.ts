/** What an edition says where it is read as one text away from the site, in a letter or in a feed reader. */
import {
  alsoPublishedBlock,
  entriesById,
  entryBlocks,
  failedSourcesBlocks,
  patternBlocks,
  signalBlocks,
  titlesBlock,
} from '../chat/edition-blocks.ts';
import { type Block, heading, paragraph } from '../chat/message.ts';
import { type Edition, nothingPublished } from '../edition/edition.ts';

/**
 * Its sections under headings of the second level, without its title: whatever shows it has that already.
 * @param whole How many of its Deep Dives are told; the others are listed by their titles. Default: all.
 */
export const letterBlocks = (edition: Edition, whole = edition.deepDives.length): readonly Block[] => {
  const { signal, patterns, alsoPublished, sources } = edition;
  const entries = entriesById(edition);
  return [
    ...section('Signal of the Day', signalBlocks(signal, entries)),
    ...section('Deep Dives', deepDives(edition, whole)),
    ...section(
      'Patterns Across Companies',
      patterns.flatMap(pattern => patternBlocks(pattern, entries)),
    ),
    ...section('Also published', alsoPublished.length === 0 ? [] : [alsoPublishedBlock(alsoPublished)]),
    ...failedSourcesBlocks(sources),
  ];
};

const deepDives = ({ deepDives: entries }: Edition, whole: number): readonly Block[] => {
  if (entries.length === 0) return [paragraph(nothingPublished)];
  const others = entries.slice(whole);
  return [
    ...entries.slice(0, whole).flatMap(entry => entryBlocks(entry)),
    ...(others.length === 0 ? [] : [titlesBlock(others)]),
  ];
};

const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
