/** One Postgres for a whole run of the tests: each that needs a database copies the template, which is an archive without content. */
import type { TestProject } from 'vitest/node';
import { openArchive } from '../../src/archive/archive.ts';
import { createDatabase, startPostgres } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server. */
    readonly postgres: string;
  }
}

export const template = 'empty_archive';

export default async function startForAllTests({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const archive = await openArchive({ postgresUrl: await createDatabase(server.url, { name: template }) });
  await archive.close();
  provide('postgres', server.url);
  return () => server.close();
}
