/** What is wrong with a feed that can be read all the same: told to operators, since its publisher hardly knows. */
import { z } from 'zod';

/** Each says only what is known for certain of the document. */
export const feedFlaw = z.enum([
  /** It ends before its root element does, or in the middle of its JSON. */
  'cut-off',
  /** A second feed follows the first, or begins inside it. */
  'several-documents',
  /** Text or mark-up that is no part of it stands before it: a warning of PHP, a page around it. */
  'text-before',
  /** Bytes that are no characters of its encoding. */
  'undecodable-bytes',
  /** UTF-8 in which some words are in windows-1252. */
  'mixed-encodings',
  /** Its header, or without one its XML declaration, names another encoding than it is in. */
  'wrong-encoding',
  /** Its header names another format than it is in. */
  'wrong-type',
  /** Control characters, which XML forbids (XML 1.0 section 2.2). */
  'control-characters',
  /** Items with one id. */
  'repeated-ids',
  /** More items than are taken. */
  'too-many-items',
  /** A title, text, address, name or attribute longer than is taken, or more of them than are. */
  'field-cut',
  /** Entities of its DOCTYPE that are not replaced: nested ones, those to be fetched, and more than the budget for all. */
  'refused-entities',
]);

export type FeedFlaw = z.infer<typeof feedFlaw>;

const words: Readonly<Record<FeedFlaw, string>> = {
  'cut-off': 'it breaks off, so items may be missing',
  'several-documents': 'several documents in one, of which one is read',
  'text-before': 'something stands before it that is no part of it',
  'undecodable-bytes': 'some bytes are no characters',
  'mixed-encodings': 'two encodings in one document',
  'wrong-encoding': 'it is not in the encoding that it declares',
  'wrong-type': 'it is not of the type that its server declares',
  'control-characters': 'it has control characters',
  'repeated-ids': 'several items have one id',
  'too-many-items': 'it has more items than are read',
  'field-cut': 'some of its fields are too long or too many, and cut',
  'refused-entities': 'it defines entities that are not followed',
};

/** For a person: `it breaks off, so items may be missing; several items have one id`; empty where there is none. */
export const flawText = (flaws: readonly FeedFlaw[] = []): string => flaws.map(flaw => words[flaw]).join('; ');
