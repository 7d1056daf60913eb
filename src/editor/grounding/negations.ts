/** Negations: the words that deny what follows them, those that only seem to, and those that leave it open. */
import { wordsIn } from './word-set.ts';

/** Deny what follows in their clause. Contractions in `n't` do as well. */
const deniers = wordsIn(
  `not never no none nobody nothing nowhere neither nor without cannot hardly scarcely barely seldom rarely unable missing lack lacks lacked lacking
  fail fails failed failing cease ceases ceased ceasing lest`,
);

export const isDenier = (text: string): boolean => deniers.has(text) || text.endsWith("n't");

/** Deny the verb before them too: `which it asks of nobody`. */
export const wholeDeniers = wordsIn('none nobody nothing nowhere');

/** Deny the verb of the clause wherever it stands; the others deny no more than what stands before it: `those who cannot come can …`. */
export const openDeniers = wordsIn('no none nobody nothing nowhere neither nor');
export const auxiliaries = wordsIn(
  'can could may might must will would shall should is are was were has have had does do did',
);

/** After a denier, these make it a limit, a bound or a figure of speech. */
export const undenied = wordsIn(
  'only just mere merely simply solely more less fewer later matter doubt but necessarily least',
);

/** Leave it open whether what follows is so: a paraphrase may put it either way. */
export const hedges = wordsIn(
  `prevent prevents prevented preventing avoid avoids avoided avoiding stop stops stopped stopping refuse refuses refused refusing
  keep keeps kept keeping spare spares spared instead rather than unless except unlike whether
  replace replaces replaced replacing remove removes removed removing eliminate eliminates eliminated reject rejects rejected
  deny denies denied exclude excludes excluded forbid forbids forbidden unlikely impossible
  abandon abandons abandoned`,
);

/** After a denial, these leave it open after all: `not … until`, `no … larger than`. */
export const reopeners = wordsIn('until than unless');

/** A new clause, to which a denial does not reach. */
export const clauseOpeners = wordsIn(
  `but while whereas although though because since so which who whose when where if unless until yet whenever after before once
  that as and than then instead rather`,
);

/** Set one half of a sentence against the other. */
export const contrasts = wordsIn('while whereas but although though yet');

/** Deny in other ways: a paraphrase may put any of these for a `not`, and a `not` for any of these. */
const otherDenials = wordsIn(
  `only alone except excluding exempt exempts unaware blind reluctant doubt doubtful difficult impossible infeasible useless
  ban bans banned bar bars barred block blocks blocked lose loses lost loss gave free empty zero null nil absent absence
  too few little`,
);

/** They say nothing against what stands around them but for the words that follow them. */
const mildHedges = wordsIn('keep keeps kept keeping whether than');

/** Whether a word denies, leaves open or takes back something, by itself or by how it is formed: `unnoticed`, `harmless`. */
export const isNegative = (text: string): boolean =>
  isDenier(text) ||
  (hedges.has(text) && !mildHedges.has(text)) ||
  otherDenials.has(text) ||
  /^un\p{L}{3,}(?:ed|able|ing|n|t)$|^\p{L}{3,}less(?:ly)?$/u.test(text);
