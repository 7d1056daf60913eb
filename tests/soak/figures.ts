/** What a soak is asked for, and what it counts. */
import type { Wrong } from './judge.ts';
import type { Stretch } from './kills.ts';
import type { Lateness, Rows } from './ledger.ts';
import type { Measure } from './orders.ts';
import type { Way } from './ways.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly days: number;
  /** Half of them are of Slack. */
  readonly channels: number;
  readonly kills: number;
  /** Share of all requests that fail, from 0 to 1. */
  readonly fail: number;
  /** How many times faster than the machine's clocks run while something is to be done. What lies between is skipped. */
  readonly speed: number;
  readonly onProgress?: (report: Report) => void;
}

export interface DayOfBot extends Measure {
  readonly date: string;
  /** Counts from 1. */
  readonly life: number;
}

export interface Report {
  readonly options: SoakOptions;
  readonly editions: number;
  /** Of the blogs by now, and those of them that were changed a day after. */
  readonly posts: { readonly published: number; readonly changed: number };
  /** Stories that the editions tell or list. */
  readonly stories: number;
  /** Threads and messages that stand. */
  readonly threads: number;
  readonly messages: number;
  readonly requests: { readonly chats: number; readonly blogs: number };
  readonly faults: ReadonlyMap<Way, number>;
  readonly kills: ReadonlyMap<Stretch, number>;
  /** Look-ups of people, and those that got no answer. */
  readonly lookUps: { readonly asked: number; readonly unanswered: number };
  readonly late: Lateness;
  readonly wrong: readonly Wrong[];
  readonly measures: readonly DayOfBot[];
  readonly rows: Rows;
  /** Bytes. */
  readonly database: number;
  readonly seconds: number;
  /** Where the archive and the log of the bot are. */
  readonly folder: string;
}
