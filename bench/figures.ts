/** Figures of many timings. */

/** Three digits: more are noise. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** @param share 0 to 1; 0.5 is the median. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
