/** The tables of the archive, as Kysely sees them. Instants are texts as `storedInstant` spells them; JSON is text. */
import type { SourceStatus } from '../edition/source.ts';
import type { Subscription } from '../edition/subscription.ts';

export interface Tables {
  readonly items: ItemsTable;
  readonly source_health: SourceHealthTable;
  readonly editions: EditionsTable;
  readonly entries: EntriesTable;
  readonly entry_labels: EntryLabelsTable;
  readonly stories: StoriesTable;
  readonly words: WordsTable;
  readonly cache: CacheTable;
  readonly subscriptions: SubscriptionsTable;
  readonly kept_commands: KeptCommandsTable;
  readonly plans: PlansTable;
  readonly deliveries: DeliveriesTable;
  readonly parts: PartsTable;
  readonly paces: PacesTable;
  readonly installations: InstallationsTable;
  readonly heard: HeardTable;
  readonly revision: RevisionTable;
  readonly decisions: DecisionsTable;
  readonly alerts: AlertsTable;
}

/** What the feeds listed: one row for each source that told a story. */
export interface ItemsTable {
  source: string;
  /** `FeedItem.id`; unique within a source. */
  feed_id: string;
  /** Canonical address by which its story is known, the first that it was listed under; null for an item without one. */
  url: string | null;
  /** The last other canonical address under which the source listed it, where there was one. */
  moved_to: string | null;
  first_seen: string;
  /** When the story counts as news; null when never. All rows of one address agree. */
  appeared: string | null;
  /** The `FeedItem` as it was listed last, JSON. */
  item: string;
}

/** How each source fared last. */
export interface SourceHealthTable {
  source: string;
  status: SourceStatus['status'];
  items: number;
  reason: string | null;
  code: string | null;
  since: string | null;
  /** JSON. */
  flaws: string | null;
  checked_at: string;
}

export interface EditionsTable {
  /** `YYYY-MM-DD`. */
  date: string;
  title: string;
  /** The `Edition`, JSON. */
  edition: string;
  /** The end of the time that it covers. */
  until: string;
  built_at: string;
  posted_at: string | null;
}

/** The Deep Dives of all editions, one a row. */
export interface EntriesTable {
  /** Date and place in one number (`entryKey`): descending, it is the order of reading. */
  key: number;
  id: string;
  edition: string;
  company: string;
  source: string;
  url: string;
  published: string;
  title: string;
  body: string;
  /** JSON, as are the next two. */
  themes: string;
  facets: string;
  grounding: string;
  /** When its blog was last seen to have changed its headline or address; null where it never was. */
  corrected: string | null;
}

/** The names by which an entry is filtered. */
export interface EntryLabelsTable {
  kind: LabelKind;
  label: string;
  /** Key of the entry. */
  entry: number;
}

export const labelKinds = ['company', 'source', 'theme'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** The stories (`storyId`) that an edition told or listed. */
export interface StoriesTable {
  id: string;
  edition: string;
}

/** The words of entries, in lower case and without accents. */
export interface WordsTable {
  word: string;
}

/** What can be recomputed, for Keyv. */
export interface CacheTable {
  namespace: string;
  key: string;
  value: string;
  /** Milliseconds since 1970; null for no end. */
  expires_at: number | null;
}

/** One row for each channel that gets editions. */
export interface SubscriptionsTable {
  platform: Subscription['platform'];
  workspace: string;
  channel: string;
  /** The `Subscription`, JSON. */
  subscription: string;
  /** When the channel subscribed. */
  created_at: string;
  /** When it was last saved. */
  saved_at: string;
  /** Since when and why nothing can be posted in the channel, and when the subscriber was told; null while all is well. */
  suspended_at: string | null;
  suspended_for: string | null;
  told_at: string | null;
}

/** Commands of buttons that are too long for a platform to carry. */
export interface KeptCommandsTable {
  /** Follows from the command, so that one command is kept once. */
  key: string;
  command: string;
  /** When a button last got it. */
  kept_at: string;
}

/** What is sent to all channels that get the same of an edition on a platform. */
export interface PlansTable {
  plan: string;
  ordinal: number;
  place: 'parent' | 'reply';
  /** The body of the call, JSON, so that a later version sends the same. */
  payload: string;
}

/** The ledger: one row for each edition that a channel gets. */
export interface DeliveriesTable {
  /** `deliveryKey`. */
  key: string;
  platform: Subscription['platform'];
  workspace: string;
  channel: string;
  /** Date of the edition. */
  edition: string;
  /** Null where there was nothing to send. */
  plan: string | null;
  planned_at: string;
  finished_at: string | null;
  /** Null until it is finished. */
  outcome: Outcome | null;
  /** Why it could not go on, and when it is tried again; both null while all is well. */
  problem: string | null;
  retry_at: string | null;
  /** How often in a row it could not go on. */
  attempts: number;
  /** Who carries it, and until when no other may, in milliseconds since 1970 by the clock of the database. */
  held_by: string | null;
  held_until: number | null;
}

/**
 * How a delivery ended: `posted` but for parts that failed; `quiet` where the day had nothing for the channel;
 * `superseded` where a newer edition was due before anything stood; `failed` where its parent could not be posted.
 */
export type Outcome = 'posted' | 'quiet' | 'superseded' | 'failed';

/** The calls to the platform that make a delivery: one row for each part of its plan. */
export interface PartsTable {
  /** Key of the delivery. */
  delivery: string;
  ordinal: number;
  state: PartState;
  /** The platform's ids of the message that stands and of its thread. */
  message: string | null;
  thread: string | null;
  /** What the operator should know of it: why it failed, or in which form it went out. */
  note: string | null;
  changed_at: string;
}

/** What all processes do at one pace. Instants are in milliseconds since 1970, by the clock that they share. */
export interface PacesTable {
  key: string;
  /** When it was last asked for. */
  asked_at: number;
  /** When the next may do it. */
  next_at: number;
  /** Until when nobody may; zero where that was never said. */
  held_until: number;
}

/** `sending` is written before the call: where the program ends there, the platform is asked what became of it. */
export type PartState = 'planned' | 'sending' | 'posted' | 'failed';

/** Of a part that may stand. */
export const mayStand: readonly PartState[] = ['sending', 'posted'];

/** One row for each workspace in which the app is installed, of those that it finds its way into by itself. */
export interface InstallationsTable {
  platform: Subscription['platform'];
  workspace: string;
  /** The tokens, encrypted (`seal`). */
  installation: string;
  /** Counts what became of it, as it is changed only by who knows what it is. */
  revision: number;
  installed_at: string;
  changed_at: string;
  /** Until when a process has its tokens renewed, in milliseconds since 1970 by the clock of the database. */
  refreshing_until: number | null;
}

/** Requests that were heard, so that one that is repeated is told from a new one. */
export interface HeardTable {
  id: string;
  /** Milliseconds since 1970 by the clock of the database, after which it may be forgotten. */
  heard_until: number;
}

/** One row: how often the editions have changed. */
export interface RevisionTable {
  editions: number;
}

/** What was decided on each article of an edition, and why. */
export interface DecisionsTable {
  edition: string;
  place: number;
  /** Canonical address of the article. */
  url: string;
  /** The `Decision`, JSON. */
  decision: string;
}

/** What operators were told of, so that they are told once. */
export interface AlertsTable {
  /** Names the trouble, and since when it lasts. */
  key: string;
  told_at: string;
}
