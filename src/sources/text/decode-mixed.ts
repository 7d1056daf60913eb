/** Reads UTF-8 that was cut off or damaged, or into which words in windows-1252 were pasted. */

/** One character of several bytes in UTF-8 (Unicode 16, table 3-7). */
const several =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/;

/** Nothing but such characters. */
const whole = new RegExp(`^(?:${several.source})+$`);

/** For each byte from 0x80 on, the bytes of its character of windows-1252 in UTF-8, as a string of bytes. */
const asUtf8: readonly string[] = Array.from({ length: 128 }, (_, index) =>
  Buffer.from(new TextDecoder('windows-1252').decode(Uint8Array.of(128 + index))).toString('latin1'),
);

/** So many words in windows-1252 may stand beside one in UTF-8: no other encoding looks like UTF-8 as often by chance. */
const straysPerIntact = 3;

export interface MixedText {
  readonly text: string;
  /** Whether words in windows-1252 were found. */
  readonly isMixed: boolean;
}

/**
 * Reads bytes as UTF-8, but those between ASCII characters that are not UTF-8 in any part as windows-1252: `caf\xe9` has lost no
 * bytes, it never was UTF-8. Undefined where too little is UTF-8: then it is another encoding.
 */
export const decodeMostlyUtf8 = (bytes: Uint8Array): MixedText | undefined => {
  const { buffer, byteOffset, byteLength } = bytes;
  const source = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  let [strays, torn, intact] = [0, 0, 0];
  const mended = source.replace(/[\x80-\xff]+/g, (run, at: number) => {
    // A document that was cut off ends in half a character.
    const isLast = at + run.length === source.length;
    if (several.test(run)) {
      if (isLast || whole.test(run)) intact++;
      else torn++;
      return run;
    }
    if (isLast) return run;
    strays++;
    return run.replace(/./gs, byte => asUtf8[byte.charCodeAt(0) - 128] ?? byte);
  });
  if (torn > intact || strays > intact * straysPerIntact || intact === 0) return undefined;
  return { text: new TextDecoder('utf-8').decode(Buffer.from(mended, 'latin1')), isMixed: strays > 0 };
};
