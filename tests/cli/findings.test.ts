import { describe, expect, it } from 'vitest';
import { type Examined, findingsText, isInOrder } from '../../src/cli/findings.ts';

const well: Examined = { isWell: true, what: 'The archive is well.' };
const wrong: Examined = { isWell: false, what: 'The clock is wrong.', remedy: 'Set it by the network.' };
const note: Examined = { isWell: false, isTolerable: true, what: 'Acme cannot be read.', remedy: '404 Not Found' };
const piped = { colour: false };

describe('findings', () => {
  it('are a line each, with what to do below, and how many are wrong at the end', () => {
    expect(findingsText([well, wrong, note], piped)).toBe(
      [
        'ok     The archive is well.',
        'WRONG  The clock is wrong.',
        '       Set it by the network.',
        'note   Acme cannot be read.',
        '       404 Not Found',
        '',
        '1 thing is wrong.\n',
      ].join('\n'),
    );
  });

  it.each([
    ['nothing is wrong', [well], true, 'All is well.'],
    ['one blog of many fails, as some does each day', [well, note], true, 'All is well but for 1 note, '],
    ['something is wrong', [wrong, note, wrong], false, '2 things are wrong.'],
  ] as const)('say so where %s, for people and for what calls the doctor', (_, findings, inOrder, summary) => {
    expect(isInOrder(findings)).toBe(inOrder);
    expect(findingsText(findings, piped)).toContain(`\n\n${summary}`);
  });

  it('are folded to a window, and whole where they are piped', () => {
    const long: Examined = { isWell: false, what: 'word '.repeat(30).trim(), remedy: 'deed '.repeat(30).trim() };
    const lines = findingsText([long], { width: 40, colour: false }).split('\n');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(40);
    expect(lines.slice(1, 8).every(line => line.startsWith('       '))).toBe(true);
    expect(findingsText([long], piped).split('\n')).toHaveLength(5);
  });
});
