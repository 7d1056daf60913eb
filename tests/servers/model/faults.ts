/** What a test lets go wrong with a request: before the model is asked, in what it says, or on the way back. */
import type { Refusal } from './refusal.ts';
import type { ModelRequest } from './request.ts';

export type Fault =
  /** 429; `retryAfter` in seconds. */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number }
  | { readonly kind: 'no-credit' }
  /** The server fails, or has too much to do; `retryAfter` in seconds. */
  | { readonly kind: 'failed'; readonly status: 500 | 502 | 503 | 529; readonly retryAfter?: number }
  /** The connection is cut before a byte of the answer. */
  | { readonly kind: 'reset' }
  /** Half of the answer is sent; then the connection is cut, or the body ends as if all were well. */
  | { readonly kind: 'half'; readonly ends: 'reset' | 'well' }
  /** 200 with a body that is not what the format promises: a page of a proxy, or events that are no JSON. */
  | { readonly kind: 'garbled' }
  /** The stream begins well and ends with an event that tells of an error; 500 where nothing is streamed. */
  | { readonly kind: 'late-error' }
  /** The model says this instead. */
  | { readonly kind: 'says'; readonly text: string }
  /** The model wraps its answer in a fence of Markdown, with a word before it. */
  | { readonly kind: 'fenced' }
  /** The model declines. */
  | { readonly kind: 'refusal' }
  /** The answer ends at half, for want of tokens. */
  | { readonly kind: 'truncated' }
  /** The answer is empty. */
  | { readonly kind: 'empty' }
  /** The answer, or its second half, comes once this settles; never where it does not. */
  | { readonly kind: 'held'; readonly until: Promise<unknown>; readonly from?: 'start' | 'middle' };

/** Says what goes wrong with a request, `nth` counted from 1 in the order of arrival; undefined where nothing does. */
export type FaultsOf = (request: ModelRequest, nth: number) => Fault | undefined;

/** Those of a list, one a request in the order of arrival, and none afterwards. */
export const oneAfterAnother =
  (...faults: readonly (Fault | undefined)[]): FaultsOf =>
  (_, nth) =>
    faults[nth - 1];

/** The same for every request. */
export const always =
  (fault: Fault): FaultsOf =>
  () =>
    fault;

/** The refusal that a fault is, before the model is asked. */
export function refusalIn(fault: Fault | undefined, { isStreamed }: ModelRequest): Refusal | undefined {
  if (fault?.kind === 'late-error') return isStreamed ? undefined : { kind: 'failed', status: 500 };
  return fault?.kind === 'rate-limit' || fault?.kind === 'no-credit' || fault?.kind === 'failed' ? fault : undefined;
}
