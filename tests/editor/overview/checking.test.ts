import { describe, expect, it } from 'vitest';
import type { Entry, Pattern, Signal } from '../../../src/edition/edition.ts';
import { checkPattern, checkSignal } from '../../../src/editor/overview/checking.ts';
import { anEntry } from '../an-entry.ts';
import { acme, cloudflare, entries, github, signal, zeroTrust } from './a-day.ts';

const check = (parts: Partial<Pattern>, among: readonly Entry[] = entries) =>
  checkPattern({ ...zeroTrust, ...parts }, among);
const missing = (parts: Partial<Pattern>, among?: readonly Entry[]) =>
  check(parts, among).refusals.flatMap(refusal => refusal.missing);

/** Of the pattern with a sentence more. */
const checkMore = (sentence: string, among?: readonly Entry[]) =>
  check({ body: `${zeroTrust.body} ${sentence}` }, among);

describe('a pattern', () => {
  it.each([
    ['what each company did', ''],
    [
      'in one sentence what several entries say',
      'GitHub and Cloudflare: static secrets leak, and plugins reach the whole database.',
    ],
    [
      'what several companies did, clause by clause',
      'Cloudflare gives plugins a manifest of capabilities, and GitHub replaced static secrets with tokens.',
    ],
    [
      'of all what their entries say together',
      'Both draw a line: a plugin reaches nothing that it does not declare, and identity tokens expire.',
    ],
    [
      'the name of a company that the entry of another shows, beside that other',
      'Plugins of WordPress reach the whole database, and Cloudflare runs each plugin in a V8 isolate.',
    ],
  ])('may say %s', (_, sentence) => {
    const body = `${zeroTrust.body} ${sentence}`.trim();
    expect(check({ body })).toEqual({ stands: { ...zeroTrust, body }, refusals: [] });
  });

  it('may speak as a company that it names', () => {
    expect(checkMore('GitHub: We replaced them with identity tokens that expire after 15 minutes.').refusals).toEqual(
      [],
    );
  });

  it('may hold a sign that its entry has', () => {
    const sentence = 'GitHub rewrote the C# client of @actions/oidc.';
    const sharp = { ...github, body: `${github.body} ${sentence}` };
    expect(checkMore(sentence, [cloudflare, sharp, acme]).refusals).toEqual([]);
  });

  it('cites only what it tells of, in its order', () => {
    const third = anEntry({ id: 't', company: 'Globex', themes: ['zero-trust'] });
    expect(check({ entries: ['t', 'g', 'nowhere', 'c', 'g'] }, [...entries, third]).stands).toEqual(zeroTrust);
  });

  it('has four sentences at most', () => {
    const body = [zeroTrust.body, zeroTrust.body, zeroTrust.body].join(' ');
    expect(check({ body }).stands?.body).toBe([zeroTrust.body, zeroTrust.body].join(' '));
  });
});

describe('a pattern is refused', () => {
  it('under a theme that there is not', () => {
    expect(missing({ theme: 'faith' })).toEqual(['a theme that there is, which “faith” is not']);
  });

  it('where it cites one company on the theme, or entries that there are not', () => {
    const twice = [github, { ...github, id: 'g2' }, acme];
    for (const cited of [[], ['g'], ['g', 'g'], ['g', 'nowhere'], ['g', 'a'], ['g', 'g2']]) {
      expect(missing({ entries: cited }, twice)).toEqual(['entries of 2 companies on Zero trust']);
    }
  });

  it('where it tells of one company alone', () => {
    const refused = check({ body: 'GitHub replaced static secrets with identity tokens.' });
    expect(refused.stands).toBeUndefined();
    expect(refused.refusals).toMatchObject([{ missing: ['what 2 of the companies did'] }]);
  });

  it('where it says nothing', () => {
    expect(check({ body: '' }).stands).toBeUndefined();
  });
});

