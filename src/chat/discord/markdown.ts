/**
 * Runs of text as Discord's markdown, a line at a time. This is the one place that escapes for Discord.
 *
 * Discord reads more than CommonMark (https://support.discord.com/hc/en-us/articles/210298617,
 * https://discord.com/developers/docs/reference#message-formatting): spoilers, underlining, subtext, mentions, dates, custom
 * emoji, `:shortcodes:`. discord.js' `escapeMarkdown` leaves addresses, mentions, dates and lists alone, so it is not enough.
 * A backslash hides itself before any character but letters, digits and white space.
 */
import { cleanText } from '../clean-text.ts';
import type { Inline, Inlines } from '../message.ts';
import { splitInlines } from '../split.ts';
import { discordLimits } from './limits.ts';
import { inertStretch } from './link-text.ts';

/**
 * What begins something wherever it stands. A colon does before a slash (an address becomes a link by itself, and a
 * backslash before its first letter would not help) and where another follows (`:smile:`); at the end of a run, what follows
 * is not known. An invitation shows as a card without any scheme.
 */
const special = /[\\*_~|`<[\]]|@(?=everyone|here|$)|:(?=\/|[^\s:]+:|$)|(?<=discord(?:app)?\.(?:com|gg))\//gi;

/** What makes a heading, a list, a quote or subtext at the start of a line: each run may come to stand there. */
const lineStart = /^( *)(?:([#>-])|(\d+)(?=\.(?: |$)))/;

const escapeText = (text: string): string =>
  text
    .replace(special, '\\$&')
    .replace(lineStart, (_, space: string, mark?: string, number?: string) =>
      number === undefined ? `${space}\\${mark}` : `${space}${number}\\`,
    );

/** An upper bound of what `escapeText` adds, which unlike it does not depend on what follows. */
const sizeOfEscapes = (text: string): number => (text.match(/[\\*_~|`<[\]@:/]/g)?.length ?? 0) + 1;

/** What would end a link's destination, or the bold run that it stands in. */
const endsDestination = /[()<>[\]\\*`|\s]/g;
const percentEncode = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** The address as a link in text or a button may carry it; undefined where it is not of the web, or too long. */
export const webAddress = (href: string): string | undefined => {
  if (!URL.canParse(href)) return undefined;
  const { protocol, href: address } = new URL(href);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const safe = address.replace(endsDestination, percentEncode);
  return safe.length <= discordLimits.linkUrl && URL.canParse(safe) ? safe : undefined;
};

/** Marks must touch the text, so white space is moved outside of them. */
const wrap = (text: string, mark: string): string => {
  const inner = text.trim();
  if (inner === '' || mark === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}${mark}${inner}${mark}${text.slice(start + inner.length)}`;
};

const marksOf = ({ bold, italic }: Inline): string => (bold ? '**' : '') + (italic ? '*' : '');

/** Discord hides no backslash in the text of a link, so that what would need one stays outside of it. */
const renderLink = (text: string, address: string): string => {
  const stretch = inertStretch(text);
  if (stretch === undefined) return escapeText(text);
  const [start, end] = stretch;
  const before = start === 0 ? '' : escapeText(text.slice(0, start));
  const after = end === text.length ? '' : escapeText(text.slice(end));
  return `${before}[${text.slice(start, end)}](<${address}>)${after}`;
};

const renderUnstyled = ({ text, code, href, channel }: Inline): string => {
  if (channel !== undefined) return `<#${channel}>`;
  if (code) return `\`${text}\``;
  return href === undefined ? escapeText(text) : renderLink(text, href);
};

/** An upper bound, which splitting adds up. */
const sizeOfRun = (run: Inline): number => {
  const link = run.href === undefined ? 0 : run.href.length + '[](<>)'.length;
  const channel = run.channel === undefined ? 0 : run.channel.length + '<#>'.length;
  return run.text.length + sizeOfEscapes(run.text) + 2 * '***'.length + link + channel;
};

/** A run with what can be shown of it: Discord has no styles in code, and no code in which there are backticks. */
const showable = ({ text: given, bold, italic, code, href, channel }: Inline): Inline => {
  const text = cleanText(given);
  if (channel !== undefined && /^\d{1,20}$/.test(channel)) return { text, channel };
  const address = href === undefined ? undefined : webAddress(href);
  if (code && address === undefined && text.trim() !== '' && !text.includes('`')) return { text, code };
  return {
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(address !== undefined && { href: address }),
  };
};

/** Runs that touch with their marks (`**a***b*`) would be read otherwise than they were written: the later one is left plain. */
const joinRuns = (content: Inlines): string => {
  let line = '';
  let endsInMark = false;
  for (const run of content) {
    const unstyled = renderUnstyled(run);
    const styled = wrap(unstyled, marksOf(run));
    const shown: string = endsInMark && styled.startsWith('*') ? unstyled : styled;
    endsInMark = shown !== unstyled && shown.endsWith('*');
    line += shown;
  }
  return line;
};

const isVisible = (content: Inlines): boolean => content.some(({ text, channel }) => text.trim() !== '' || channel);

/** Lines of at most `limit` characters, none of them empty, that say what `content` says. Cut at ends of sentences. */
export const renderLines = (content: Inlines, limit: number): readonly string[] =>
  splitInlines(content.map(showable), limit, sizeOfRun).filter(isVisible).map(joinRuns);

/** What a line that was rendered here says, without its marks; near enough for a title. */
export const plainLine = (line: string): string =>
  line
    .replace(/^(?:#{1,3}|-#|>|-) /, '')
    .replace(/\[([^[\]]*)\]\(<[^<>]*>\)/g, '$1')
    .replace(/\\([^\p{L}\p{N}\s])|[*`]/gu, '$1')
    .trim();
