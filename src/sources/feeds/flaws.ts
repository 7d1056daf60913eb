/** Notes what is wrong with a document while it is read. */
import type { FeedFlaw } from '../../edition/flaw.ts';

/** Notes a flaw; to note it twice is the same as once. */
export type Note = (flaw: FeedFlaw) => void;

/** Items, or parts of one, up to `most`; notes `flaw` where there are more. */
export const upTo = <Part>(parts: readonly Part[], most: number, flaw: FeedFlaw, note: Note): readonly Part[] => {
  if (parts.length <= most) return parts;
  note(flaw);
  return parts.slice(0, most);
};
