import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A stream that says of itself that it is a terminal. */
const terminal = () =>
  Object.assign(new PassThrough(), { isTTY: true, columns: 80, cursorTo() {}, clearLine() {}, moveCursor() {} });

describe('the spinner', () => {
  it('leaves the keyboard to the terminal, so that Ctrl-C ends a long run', () => {
    vi.stubEnv('CI', undefined);
    vi.stubEnv('TERM', 'xterm');
    const setRawMode = vi.fn();
    const { stdin } = process;
    const before = { isTTY: stdin.isTTY, setRawMode: stdin.setRawMode };
    Object.assign(stdin, { isTTY: true, setRawMode });
    const stream = terminal();
    const progress = createProgress(stream);
    progress.start('Reading');
    progress.stop();
    Object.assign(stdin, before);
    expect(stream.read()?.toString()).toContain('Reading');
    expect(setRawMode).not.toHaveBeenCalled();
  });
});

describe('a terminal that does not know its width', () => {
  it('gets plain lines', () => {
    const stream = Object.assign(terminal(), { columns: 0 });
    const progress = createProgress(stream);
    progress.start('Reading');
    progress.update('Reading 1 of 2');
    progress.done('Read 2');
    expect(stream.read()?.toString()).toBe('Reading …\nRead 2\n');
  });
});
