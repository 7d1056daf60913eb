/** The meter whose counts Prometheus reads. https://prometheus.io/docs/practices/naming/ */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Meter } from '../../edition/meter.ts';

/** Seconds. A look-up is to take a few milliseconds; whoever waits for one notices a second. */
const lookupBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const webBuckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export const platforms = ['slack', 'discord'] as const;
export const outcomes = ['ok', 'unchanged', 'failed'] as const;

/** What may be counted stands at nought from the start, so that the first of it is seen as a change. */
export const createCountingMeter = (registry: Registry): Meter => {
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[] = [],
  ) => new Histogram({ name, help, buckets, labelNames, registers: [registry] });

  const readings = counter('digest_source_readings_total', 'Readings of a source, by how they went.', ['outcome']);
  const posted = counter('digest_parts_posted_total', 'Parts of editions that stand in a channel, by platform.', [
    'platform',
  ]);
  const failed = counter('digest_part_failures_total', 'Attempts to post a part that failed, by platform and reason.', [
    'platform',
    'reason',
  ]);
  const limited = counter('digest_rate_limits_total', 'Answers of a platform that there were too many calls (429).', [
    'platform',
  ]);
  const held = counter('digest_rate_limit_seconds_total', 'Seconds for which a platform said to call it no more.', [
    'platform',
  ]);
  const calls = counter('digest_model_calls_total', 'Replies of a language model.', ['model']);
  const tokensIn = counter('digest_model_input_tokens_total', 'Tokens that a language model read.', ['model']);
  const tokensOut = counter('digest_model_output_tokens_total', 'Tokens that a language model wrote.', ['model']);
  const lookups = histogram(
    'digest_lookup_duration_seconds',
    'Seconds that the archive took to find what somebody in a chat looked up.',
    lookupBuckets,
  );
  const web = histogram(
    'digest_web_request_duration_seconds',
    'Seconds that the site took to answer, by route and status.',
    webBuckets,
    ['route', 'status'],
  );

  for (const outcome of outcomes) readings.inc({ outcome }, 0);
  for (const platform of platforms) for (const one of [posted, limited, held]) one.inc({ platform }, 0);

  return {
    sourceRead: outcome => readings.inc({ outcome }),
    partPosted: platform => posted.inc({ platform }),
    partFailed: (platform, reason) => failed.inc({ platform, reason }),
    rateLimited: (platform, seconds) => {
      limited.inc({ platform });
      held.inc({ platform }, seconds);
    },
    modelReplied: (model, tokens) => {
      calls.inc({ model });
      tokensIn.inc({ model }, tokens.tokensIn);
      tokensOut.inc({ model }, tokens.tokensOut);
    },
    lookedUp: seconds => lookups.observe(seconds),
    webAnswered: ({ route, status, seconds }) => web.observe({ route, status: String(status) }, seconds),
  };
};
