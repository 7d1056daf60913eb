/** A platform in memory that keeps to the contract: what was posted can be found by its key, and faults come when told. */
import type { Message } from '../../src/chat/message.ts';
import { type Part, type Platform, PlatformError, type Posted, type Target } from '../../src/chat/platform.ts';

export interface Standing {
  readonly target: Target;
  readonly key: string;
  readonly payload: unknown;
}

/**
 * What happens to a call: the platform says no, or the answer is lost before or after the message stands. Absent: all
 * goes well.
 */
export type Fault = PlatformError | 'lost-before' | 'lost-after';

export interface Told {
  readonly person: { readonly workspace: string; readonly id: string };
  readonly text: string;
}

export interface MemoryPlatform extends Platform<string> {
  /** What people were told, in order. */
  readonly told: readonly Told[];
  /** What stands, in order. */
  readonly standing: readonly Standing[];
  /** Every call of `post` and `find`, in order. */
  readonly calls: readonly string[];
  /** The next calls of `post` meet these, undefined being none. */
  readonly faults: (Fault | undefined)[];
  /** The next calls of `find` meet these, undefined being none. */
  readonly findFaults: (PlatformError | undefined)[];
}

const textOf = ({ blocks }: Message): string => JSON.stringify(blocks);

const unreachable = () => new PlatformError('unreachable', 'No answer from the platform. It is asked again.');

export const aPlatform = (name: Platform['name'] = 'slack'): MemoryPlatform => {
  const standing: Standing[] = [];
  const told: Told[] = [];
  const calls: string[] = [];
  const faults: (Fault | undefined)[] = [];
  const findFaults: (PlatformError | undefined)[] = [];

  const standingAs = (target: Target, key: string): Posted | undefined => {
    const index = standing.findIndex(one => one.key === key && one.target.channel === target.channel);
    return index < 0 ? undefined : { id: `m${index + 1}`, thread: target.thread ?? `m${index + 1}` };
  };

  const stand = (target: Target, { payload }: Part<string>, key: string): Posted => {
    standing.push({ target, key, payload });
    return { id: `m${standing.length}`, thread: target.thread ?? `m${standing.length}` };
  };

  return {
    name,
    limits: [],
    told,
    standing,
    calls,
    faults,
    findFaults,
    render: message => [
      { place: 'parent', payload: textOf(message) },
      ...(message.thread ?? []).map(reply => ({ place: 'reply' as const, payload: textOf(reply) })),
    ],
    post: async (target, part, key) => {
      calls.push(`post ${key}`);
      const fault = faults.shift();
      if (fault === 'lost-before') throw unreachable();
      if (fault instanceof PlatformError) throw fault;
      const posted = stand(target, part, key);
      if (fault === 'lost-after') throw unreachable();
      return posted;
    },
    find: async (target, key) => {
      calls.push(`find ${key}`);
      const fault = findFaults.shift();
      if (fault !== undefined) throw fault;
      return standingAs(target, key);
    },
    tell: async (person, message) => {
      told.push({ person, text: textOf(message) });
    },
  };
};
