/** What is no prose: markup of any kind, code of a program that is not named but written out, and strings like secrets. */
import type { AnswerRule } from './answer-rule.ts';
import { hasInvisible } from './invisible.ts';

/** A type with parameters, such as `Vec<T>`, is a name and no tag. */
const tag = /(?<![\p{L}\p{N}_>])<[/!?]?[a-z][^<>\n]{0,200}>?|<\/[a-z]/iu;

const markup: readonly RegExp[] = [
  tag,
  /&(?:[a-z]{2,12}|#\d{1,7}|#x[0-9a-f]{1,6});/iu,
  /`/u,
  /\*\*|(?<![\p{L}\p{N}*])\*[^\s*][^*\n]{0,200}\*(?![\p{L}\p{N}*])|~~|\|\|/u,
  /(?<![\p{L}\p{N}_])_[^\s_][^_\n]{0,200}_(?![\p{L}\p{N}_])/u,
  /!?\[[^[\]\n]{0,200}\]\s?[([]/u,
  /^\s{0,3}(?:#{1,6}|[-*+•>]|\d{1,2}[.)])\s/mu,
  /\{\{|\}\}|\{%|%\}|\$\{|<%|%>|\$\(/u,
  /[{[]\s?["'][\p{L}_]{1,40}["']\s?[:,\]]|["'}\]]\s?[}\]],?\s?["'{[]/u,
  /\\[nrtu"x]/u,
  /\p{Extended_Pictographic}(?<![©®™↔↕↗↘↙↖])/u,
];

/** Names in double underscores are those of Python and C. */
const dunder = /(?<![\p{L}\p{N}_])__[a-z0-9]+(?:_[a-z0-9]+)*__(?![\p{L}\p{N}_])/giu;

const secrets: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:sk|pk|rk)[-_][\w-]{16,}/u,
  /(?<![\p{L}\p{N}])(?:AKIA|ASIA)[0-9A-Z]{16}/u,
  /(?<![\p{L}\p{N}])(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|xapp-|hf_|npm_)[\w-]{10,}/u,
  /(?<![\p{L}\p{N}])eyJ[\w-]{10,}\./u,
  /-----BEGIN/u,
  /(?<![\p{L}\p{N}])[0-9a-f]{32,}(?![\p{L}\p{N}])/iu,
  // Forty characters of a kind that no word has: both cases and a digit.
  /(?<![\p{L}\p{N}])(?=[\w+/]{0,80}\d)(?=[\w+/]{0,80}[a-z])(?=[\w+/]{0,80}[A-Z])[\w+/]{32,}={0,2}/u,
  /(?<!\p{L})(?:password|passwd|api[ _-]?key|secret|token)\s?[:=]\s?\S{4,}/iu,
];

export const markupRules: readonly AnswerRule[] = [
  { fault: 'holds characters that nobody sees', isBroken: text => hasInvisible(text) || text.includes('\ufffd') },
  { fault: 'has several lines', isBroken: text => /[\n\r\u2028\u2029]/.test(text.trim()) },
  {
    fault: 'holds markup',
    isBroken: (text, { sourceText }) => {
      const prose = text.replace(dunder, name => (sourceText.includes(name) ? '' : name));
      return markup.some(pattern => pattern.test(prose));
    },
  },
  { fault: 'holds what looks like a secret', isBroken: text => secrets.some(pattern => pattern.test(text)) },
];
