import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive-error.ts';
import { createTroubleLog } from '../../src/cli/trouble.ts';

const full = new ArchiveError('unwritable', 'The archive a.db cannot be written (database or disk is full).');

const setUp = () => {
  let time = '2026-04-01T06:00:00Z';
  const lines: { msg: string; err?: unknown }[] = [];
  const logger = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const tell = createTroubleLog(logger, () => new Date(time));
  return {
    lines,
    tell: (at: string, error: unknown) => {
      time = `2026-04-01T${at}Z`;
      tell(error);
    },
  };
};

describe('what failed and is tried again each minute', () => {
  it('is told once a minute and in plain words where the disk is full, whatever it fails', () => {
    const { tell, lines } = setUp();
    for (const at of ['06:00:00', '06:00:00.5', '06:00:59', '06:01:00', '06:01:01', '06:03:00']) tell(at, full);
    const text = 'The archive a.db cannot be written (database or disk is full). Nothing is posted until then.';
    expect(lines.map(({ msg }) => msg)).toEqual([text, text, text]);
    expect(lines[0]).not.toHaveProperty('err');
  });

  it('is told each time, with its stack, where it is a fault of ours', () => {
    const { tell, lines } = setUp();
    tell('06:00:00', full);
    for (const at of ['06:00:01', '06:00:02']) tell(at, new TypeError('x is not a function'));
    expect(lines.slice(1)).toMatchObject([
      { err: { stack: expect.any(String) } },
      { err: { stack: expect.any(String) } },
    ]);
  });
});
