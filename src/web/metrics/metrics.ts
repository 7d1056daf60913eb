/** What Prometheus reads of a process: what it has counted since it began, and how things stand. */
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Meter } from '../../edition/meter.ts';
import { type GaugesOptions, gaugesNow } from './gauges.ts';
import { createCountingMeter } from './meter.ts';

export interface Metrics {
  /** Counts from now on. */
  readonly meter: Meter;
  /** All of it in the text format. https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): Promise<string>;
  /** Of the text, for `Content-Type`. */
  readonly type: string;
}

export const createMetrics = (options: GaugesOptions): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'digest_' });
  return {
    meter: createCountingMeter(registry),
    text: async () => `${await (await gaugesNow(options)).metrics()}\n${await registry.metrics()}`,
    type: registry.contentType,
  };
};
