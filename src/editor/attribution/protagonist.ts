/** The company that a headline is about, on a blog that tells of others: news, explainers, essays. */
import type { TellerKind } from '../../edition/source.ts';
import { type Headline, readHeadline, type Subject } from './company-subject.ts';
import { type Clue, type Finding, findBy, firstFinding, type Rule } from './finding.ts';
import { asked, inside, isClosing, leading, owning, placed } from './headline-figures.ts';

/** Blogs that tell of others. */
type ReporterKind = Exclude<TellerKind, 'own' | 'vendor'>;

interface Report extends Clue {
  readonly kind: ReporterKind;
}

/** A name after one of these is a means or an aim, not whom the story is about. */
const means = 'about and as beyond into like or over than through to using versus via vs with without'.split(' ');
/** A name after one of these is where it happens: enough for news, where the maker is the one who made it happen. */
const places = 'for in of on'.split(' ');

/** "A deep dive into X", "Outage at X": here the object is what it is about. */
const about =
  /(?:\b(?:dive|look|peek|tour) (?:into|at|inside|of)|\b(?:anatomy|architecture|evolution|history|internals|journey|story|rise) of|\b(?:attack|breach|bug|exploit|flaw|incident|outage|vulnerability|vulnerabilities) (?:at|in|of|on|against))\s*$/i;

/** Characters in which an `about` phrase has room. */
const longestPhrase = 40;

/** A segment that says where a talk was given: "QCon London 2026: …". */
const conference =
  /^[^:|–—]{0,40}\b(?:qcon|kubecon|kcdc|devoxx|fosdem|wwdc|goto|ndc|jfokus|javaone|pycon|rustconf|cloud next|dev summit|re:invent|ignite|google i\/o)\b[^:|–—]{0,30}(?:[:|–—]| -)\s+/i;

/** An explainer tells how technologies work, an essayist speaks of products in passing: neither is about their makers. */
const isEligible = ({ kind }: Subject, teller: ReporterKind): boolean => {
  if (teller === 'explainer') return kind !== 'project';
  return teller === 'news' || kind === 'company';
};

const acts = ({ act }: Subject): boolean => act !== 'none';
const isKnown = ({ kind }: Subject): boolean => kind !== 'unknown';
const isPlain = ({ ordinary, possessive }: Subject): boolean => !ordinary || possessive;

const rule = (
  figure: (headline: Headline) => Subject[],
  holds: (subject: Subject, headline: Headline) => boolean,
  reason: string,
): Rule<Report> =>
  findBy(figure, (subject, { headline, kind }) => isEligible(subject, kind) && holds(subject, headline), reason);

/** Known names that stand after none of `markers`. */
const mentionedFree = (headline: Headline, markers: readonly string[]): Subject[] =>
  [...headline.mentions.values()]
    .filter(({ start, end }) => {
      if (/^(?:vs|versus)$/.test(headline.words[end]?.lower ?? '')) return false;
      const before = headline.words[start - 1];
      if (!before || !markers.includes(before.lower)) return true;
      return about.test(headline.title.slice(0, headline.words[start]?.start).slice(-longestPhrase));
    })
    .map(({ company: name, ...mention }) => ({ ...mention, name, act: 'none' }));

const telling: readonly Rule<Report>[] = [
  rule(asked, acts, 'the title asks how or why of'),
  rule(leading, subject => isKnown(subject) && acts(subject), 'the title tells what was done by'),
  rule(inside, subject => isKnown(subject) && subject.kind === 'company', 'the title looks inside'),
];

const hinting: readonly Rule<Report>[] = [
  rule(asked, subject => subject.possessive || (isKnown(subject) && isPlain(subject)), 'the title asks how or why of'),
  rule(inside, (subject, headline) => subject.possessive || isClosing(headline, subject), 'the title looks inside'),
  rule(
    headline => placed(headline, ['at']),
    subject => subject.kind !== 'product' && subject.kind !== 'project',
    'the title places the story at',
  ),
  rule(
    headline => placed(headline, ['on']),
    subject => isKnown(subject) && isPlain(subject) && acts(subject),
    'the title tells what was done on',
  ),
  rule(
    leading,
    subject => (isKnown(subject) ? isPlain(subject) : acts(subject) || subject.possessive),
    'the title opens with',
  ),
  rule(
    headline => placed(headline, ['from', 'by']),
    subject => isKnown(subject) && isPlain(subject),
    'the title takes it from',
  ),
  rule(owning, () => true, 'the title speaks of something that belongs to'),
  rule(headline => mentionedFree(headline, [...means, ...places]), isPlain, 'the title mentions'),
];

const reporting: readonly Rule<Report>[] = [
  rule(
    headline => placed(headline, ['in']),
    ({ act }) => act === 'release',
    'the title tells of a release of',
  ),
  rule(
    headline => mentionedFree(headline, means),
    subject => isPlain(subject) && subject.kind !== 'project',
    'the title tells of something that happened in',
  ),
];

const rulesFor: Readonly<Record<ReporterKind, readonly Rule<Report>[]>> = {
  essays: telling,
  explainer: [...telling, ...hinting],
  news: [...telling, ...hinting, ...reporting],
};

/** @returns whom the title is about; undefined where it names nobody, or only as a means */
export const protagonistIn = (title: string, kind: ReporterKind): Finding | undefined => {
  const rules = rulesFor[kind];
  const talk = title.replace(conference, '');
  const ofTalk = talk === title ? undefined : firstFinding(rules, { headline: readHeadline(talk), kind });
  return ofTalk ?? firstFinding(rules, { headline: readHeadline(title), kind });
};
