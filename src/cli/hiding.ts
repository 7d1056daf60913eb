/** Takes secrets out of a text, in each form in which a program writes one: a log that is read by many holds none. */

const hidden = '[hidden]';

/** Letters of a form that tell it from other words; shorter ones of a secret are found as it stands alone. */
const fewest = 8;

/** In base64 a text looks in three ways, by where in threes of bytes it begins; what stands at its ends depends on its neighbours. */
const base64Forms = (secret: string): readonly string[] =>
  [0, 1, 2].flatMap(shift => {
    const bytes = Buffer.from('\0'.repeat(shift) + secret);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    const own = whole.slice(shift === 0 ? 0 : 4);
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });

/** As it is, in JSON, in an address, in a form that was sent, and encoded, as a header has a name and a password. */
const formsOf = (secret: string): readonly string[] => {
  const encoded = encodeURIComponent(secret.toWellFormed());
  const others = [encoded, encoded.replaceAll('%20', '+'), ...base64Forms(secret), Buffer.from(secret).toString('hex')];
  return [secret, JSON.stringify(secret).slice(1, -1), ...others.filter(({ length }) => length >= fewest)];
};

/**
 * What no setting names: tokens of the workspaces that installed the app, and what stands in addresses to which whoever has them may
 * post, Slack's for answers and Discord's of interactions. JSON may write a slash as `\/`.
 */
const patterns: readonly RegExp[] = [
  /\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]{8,}/g,
  /(?<=\bhooks\.slack\.com)(?:\\?\/[\w.~%-]+)+/g,
  /(?<=\/(?:webhooks|interactions)\/\d+\/)[\w-]{20,}/g,
];

/** What hides `secrets`, the longest first, as one may hold another, and what is known for one by its looks. */
export const createHiding = (secrets: readonly string[]): ((text: string) => string) => {
  const forms = new Set(secrets.flatMap(formsOf).filter(form => form !== ''));
  const ordered = [...forms].toSorted((one, other) => other.length - one.length);
  return text => {
    const known = ordered.reduce((rest, form) => rest.replaceAll(form, hidden), text);
    return patterns.reduce((rest, pattern) => rest.replace(pattern, hidden), known);
  };
};
