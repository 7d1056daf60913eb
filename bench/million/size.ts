/** A million entries, with as many different words as a million true ones have. */
import type { Size } from '../filled-archive.ts';

export const million: Size = { entries: 1_000_000, entriesPerEdition: 200, vocabulary: 200_000 };
