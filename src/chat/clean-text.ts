/** Text of a feed made fit for any screen, before a platform's renderer escapes it. */

/**
 * Embeddings, overrides and isolates of direction, with which a feed could reorder what stands beside it (UAX #9). The marks that
 * right-to-left text needs (RLM, LRM, ALM) are none of them, and it is right without these: they are for text within text.
 */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** `text` without what turns the direction of text beside it. */
export const withoutDirections = (text: string): string => text.replace(directions, '');

/** White space folded to single spaces, lone surrogates replaced by U+FFFD; without control characters, which platforms refuse or drop. */
export const cleanText = (text: string): string =>
  withoutDirections(
    text
      .toWellFormed()
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}/gu, ''),
  );
