import { expect, it } from 'vitest';
import { forumTitle } from '../../../src/chat/discord/forum-title.ts';
import { type Block, heading, paragraph } from '../../../src/chat/message.ts';

it.each<[string, Block[]]>([
  ['Engineering @ Scale — 2026-04-01', [paragraph('Hello'), heading(1, 'Engineering @ Scale — 2026-04-01')]],
  ['Hello *there*', [{ kind: 'divider' }, paragraph(' '), paragraph('Hello \n*there*')]],
  ['Digest', []],
  [`${'word '.repeat(19)}word…`, [heading(2, 'word '.repeat(30))]],
  [`${'👨‍👩‍👧‍👦'.repeat(9)}…`, [heading(1, '👨‍👩‍👧‍👦'.repeat(30))]],
])('forumTitle calls it %j', (title, blocks) => {
  expect(forumTitle({ blocks })).toBe(title);
  expect(title.length).toBeLessThanOrEqual(100);
});
