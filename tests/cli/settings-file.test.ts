import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digest, emptyFolder } from './digest.ts';

const complaint = 'Error: Settings that cannot be used: LOG_LEVEL is not one of ';

describe('a .env file', () => {
  it.each([
    ['with the byte order mark that Windows writes', '\uFEFFLOG_LEVEL=loud\n'],
    ['with the line ends of Windows', 'PORT=1\r\nLOG_LEVEL=loud\r\n'],
    ['with quotes', 'LOG_LEVEL="loud"\n'],
    ['with white space around the sign', 'LOG_LEVEL = loud \n'],
    ['for a shell', 'export LOG_LEVEL=loud\n'],
    ['with a remark behind the value', 'LOG_LEVEL=loud # for now\n'],
  ])('is read where it is written %s', async (_, content) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.env'), content);
    expect((await digest(['search', 'kafka'], { cwd })).stderr).toContain(complaint);
  });

  it('yields to the environment', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.env'), 'LOG_LEVEL=info\n');
    expect((await digest(['search', 'kafka'], { cwd, env: { LOG_LEVEL: 'loud' } })).stderr).toContain(complaint);
  });
});
