/** Which part of a text can be the text of a link of Discord, as it stands. */

/**
 * What Discord would not show as it stands in the text of a link. It reads some markup there, shows the backslashes of
 * escapes, and makes no link at all of a text with an address, a mention or an emoji in it:
 * https://github.com/discord/discord-api-docs/issues/6185, 7673 and 7721. Seen in 6565: a number and a dot at its start.
 */
const notInert =
  /[A-Za-z][\w+.\-]{1,20}:\/\S*|:(?:\/|[^\s:]+:)|[\\*`\[\]@]|_(?![\dA-Za-z])|~~|\|\||<(?=[^<>]*[:@#+\/\&])|(?<=[Dd]iscord(?:app)?\.(?:com|gg))\/|^ *(?:[#>\-]|\d+\.(?: |$))|[[\p{Extended_Pictographic}\p{RI}\p{Emoji_Modifier}\ufe0f\u20e3]--[©®™]]/gv;

/** What begins a heading, a quote or a list where it stands first, be it after something that was left out of the link. */
const startMarks = /^(?:[ #>-]|\d+\.(?: |$))+/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** From and to, in UTF-16 code units. */
type Stretch = readonly [start: number, end: number];

const lengthOf = ([start, end]: Stretch): number => end - start;

const trimmed = (text: string, [start, end]: Stretch): Stretch => {
  const inner = text.slice(start, end);
  return [end - inner.trimStart().length, start + inner.trimEnd().length];
};

const withoutStartMarks = (text: string, [start, end]: Stretch): Stretch => {
  let from = start;
  for (;;) {
    const [marks] = startMarks.exec(text.slice(from, end)) ?? [];
    if (marks === undefined) return trimmed(text, [from, end]);
    const last = graphemes.segment(text).containing(from + marks.length - 1);
    from = Math.min(end, last === undefined ? from + marks.length : last.index + last.segment.length);
  }
};

/** The longest stretch of `text` that needs no escaping in a link, and has a letter or a digit; whole graphemes only. */
export const inertStretch = (text: string): Stretch | undefined => {
  const breaks = breaksOf(text);
  const starts = [0, ...breaks.map(([, end]) => end)];
  const ends = [...breaks.map(([start]) => start), text.length];
  return starts
    .map((start, index): Stretch => withoutStartMarks(text, [start, Math.max(start, ends[index] ?? start)]))
    .filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
    .reduce<Stretch | undefined>(
      (longest, stretch) => (longest !== undefined && lengthOf(longest) >= lengthOf(stretch) ? longest : stretch),
      undefined,
    );
};

/** The graphemes that cannot stand in a link. */
const breaksOf = (text: string): readonly Stretch[] => {
  const matches = [...text.matchAll(notInert)];
  if (matches.length === 0) return [];
  const segments = graphemes.segment(text);
  return matches.map(({ index, 0: found }) => {
    const first = segments.containing(index);
    const last = segments.containing(index + found.length - 1);
    return [first?.index ?? index, last === undefined ? index + found.length : last.index + last.segment.length];
  });
};
