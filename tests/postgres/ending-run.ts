/** What a run of tests does: it starts Postgres, ends it, and has an exit code, which is given. */
import { startPostgres } from './server.ts';

const [, , code = '', end = ''] = process.argv;
const server = await startPostgres();
await server.close();
process.exitCode = Number(code);
if (end === 'at once') process.exit();
