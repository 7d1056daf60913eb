/** Tells what came before: platforms, networks and people repeat themselves, and each request is to be answered once. */

export interface Once {
  /** Whether `id` is told for the first time. */
  isFirst(id: string): boolean;
  /** As if `id` had not been told. */
  forget(id: string): void;
}

/** Remembers the last `most` ids. */
export const createOnce = (most: number): Once => {
  const seen = new Set<string>();
  return {
    isFirst: id => {
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > most && oldest !== undefined) seen.delete(oldest);
      return true;
    },
    forget: id => void seen.delete(id),
  };
};
