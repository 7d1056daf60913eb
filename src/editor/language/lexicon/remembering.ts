/** Remembering: words come back again and again, so what was found is kept, and let go before hostile text can fill it. */

const mostKept = 20_000;

export const remembering = <Key extends string | number, Value>(
  compute: (key: Key) => Value,
): ((key: Key) => Value) => {
  const kept = new Map<Key, Value>();
  return key => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= mostKept) kept.clear();
    const value = compute(key);
    kept.set(key, value);
    return value;
  };
};
