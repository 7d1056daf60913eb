/** What is fuzzed: how a case is made, what the product does with it, and what is promised of the outcome. */
import type { Chance } from './chance.ts';

export const targetNames = ['feeds', 'pages', 'queries', 'renderers', 'http'] as const;
export type TargetName = (typeof targetNames)[number];

export interface Case {
  readonly bytes: Uint8Array;
  /** How they are handed on: a content type, a way of reading. */
  readonly as: string;
}

/** What is wrong with an outcome, each fault in a few words; empty where all promises hold. */
export type Judge = () => readonly string[];

export interface Target {
  /** Milliseconds that one case may take. */
  readonly mostTime: number;
  readonly make: (chance: Chance) => Case;
  /** Has the product do its work, which is timed; whatever it throws is a crash. Judging the outcome is not timed. */
  readonly run: (made: Case) => Judge | Promise<Judge>;
  readonly close?: () => Promise<void>;
}
