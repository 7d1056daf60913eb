/** What is counted as the program works: where it is counted, nobody knows how it is kept or shown. */
import type { SourceStatus } from './source.ts';
import type { Subscription } from './subscription.ts';

export interface Meter {
  /** A source was read. */
  sourceRead(outcome: SourceStatus['status']): void;
  /** A part stands in a channel. */
  partPosted(platform: Subscription['platform']): void;
  /** A part could not be posted. @param reason A stable code, such as `unreachable`. */
  partFailed(platform: Subscription['platform'], reason: string): void;
  /** A platform said that it was called too often. @param seconds For which it takes no more, where it said. */
  rateLimited(platform: Subscription['platform'], seconds: number): void;
  /** A language model replied, whatever its reply is worth. @param model As the settings name it. */
  modelReplied(model: string, tokens: { readonly tokensIn: number; readonly tokensOut: number }): void;
  /** Somebody in a chat had entries looked up. */
  lookedUp(seconds: number): void;
  /** The site answered. @param route The pattern of the address, not the address: of patterns there are few. */
  webAnswered(answer: { readonly route: string; readonly status: number; readonly seconds: number }): void;
}

const nothing = (): void => {};

/** Of a run that nobody watches. */
export const silentMeter: Meter = {
  sourceRead: nothing,
  partPosted: nothing,
  partFailed: nothing,
  rateLimited: nothing,
  modelReplied: nothing,
  lookedUp: nothing,
  webAnswered: nothing,
};
