/** `npm run fuzz`: gives hostile input to what reads strangers' words, and fails where anything crashes, dawdles or breaks a promise. */
import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { createProgress } from '../../src/cli/progress.ts';
import { wholeNumber } from '../whole-number.ts';
import { fuzz } from './fuzz.ts';
import { type Replayed, replay } from './replay.ts';
import { breaches, reportText } from './report.ts';
import { type TargetName, targetNames } from './target.ts';

const isTarget = (name: string): name is TargetName => targetNames.some(target => target === name);

const targets = (text: string): readonly TargetName[] => {
  const names = text.split(',');
  const unknown = names.find(name => !isTarget(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`Wanted some of ${targetNames.join(', ')}, got ${unknown}.`);
  return names.filter(isTarget);
};

const replayed = (text: string): Replayed => {
  const [, target = '', seed, number] = /^(\w+):(\d+):(\d+)$/.exec(text) ?? [];
  if (!isTarget(target)) throw new InvalidArgumentError(`Wanted TARGET:SEED:NUMBER, got ${text}.`);
  return { target, seed: Number(seed), number: Number(number) };
};

const command = new Command('fuzz')
  .description('Gives mutated documents and hostile text to the product. The seed fixes every case.')
  .option('--feeds <count>', 'mutated feeds', wholeNumber, 100_000)
  .option('--pages <count>', 'mutated pages', wholeNumber, 20_000)
  .option('--queries <count>', 'look-ups', wholeNumber, 50_000)
  .option('--renderers <count>', 'editions of hostile text', wholeNumber, 2000)
  .option('--http <count>', 'broken answers of servers, and requests to our pages', wholeNumber, 5000)
  .option('--only <targets>', 'these, with commas between', targets, targetNames)
  .option('--seed <number>', 'what is drawn; told at the start', wholeNumber, randomInt(2 ** 31))
  .option('--jobs <count>', 'threads', wholeNumber, 2)
  .option('--replay <case>', 'runs one case, TARGET:SEED:NUMBER, and writes its input to a file', replayed)
  .parse();
const options = command.opts<
  Readonly<Record<TargetName, number>> & {
    readonly only: readonly TargetName[];
    readonly seed: number;
    readonly jobs: number;
    readonly replay?: Replayed;
  }
>();

if (options.replay !== undefined) {
  console.log(await replay(options.replay));
  process.exit();
}

const progress = createProgress(process.stderr);
/** Every so many of a hundred a line is written where nobody watches. */
const told = 20;
for (const target of targetNames.filter(name => options.only.includes(name))) {
  const cases = options[target];
  progress.start(`Fuzzing ${target} with seed ${options.seed}: ${cases} cases`);
  let next = told;
  const report = await fuzz({
    target,
    cases,
    seed: options.seed,
    jobs: Math.max(1, options.jobs),
    onProgress: done => {
      progress.update(`Fuzzing ${target} with seed ${options.seed}: ${done} of ${cases}`);
      if (process.stderr.isTTY || done * 100 < next * cases) return;
      progress.start(`${done} of ${cases} ${target}`);
      next += told;
    },
  });
  progress.stop();
  console.log(reportText(report));
  const wrong = breaches(report);
  if (wrong.length === 0) continue;
  console.log(`${target}: ${wrong.join(', ')}`);
  process.exitCode = 1;
}
