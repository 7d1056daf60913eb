/** Finds what went wrong: each part of each edition is to stand once in each channel, in order, in one thread, and nothing else. */
import type { Archive } from '../../src/archive/archive.ts';
import type { Place } from './chats.ts';
import type { Label } from './edition.ts';
import type { SeenMessage, SeenPlace } from './seen.ts';

export type WrongKind =
  /** A part stands twice or more; counted for each that is too many. */
  | 'duplicate'
  /** A part stands nowhere. */
  | 'loss'
  /** A part stands behind one that follows it, or a thread behind one of a later edition. */
  | 'misorder'
  /** A part stands outside of the thread of its edition, or something stands there that is none. */
  | 'stray'
  /** The ledger says otherwise than the channel shows. */
  | 'ledger';

export interface Wrong {
  readonly kind: WrongKind;
  readonly place: string;
  /** What it is about, such as `2026-04-01/7`. */
  readonly part: string;
}

export interface Expected {
  /** Dates, oldest first. */
  readonly editions: readonly string[];
  /** Parts of each edition. */
  readonly parts: number;
}

const nameOf = ({ edition, ordinal }: Label): string => `${edition}/${ordinal}`;

export const wrongIn = ({ place, threads }: SeenPlace, { editions, parts }: Expected): readonly Wrong[] => {
  const found: Wrong[] = [];
  const tell = (kind: WrongKind, part: string) => void found.push({ kind, place, part });
  const standing = Map.groupBy(threads.flat(), ({ label }) => label && nameOf(label));

  for (const edition of editions) {
    for (let ordinal = 0; ordinal < parts; ordinal += 1) {
      const name = nameOf({ edition, ordinal });
      const times = standing.get(name)?.length ?? 0;
      if (times === 0) tell('loss', name);
      for (let more = 1; more < times; more += 1) tell('duplicate', name);
    }
  }
  for (const thread of threads) {
    const parent = thread[0]?.label;
    const own = parent?.ordinal === 0 ? parent.edition : undefined;
    if (thread.length === 0) tell('stray', 'a thread without messages');
    for (const { id, label } of thread) {
      const isExpected = label !== undefined && editions.includes(label.edition) && label.ordinal < parts;
      if (!isExpected) tell('stray', `message ${id}`);
      else if (label.edition !== own) tell('stray', nameOf(label));
    }
    for (const name of descending(thread, ({ ordinal }) => ordinal)) tell('misorder', name);
  }
  const parents = threads.flatMap(([parent]) => parent ?? []);
  for (const name of descending(parents, ({ edition }) => editions.indexOf(edition))) tell('misorder', name);
  return found;
};

/** What stands behind something of a higher rank; of duplicates the first counts. */
const descending = (messages: readonly SeenMessage[], rank: (label: Label) => number): readonly string[] => {
  let highest = Number.NEGATIVE_INFINITY;
  const names = new Set<string>();
  return messages.flatMap(({ label }) => {
    if (label === undefined || names.has(nameOf(label))) return [];
    names.add(nameOf(label));
    const isBehind = rank(label) < highest;
    highest = Math.max(highest, rank(label));
    return isBehind ? [nameOf(label)] : [];
  });
};

/** Each delivery has to be finished as posted, and each of its parts to name the message that stands. */
export const wrongInLedger = async (
  { db }: Archive,
  places: readonly Place[],
  seen: readonly SeenPlace[],
  { editions, parts }: Expected,
): Promise<readonly Wrong[]> => {
  const deliveries = await db.selectFrom('deliveries').selectAll().execute();
  const kept = Map.groupBy(await db.selectFrom('parts').selectAll().execute(), ({ delivery }) => delivery);
  return places.flatMap(({ label: place, platform, channel }) => {
    const threads = seen.find(one => one.place === place)?.threads ?? [];
    const ids = new Map(threads.flat().map(({ id, label }) => [id, label && nameOf(label)]));
    return editions.flatMap((edition): Wrong[] => {
      const delivery = deliveries.find(
        one => one.platform === platform && one.channel === channel && one.edition === edition,
      );
      if (delivery?.outcome !== 'posted') {
        return [{ kind: 'ledger', place, part: `${edition}: ${delivery?.outcome ?? 'not finished'}` }];
      }
      const own = kept.get(delivery.key) ?? [];
      const bad = own.filter(
        ({ ordinal, state, message }) => state !== 'posted' || ids.get(message ?? '') !== nameOf({ edition, ordinal }),
      );
      const missing = own.length === parts ? [] : [`${edition}: ${own.length} parts`];
      return [...bad.map(({ ordinal, state }) => `${edition}/${ordinal}: ${state}`), ...missing].map(part => ({
        kind: 'ledger',
        place,
        part,
      }));
    });
  });
};
