import { describe, expect, it } from 'vitest';
import { phraseAlone, phraseAtStart, phrasesInRow, phraseWithin } from '../../src/edition/phrase-notation.ts';

describe('the notation of phrases', () => {
  it.each([
    ['{read/see} more', ['read more', 'See More'], ['read', 'more', 'read/see more']],
    ['read | see', ['read', 'see'], ['read see']],
    ['read\n  see', ['read', 'see'], ['read see']],
    ['read [this] now', ['read now', 'read this now'], ['readnow', 'read  now', 'readthisnow']],
    ['[vice] president', ['president', 'vice president'], ['vicepresident', 'vice']],
    [
      'share [this] [post/story]',
      ['share', 'share this', 'share story', 'share this post'],
      ['share this ', 'sharepost'],
    ],
    ['{our/the} [new] shard(s)', ['our shard', 'the new shards'], ['our  shard', 'new shard']],
    ['comment(s) [#/\\(#]', ['comment', 'comments 12', 'comments (12'], ['comments twelve']],
    ['fail(s/ed)', ['fail', 'fails', 'failed'], ['failing']],
    ['news( )letter', ['newsletter', 'news letter'], ['news-letter']],
    ['when * breaks', ['when Größe breaks'], ['when breaks', 'when 12 breaks']],
    ['on …5 at', ['on  at', 'on a b at'], ['on sevens at', 'only at']],
    ["don't", ["don't", 'don’t'], ['dont']],
    ['c++ | ci/cd | node.js', ['C++', 'CI/CD', 'node.js'], ['c', 'ci', 'nodexjs']],
    ['\\[video\\] | \\(c\\) #', ['[video]', '(c) 2026'], ['video', 'c 2026']],
  ])('reads %j', (phrases, fitting, others) => {
    const phrase = phraseWithin(phrases);
    const whole = (text: string): boolean => phrase.exec(text)?.[0] === text;
    expect(fitting.filter(text => !whole(text))).toEqual([]);
    expect(others.filter(whole)).toEqual([]);
  });

  it('takes only whole words, also in scripts that ASCII word boundaries do not know', () => {
    const phrase = phraseWithin('по теме | lé');
    expect(['по теме', '(lé)', 'x по теме.'].filter(text => !phrase.test(text))).toEqual([]);
    expect(['по темек', 'ïlé', 'léa', '2lé'].filter(text => phrase.test(text))).toEqual([]);
  });

  it('tells a phrase that is the whole text from one that opens it', () => {
    expect(phraseAlone('more').test('» More …')).toBe(true);
    expect(phraseAlone('more').test('More shards')).toBe(false);
    expect(phraseAtStart('more').test('» More shards')).toBe(true);
    expect(phraseAtStart('more').test('Moreover, shards')).toBe(false);
    expect(phraseAtStart('follow @').test('Follow @acme')).toBe(true);
    expect(phraseAtStart('more', '[^:]*:').test('More shards')).toBe(false);
  });

  it('tells a row of phrases from a sentence with them', () => {
    expect(phrasesInRow('share | pin [it]').test('12 Share | Pin it | Pin')).toBe(true);
    expect(phrasesInRow('share | pin [it]').test('Share the pin')).toBe(false);
  });
});
