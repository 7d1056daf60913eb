/** Tells a request that came before: Slack and networks repeat them, and each is to be answered once. */

/** Returns whether an id is told for the first time. The last `most` ids are remembered. */
export const createOnce = (most: number): ((id: string) => boolean) => {
  const seen = new Set<string>();
  return id => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    return true;
  };
};
