/** The edition of the recorded day, made as the product makes it: gathered, chosen, written and checked. */
import pino from 'pino';
import { build } from '../../src/cli/build.ts';
import { recordedParts } from '../../src/cli/parts.ts';
import { loggedProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import type { Edition } from '../../src/edition/edition.ts';

export const recordedEdition = async (): Promise<Edition> => {
  const parts = await recordedParts(readConfig({}));
  try {
    const { edition } = await build(parts, {}, loggedProgress(pino({ level: 'silent' })));
    return edition;
  } finally {
    await parts.close();
  }
};
