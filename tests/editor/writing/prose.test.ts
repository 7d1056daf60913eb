import { describe, expect, it } from 'vitest';
import { proseOf } from '../../../src/editor/writing/prose.ts';
import { anArticle } from '../an-article.ts';

describe('the prose of an article with markup', () => {
  const article = anArticle({
    html: `<h2>Why</h2><p>The queue was slow. Nobody knew why.</p>
      <figure><img src="a.png"><figcaption>The queue at night.</figcaption></figure>
      <pre>await queue.drain();</pre>
      <p><b>Isolation</b><br>Each lambda has a queue.</p>
      <ul><li>Workers poll the queue.</li></ul>
      <table><tr><td>A cell with a sentence.</td></tr></table>
      <h2>Acknowledgements</h2><p>Many people read the drafts.</p>
      <h2>Results</h2><p>The queue is fast now.</p>`,
    text: `Why
The queue was slow. Nobody knew why.
The queue at night.
await queue.drain();
Isolation
Each lambda has a queue.
Workers poll the queue.
A cell with a sentence.
Acknowledgements
Many people read the drafts.
Results
The queue is fast now.`,
  });

  it('is its paragraphs and list items, without captions, code, tables and sections beside the story', () => {
    expect(proseOf(article).map(({ text }) => text)).toEqual([
      'The queue was slow.',
      'Nobody knew why.',
      'Each lambda has a queue.',
      'Workers poll the queue.',
      'The queue is fast now.',
    ]);
  });

  it('says under which headings a sentence stands, a bold line being one', () => {
    expect(proseOf(article).map(({ headings }) => headings)).toEqual([
      ['Why'],
      ['Why'],
      ['Why', 'Isolation'],
      ['Why', 'Isolation'],
      ['Results'],
    ]);
  });

  it('places the first sentence at 0 and the last at 1', () => {
    const places = proseOf(article).map(({ place }) => place);
    expect([places.at(0), places.at(-1)]).toEqual([0, 1]);
  });

  it('leaves out what the text of the article does not have', () => {
    const cut = { ...article, text: 'The queue was slow.' };
    expect(proseOf(cut).map(({ text }) => text)).toEqual(['The queue was slow.']);
  });
});

describe('a log of events', () => {
  it.each(['Timeline of events', 'March 4', '20:17 UTC', '2026-03-04'])('is no prose under “%s”', heading => {
    const html = `<h2>${heading}</h2><p>The queue fills up.</p><h2>March of the robots</h2><p>The queue was slow.</p>`;
    const prose = proseOf(anArticle({ html, text: 'The queue fills up.\nThe queue was slow.' }));
    expect(prose.map(({ text }) => text)).toEqual(['The queue was slow.']);
  });
});

describe('the prose of an article of which only the text is kept', () => {
  it('takes short lines without an end for headings', () => {
    const prose = proseOf(anArticle({ text: 'Why we moved\nThe queue was slow.\nAbout the author\nAda writes code.' }));
    expect(prose.map(({ text, headings }) => [text, headings])).toEqual([['The queue was slow.', ['Why we moved']]]);
  });

  it('is nothing where there is no text', () => {
    expect(proseOf(anArticle({ text: '' }))).toEqual([]);
  });

  it('stops reading at some length, however long the text', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `The queue was slow on day ${index}.`).join('\n');
    expect(proseOf(anArticle({ text })).length).toBeLessThan(1000);
  });
});
