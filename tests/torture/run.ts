/** `npm run torture`: kills the bot while it delivers, and fails where a part is doubled, lost or out of order. */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { createProgress } from '../../src/cli/progress.ts';
import { wholeNumber } from '../whole-number.ts';
import { killsIn, reportText } from './report.ts';
import { torture } from './torture.ts';

const command = new Command('torture')
  .description(
    'Delivers editions to loopback platforms and kills the bot amid it. The seed fixes faults and kill points; which call of several at once comes first does not repeat.',
  )
  .option('--kills <count>', 'how often to kill it', wholeNumber, 250)
  .option('--seed <number>', 'what is drawn; told at the start', wholeNumber, randomInt(2 ** 31))
  .option('--channels <count>', 'half of Slack, half of Discord', wholeNumber, 40)
  .option('--speed <times>', "how much faster than the machine's its clock runs", wholeNumber, 20)
  .option('--calls <count>', 'how many calls it makes on average before a kill', wholeNumber, 14)
  .addOption(new Option('--engine <name>', 'what the archive is on').choices(['sqlite', 'postgres']).default('sqlite'))
  .option('--workers <count>', 'processes that deliver side by side, from a server', wholeNumber, 1)
  .option('--restarts <count>', 'how often the server is restarted', wholeNumber, 0)
  .option('--jobs', 'they share their jobs by pg-boss, instead of each looking by itself', false)
  .parse();
const { calls, jobs, ...options } = command.opts<{
  kills: number;
  seed: number;
  channels: number;
  speed: number;
  calls: number;
  engine: 'sqlite' | 'postgres';
  workers: number;
  restarts: number;
  jobs: boolean;
}>();

if (options.engine === 'sqlite' && (options.workers > 1 || options.restarts > 0 || jobs)) {
  command.error('From a file one process delivers: several, restarts and shared jobs want --engine postgres.');
}

const progress = createProgress(process.stderr);
progress.start(`Torture with seed ${options.seed}: ${options.kills} kills`);
let told = 0;
const report = await torture({
  ...options,
  sharesJobs: jobs,
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
