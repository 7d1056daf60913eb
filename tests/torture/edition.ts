/** An edition of 18 parts, each of which says which one it is, so that it is known again in whatever form it was posted. */
import type { Edition } from '../../src/edition/edition.ts';
import { anEdition, anEntry } from '../an-edition.ts';

/** The parent, the Deep Dives, the patterns, and the rest. */
const deepDives = 15;
export const partsOfEdition = 1 + deepDives + 2;

/** A part of an edition. */
export interface Label {
  /** Date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
  readonly ordinal: number;
}

const saying = ({ edition, ordinal }: Label): string => `Part ${ordinal} of ${edition.replaceAll('-', '')}.`;

/** The part that a message is; undefined where it is none. @param message As the platform keeps it, in JSON. */
export const labelIn = (message: string): Label | undefined => {
  const [, ordinal, year, month, day] = /Part (\d+) of (\d{4})(\d\d)(\d\d)\./.exec(message) ?? [];
  return ordinal === undefined ? undefined : { edition: `${year}-${month}-${day}`, ordinal: Number(ordinal) };
};

export const labelledEdition = (date: string): Edition => {
  const says = (ordinal: number) => saying({ edition: date, ordinal });
  const entries = Array.from({ length: deepDives }, (_, index) =>
    anEntry({ id: `entry${index}`, title: `Story ${index}`, body: `${says(index + 1)} Nothing else happened.` }),
  );
  const cited = entries.slice(0, 2).map(({ id }) => id);
  return anEdition({
    date,
    title: `Engineering @ Scale — ${date}`,
    signal: { headline: 'Databases', body: says(0), entries: cited },
    deepDives: entries,
    patterns: [{ theme: 'databases', body: says(deepDives + 1), entries: cited }],
    alsoPublished: [
      { title: says(deepDives + 2), company: 'Acme', source: 'Acme Engineering', url: 'https://acme.example/award' },
    ],
  });
};
