import { describe, expect, it } from 'vitest';
import { editionThread } from '../../src/chat/edition-thread.ts';
import type { Action, Message } from '../../src/chat/message.ts';
import { anEdition } from '../an-edition.ts';

const textOf = (message: Message | undefined): string => JSON.stringify(message?.blocks ?? []);
const actionsOf = ({ blocks }: Message): readonly Action[] =>
  blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []));

describe('editionThread', () => {
  it('tells the Signal first, then a reply for each Deep Dive, then patterns, then the rest', () => {
    const { thread = [], ...parent } = editionThread(anEdition());
    expect(textOf(parent)).toContain('Signal of the Day');
    expect(textOf(parent)).toContain('2 entries from 2 companies, 2 sources read, 1 failed');
    expect(thread).toHaveLength(4);
    expect(textOf(thread[0])).toContain('Moving the ledger');
    expect(textOf(thread[1])).toContain('Sharding without tears');
    expect(textOf(thread[2])).toContain('Patterns Across Companies');
    expect(textOf(thread[3])).toContain('Acme wins an award');
    expect(textOf(thread[3])).toContain('Initech Blog');
  });

  it('says which model wrote it', () => {
    const parent = textOf(editionThread(anEdition({ writer: 'openai:gpt-9' })));
    expect(parent).toContain('1 failed; written by gpt-9, checked against the articles');
    expect(textOf(editionThread(anEdition({ writer: 'extractive' })))).not.toContain('written by');
  });

  it('has no reply for what a quiet day does not have', () => {
    const quiet = anEdition({ deepDives: [], patterns: [], alsoPublished: [], sources: [] });
    expect(editionThread(quiet).thread).toEqual([]);
    expect(textOf(editionThread(quiet))).toContain('Nothing of substance was published');
    expect(textOf(editionThread(quiet))).not.toContain('Signal of the Day');
  });

  it('offers to subscribe and to browse the day, under the parent alone', () => {
    const { thread = [], ...parent } = editionThread(anEdition());
    expect(actionsOf(parent)).toEqual([
      { label: 'Subscribe this channel', command: 'subscribe', style: 'primary' },
      { label: 'Browse', command: 'date:2026-04-01' },
    ]);
    expect(thread.flatMap(actionsOf)).toEqual([]);
  });

  it.each([
    ['https://digest.example', 'https://digest.example/2026-04-01'],
    ['https://example.org/digest/', 'https://example.org/digest/2026-04-01'],
  ])('leads to the edition on the web where that is public at %s', (publicUrl, href) => {
    expect(actionsOf(editionThread(anEdition(), { publicUrl }))).toContainEqual({ label: 'Read on the web', href });
  });

  it('names its day where it comes late, under the title of the parent alone', () => {
    const { thread = [], ...parent } = editionThread(anEdition(), { isLate: true });
    const note = 'The edition of Wednesday 1 April, delivered late.';
    expect(parent.blocks[1]).toEqual({ kind: 'context', content: [{ text: note }] });
    expect(textOf(editionThread(anEdition()))).not.toContain('late');
    expect(thread.map(textOf).join()).not.toContain(note);
  });

  it('names twenty items of a blog that lists two thousand as new, and all of the others', () => {
    const item = (source: string, index: number) => ({
      title: `${source} ${index}`,
      company: source,
      source,
      url: `https://example.org/${source}/${index}`,
    });
    const flood = Array.from({ length: 2000 }, (_, index) => item('Flood', index));
    const { thread = [] } = editionThread(anEdition({ alsoPublished: [...flood, item('Globex', 0)] }));
    const rest = thread.at(-1);
    const lines = (rest?.blocks ?? []).flatMap(block => (block.kind === 'list' ? block.items : []));
    const named = lines.map(line => line.map(({ text }) => text).join(''));
    expect(named.slice(18, 22)).toEqual([
      'Flood 18 · Flood',
      'Flood 19 · Flood',
      'Globex 0 · Globex',
      'and 1980 more of Flood',
    ]);
  });

  it('has nothing to browse on a day without entries', () => {
    const labels = actionsOf(editionThread(anEdition({ deepDives: [], patterns: [] }))).map(({ label }) => label);
    expect(labels).toEqual(['Subscribe this channel']);
  });
});
