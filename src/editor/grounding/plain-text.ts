/** Plain text: the form in which texts are compared. */

/** Quotation marks and dashes of all kinds made plain, white space folded, letters as they are. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‛′`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Plain text in lower case. */
export const normalise = (text: string): string => plainText(text).toLowerCase();