describe('a sentence is refused', () => {
  it.each([
    ['of the edition', 'Acme', 'Acme and GitHub replaced static secrets with identity tokens.'],
    ['that we know', 'Netflix', 'Like Netflix, GitHub replaced static secrets with identity tokens.'],
    ['that is nobody’s subject', 'WordPress', 'Plugins of WordPress reach the whole database.'],
    [
      'that the entry of another shows',
      'WordPress',
      'Plugins of WordPress reach the whole database, and GitHub replaced static secrets.',
    ],
  ])('where it names a company %s without an entry of its own', (_, company, sentence) => {
    const { stands, refusals } = checkMore(sentence);
    expect(stands).toEqual(zeroTrust);
    expect(refusals).toMatchObject([{ sentence }]);
    expect(refusals[0]?.missing).toContain(`a cited entry of ${company}`);
  });

  it.each([
    ['puts down to one company what another did', 'Cloudflare replaced static secrets with identity tokens.'],
    ['puts down to one company what another did', 'GitHub runs each plugin in a V8 isolate.'],
    [
      'exchanges what two companies did',
      'Cloudflare replaced static secrets with identity tokens, and GitHub runs each plugin in a V8 isolate.',
    ],
    [
      'exchanges what two companies did',
      'Identity tokens that expire replaced static secrets at Cloudflare, while plugins run in a V8 isolate at GitHub.',
    ],
    ['has a figure that no entry has', 'GitHub replaced static secrets with tokens that expire after 20 minutes.'],
    ['says what no entry says', 'Both companies abolished audits for good.'],
    ['says too little to be looked up', 'They all agree.'],
    [
      'speaks as a company that it does not name',
      'We replaced them with identity tokens that expire after 15 minutes.',
    ],
    ['counts days', 'It is the third day this week.'],
    ['counts days', 'GitHub replaced static secrets with identity tokens for the second day in a row.'],
    ['counts days', 'Static secrets leaked from pipelines yesterday.'],
    ['counts days', 'For the 4th time static secrets leak from pipelines.'],
    ['counts days', 'Static secrets leak from pipelines on three consecutive days.'],
    ['goes on and on', `${'GitHub replaced static secrets with identity tokens, and '.repeat(8)}so on.`],
  ])('where it %s: %s', (_, sentence) => {
    expect(checkMore(sentence)).toMatchObject({ stands: zeroTrust, refusals: [{ sentence }] });
  });

  it.each([
    '@everyone',
    '<!channel>',
    'https://evil.example',
    '[tokens](www.evil.example)',
    '**now**',
    '`rm`',
    '#free',
  ])('where it holds %s, which no entry has', mark => {
    const sentence = `GitHub replaced static secrets with identity tokens that expire after 15 minutes ${mark}.`;
    expect(checkMore(sentence)).toMatchObject({ stands: zeroTrust, refusals: [{ sentence }] });
  });

  it('where it leans on one that is refused', () => {
    const leaning = 'They have to migrate old pipelines.';
    const { stands, refusals } = checkMore(`GitHub cut incidents by 80%. ${leaning}`);
    expect(stands).toEqual(zeroTrust);
    expect(refusals.at(-1)).toEqual({ sentence: leaning, missing: ['what it refers to'] });
    expect(checkMore(`Maintainers have to migrate old pipelines. ${leaning}`).refusals).toEqual([]);
  });
});

describe('a signal', () => {
  const checkThat = (parts: Partial<Signal>) => checkSignal({ ...signal, ...parts }, entries);

  it('may name a company without an entry where its entry does', () => {
    const body = 'Plugins of WordPress reach the whole database; Cloudflare runs each plugin in a V8 isolate.';
    expect(checkThat({ body })).toEqual({ stands: { ...signal, body }, refusals: [] });
  });

  it('does not name a company of the edition that it does not cite', () => {
    const body = `${signal.body} GitHub replaced static secrets with identity tokens.`;
    expect(checkThat({ body })).toMatchObject({
      stands: signal,
      refusals: [{ missing: expect.arrayContaining(['a cited entry of GitHub']) }],
    });
  });

  it('cites first what its body tells first, and nothing that it does not tell', () => {
    const { body } = zeroTrust;
    expect(checkThat({ body, entries: ['g', 'nowhere', 'a', 'c'] }).stands).toEqual({
      ...signal,
      body,
      entries: ['c', 'g'],
    });
  });

  it('has no headline where that alone is refused', () => {
    const headline = 'Cloudflare abolishes WordPress for ever';
    expect(checkThat({ headline })).toMatchObject({
      stands: { ...signal, headline: '' },
      refusals: [{ sentence: headline }],
    });
  });

  it.each<[string, Partial<Signal>]>([
    ['cites nothing', { entries: ['nowhere'] }],
    ['says nothing', { body: '' }],
    ['says nothing that its entry does', { body: 'Cloudflare trains models on GPUs.' }],
  ])('does not stand where it %s', (_, parts) => {
    const { stands, refusals } = checkThat(parts);
    expect(stands).toBeUndefined();
    expect(refusals).toHaveLength(1);
  });
});
