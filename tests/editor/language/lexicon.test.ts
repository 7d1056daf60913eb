import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generality, isRelated, lemmasOf, phraseAt, relatedAmong } from '../../../src/editor/language/lexicon.ts';

const pairsIn = (text: string): [string, string][] =>
  text.split(',').map(pair => {
    const [one = '', other = ''] = pair.trim().split('/');
    return [one, other];
  });

const someWords =
  `restore server client read write increase reduction first last seconds minutes give make thing left found faster
  expiry expired abandon costly cheap nobody Kafka gave_up give_up über ' % _`.split(/\s+/);

const anyWord = fc.oneof(
  fc.constantFrom(...someWords),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[a-z]{1,6}(?:ing|ed|s|ies)?$/),
);

describe('lemmasOf', () => {
  it.each([
    ['restored', 'restore'],
    ['expiries', 'expiry'],
    ['dropped', 'drop'],
    ['tried', 'try'],
    ['saw', 'see'],
    ['hidden', 'hide'],
    ['indices', 'index'],
    ['cheaper', 'cheap'],
    ['brought back', 'bring back'],
    ['hard disks', 'hard disk'],
    ['RAN', 'run'],
  ])('finds %s under %s', (form, lemma) => {
    expect(lemmasOf(form).map(each => each.lemma)).toContain(lemma);
  });

  it('gives each reading of an ambiguous word with its part of speech', () => {
    expect(lemmasOf('left')).toContainEqual({ lemma: 'leave', pos: 'verb' });
    expect(lemmasOf('left')).toContainEqual({ lemma: 'left', pos: 'adjective' });
  });

  it.each(['number', 'process', 'us', 'thing'])('takes %s for no inflected form', word => {
    expect(new Set(lemmasOf(word).map(({ lemma }) => lemma))).toEqual(new Set([word]));
  });

  it.each(['', 'webhookish', 'Größe', 'a'.repeat(100_000), '%', '_'])('has nothing for %.20s', word => {
    expect(lemmasOf(word).filter(({ lemma }) => lemma !== word)).toEqual([]);
  });
});

describe('isRelated', () => {
  it.each(
    pairsIn(`restored/restores, expiry/expired, receive/get, viewed/saw, abandon/give up, abandoned/gave up, prevent/keep,
      migrate/migration, removed/took away, execute/carried out, rapid/fast, halted/stopped, purchase/buy,
      reduce/reduction, begin/start, error/mistake, quick/quickly, security/secure, costly/expensive, discovered/found,
      speed/velocity, forest/woods, choose/select, verifies/checks, simultaneously/at the same time,
      require/call for, examine/look at, restored/brought back, manually/by hand`),
  )('relates %s and %s', (one, other) => {
    expect(isRelated(one, other)).toBe(true);
  });

  it.each(
    pairsIn(`server/client, read/write, encrypt/decrypt, synchronous/asynchronous, increase/decrease, before/after, first/last,
      run/play, input/output, producer/consumer, push/pull, upload/download, primary/replica, leader/follower, public/private,
      latency/throughput, memory/disk, request/response, pass/fail, merge/split, hour/day, seconds/minutes, million/billions,
      week/month, thread/process, authentication/authorization, source/target, row/column, user/administrator, gain/loss,
      keep/discard, create/destroy, physical/virtual, sequential/parallel, upper/lower, buyer/seller, speed/slow, day/evening, average/median, encrypt/encode, Kafka/Postgres`),
  )('keeps %s and %s apart', (one, other) => {
    expect(isRelated(one, other)).toBe(false);
  });

  it.each(
    pairsIn(`increase/decrease, increase/reduction, increases/reduced, shortened/extended, fast/sluggish, cheaper/costly, success/failed, allowed/denied,
      first/last, synchronous/asynchronous, connected/disconnects, manual/automatic, safe/dangerous, import/export,
      enable/disabled, quickly/slowly, upload/download`),
  )('never relates opposites such as %s and %s', (one, other) => {
    expect(isRelated(one, other)).toBe(false);
  });

  it('holds both ways for any two strings', () => {
    fc.assert(fc.property(anyWord, anyWord, (a, b) => isRelated(a, b) === isRelated(b, a)));
  });

  it('relates a word to itself exactly where the dictionary has it', () => {
    fc.assert(fc.property(anyWord, word => isRelated(word, word) === lemmasOf(word).length > 0));
  });
});

describe('generality', () => {
  it('is between 0 and 1 for any string, whatever its case', () => {
    fc.assert(fc.property(anyWord, word => generality(word) >= 0 && generality(word) <= 1));
    expect(generality('MAKE')).toBe(generality('make'));
  });

  it('is greater for words that say little by themselves', () => {
    const [most, least] = [
      'thing make use day get work',
      'tombstone webhook replica throughput latency migrate expiry',
    ];
    const generalities = (words: string | undefined) => (words ?? '').split(' ').map(generality);
    expect(Math.min(...generalities(most))).toBeGreaterThan(2 * Math.max(...generalities(least)));
  });

  it('is 0 for what the dictionary lacks', () => {
    expect(generality('kubernetes')).toBe(0);
  });
});

describe('phraseAt', () => {
  const phraseIn = (text: string, start = 0) => phraseAt(text.split(' '), start);

  it.each([
    ['gave up on it', 'give up', [0, 1]],
    ['carried out the work', 'carry out', [0, 1]],
    ['at the same time', 'at the same time', [0, 1, 2, 3]],
    ['brought the old cluster back', 'bring back', [0, 4]],
    ['take it away', 'take away', [0, 2]],
  ])('finds in "%s" the phrase "%s"', (text, lemma, places) => {
    expect(phraseIn(text)).toEqual({ lemma, places });
  });

  it.each(['cluster was restored', 'servers', '', 'brought one two three four back'])('finds none in "%s"', text => {
    expect(phraseIn(text)).toBeUndefined();
  });

  it('finds none outside of the tokens', () => {
    expect(phraseIn('give up', -1)).toBeUndefined();
    expect(phraseIn('give up', 2)).toBeUndefined();
  });

  it('names tokens in order from the start, and a lemma of the dictionary, for any tokens', () => {
    const token = fc.oneof(anyWord, fc.constantFrom('take', 'back', 'up', 'gave', 'in', 'turn', 'out'));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), fc.nat(9), (tokens, start) => {
        const phrase = phraseAt(tokens, start);
        if (!phrase) return;
        expect(phrase.places[0]).toBe(start);
        expect(phrase.places).toEqual([...new Set(phrase.places)].toSorted((a, b) => a - b));
        expect(Math.max(...phrase.places)).toBeLessThan(tokens.length);
        expect(lemmasOf(phrase.lemma)).not.toEqual([]);
      }),
    );
  });
});

describe('the related among many words', () => {
  it('are those of which it is true of each', () => {
    const words = ['bring back', 'minutes', 'clearing', 'cheap', 'shop', 'expiry', 'buy', 'Postgres', ''];
    for (const word of ['restore', 'shops', 'expire', 'hours', 'inexpensive', 'purchased', 'Postgres', 'zzz'])
      expect(relatedAmong(words)(word)).toEqual(words.filter(other => isRelated(word, other)));
  });
});
