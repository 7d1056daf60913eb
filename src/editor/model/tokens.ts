/** How many tokens a text has, guessed: each model counts its own way, and only the answer tells. */

/** English has four bytes to a token and more, code and figures fewer, and a sign of Chinese has three. */
const bytesPerToken = 3;

/** Tokens of `text`, rather too many than too few. */
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / bytesPerToken);
