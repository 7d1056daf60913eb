import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { keepOpen } from '../../../src/chat/slack/keep-open.ts';

const quiet = pino({ level: 'silent' });

/** A connection of which each opening ends as `ends` say, in order. `opened` resolves with the number of openings. */
const connection = (...ends: readonly ('opens' | 'fails')[]) => {
  const opened = Promise.withResolvers<number>();
  let tries = 0;
  return {
    opened: opened.promise,
    connect: async () => {
      const end = ends[tries];
      tries += 1;
      if (end === 'fails') throw new PlatformError('rate-limited', 'Not now.', { retryAfter: 1 });
      if (tries === ends.length) opened.resolve(tries);
    },
    tries: () => tries,
  };
};

describe('a connection to Slack that was closed', () => {
  it('is opened again, until it stands', async () => {
    const { connect, opened } = connection('opens', 'fails', 'fails', 'opens');
    const kept = keepOpen(connect, quiet);
    await kept.open();
    kept.wasClosed();
    expect(await opened).toBe(4);
  });

  it('is opened once, however often it is said to be closed', async () => {
    const { connect, opened, tries } = connection('opens', 'fails', 'opens');
    const kept = keepOpen(connect, quiet);
    await kept.open();
    kept.wasClosed();
    kept.wasClosed();
    await opened;
    expect(tries()).toBe(3);
  });

  it('stays closed where it never stood: the operator is told instead', async () => {
    const { connect, tries } = connection('fails', 'opens');
    const kept = keepOpen(connect, quiet);
    await expect(kept.open()).rejects.toMatchObject({ code: 'rate-limited' });
    kept.wasClosed();
    expect(tries()).toBe(1);
  });

  it('stays closed where the bot stops', async () => {
    const { connect, tries } = connection('opens', 'opens');
    const kept = keepOpen(connect, quiet);
    await kept.open();
    kept.close();
    kept.wasClosed();
    expect(tries()).toBe(1);
  });
});
