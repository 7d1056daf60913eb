/** Remembering: words come back again and again, so what was found is kept, and let go before hostile text can fill it. */

/** As many as the words of a few long articles. */
const mostKept = 6000;

/** `compute` as it is, with the answers for the last keys kept: up to `most`, then all are let go. It must be pure. */
export const remembering = <Key extends string | number, Value>(
  compute: (key: Key) => Value,
  most = mostKept,
): ((key: Key) => Value) => {
  const kept = new Map<Key, Value>();
  return key => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= most) kept.clear();
    const value = compute(key);
    kept.set(key, value);
    return value;
  };
};
