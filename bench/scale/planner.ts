/** A process that looks what is due in the archive that it is given, first when nothing is, then when all is; it sends nothing. */
import pino from 'pino';
import { openArchive } from '../../src/archive/archive.ts';
import { createSlackPlatform } from '../../src/chat/slack/platform.ts';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import { minute, second } from '../../src/edition/duration.ts';
import { virtualClock } from '../../tests/virtual-clock.ts';
import { dueAt } from './morning.ts';
import type { Looked } from './planning.ts';

const [postgresUrl = ''] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const archive = await openArchive({ postgresUrl });
const platform = createSlackPlatform(() => Promise.reject(new Error('Nothing is to be sent.')), logger);
// Told to stop, it begins nothing of what it planned.
const stopping = AbortSignal.abort();

for (const at of [Date.parse(dueAt) - minute, Date.parse(dueAt)]) {
  const clock = virtualClock(new Date(at).toISOString());
  const begun = performance.now();
  const before = process.cpuUsage();
  await createDispatcher({ archive, platform, clock, logger, stopping }).takeUp();
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    seconds: (performance.now() - begun) / second,
    processor: (user + system) / 1_000_000,
    memory: process.resourceUsage().maxRSS / 1_024,
  } satisfies Looked);
}
await archive.close();
