/** Turns the bytes of a feed into text, whatever encoding they are in and whatever they claim to be in. */
import { analyse } from 'chardet';
import type { FeedFlaw } from '../../edition/flaw.ts';
import { decodeMostlyUtf8 } from './decode-mixed.ts';
import { decodeUnicode, unicodeForm } from './decode-unicode.ts';

/** A decoding is believed when no more than one in this many of its non-ASCII characters is broken. */
const intactPerBroken = 10;

/** How far into a document an XML declaration is looked for: blank lines and comments stand before it in the wild. */
const declarationReach = 1024;

/** Bytes of non-ASCII words given to the detector, which is slow and needs few. */
const detectionSample = 8192;

/** Guesses of the detector that are tried; those after are noise. */
const detectionGuesses = 3;

/** What windows-1252 has where Unicode has the C1 controls, U+0080 to U+009F; the five holes stay as they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export interface Decoded {
  readonly text: string;
  readonly flaws: readonly FeedFlaw[];
}

/** What was found: the text in one encoding, with the words in windows-1252 that stand in it, if any. */
interface Reading {
  readonly encoding: string;
  readonly text: string;
  readonly isMixed?: boolean;
}

/**
 * Decodes by byte order mark, else by the shape of UTF-16 and UTF-32, else as UTF-8 where the bytes are valid UTF-8
 * (a declaration often lies, the bytes never do), else by the charset of the HTTP header, the XML declaration, and detection,
 * in that order (RFC 7303 section 3). Words in windows-1252 amid UTF-8, and C1 controls, which no text means, are read as windows-1252.
 * @param contentType the HTTP header of that name
 */
export const decode = (bytes: Uint8Array, contentType = ''): Decoded => {
  const labels = [httpCharset(contentType), xmlEncoding(bytes)];
  const reading: Reading = decodeUnicode(bytes) ?? decodeBytes(bytes, labels.map(encodingNamed).filter(isLegacy));
  const claimed = labels.map(encodingNamed).find(name => name !== undefined);
  const flaws: readonly (FeedFlaw | false)[] = [
    isBroken(reading, bytes) && 'undecodable-bytes',
    reading.isMixed === true && 'mixed-encodings',
    claimed !== undefined && isLie(claimed, reading) && 'wrong-encoding',
  ];
  return { text: mendControls(reading.text), flaws: flaws.filter(flaw => flaw !== false) };
};

/** The text alone: see `decode`. */
export const decodeText = (bytes: Uint8Array, contentType = ''): string => decode(bytes, contentType).text;

const decodeBytes = (bytes: Uint8Array, declared: readonly string[]): Reading => {
  // The one encoding whose bytes are all ASCII, and so always valid UTF-8 as well.
  if (declared[0] === 'iso-2022-jp') return decodeAs('iso-2022-jp', bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (!utf8.text.includes('\ufffd') || isValid('utf-8', bytes)) return utf8;
  const mostlyUtf8 = decodeMostlyUtf8(bytes);
  if (mostlyUtf8 !== undefined) return { encoding: 'utf-8', ...mostlyUtf8 };
  if (isIntact(utf8.text)) return utf8;
  const believed = firstBelieved(bytes, declared) ?? firstBelieved(bytes, detect(bytes));
  return believed ?? decodeAs('windows-1252', bytes);
};

const decodeAs = (encoding: string, bytes: Uint8Array): Reading => ({
  encoding,
  text: new TextDecoder(encoding).decode(bytes),
});

const firstBelieved = (bytes: Uint8Array, encodings: readonly string[]): Reading | undefined =>
  encodings
    .values()
    .map(encoding => decodeAs(encoding, bytes))
    .find(({ text }) => isIntact(text));

/** Whether the replacement characters in the text stand for bytes that are none: a text may hold that character itself. */
const isBroken = ({ encoding, text, isMixed = false }: Reading, bytes: Uint8Array): boolean =>
  text.includes('\ufffd') && (isMixed || /^utf-32/.test(encoding) || !isValid(encoding, bytes));

/** A text in ASCII is in every encoding that anyone claims; UTF-16 and UTF-32 are declared without their byte order. */
const isLie = (claimed: string, { encoding, text }: Reading): boolean =>
  claimed.replace(/[lb]e$/, '') !== encoding.replace(/[lb]e$/, '') && /\P{ASCII}/u.test(text);

/** True when the few broken characters, if any, are damage done to a text in this encoding and not a sign of another. */
const isIntact = (text: string): boolean => {
  if (!text.includes('\ufffd')) return true;
  let intact = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) intact++;
  }
  return broken * intactPerBroken <= intact;
};

const isValid = (encoding: string, bytes: Uint8Array): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const httpCharset = (contentType: string): string | undefined =>
  /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType.slice(0, declarationReach))?.[1];

const xmlEncoding = (bytes: Uint8Array): string | undefined => {
  const opening = new TextDecoder('windows-1252').decode(bytes.subarray(0, declarationReach));
  return /<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(opening)?.[1];
};

/** Not a Unicode form: those have been ruled out once a declaration is asked. */
const isLegacy = (encoding: string | undefined): encoding is string =>
  encoding !== undefined && !unicodeForm.test(encoding);

/** The encoding that the WHATWG standard knows by this label. */
const encodingNamed = (label: string | undefined): string | undefined => {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
};

/** Likely encodings, most likely first, told by the words that are not ASCII: mark-up is noise to the detector. */
const detect = (bytes: Uint8Array): readonly string[] =>
  analyse(nonAsciiWords(bytes))
    .slice(0, detectionGuesses)
    .map(match => encodingNamed(match.name))
    .filter(isLegacy);

const nonAsciiWords = (bytes: Uint8Array): Uint8Array => {
  const sample = new Uint8Array(detectionSample);
  let length = 0;
  let start = 0;
  let foreign = false;
  for (let index = 0; index <= bytes.length && length < sample.length; index++) {
    const byte = bytes[index] ?? 0x20;
    if (byte >= 0x80) foreign = true;
    // Every trail byte of the multi-byte encodings is 0x40 or above, but for the digits of GB18030.
    if (byte >= 0x40) continue;
    if (foreign) {
      const word = bytes.subarray(start, Math.min(index + 1, start + sample.length - length));
      sample.set(word, length);
      length += word.length;
    }
    start = index + 1;
    foreign = false;
  }
  return sample.subarray(0, length);
};

const mendControls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, control => windows1252[control.charCodeAt(0) - 0x80] ?? control);
