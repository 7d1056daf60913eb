/** Recognises and decodes the Unicode forms: by their byte order mark, or UTF-16 and UTF-32 by where their zero bytes stand. */

/** Names of the encodings that `decodeUnicode` settles. */
export const unicodeForm = /^utf-/;

/** An encoding of Unicode. */
export type Form = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Longest first: the mark of UTF-32LE begins with that of UTF-16LE. */
const marks: readonly (readonly [Form, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Which of the first four bytes are zero when a document opens with two ASCII characters (XML 1.0, appendix F). */
const shapes: Readonly<Record<string, Form>> = {
  x0x0: 'utf-16le',
  '0x0x': 'utf-16be',
  x000: 'utf-32le',
  '000x': 'utf-32be',
};

/** The text without its byte order mark, or undefined when the bytes show no Unicode form. Broken characters become U+FFFD. */
export const decodeUnicode = (bytes: Uint8Array): { readonly encoding: Form; readonly text: string } | undefined => {
  for (const [form, mark] of marks) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    return { encoding: form, text: decodeAs(form, bytes.subarray(mark.length)) };
  }
  const form = shapes[Array.from(bytes.subarray(0, 4), byte => (byte === 0 ? '0' : 'x')).join('')];
  return form === undefined ? undefined : { encoding: form, text: decodeAs(form, bytes) };
};

const decodeAs = (form: Form, bytes: Uint8Array): string => {
  if (form === 'utf-32le' || form === 'utf-32be') return decodeUtf32(bytes, form === 'utf-32le');
  return new TextDecoder(form).decode(bytes);
};

/** `TextDecoder` has no UTF-32: the WHATWG standard dropped it. */
const decodeUtf32 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const characters: string[] = [];
  for (let offset = 0; offset < view.byteLength; offset += 4) {
    const point = view.getUint32(offset, littleEndian);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    characters.push(isCharacter ? String.fromCodePoint(point) : '\ufffd');
  }
  return characters.join('');
};
