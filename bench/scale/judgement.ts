/** What a morning comes to: figures of the whole, and of each workspace against what its limits allow. */
import { postingLimits } from '../../src/chat/slack/limits.ts';
import { second } from '../../src/edition/duration.ts';
import { quantile } from '../figures.ts';
import { floorOf } from './floors.ts';
import type { KeptDelivery } from './ledger.ts';
import type { Trouble } from './morning.ts';
import type { Morning } from './run-morning.ts';

/** Of one workspace; seconds. */
interface Share {
  readonly trouble: Trouble;
  /** From when the workers began to its first message. */
  readonly wait: number;
  /** To its last. */
  readonly end: number;
  /** From its first message to its last, by the least that its limits allow. */
  readonly timesFloor: number;
}

export interface Judgement {
  readonly deliveries: number;
  readonly parts: number;
  /** Seconds until the last message of a workspace without trouble. */
  readonly makespan: number;
  /** Deliveries to workspaces without trouble, a second of the makespan. */
  readonly perSecond: number;
  /** Of all workspaces, seconds. */
  readonly longestWait: number;
  readonly worst: number;
  readonly p99: number;
  /** Times the floor, of those that are in trouble. */
  readonly worstOf: Readonly<Record<Exclude<Trouble, 'none'>, number>>;
  readonly tooMany: number;
  readonly doubles: number;
  readonly outOfOrder: number;
  /** Parts that were planned and did not come, and those that the ledger has not as posted. */
  readonly lost: number;
}

export const judge = (morning: Morning): Judgement => {
  const { ledger, sightings } = morning;
  const shares = sharesOf(morning);
  const of = (trouble: Trouble) => shares.filter(share => share.trouble === trouble);
  const worst = (some: readonly Share[]) => Math.max(...some.map(({ timesFloor }) => timesFloor));
  const well = of('none');
  const makespan = Math.max(...well.map(({ end }) => end));
  const missing = ({ key, parts, posted, outcome }: KeptDelivery) => {
    const came = sightings.arrivals.get(key)?.filter(at => at !== undefined).length ?? 0;
    return Math.max(parts - came, parts - posted, outcome === 'posted' ? 0 : 1);
  };
  return {
    deliveries: ledger.length,
    parts: ledger.reduce((sum, { parts }) => sum + parts, 0),
    makespan,
    perSecond: deliveriesTo(morning, 'none').length / makespan,
    longestWait: Math.max(...shares.map(({ wait }) => wait)),
    worst: worst(well),
    p99: quantile(
      well.map(({ timesFloor }) => timesFloor),
      0.99,
    ),
    worstOf: { 'rate-limited': worst(of('rate-limited')), slow: worst(of('slow')) },
    tooMany: sightings.tooMany,
    doubles: sightings.doubles.length,
    outOfOrder: sightings.outOfOrder.length,
    lost: ledger.reduce((sum, delivery) => sum + missing(delivery), 0),
  };
};

const deliveriesTo = ({ ledger, workspaces }: Morning, trouble: Trouble): readonly KeptDelivery[] => {
  const those = new Set(workspaces.flatMap(workspace => (workspace.trouble === trouble ? [workspace.id] : [])));
  return ledger.filter(({ workspace }) => those.has(workspace));
};

const sharesOf = ({ ledger, workspaces, sightings, begun }: Morning): readonly Share[] => {
  const deliveries = Map.groupBy(ledger, ({ workspace }) => workspace);
  return workspaces.map(({ id, trouble }) => {
    const own = deliveries.get(id) ?? [];
    const times = own.flatMap(({ key }) => sightings.arrivals.get(key) ?? []);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const parts = own.map(delivery => delivery.parts);
    return {
      trouble,
      wait: (first - begun) / second,
      end: (last - begun) / second,
      timesFloor: (last - first) / floorOf(parts, postingLimits),
    };
  });
};
