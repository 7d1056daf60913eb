/** Ids that carry their time, as Discord makes them: https://docs.discord.com/developers/reference#snowflakes */

/** The first second of 2015, from which Discord counts. */
const epoch = 1_420_070_400_000;
/** Bits below the time: worker, process and increment. */
const lowBits = 22n;

/** Makes ids that grow always, also where the clock stands still or goes back. */
export function createIds(now: () => number): () => string {
  let last = 0n;
  return () => {
    const bySight = BigInt(Math.max(0, Math.floor(now()) - epoch)) << lowBits;
    last = bySight > last ? bySight : last + 1n;
    return last.toString();
  };
}

/** Negative where `one` was made before `other`. */
export const compareIds = (one: string, other: string): number => {
  const difference = BigInt(one) - BigInt(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
