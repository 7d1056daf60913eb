/** Waits for something no longer than a platform waits for us. */

/** `pending`, or undefined where it takes longer. Rejects as it does, where that is in time. */
export const within = async <Value>(milliseconds: number, pending: Promise<Value>): Promise<Value | undefined> => {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  try {
    return await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
};
