/** The customer that a vendor's headline is about, told apart from the vendor's own news and deals. */
import { type Headline, readHeadline, type Subject } from './company-subject.ts';
import { isAction } from './company-words.ts';
import { type Clue, type Finding, findBy, firstFinding, type Rule } from './finding.ts';
import { asked, helped, inside, isClosing, leading, placed } from './headline-figures.ts';

interface Pitch extends Clue {
  readonly vendor: string;
}

/** What is now to be had is the vendor's offer, whoever made it. */
const offer =
  /\b(?:now|generally|publicly) available\b|\b(?:is|are) (?:now )?(?:here|live|available)\b|\bin (?:public |private )?(?:preview|beta)\b|\bcoming (?:soon )?to\b|\b(?:is|are) now (?:in|on)\b|\bnow supports?\b/i;

const pairing = /^\s*[+&×,]\s*$/;

/** True where the vendor acts together with another, before any verb: "Microsoft and NVIDIA expand …". */
const isTogether = ({ headline: { words, mentions }, vendor }: Pitch): boolean => {
  const verb = words.findIndex(({ lower }) => isAction(lower));
  return [...mentions.values()].some(({ company, start, end }) => {
    if (company !== vendor || (verb >= 0 && start > verb)) return false;
    const [before, after] = [words[start - 1], words[end]];
    return (
      before?.lower === 'and' ||
      after?.lower === 'and' ||
      pairing.test(words[start]?.gap ?? '') ||
      pairing.test(after?.gap ?? '')
    );
  });
};

/** The vendor's own name opens the title: only another's deed, after a colon, can be its matter. */
const opensWithVendor = ({ headline, vendor }: Pitch): boolean => {
  const first = headline.mentions.get(0);
  return first?.company === vendor && first.kind !== 'product';
};

const isDealOfVendor = ({ headline }: Pitch): boolean => leading(headline).some(({ act }) => act === 'deal');

/** Customers are companies; a product or a project in a vendor's headline is mostly something that it offers or supports. */
const isCompany = ({ kind }: Subject): boolean => kind === 'company' || kind === 'unknown';

const acts = ({ act }: Subject): boolean => act === 'action';

const rule = (
  figure: (headline: Headline) => Subject[],
  holds: (subject: Subject, headline: Headline) => boolean,
  reason: string,
): Rule<Pitch> =>
  findBy(figure, (subject, { headline, vendor }) => subject.name !== vendor && holds(subject, headline), reason);

/** "Anthropic’s Claude …": what the vendor offers is named after its maker. */
const isOfferOf = ({ name, end }: Subject, { mentions }: Headline): boolean => mentions.get(end)?.company === name;

const deeds: readonly Rule<Pitch>[] = [
  rule(asked, subject => acts(subject) && isCompany(subject), 'the title asks how or why of'),
  rule(leading, subject => acts(subject) && isCompany(subject), 'the title tells what was done by'),
];

const belongings: readonly Rule<Pitch>[] = [
  rule(
    inside,
    ({ kind, possessive }) => kind === 'company' || (kind === 'unknown' && possessive),
    'the title looks inside',
  ),
  rule(
    leading,
    (subject, headline) => subject.possessive && isCompany(subject) && !isOfferOf(subject, headline),
    'the title opens with something that belongs to',
  ),
  rule(helped, isCompany, 'the title tells who was helped:'),
  rule(
    headline => placed(headline, ['at']),
    (subject, headline) => isCompany(subject) && isClosing(headline, subject),
    'the title places the story at',
  ),
  rule(
    leading,
    ({ kind, ordinary, end }, { words }) => kind === 'company' && !ordinary && words[end]?.opens === true,
    'a segment of the title is',
  ),
];

/** "How X and AWS built …": the vendor tells what it did for the one whom it names first. */
const isJoinedByVendor = ({ headline: { words, mentions }, vendor }: Pitch, { end }: Subject): boolean =>
  words[end]?.lower === 'and' && mentions.get(end + 1)?.company === vendor;

const together: Rule<Pitch> = findBy(
  asked,
  (subject, clue) => isCompany(subject) && isJoinedByVendor(clue, subject),
  'the title asks how the vendor worked with',
);

/** @returns the customer; undefined where the title is about the vendor itself, its products, or a deal that it made */
export const customerIn = (title: string, vendor: string): Finding | undefined => {
  const clue = { headline: readHeadline(title), vendor };
  if (offer.test(title)) return undefined;
  const served = together(clue);
  if (served) return served;
  if (isTogether(clue) || isDealOfVendor(clue)) return undefined;
  return firstFinding(opensWithVendor(clue) ? deeds : [...deeds, ...belongings], clue);
};
