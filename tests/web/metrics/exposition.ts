/** Metrics as a Prometheus reads them, by a parser of another make, and by the letter of the format. */
import parse from 'parse-prometheus-text-format';
import { z } from 'zod';

/** May be none, such as the lag of a loop that has not turned yet. */
const figure = z.string().transform(Number);
const sample = z.object({
  labels: z.record(z.string(), z.string()).default({}),
  value: figure.optional(),
  count: figure.optional(),
  buckets: z.record(z.string(), figure).optional(),
});
const families = z.array(
  z.object({
    name: z.string(),
    help: z.string(),
    type: z.enum(['COUNTER', 'GAUGE', 'HISTOGRAM', 'SUMMARY']),
    metrics: z.array(sample),
  }),
);

export type Family = z.infer<typeof families>[number];
type Labels = Readonly<Record<string, string>>;

export interface Exposition {
  readonly families: readonly Family[];
  family(name: string): Family | undefined;
  /** Of a counter or a gauge; undefined where there is none with exactly these labels. */
  value(name: string, labels?: Labels): number | undefined;
}

const sameLabels = (one: Labels, other: Labels): boolean => {
  const sorted = (labels: Labels) => JSON.stringify(Object.entries(labels).toSorted());
  return sorted(one) === sorted(other);
};

export const readExposition = (text: string): Exposition => {
  const found = families.parse(parse(text));
  const family = (name: string) => found.find(one => one.name === name);
  return {
    families: found,
    family,
    value: (name, labels = {}) => family(name)?.metrics.find(one => sameLabels(one.labels, labels))?.value,
  };
};

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const number = '(?:[+-]?(?:\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|Inf)|Nan|NaN)';
const lines = [
  `# HELP ${name} .+`,
  `# TYPE ${name} (?:counter|gauge|histogram|summary|untyped)`,
  `${name}(?:\\{${label}(?:,${label})*\\})? ${number}(?: -?\\d+)?`,
  '',
].map(line => new RegExp(`^${line}$`));

/** Lines that are none of https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details */
export const linesAmiss = (text: string): readonly string[] =>
  text.split('\n').filter(line => !lines.some(pattern => pattern.test(line)));
