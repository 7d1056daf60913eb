/** What a test takes for granted: it fails in a clear line where that is not so. */

/** @throws Error where nothing is there. */
export const there = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('Nothing is shown.');
  return value;
};
