/** Short labels within Discord's lengths: names of options, choices, titles. What is told in full is split instead. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ellipsis = '…';

/** `text` of at most `limit` UTF-16 units, ended by an ellipsis where something was cut; never within a grapheme. */
export const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > limit - ellipsis.length) break;
    kept += segment;
  }
  return kept + ellipsis;
};
