import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/cli/log.ts';

const secret = 'xoxb-1-very-secret';

const logged = (isTTY: boolean) => {
  const lines: string[] = [];
  const write = (line: string | Uint8Array) => lines.push(String(line)) > 0;
  return {
    lines,
    logger: createLogger({ level: 'info', secrets: [secret], timeZone: 'Europe/Berlin' }, { isTTY, write }),
  };
};

describe('createLogger', () => {
  it('writes a line of JSON for each event where nobody watches', () => {
    const { lines, logger } = logged(false);
    logger.info({ channel: 'C1' }, 'Delivered.');
    expect(lines.map(line => JSON.parse(line))).toMatchObject([{ level: 30, channel: 'C1', msg: 'Delivered.' }]);
  });

  it('writes for a person when what happened, where and why', () => {
    const { lines, logger } = logged(true);
    logger.warn({ channel: 'C1', err: new Error('no route') }, 'Not delivered.');
    expect(lines.join('')).toMatch(/^\d\d:\d\d:\d\d Warning: Not delivered\. \(channel C1, reason no route\)\n$/);
  });

  it.each([true, false])('lets no secret through, wherever it stands (terminal: %s)', isTTY => {
    const { lines, logger } = logged(isTTY);
    logger.error(
      { err: new Error(`refused ${secret}`), headers: { authorization: `Bearer ${secret}` } },
      `Token ${secret} is refused.`,
    );
    logger.child({ token: secret }).error('again');
    expect(lines.join('')).toContain('[hidden]');
    expect(lines.join('')).not.toContain('very-secret');
  });
});
