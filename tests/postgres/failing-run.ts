/** What a run of tests does that has a failure: it starts Postgres, ends it, and has an exit code. */
import { startPostgres } from './server.ts';

const server = await startPostgres();
await server.close();
process.exitCode = 3;
