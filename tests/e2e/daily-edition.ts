/** A small edition of any date, and how it looks where it is posted. */
import type { Edition } from '../../src/edition/edition.ts';
import { anEdition } from '../an-edition.ts';

const titleOf = (date: string): string => `Engineering @ Scale — ${date}`;

export const dailyEdition = (date: string): Edition => anEdition({ date, title: titleOf(date) });

/** The first line of each of its messages, in order, as either platform shows them. */
export const openingsOf = (date: string): readonly string[] => [
  titleOf(date),
  'Moving the ledger to append-only storage · Acme · Source',
  'Sharding without tears · Globex · Source',
  'Patterns Across Companies',
  'Also published',
];
