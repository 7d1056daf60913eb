/** The process that is measured: the site over the archive in the file that it is given, as `run` opens it. Sends its port. */
import pino from 'pino';
import { openArchive } from '../../src/archive/archive.ts';
import { listen } from '../../src/web/server.ts';
import { createSite } from '../../src/web/site.ts';

const [path = ''] = process.argv.slice(2);
const archive = await openArchive({ path });
const site = createSite({ archive, now: () => new Date(), logger: pino({ level: 'silent' }) });
const { port } = await listen(site, { port: 0, host: '127.0.0.1' });
process.send?.({ port });
process.once('disconnect', () => process.exit());
