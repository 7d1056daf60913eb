/** The process whose planning is measured: it plans for all channels of the archive in the file that it is given, and sends nothing. */
import pino from 'pino';
import { openArchive } from '../src/archive/archive.ts';
import { createDiscordPlatform } from '../src/chat/discord/platform.ts';
import { createRest } from '../src/chat/discord/rest.ts';
import { createSlackClient } from '../src/chat/slack/client.ts';
import { createSlackPlatform } from '../src/chat/slack/platform.ts';
import { createDispatcher } from '../src/delivery/dispatcher.ts';
import { virtualClock } from '../tests/virtual-clock.ts';
import { now } from './busy-day.ts';

const [path = ''] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const archive = await openArchive({ path });
const client = createSlackClient({ token: 'xoxb-none', logger });
const platforms = [createSlackPlatform(async () => client, logger), createDiscordPlatform(createRest('none'))];
const clock = virtualClock(now);
// Told to stop, it begins nothing of what it planned.
const stopping = AbortSignal.abort();

const begun = performance.now();
const usedBefore = process.cpuUsage();
for (const platform of platforms) await createDispatcher({ archive, platform, clock, logger, stopping }).takeUp();
const seconds = (performance.now() - begun) / 1_000;
const { user, system } = process.cpuUsage(usedBefore);
await archive.close();
process.send?.({ seconds, processor: (user + system) / 1_000_000, peak: process.resourceUsage().maxRSS / 1_024 });
