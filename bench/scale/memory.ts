/**
 * What V8 is told of memory, as it is to be where a worker is started. Without it lets garbage stand for as long as a large
 * machine has room: young garbage alone for more than a hundred megabytes.
 */
export const memoryOptions: readonly string[] = ['--max-old-space-size=144', '--max-semi-space-size=8'];
