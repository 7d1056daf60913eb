/** `npm run soak`: a month of days in minutes, and fails where an edition is doubled, lost or out of place, or the bot grows. */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { createProgress } from '../../src/cli/progress.ts';
import { wholeNumber } from '../whole-number.ts';
import type { SoakOptions } from './figures.ts';
import { breachesIn, reportText } from './report.ts';
import { soak } from './soak.ts';

const share = (text: string): number => {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError(`Wanted a share from 0 to 1, got ${text}.`);
  return value;
};

const options = new Command('soak')
  .description(
    'Runs the bot for days against loopback blogs and chats that fail, and kills it amid its work. The seed fixes posts, faults and kills; which of several requests comes first does not repeat.',
  )
  .option('--days <count>', 'days, each with its edition', wholeNumber, 30)
  .option('--channels <count>', 'half of Slack, half of Discord', wholeNumber, 60)
  .option('--kills <count>', 'how often to kill it', wholeNumber, 10)
  .option('--fail <share>', 'share of all requests that fail', share, 0.05)
  .option('--seed <number>', 'what is drawn; told at the start', wholeNumber, randomInt(2 ** 31))
  .option('--speed <times>', "how much faster than the machine's its clock runs", wholeNumber, 30)
  .parse()
  .opts<SoakOptions>();

const progress = createProgress(process.stderr);
progress.start(`Soak with seed ${options.seed}: ${options.days} days`);
const report = await soak({
  ...options,
  onProgress: ({ editions, messages, measures, seconds }) => {
    const heap = Math.round((measures.at(-1)?.heapUsed ?? 0) / 2 ** 20);
    const done = `Day ${measures.length} of ${options.days}: ${editions} editions, ${messages} messages, heap ${heap} MB, ${Math.round(seconds)} s`;
    progress.update(done);
    if (!process.stderr.isTTY) progress.start(done);
  },
});
progress.stop();
console.log(reportText(report));
if (breachesIn(report).length > 0) process.exitCode = 1;
else rmSync(report.folder, { recursive: true });
