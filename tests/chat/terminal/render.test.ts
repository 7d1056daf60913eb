import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionThread } from '../../../src/chat/edition-thread.ts';
import { paragraph } from '../../../src/chat/message.ts';
import { renderTerminal } from '../../../src/chat/terminal/render.ts';
import { anEdition, anEntry } from '../../an-edition.ts';

const plainAt = (width: number) => ({ width, colour: false });

describe('renderTerminal', () => {
  it.each([30, 60, 100])('folds to a window of %i columns and loses no word', width => {
    const edition = anEdition();
    const shown = renderTerminal(editionThread(edition), plainAt(width));
    const prose = shown.split('\n').filter(line => !line.includes('https://'));
    expect(Math.max(...prose.map(line => line.length))).toBeLessThanOrEqual(width);
    const words = shown.replace(/[│•]/g, ' ').split(/\s+/);
    for (const entry of edition.deepDives) expect(words).toEqual(expect.arrayContaining(entry.body.split(' ')));
  });

  it('writes the address of an entry whole, even in a narrow window', () => {
    const url = `https://acme.example/${'long-path/'.repeat(12)}`;
    const shown = renderTerminal(editionThread(anEdition({ deepDives: [anEntry({ url })] })), plainAt(40));
    expect(shown).toContain(url);
  });

  it('sets replies off from the message they answer', () => {
    const lines = renderTerminal(editionThread(anEdition()), plainAt(80)).split('\n');
    const reply = lines.findIndex(line => line.includes('Moving the ledger to append-only storage · Acme'));
    expect(lines[reply]).toMatch(/^│ /);
    expect(lines[0]).toMatch(/^Engineering @ Scale/);
  });

  it('lets no feed repaint the screen: control characters are dropped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0x2fff }).map(code => String.fromCharCode(code)), maxLength: 80 }),
        text => {
          const shown = renderTerminal({ blocks: [paragraph(text)] }, plainAt(80));
          // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the test
          expect(shown.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        },
      ),
      { seed: 20260401, numRuns: 1000 },
    );
  });

  it.each([
    { label: 'Read\u001b]0;owned\u0007', href: 'https://acme.example/' },
    { label: 'Read', href: 'https://acme.example/\u001b[2J' },
    { label: 'Browse', command: 'company:\u009b31mAcme\n\u202e' },
  ])('lets no button repaint the screen: %j', action => {
    const shown = renderTerminal({ blocks: [{ kind: 'actions', actions: [action] }] }, plainAt(80));
    expect(shown.slice(0, -1)).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('shows half a surrogate pair as the replacement character', () => {
    expect(renderTerminal({ blocks: [paragraph('half \ud83d of one')] }, plainAt(80))).toBe('half \ufffd of one\n');
  });

  it('says the same in colour as without', () => {
    const thread = editionThread(anEdition());
    const coloured = renderTerminal(thread, { width: 80, colour: true });
    expect(coloured).not.toBe(renderTerminal(thread, plainAt(80)));
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(thread, plainAt(80)));
  });
});
