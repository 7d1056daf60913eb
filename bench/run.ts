/** Runs the benchmarks in turn, all or those named: `npm run bench`, `npm run bench collect`. */
import { run as archive } from './archive.ts';
import { run as collect } from './collect.ts';
import { run as deliver } from './deliver.ts';
import { run as extract } from './extract.ts';
import { run as grounding } from './grounding.ts';
import { run as lookup } from './lookup.ts';
import { run as scale } from './scale.ts';
import { run as web } from './web.ts';

/** Each prints its own report and sets the exit code where a limit is missed. */
const benchmarks: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['collect', collect],
  ['extract', extract],
  ['grounding', grounding],
  ['archive', archive],
  ['lookup', lookup],
  ['deliver', deliver],
  ['scale', scale],
  ['web', web],
]);

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !benchmarks.has(name));
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(', ')}: there are ${[...benchmarks.keys()].join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of benchmarks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await run();
}
