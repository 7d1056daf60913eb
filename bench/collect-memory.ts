/** The process whose memory is measured: it collects and does nothing else. Started by `collect.ts` with the port of the feeds. */
import Keyv from 'keyv';
import { collectAll, feedUrls } from './collecting.ts';

const urls = feedUrls(Number(process.argv[2]));
const cache = new Keyv();
await collectAll(urls, cache, 'ok');
await collectAll(urls, cache, 'unchanged');
process.send?.(process.resourceUsage().maxRSS / 1024);
