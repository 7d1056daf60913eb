/** Why a model server does not answer; each vendor has its own words for it. */
import type { JsonObject } from './request.ts';

export type Refusal =
  | { readonly kind: 'no-key' }
  /** `key` as it was given: vendors show parts of it. */
  | { readonly kind: 'wrong-key'; readonly key: string }
  | { readonly kind: 'no-credit' }
  | { readonly kind: 'unknown-model'; readonly model: string }
  | { readonly kind: 'too-long'; readonly tokens: number; readonly window: number }
  /** `retryAfter` in seconds; without it the headers say nothing of when. */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number }
  /** The server fails, or has too much to do; `retryAfter` in seconds. */
  | { readonly kind: 'failed'; readonly status: 500 | 502 | 503 | 529; readonly retryAfter?: number }
  /** The request breaks a rule; `param` is where, `code` which. */
  | { readonly kind: 'invalid'; readonly message: string; readonly param?: string; readonly code?: string };

/** An answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: JsonObject | string;
}

/** A rule of a vendor that a request breaks. */
export const invalid = (message: string, param?: string, code?: string): Refusal => ({
  kind: 'invalid',
  message,
  ...(param !== undefined && { param }),
  ...(code !== undefined && { code }),
});
