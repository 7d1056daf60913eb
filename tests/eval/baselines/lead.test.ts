import { describe, expect, it } from 'vitest';
import { leadOf } from '../../../eval/baselines/lead.ts';
import { anArticle } from '../../editor/an-article.ts';

describe('lead-4', () => {
  it('is the first four sentences of the prose, without headings', () => {
    const article = anArticle({
      text: 'How it began\nOne came first. Two came next.\nThen\nThree followed. Four did too. Five came last.',
    });
    expect(leadOf(article)).toEqual(['One came first.', 'Two came next.', 'Three followed.', 'Four did too.']);
  });

  it('is all there is of a shorter text', () => {
    expect(leadOf(anArticle({ text: 'One came alone.' }))).toEqual(['One came alone.']);
    expect(leadOf(anArticle({ text: '' }))).toEqual([]);
  });
});
