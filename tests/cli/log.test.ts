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

  it.each([true, false])('stays one line, whatever strangers put into an address or a title (terminal: %s)', isTTY => {
    const { lines, logger } = logged(isTTY);
    const hostile = 'a\n{"level":60,"msg":"forged"}\r\u001b[2J\u009b31m\u2028\u202e';
    logger.warn({ path: hostile, err: new Error(hostile) }, hostile);
    expect(lines).toHaveLength(1);
    expect(lines.join('')).toMatch(/^[^\n\r]*\n$/);
    if (isTTY) expect(lines.join('')).toMatch(/^[^\p{Cc}\u2028\u202e]*\n$/u);
  });

  it.each(['a text', { status: 5 }, { message: 5 }])('tells on a terminal of what was thrown, be it %j', thrown => {
    const { lines, logger } = logged(true);
    logger.error({ err: thrown }, 'Not done.');
    expect(lines.join('')).toMatch(/Error: Not done\. \(reason .*(a text|5).*\)\n$/);
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
