/** `npm run torture`: kills the bot while it delivers, and fails where a part is doubled, lost or out of order. */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { createProgress } from '../../src/cli/progress.ts';
import { killsIn, reportText } from './report.ts';
import { torture } from './torture.ts';

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError(`Wanted a whole number, got ${text}.`);
  return value;
};

const command = new Command('torture')
  .description(
    'Delivers editions to loopback platforms and kills the bot amid it. The seed fixes faults and kill points; which call of several at once comes first does not repeat.',
  )
  .option('--kills <count>', 'how often to kill it', wholeNumber, 250)
  .option('--seed <number>', 'what is drawn; told at the start', wholeNumber, randomInt(2 ** 31))
  .option('--channels <count>', 'half of Slack, half of Discord', wholeNumber, 40)
  .option('--speed <times>', "how much faster than the machine's its clock runs", wholeNumber, 20)
  .option('--calls <count>', 'how many calls it makes on average before a kill', wholeNumber, 14)
  .parse();
const { calls, ...options } = command.opts<{
  kills: number;
  seed: number;
  channels: number;
  speed: number;
  calls: number;
}>();

const progress = createProgress(process.stderr);
progress.start(`Torture with seed ${options.seed}: ${options.kills} kills`);
let told = 0;
const report = await torture({
  ...options,
  callsBetweenKills: calls,
  onProgress: present => {
    const kills = killsIn(present);
    progress.update(`Kill ${kills} of ${options.kills}, edition ${present.editions}, ${Math.round(present.seconds)} s`);
    if (process.stderr.isTTY || kills < told + 50) return;
    told = kills;
    progress.start(`${kills} kills, ${Math.round(present.seconds)} s`);
  },
});
progress.stop();
console.log(reportText(report));
if (report.wrong.length > 0) process.exitCode = 1;
else rmSync(dirname(report.journal), { recursive: true });
