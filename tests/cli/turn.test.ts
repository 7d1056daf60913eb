import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import type { DeliveryLock } from '../../src/archive/delivery-lock.ts';
import { createTurn } from '../../src/cli/turn.ts';

let folder: string;
let archive: Archive;
let lines: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turn-'));
  archive = await openArchive({ path: join(folder, 'archive.db') });
  lines = [];
});
afterEach(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

const setUp = () => {
  const acquired: (DeliveryLock | undefined)[] = [];
  const acquireDeliveryLock = async () => {
    const lock = await archive.acquireDeliveryLock();
    acquired.push(lock);
    return lock;
  };
  const logger = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line).msg) });
  const turn = createTurn({ archive: { acquireDeliveryLock }, location: 'data/archive.db', logger });
  return { turn, acquired, end: () => acquired.map(lock => lock?.release()) };
};

describe('the turn to deliver', () => {
  it('comes at once, without a word, where no other process delivers', async () => {
    const { turn, acquired, end } = setUp();
    expect(turn.hasCome()).toBe(false);
    await turn.attempt();
    await turn.come;
    await turn.attempt();
    expect([turn.hasCome(), lines, acquired.length]).toEqual([true, [], 1]);
    end();
  });

  it('is waited for while another process delivers, which is said once, and comes when that one ends', async () => {
    const other = await archive.acquireDeliveryLock();
    const { turn, end } = setUp();
    await turn.attempt();
    await turn.attempt();
    expect(turn.hasCome()).toBe(false);
    expect(lines).toEqual([
      'Another process delivers from data/archive.db: this one answers look-ups, and makes and posts nothing until that one ends.',
    ]);
    other?.release();
    await turn.attempt();
    await turn.come;
    expect(lines.slice(1)).toEqual(['The other process has ended: this one delivers from data/archive.db now.']);
    end();
  });
});
