/** Text of a feed made fit for any screen, before a platform's renderer escapes it. */

/**
 * Control characters, which platforms refuse or drop; embeddings, overrides and isolates of direction, with which a feed
 * could reorder what stands beside it (UAX #9). The marks that right-to-left text needs (RLM, LRM, ALM) stay.
 */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** White space folded to single spaces, no control characters, lone surrogates replaced by U+FFFD. */
export const cleanText = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ').replace(unfit, '');
