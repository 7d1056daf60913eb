/** The edition of the recorded day, made as the product makes it: gathered, chosen, written and checked. */
import pino from 'pino';
import { build } from '../../src/cli/build.ts';
import { recordedParts } from '../../src/cli/parts.ts';
import { loggedProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import type { Edition } from '../../src/edition/edition.ts';

let made: Promise<Edition> | undefined;

/** It takes a second or two to make and is never changed, so that the files of a process share it. */
export const recordedEdition = (): Promise<Edition> => {
  made ??= make();
  return made;
};

const make = async (): Promise<Edition> => {
  const parts = await recordedParts(readConfig({}));
  try {
    const { edition } = await build(parts, {}, loggedProgress(pino({ level: 'silent' })));
    return edition;
  } finally {
    await parts.close();
  }
};
