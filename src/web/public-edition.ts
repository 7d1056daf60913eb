/** An edition as data for everybody. */
import type { Edition } from '../edition/edition.ts';

/** The edition without what is the operator's own business: the address of a model's server, and what went wrong in writing. */
export const publicEdition = ({ writer, usage, ...edition }: Edition): Edition => {
  const { notes: _, ...cost } = usage;
  return { ...edition, writer: writer.replace(/^https?:\/\/.*#/, ''), usage: cost };
};
