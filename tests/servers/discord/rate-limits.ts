/** Buckets of rate limits, as Discord's headers describe them. */

export interface RateLimit {
  readonly method: string;
  /** As the documentation writes it: `/channels/{channel.id}/messages`. */
  readonly route: string;
  readonly limit: number;
  /** Seconds until a bucket is full again. */
  readonly window: number;
}
