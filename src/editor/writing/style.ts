/** Style: what makes a sentence a worse or a better quotation without ruling it out. */

interface Mark {
  readonly pattern: RegExp;
  /** Added to the worth of a sentence that matches; negative for a blemish. */
  readonly worth: number;
}

const marks: readonly Mark[] = [
  // Voice: a digest speaks of systems, not of the author's or the reader's doings.
  { worth: -1.5, pattern: /\b(?:I|I(?:’|')(?:m|ve|d|ll)|[Mm]y|[Mm]e|[Mm]yself)\b/ },
  { worth: -0.6, pattern: /\b(?:you|your|yours)\b/i },
  {
    worth: -0.5,
    pattern:
      /\b(?:we|I) (?:see|saw|looked|will|hope|plan|think|guess|thought|wanted|want|wish|said|mentioned|wrote|asked)\b|\bwe(?:’|')ll\b/i,
  },
  {
    worth: -0.7,
    pattern:
      /\b(?:said|says|told|explains|tweeted|commented|recalls),? |\b(?:adds|notes)(?:,| that) |according to|,” /i,
  },
  { worth: -1.2, pattern: /!["”’)]*$/ },
  // What is commonly thought is said in order to be denied.
  { worth: -1, pattern: /^(?:many|most|some|few)\b[^,.]{0,30}\b(?:think|believe|assume|would say)\b/i },
  // Hedges, conjecture and plans.
  {
    worth: -0.6,
    pattern: /\b(?:could|might|perhaps|maybe|probably|arguably|in theory|theoretically|hopefully|potentially)\b/i,
  },
  {
    worth: -0.4,
    pattern:
      /\b(?:would|may|someday|future|roadmap|upcoming|coming (?:soon|weeks|months|year)|next (?:few|year|quarter)|plan(?:s|ning)? to|will (?:be|continue|soon|also))\b/i,
  },
  {
    worth: -0.3,
    pattern:
      /\b(?:quite|pretty|actually|basically|really|simply|just|obviously|of course|very|kind of|sort of|a bit|a lot|things?|stuff|nice|cool|fun|interesting)\b/i,
  },
  {
    worth: -0.7,
    pattern:
      /\b(?:powerful|seamless(?:ly)?|robust|innovative|exciting|amazing|awesome|incredibl[ey]|fantastic|wonderful|beautiful(?:ly)?|stunning|best-known|leading|leverag(?:e|es|ing)|empower\w*|journey|ecosystem of|trusted by|rich (?:set|ecosystem)|delight\w*|love[sd]?)\b/i,
  },
  // Examples, lists and details that want their context.
  { worth: -0.5, pattern: /\b(?:e\.g\.|for example|for instance|i\.e\.|etc\.?|such as when)/i },
  { worth: -0.6, pattern: /\b[\p{L}\p{N}]+_[\p{L}\p{N}_]+\b|\s-{1,2}\w+\b|\w\(\)|\p{Ll}\.\p{Ll}+\(/u },
  { worth: -0.4, pattern: /\([^()]{50,}\)/ },
  { worth: -0.5, pattern: /(?:,[^,]*){7}/ },
  { worth: -0.4, pattern: /\b(?:here|there)\b(?! (?:is|are|was|were|has|have|may|might|can)\b)/i },
  {
    worth: -0.3,
    pattern:
      /^(?:there (?:is|are|was|were)|in \S+ case|once|currently|as|in (?:our|addition|general)|for|while|all|every|each|an?|some)\b/i,
  },
  { worth: -0.8, pattern: /^\p{Lu}[\p{L} -]{2,30}: /u },
  { worth: -1.2, pattern: /^\p{Lu}[\p{L} -]{2,30}: \p{Lu}/u },
  // One of a count whose beginning is not quoted, or addressed to a reader at work.
  { worth: -0.8, pattern: /^(?:an?|one|our|the) (?:second|third|fourth|final|last) /i },
  { worth: -0.8, pattern: /^(?:(?:once|when|after|before|as) you|if you(?:[’']re| are))\b/i },
  { worth: -0.5, pattern: /\b(?:two|three|four|several|some|a few) (?:more|other|further)\b/i },
  // “It is important that …”: said at one remove, and by its first word like a pointer.
  { worth: -1, pattern: /^It(?: |[’']s )/ },
  { worth: -1, pattern: /\bis (?:a|one) [\p{L} -]{1,20} thing\./u },
  { worth: -0.6, pattern: /\[\d[\d,–-]*\]/ },
  {
    worth: -0.8,
    pattern:
      /\b(?:raised|funding|series [A-E]\b|investors?|valuation|revenue|customers love|ceo|founded in|headquartered|award|press release)\b/i,
  },
  { worth: -0.4, pattern: /, (?:though|then|too),|\binstead,|\binstead\.$/i },
  {
    worth: -0.8,
    pattern:
      /\bavailable (?:now |today )?(?:in|for|to|on|with) (?:all |the )?(?:[\w-]+ ){0,4}(?:editions?|plans?|tiers?|customers|regions?|accounts?|subscribers)\b/i,
  },
  { worth: -1.5, pattern: /\b(?:opened the (?:[\w-]+ )?beta|paying customers|generally available|public beta)\b/i },
  {
    worth: -0.8,
    pattern:
      /^(?:turn|put|write|pick|set|pass|send|build|deploy|apply|plan|measure|ask|leave|give|wrap|move|define|specify|provide|treat|monitor|test|use|keep|record|aggregate|using [^,]{5,60}, \w+) (?:the|your|a|an|all|every|each|it|them|up|on|off|out|in|to|what|one|both)\b/i,
  },
  // Facts: figures with what they count, names in mid-sentence, reasons.
  {
    worth: 0.5,
    pattern:
      /\b\d[\d,.]*\s?(?:%|percent|x\b|×|ms|s\b|seconds?|minutes?|hours?|days?|[kmgtp]i?b|million|billion|thousand|k\b|requests?|queries|qps|rps|users?|servers?|nodes?|services?|teams?|engineers?|tasks?|times|bytes?|lines?)/i,
  },
  {
    worth: 0.3,
    pattern:
      /\b(?:because|since|so that|in order to|which means|due to|therefore|by \w+ing|to (?:avoid|prevent|reduce|keep|ensure))\b/i,
  },
  { worth: 0.3, pattern: /\s(?:\p{Lu}{2,}s?|\p{Lu}\p{Ll}+\p{Lu}\w*|\p{Ll}+\p{Lu}\w*)\b/u },
  { worth: 0.2, pattern: /[\p{Ll},] \p{Lu}\p{Ll}{2,}/u },
];

/** Length that reads best, in words; each word outside costs a little. */
const shortest = 14;
const longest = 32;

/** The worth of the style of `text`, about -3 to 1.5. */
export const styleOf = (text: string): number => {
  const words = text.split(' ').length;
  const length = -0.05 * Math.max(0, words - longest) - 0.15 * Math.max(0, shortest - words);
  return marks.reduce((sum, { pattern, worth }) => (pattern.test(text) ? sum + worth : sum), length);
};
