import { describe, expect, it } from 'vitest';
import type { JudgedBlock } from '../../../src/sources/articles/block-signs.ts';
import type { BlockKind } from '../../../src/sources/articles/blocks.ts';
import { strayBlocks } from '../../../src/sources/articles/stray-blocks.ts';

const title = 'How we moved our queues to Kafka';

const block = (text: string, kind: BlockKind = 'paragraph'): JudgedBlock => ({ kind, text, linkShare: 0, links: 0 });
const linked = (text: string, kind: BlockKind = 'paragraph', links = 1): JudgedBlock => ({
  kind,
  text,
  linkShare: 1,
  links,
});
const heading = (text: string): JudgedBlock => block(text, 'heading');
const prose = (ordinal: number): JudgedBlock =>
  block(
    `Paragraph ${ordinal} says at some length what we did to the queues, and why it took a quarter longer than planned.`,
  );
const story = [prose(1), prose(2), heading('What we learned'), prose(3), prose(4)];

const kept = (blocks: readonly JudgedBlock[]): readonly JudgedBlock[] => {
  const stray = strayBlocks(blocks, title);
  return blocks.filter((_, index) => !stray.has(index));
};

describe('blocks that are not part of the story', () => {
  it('are none in an article that is nothing but its story', () => {
    expect(strayBlocks(story, title).size).toBe(0);
    expect(strayBlocks([], title).size).toBe(0);
  });

  describe('at its head', () => {
    it.each([
      ['the title again', heading(title)],
      ['a part of the title', block('Kafka')],
      ['a byline', block('By Jane Doe')],
      ['a byline that is a sentence', block('Posted by Jane Doe, Software Engineer, on March 3, 2026.')],
      ['a date', block('March 3, 2026')],
      ['a date in another language', block('segunda-feira, 22 de janeiro de 2018 às 0:13')],
      ['a date in figures with topics', block('05/10/2018 - Category: Infrastructure')],
      ['the time since', block('Published 1 day ago')],
      ['the time to read', block('7 min read')],
      ['topics', linked('Infrastructure, Kafka', 'paragraph', 2)],
      ['a label of its section', heading('Latest news')],
    ])('%s', (_, first) => {
      expect(kept([first, ...story])).toEqual(story);
    });

    it.each([
      ['a first heading', heading('Background')],
      ['a sentence that opens with “By”', block('By 2020 the queues no longer kept up with us.')],
      [
        'a sentence with a date',
        block('On March 3, 2026 at 14:05 UTC our queues stopped, and nobody knew why they had.'),
      ],
      [
        'a dated sentence without spaces',
        block('市長は3月5日の会見で、2020年の春に新しい橋が開通する予定だと述べた。'),
      ],
      [
        'a linked sentence',
        { ...block('We have written about our queues before in some detail.'), linkShare: 0.7, links: 2 },
      ],
    ])('but not %s', (_, first) => {
      expect(kept([first, ...story])).toEqual([first, ...story]);
    });
  });

  describe('within', () => {
    it.each([
      ['an advertisement’s label', [block('Advertisement')]],
      [
        'a pointer to another article',
        [{ ...block('Related: Queues, and how to live without them'), linkShare: 0.8, links: 1 }],
      ],
      ['a headline that is a link', [linked('Why we no longer run our own queues')]],
      [
        'headlines under a heading',
        [
          heading('You may also like:'),
          linked('The queues of last year', 'list'),
          linked('The queues of next year', 'list'),
        ],
      ],
      [
        'headlines under a label',
        [block('More:'), linked('The queues of last year', 'heading'), linked('The queues of next year', 'heading')],
      ],
      ['a caption with its credit', [block('The old queues, seen from above (Photo: Jane Doe)')]],
      ['a caption with its agency', [block('The old queues, seen from above. Jane Doe/Getty Images')]],
      ['an address', [block('https://blog.example.com/2026/03/how-we-moved-our-queues-to-kafka-and-what-it-cost-us')]],
      ['names of buttons', [block('31 Shares Share Tweet Pin it')]],
      ['share buttons', [linked('Twitter Facebook Reddit', 'list', 3)]],
      ['an invitation', [block('Sign up for our newsletter, and get the best of queues in your inbox.')]],
      [
        'a pointer to another article in another language',
        [
          {
            ...block('Abonnés · Lire aussi Les files d’attente, et comment vivre sans elles'),
            linkShare: 0.7,
            links: 1,
          },
        ],
      ],
      ['a label in another language', [block('Реклама'), block('Continua depois da publicidade')]],
      [
        'a quotation pulled out of a paragraph',
        [block('“What we did to the queues, and why it took a quarter longer than planned”', 'quote')],
      ],
      ['a table of contents', [heading('Contents'), linked('The problem', 'list', 3)]],
    ])('%s', (_, strays) => {
      expect(kept([...story.slice(0, 2), ...strays, ...story.slice(2)])).toEqual(story);
    });

    it.each([
      ['a name that is a link', linked('Apache Kafka')],
      ['a heading that is a link', linked('What we have learned', 'heading')],
      ['an item of a list named like a button', block('Email', 'list')],
      ['a line of code', { ...linked('subscribe', 'code'), links: 3 }],
      ['a heading on subscribing, which is the subject', heading('Subscribe to topics, not queues')],
      ['a sentence with a remark in brackets', block('It worked (to the surprise of the team).')],
      ['a short line', block('It worked.')],
      ['a paragraph whose only Latin word is a button', block('Facebookは来年から新しい仕組みを使うと発表した。')],
      ['a paragraph of Cyrillic with one', block('Компания Twitter сообщила об этом во вторник.')],
      [
        'a quotation of someone else',
        block('Nobody had told me that a queue could be as long as this one was.', 'quote'),
      ],
    ])('but not %s', (_, own) => {
      const blocks = [...story.slice(0, 2), own, ...story.slice(2)];
      expect(kept(blocks)).toEqual(blocks);
    });

    it('but not the links of a page that is a list of links', () => {
      const links = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(name =>
        linked(`${name} of the articles that we liked this week`),
      );
      expect(kept([prose(1), ...links, prose(2)])).toHaveLength(8);
    });
  });

  describe('at its end', () => {
    it.each([
      ['credits', [block('Reporting by Jane Doe; editing by John Roe')]],
      ['contributors', [block('Jane Doe contributed to this report.')]],
      ['rights', [block('© 2026 Example Inc. All rights reserved.')]],
      ['tags', [block('Tags: Kafka, queues')]],
      ['where it appeared first', [block('The post How we moved appeared first on Example.')]],
      ['an invitation', [{ ...block('Like this? Subscribe to our letter.'), linkShare: 0.3, links: 1 }]],
      ['a heading with nothing under it', [heading('Further thoughts')]],
      [
        'its author',
        [
          heading('About the author'),
          block('Jane Doe is an engineer. She likes queues. She lives in Berlin with three cats.'),
        ],
      ],
      ['its readers’ comments', [heading('2 Comments'), prose(8), prose(9)]],
      ['its comments in another language', [heading('2 комментария'), prose(8), prose(9)]],
      [
        'the company’s boilerplate',
        [heading('About Example Inc.'), block('Example is the leading maker of examples in 18 countries.')],
      ],
    ])('%s', (_, strays) => {
      expect(kept([...story, ...strays])).toEqual(story);
    });

    it.each([
      [
        'a sentence on where to find the source',
        block('Source code and schemas are on our repository, under a permissive licence.'),
      ],
      ['a sentence that says to follow', block('Follow the guide to try the new queues on your own cluster today.')],
      ['code', block('kafka-topics --list', 'code')],
    ])('but not %s', (_, last) => {
      expect(kept([...story, last])).toEqual([...story, last]);
    });

    it('but not what stands under a heading on comments in its first half', () => {
      const blocks = [heading('Comments'), ...story, prose(5)];
      expect(kept(blocks).filter(({ kind }) => kind === 'paragraph')).toHaveLength(5);
    });
  });
});
