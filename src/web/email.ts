/**
 * An edition as a letter: one document of HTML that mail programs show. They drop style sheets, scripts and pictures from
 * elsewhere, and lay out by tables, so it has styles in its elements and nothing to fetch.
 */
import { html, raw } from 'hono/html';
import { withoutDirections } from '../chat/clean-text.ts';
import type { Block } from '../chat/message.ts';
import { counted } from '../edition/counted.ts';
import { type Edition, nothingPublished } from '../edition/edition.ts';
import { type Attributes, blocksHtml } from './block-html.ts';
import { fullDate } from './dates.ts';
import { letterBlocks } from './edition-letter.ts';

/** Bytes. Gmail clips a letter at 102 KB, and hides its end behind a link. */
const largest = 100_000;

export interface LetterOptions {
  /** Where the edition is read on the web; absent where it is not. */
  readonly page?: string | undefined;
}

/** The whole document, at most 100,000 bytes: of a longer edition the last entries are there by their titles. */
export const renderEmail = async (edition: Edition, { page }: LetterOptions = {}): Promise<string> => {
  const all = edition.deepDives.length;
  const telling = (whole: number): Promise<string> =>
    letterOf(edition, { page, blocks: letterBlocks(edition, whole), left: whole < all ? entriesLeft : undefined });
  let letter = await telling(all);
  if (fits(letter)) return letter;
  letter = await letterOf(edition, { page, blocks: [], left: tooLong });
  // The most that can be told lies between what fits and what does not.
  let [enough, tooMany] = [-1, all];
  while (tooMany - enough > 1) {
    const whole = Math.floor((enough + tooMany) / 2);
    const candidate = await telling(whole);
    if (fits(candidate)) [letter, enough] = [candidate, whole];
    else tooMany = whole;
  }
  return letter;
};

const fits = (letter: string): boolean => Buffer.byteLength(letter) <= largest;

const entriesLeft = 'The last Deep Dives are here by their titles alone, as mail programs cut longer letters.';
const tooLong = 'This edition is too long for a letter.';

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Classes are for the dark alone: where it is not asked for, or not understood, the styles beside them count. */
const attributes: Attributes = {
  h2: `class="ink line" style="margin:32px 0 12px;padding:0 0 6px;border-bottom:1px solid #dde2e9;font-size:20px;line-height:1.3;color:#1d2430"`,
  h3: `class="ink" style="margin:24px 0 8px;font-size:16px;line-height:1.4;color:#1d2430"`,
  p: `class="ink" style="margin:0 0 8px;font-size:16px;line-height:1.55;color:#1d2430"`,
  context: `class="soft" style="margin:0 0 24px;font-size:14px;line-height:1.5;color:#5b6573"`,
  ul: `class="ink" style="margin:0 0 16px;padding:0 0 0 20px;font-size:16px;line-height:1.55;color:#1d2430"`,
  li: `style="margin:0 0 6px"`,
  a: `class="link" style="color:#0b57a4;text-decoration:underline"`,
};

/** Mail programs that know of the dark take these; the others keep the light, or turn it by themselves. */
const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background-color: #0b0e13 !important; } .paper { background-color: #12161d !important; }
  .ink { color: #dfe3ea !important; } .soft { color: #98a2b3 !important; } .link { color: #79b8ff !important; }
  .line { border-color: #2b3240 !important; }
}`;

/** Characters of it: no list of letters shows as many. */
const longestHidden = 200;

/** Seen in the list of letters, beside the title, and nowhere else. */
const hidden = 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all';

interface Letter extends LetterOptions {
  readonly blocks: readonly Block[];
  /** What a reader is to know of what is not there. */
  readonly left: string | undefined;
}

const letterOf = async (edition: Edition, { blocks, left, page }: Letter): Promise<string> => {
  const { title, date, signal, deepDives } = edition;
  const letter = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${raw(dark)}</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:#f4f7fb">
<div style="${hidden}">${(signal.headline || nothingPublished).slice(0, longestHidden)}</div>
<table class="ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f7fb">
<tr><td align="center" style="padding:16px 8px">
<table class="paper" role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:640px;background-color:#ffffff">
<tr><td style="padding:28px 24px;text-align:left;${raw(font)};word-break:break-word">
<h1 class="ink" style="margin:0 0 4px;font-size:26px;line-height:1.25;color:#1d2430">${title}</h1>
<p class="soft" style="margin:0;font-size:14px;line-height:1.5;color:#5b6573">${fullDate(date)} · ${counted(deepDives.length, 'deep dive')}</p>
${blocksHtml(blocks, attributes)}
${left === undefined ? '' : html`<p class="soft" style="margin:24px 0 0;font-size:14px;line-height:1.5;color:#5b6573">${left}</p>`}
${page === undefined ? '' : html`<p style="margin:24px 0 0;font-size:16px"><a class="link" style="color:#0b57a4;text-decoration:underline" href="${page}">Read this edition on the web</a></p>`}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  // Mail programs drop the style by which pages keep one text from turning the next.
  return withoutDirections(letter.toString());
};
