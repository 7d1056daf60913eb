/** The answer to `why` in sentences. */
import type { Listing, Telling, Trail } from '../archive/trail.ts';
import { windowEnding } from '../delivery/window.ts';
import { counted } from '../edition/counted.ts';
import { failureText } from '../edition/source.ts';
import type { Decision, DecisionKind } from '../editor/decisions.ts';
import type { Blog } from './why-blogs.ts';

/** What is known of an article. */
export interface Why extends Trail {
  /** Of each decision that merged the article: what became of the telling that was kept. */
  readonly kept: readonly Decision[];
  /** The edition for which it is still to be weighed, `YYYY-MM-DD`; absent where its time has passed or it is no news. */
  readonly comes?: string;
  /** The blogs of the list that it may be of; not looked for where it was listed. */
  readonly blogs: readonly Blog[];
}

/** A heading, what each edition made of it, and who listed it. */
export const answerText = (why: Why): string => {
  const { url, decisions, tellings, listings, blogs } = why;
  const undecided = tellings.filter(telling => !decisions.some(({ edition }) => edition === telling.edition));
  const parts = [
    headingOf(why),
    ...decisions.map(({ edition, decision }) => decisionText(edition, decision, why)),
    ...undecided.map(tellingText),
    ...listings.map(listing => listingText(listing, why)),
    ...blogs.map(blog => blogText(blog)),
  ];
  return `${parts.length > 1 ? parts.join('\n\n') : unknownText(url)}\n`;
};

const headingOf = ({ url, decisions: [first], listings: [listing] }: Why): string => {
  const title = first?.decision.title || listing?.title;
  return title ? `${title}\n${url}` : url;
};

const verdicts: Readonly<Record<DecisionKind, string>> = {
  'deep-dive': 'told as a Deep Dive',
  'also-published': 'listed under “Also published”, not told',
  merged: 'merged into another telling of the same story',
  'published-before': 'left out, as another edition had the story',
};

const decisionText = (edition: string, decision: Decision, { kept }: Why): string => {
  const telling = kept.find(({ url }) => url === decision.mergedInto);
  const reasons = [
    ...decision.reasons,
    ...(telling === undefined ? [] : [`that one, of ${telling.source}, was ${verdicts[telling.decision]}`]),
  ];
  const verdict = `Edition of ${edition}, from ${decision.source}: ${verdicts[decision.decision]}.`;
  return [verdict, ...reasons.map(reason => `    - ${reason}`)].join('\n');
};

const tellingText = ({ edition, as }: Telling): string =>
  `Edition of ${edition}: ${verdicts[as]}. It was written before reasons were kept.`;

/** "2026-04-01 05:00 UTC" */
const instantText = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

const listingText = (listing: Listing, why: Why): string => {
  const { source, firstSeen, appeared } = listing;
  const news =
    appeared === undefined
      ? 'It bears no date and stood in the first list of the blog: it never counted as news, and no edition weighs it.'
      : `It counts as news since ${instantText(appeared)}.`;
  const lines = [`${source} listed it, first seen ${instantText(firstSeen)}.`, news];
  const isDecided = why.decisions.length + why.tellings.length > 0;
  return [...lines, ...(isDecided || appeared === undefined ? [] : [outlookText(listing, appeared, why)])].join(' ');
};

/** Why nothing was decided on what was listed. */
const outlookText = ({ firstSeen, covering, before }: Listing, appeared: string, { comes }: Why): string => {
  if (covering === undefined) return `It is to be weighed for the edition of ${comes}.`;
  const { date, until, builtAt } = covering;
  if (Date.parse(appeared) <= Date.parse(windowEnding(until, before).since))
    return `That is before what the edition of ${date} covers, and no earlier one covers it.`;
  if (firstSeen > builtAt)
    return `The edition of ${date} covers that time and was written before it was seen: no edition has it.`;
  return `The edition of ${date} covers that time and does not have it; why was not kept.`;
};

const blogText = ({ name, site, health }: Blog): string => {
  const never = `${name} (${site}) has not listed it`;
  if (health === undefined) return `${never}: the blog was not read yet.`;
  const { status, items, checkedAt } = health;
  if (status === 'failed') return `${never}. It cannot be read: ${failureText(health)}.`;
  return `${never}. It was read last at ${instantText(checkedAt)}, with ${counted(items, 'item')}: a newer one is still to be seen, one that its feed had dropped before is not.`;
};

const unknownText = (url: string): string =>
  `Nothing is known of ${url}: no blog listed it, and none of the list is at that host. ` +
  '`sources list` shows which there are, `sources import` adds others.';
