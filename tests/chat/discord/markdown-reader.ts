/**
 * Reads Discord's markdown as its clients do, to tell what a payload shows. Written from Discord's documentation, not from our
 * escaping: https://support.discord.com/hc/en-us/articles/210298617 and https://discord.com/developers/docs/reference#message-formatting;
 * what links may say from https://github.com/discord/discord-api-docs/issues/6185, 7673 and 7721. Where it is in doubt, it sees markup.
 */

export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  readonly href?: string;
}

export interface ReadRun extends Style {
  readonly text: string;
}

export type LineKind = 'heading 1' | 'heading 2' | 'heading 3' | 'context' | 'quote' | 'list' | 'paragraph';

export interface ReadLine {
  readonly kind: LineKind;
  readonly runs: readonly ReadRun[];
  /** What would do something that no line of ours should: notify, link by itself, hide, show a picture or a date. */
  readonly live: readonly string[];
}

const beginnings: readonly (readonly [LineKind | 'other', RegExp])[] = [
  ['heading 1', /^ *#\s+(?!#)/],
  ['heading 2', /^ *##\s+(?!#)/],
  ['heading 3', /^ *###\s+(?!#)/],
  ['context', /^ *-#\s+/],
  ['quote', /^ *>\s/],
  ['other', /^ *>>>\s/],
  ['list', /^ *-\s/],
  ['other', /^ *(?:\*|\d+\.)\s/],
];

const beginningOf = (line: string): { kind: LineKind | 'other'; length: number } | undefined => {
  for (const [kind, pattern] of beginnings) {
    const found = pattern.exec(line);
    if (found !== null) return { kind, length: found[0].length };
  }
  return undefined;
};

export const readLine = (line: string): ReadLine => {
  const beginning = beginningOf(line);
  const kind = beginning?.kind ?? 'paragraph';
  const rest = line.slice(beginning?.length ?? 0);
  const shown = kind.startsWith('heading') ? rest.replace(/\s*#+\s*$/, '') : rest;
  const live: string[] = [];
  const runs = readInline(shown, {}, { hidesBackslashes: true, live });
  if (beginning !== undefined && beginningOf(shown) !== undefined) live.push(`a block in a block: ${line}`);
  if (kind === 'other') live.push(`a block: ${line}`);
  return { kind: kind === 'other' ? 'paragraph' : kind, runs, live };
};

interface Reading {
  /** Not in the text of a link. */
  readonly hidesBackslashes: boolean;
  readonly live: string[];
}

/** What is read as a whole, whatever is in it. */
const lively: readonly (readonly [string, RegExp])[] = [
  ['a code block', /```.+?```/sy],
  ['a mention', /<(?:@[!&]?|#)\d+>|@everyone|@here/y],
  ['a command', /<\/[^>:]+:\d+>/y],
  ['a date', /<t:-?\d+(?::[a-zA-Z])?>/y],
  ['an emoji', /<a?:\w+:\d+>|:[\p{L}\p{N}_+-]+:/uy],
  ['a place', /<id:[^>]+>/y],
  ['an address', /<[a-z][a-z\d+.-]*:\/?[^ >]+>|<[^\s<>@]+@[^\s<>]+>|<\+[\d -]+>/iy],
  ['a card', /(?<=discord(?:app)?\.(?:gg|com))\/[a-z\d]/iy],
  ['an address', /(?<=[a-z]):\/\/[^\s<]/iy],
  ['underlined', /__(?:\\.|[^\\])+?__(?!_)/sy],
  ['struck', /~~.+?~~/sy],
  ['a spoiler', /\|\|.+?\|\|/sy],
];

const bold = /\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy;
const italic = /\*(?!\s)((?:\*\*|\\.|[^*\\])+?)\*(?!\*)|_((?:__|\\.|[^_\\])+?)_(?![A-Za-z\d_])/sy;
const code = /(`+)(.+?)(?<!`)\1(?!`)/sy;
const link = /\[((?:\[[^\]]*\]|[^[\]])*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\[^\n])*?)>?\s*\)/y;
const escaped = /\\[^A-Za-z\d\s]/y;
const literal = /[^\\*_~|`<@:[/]+/y;
const emoji = /\p{Extended_Pictographic}|\p{RI}|\u20e3/u;
const exempt = /[©®™]/g;

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

const readInline = (text: string, style: Style, reading: Reading): ReadRun[] => {
  const runs: ReadRun[] = [];
  let index = 0;
  const say = (said: string, length: number): void => {
    runs.push({ ...style, text: said });
    index += length;
  };
  const nest = (inner: string, added: Style, length: number, how = reading): void => {
    runs.push(...readInline(inner, { ...style, ...added }, how));
    index += length;
  };
  while (index < text.length) {
    const plain = at(literal, text, index);
    if (plain !== null) {
      say(plain[0], plain[0].length);
      continue;
    }
    if (reading.hidesBackslashes && at(escaped, text, index) !== null) {
      say(text.slice(index + 1, index + 2), 2);
      continue;
    }
    for (const [name, pattern] of lively) {
      const found = at(pattern, text, index);
      if (found !== null) reading.live.push(`${name}: ${found[0].slice(0, 40)}`);
    }
    const found = at(link, text, index) ?? at(bold, text, index) ?? at(italic, text, index) ?? at(code, text, index);
    if (found === null) say(text.charAt(index), 1);
    else if (text.startsWith('[', index)) {
      const [whole, label = '', href = ''] = found;
      if (emoji.test(label.replace(exempt, '')) || label.trim() === '') reading.live.push(`no link: ${whole}`);
      nest(label, { href: href.replace(/\\([^A-Za-z\d\s])/g, '$1') }, whole.length, {
        ...reading,
        hidesBackslashes: false,
      });
    } else if (text.startsWith('`', index)) {
      runs.push({ ...style, code: true, text: (found[2] ?? '').replace(/^ (?= *`)|(?<=` *) $/g, '') });
      index += found[0].length;
    } else if (at(bold, text, index) !== null) nest(found[1] ?? '', { bold: true }, found[0].length);
    else nest(found[1] ?? found[2] ?? '', { italic: true }, found[0].length);
  }
  return runs;
};
