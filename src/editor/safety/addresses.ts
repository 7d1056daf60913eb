/** Ways out of a text that no model may open: links, bare domains, mail addresses, telephone numbers, mentions and channels. */
import { phraseWithin } from '../../edition/phrase-notation.ts';
import type { AnswerContext, AnswerRule } from './answer-rule.ts';

/** Endings that people know as those of addresses, and that file names do not have. */
const endings =
  'com|net|org|io|dev|ai|co|app|cloud|example|test|invalid|info|biz|xyz|me|tv|gg|ly|gl|to|link|site|online|website|store|shop|top|click|live|news|blog|page|tech|page|pro|club|fun|icu|vip|win|loan|zip|mov|ru|su|cn|de|fr|uk|eu|us|jp|br|in|it|es|nl|ch|at|be|se|no|dk|fi|cz|tr|ua|ir|kr|tw|hk|au|nz|ca|mx|gov|edu|int|mil|onion|local|host';

/** Names of products and companies that look like domains. */
const namesWithDots = phraseWithin(
  'asp.net | ado.net | ml.net | vb.net | json.net | .net | socket.io | fly.io | crates.io | draw.io | node.io | github.io | x.ai | character.ai | h2o.ai | c3.ai | booking.com | amazon.com | hotels.com | monday.com | checkout.com | crypto.com | salesforce.com | bol.com | jd.com | honeycomb.io | solo.io | sanity.io | apollo.io | brettterpstra.com | system.io | system.net | java.net | web.dev | pkg.dev | schema.org | kernel.org | archive.org | openjs.org | deeplearning.ai | mozilla.org',
);

const bareDomain = new RegExp(
  String.raw`(?<![\p{L}\p{N}_@.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,6}(?:${endings})(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`,
  'giu',
);

/** A host of any ending with a path behind it; a pair of file names is none. */
const hostWithPath =
  /(?<![\p{L}\p{N}_@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}(?!(?:js|ts|json|ya?ml|py|go|rs|java|md|txt|html?|css|cfg|toml|lock)\/)[a-z]{2,24}\/[\w?#%~-]/iu;

const links: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]{1,20}:\/\//iu,
  /(?<![\p{L}\p{N}])(?:https?|hxxps?|ftp|mailto|tel|sms|javascript|data|file|slack|discord|tg|magnet):(?!\s)/iu,
  /(?<![\p{L}\p{N}])www\d?\./iu,
  hostWithPath,
  /(?<![\p{L}\p{N}])(?:bit\.ly|t\.co|goo\.gl|tinyurl|discord\.gg|t\.me)(?![\p{L}\p{N}])/iu,
  /\p{L}\s?(?:\[\.\]|\(\.\)|\{\.\}|[([{]dot[)\]}])\s?\p{L}/iu,
  /\p{L} dot (?:com|net|org|io|dev|ai|co|app|example)(?![\p{L}\p{N}]|[ -](?:bubble|boom|era|crash|bust))/iu,
];

const mail =
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\p{L}\p{N}-]{1,63}(?:\.|\[dot\]|\(dot\)| dot )\p{L}{2,}/iu;

const telephone =
  /(?<![\p{L}\p{N}.,-])(?:\+\d[\d ().-]{7,18}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4}|1[ -]8\d\d[ -][\dA-Z-]{7,9}|0\d{2,4}[ /-]\d{5,9})(?![\p{L}\p{N}]|[.,]\d)/u;

/** Mentions that call many, and those that are written as identifiers. */
const calls: readonly RegExp[] = [
  /@ ?(?:everyone|here|channel|all|team)(?!\p{L})/iu,
  /<[@!#&:][^<>]{0,80}>?/u,
  /<(?:a?:\w+:|t:\d)/u,
];

const handle = /(?<![\p{L}\p{N}_.@/])@[\p{L}_][\p{L}\p{N}_.-]*(?:\/[\w.-]+)?/gu;
const hashtag = /(?<![\p{L}\p{N}_&#/])#[\p{L}_][\p{L}\p{N}_-]*/gu;

/** Words beside which an `@name` is code, and a `#name` too. */
const codeWords =
  /(?<!\p{L})(?:annotat\w*|decorat\w*|directives?|attributes?|at-rules?|packages?|scopes?|imports?|macros?|prepro\w+|pragmas?|selectors?|fragments?|types?|modules?)(?!\p{L})/iu;

const hasOtherThan = (found: readonly string[], isKnown: (name: string) => boolean): boolean =>
  found.some(name => !isKnown(name));

/** Code that the article shows too, and that the text speaks of as code. */
const isCode = (name: string, text: string, { sourceText }: AnswerContext): boolean =>
  sourceText.includes(name) && codeWords.test(text);

export const addressRules: readonly AnswerRule[] = [
  { fault: 'holds a web address', isBroken: text => links.some(pattern => pattern.test(text)) },
  {
    fault: 'holds what looks like a web address',
    // A name with a dot is one only where the article has it too.
    isBroken: (text, { sourceText }) =>
      hasOtherThan(
        text.match(bareDomain) ?? [],
        name => namesWithDots.test(name) && sourceText.toLowerCase().includes(name.toLowerCase()),
      ),
  },
  { fault: 'holds a mail address', isBroken: text => mail.test(text) },
  { fault: 'holds a telephone number', isBroken: text => telephone.test(text) },
  {
    fault: 'mentions somebody',
    isBroken: (text, context) =>
      calls.some(pattern => pattern.test(text)) ||
      hasOtherThan(text.match(handle) ?? [], name => isCode(name, text, context)),
  },
  {
    fault: 'names a channel or a hashtag',
    isBroken: (text, context) => hasOtherThan(text.match(hashtag) ?? [], name => isCode(name, text, context)),
  },
];
