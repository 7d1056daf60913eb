/** Encodes text in the legacy encodings that Node only decodes, by asking its decoder for the character of each code. */

const codes = new Map<string, ReadonlyMap<string, readonly number[]>>();

const codesOf = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const known = codes.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (/^(?:shift|euc|gb|big5)/.test(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  codes.set(encoding, table);
  return table;
};

export const encodeAs = (text: string, encoding: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap(character => {
      const bytes = codesOf(encoding).get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return [...bytes];
    }),
  );

export const utf16 = (text: string, littleEndian: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap(unit =>
      littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
    ),
  );

export const utf32 = (text: string, littleEndian: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap(character => {
      const point = character.codePointAt(0) ?? 0;
      const bytes = [point & 0xff, (point >> 8) & 0xff, point >> 16, 0];
      return littleEndian ? bytes : bytes.reverse();
    }),
  );
