/** Bounds: whether a text gives a figure as the most, as the least or as about what something is. */

export type Bound = 'about' | 'least' | 'most';

/** How many characters before a figure can say so. */
const span = 48;

const least =
  /(?:at least|more than|over|above|beyond|exceed(?:s|ed|ing)?|minimum of|upwards of|(?:long|old|larg|great|high|bigg)er than|well past|[>≥])$/;
const most =
  /(?:at most|up to|under|below|less than|fewer than|within|maximum of|(?:short|small|low|young|fast)er than|capped at|limited to|[<≤])$/;
const about = /(?:about|around|roughly|approximately|nearly|almost|some|circa|close to|or so|~|≈)$/;
/** A denial in the same clause turns a bound round: `never takes more than 4%`. */
const denial = /(?:\b(?:no|not|never|cannot|nor)|n['’]t)\b[^,;:.!?]*$/;

/** The bound that the words before `start` set to the figure there. */
export const boundBefore = (text: string, start: number): Bound | undefined => {
  const before = text
    .slice(Math.max(0, start - span), start)
    .toLowerCase()
    .replace(/(?<!\s)\s+(?:(?:an?|the)\s*)?$/, '');
  if (about.test(before)) return 'about';
  const isLeast = least.test(before);
  if (!isLeast && !most.test(before)) return undefined;
  return isLeast !== denial.test(before) ? 'least' : 'most';
};
