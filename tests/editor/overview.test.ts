import { describe, expect, it } from 'vitest';
import type { Entry, Pattern } from '../../src/edition/edition.ts';
import { patterns } from '../../src/editor/overview/patterns.ts';
import { chooseSignal } from '../../src/editor/overview/signal.ts';
import { writeOverview } from '../../src/editor/overview.ts';
import type { OverviewDraft, OverviewWriter } from '../../src/editor/writer.ts';
import { cloudflare, entries, github, signal, zeroTrust } from './overview/a-day.ts';
import { writing } from './overview/a-writer.ts';

const draft: OverviewDraft = { signal, patterns: [zeroTrust] };

const written = (first: OverviewDraft, second?: OverviewDraft, among: readonly Entry[] = entries) =>
  writeOverview({ entries: among, recent: [], date: '2026-11-30', writer: writing(first, second).writer });

/** The draft with another pattern of zero trust, or another signal. */
const withPattern = (parts: Partial<Pattern>): OverviewDraft => ({ signal, patterns: [{ ...zeroTrust, ...parts }] });
const withSignal = (parts: Partial<OverviewDraft['signal']>): OverviewDraft => ({
  signal: { ...signal, ...parts },
  patterns: [zeroTrust],
});

const quotedPatterns = patterns(entries);

describe('an overview without a writer', () => {
  it('is quoted', async () => {
    const overview = await writeOverview({ entries, recent: [], date: '2026-11-30' });
    expect(overview).toEqual({
      signal: chooseSignal(entries),
      patterns: quotedPatterns,
      dropped: [],
      quoted: [],
      isInOwnWords: false,
    });
  });
});

describe('an overview that a writer writes', () => {
  it('stands as it was written where its entries support every sentence', async () => {
    const { writer, briefs } = writing(draft);
    const overview = await writeOverview({ entries, recent: [], date: '2026-11-30', writer });
    expect(overview).toEqual({ ...draft, dropped: [], quoted: [], isInOwnWords: true });
    expect(briefs).toEqual([{ entries, recent: [] }]);
  });

  it('is not asked for on a day without entries', async () => {
    const { writer, briefs } = writing(draft);
    const { signal: none } = await writeOverview({ entries: [], recent: [], date: '2026-11-30', writer });
    expect(none).toEqual({ headline: '', body: '', entries: [] });
    expect(briefs).toEqual([]);
  });

  it('is asked for once more, with everything that was refused in one request', async () => {
    const wrong: OverviewDraft = {
      signal: { ...signal, body: 'Cloudflare runs each plugin in a V9 isolate.' },
      patterns: [{ ...zeroTrust, body: zeroTrust.body.replace('15 minutes', '20 minutes') }],
    };
    const { writer, refused } = writing(wrong, draft);
    const overview = await writeOverview({ entries, recent: [], date: '2026-11-30', writer });
    expect(overview).toMatchObject(draft);
    expect(refused).toMatchObject([
      [
        { sentence: wrong.signal.body, missing: ['V9'] },
        { sentence: expect.stringContaining('20 minutes'), missing: ['20 minutes'] },
      ],
    ]);
    expect(overview.dropped).toEqual(refused[0]);
  });

  it('keeps what was well, whatever the second answer makes of it', async () => {
    const overview = await written(withPattern({ body: 'GitHub trains models on GPUs.' }), {
      signal: { ...signal, headline: 'Cloudflare runs each plugin in a V8 isolate' },
      patterns: [zeroTrust],
    });
    expect(overview).toMatchObject(draft);
  });

  it('quotes the pattern of a theme that fails twice', async () => {
    const overview = await written(withPattern({ body: 'GitHub and Cloudflare train models on GPUs.' }));
    expect(overview.patterns).toEqual(quotedPatterns);
    expect(overview.quoted).toEqual(['Zero trust']);
    expect(overview.dropped).toMatchObject([{ sentence: 'GitHub and Cloudflare train models on GPUs.' }]);
  });

  it('quotes the signal where its body fails twice', async () => {
    const overview = await written(withSignal({ body: 'Cloudflare trains models on GPUs.' }));
    expect(overview.signal).toEqual(chooseSignal(entries));
    expect(overview.quoted).toEqual(['Signal of the Day']);
    expect(overview.patterns).toEqual(draft.patterns);
  });

  it('puts a headline of code above a body that stands', async () => {
    const overview = await written(withSignal({ headline: 'Cloudflare abolishes WordPress for ever' }));
    expect(overview.signal).toEqual({ ...signal, headline: cloudflare.title });
  });

  it('goes on without a sentence that fails twice, and without the one that leans on it', async () => {
    const body = `${zeroTrust.body} GitHub cut incidents by 80%. This made audits unnecessary. Maintainers have to migrate old pipelines.`;
    const overview = await written(withPattern({ body }));
    expect(overview.patterns).toEqual([zeroTrust]);
    const leaning = `${zeroTrust.body} GitHub cut incidents by 80%. They have to migrate old pipelines.`;
    expect((await written(withPattern({ body: leaning }))).patterns).toEqual([zeroTrust]);
  });

  it('is told by the second draft where the first was refused in part, without what then stands being dropped', async () => {
    const unseen = 'Acme moved the orders to an index of their own.';
    const first = withSignal({ body: `${signal.body} ${unseen}` });
    const second = withSignal({ headline: 'Acme moves orders to an index of their own', body: unseen, entries: ['a'] });
    const overview = await written(first, second);
    expect(overview.signal).toEqual(second.signal);
    expect(overview.dropped).toEqual([]);
  });

  it('is quoted whole by a writer that fails, and says so', async () => {
    const problems: unknown[] = [];
    const failing: OverviewWriter = {
      write: () => Promise.reject(new Error('no credit')),
      rewrite: () => Promise.reject(new Error('no credit')),
    };
    const overview = await writeOverview({
      entries,
      recent: [],
      date: '2026-11-30',
      writer: failing,
      onProblem: error => problems.push(error),
    });
    expect(overview).toMatchObject({ signal: chooseSignal(entries), patterns: quotedPatterns, isInOwnWords: false });
    expect(problems).toEqual([new Error('no credit')]);
  });

  it('keeps what stands where the writer fails when asked once more', async () => {
    const problems: unknown[] = [];
    const { write } = writing(withSignal({ body: 'Cloudflare trains models on GPUs.' })).writer;
    const overview = await writeOverview({
      entries,
      recent: [],
      date: '2026-11-30',
      writer: { write, rewrite: () => Promise.reject(new Error('busy')) },
      onProblem: error => problems.push(error),
    });
    expect(overview).toMatchObject({ signal: chooseSignal(entries), patterns: [zeroTrust], isInOwnWords: true });
    expect(problems).toHaveLength(1);
  });
});

describe('the patterns of a writer', () => {
  it('stand once under a theme, and four at most', async () => {
    const slugs = ['zero-trust', 'databases', 'search', 'privacy', 'mobile'];
    const pair = [cloudflare, github].map(entry => ({ ...entry, themes: slugs.slice(0, 4) }));
    const among = [...pair, ...pair.map(entry => ({ ...entry, id: `${entry.id}m`, themes: ['mobile'] }))];
    const five = slugs.map(theme => ({ ...zeroTrust, theme, entries: theme === 'mobile' ? ['cm', 'gm'] : ['c', 'g'] }));
    const again = { ...zeroTrust, body: 'Cloudflare and GitHub are told of again.' };
    const { patterns: told } = await written(
      { signal, patterns: [five[0] ?? zeroTrust, again, ...five.slice(1)] },
      undefined,
      among,
    );
    expect(told).toEqual(five.slice(0, 4));
  });

  it('are left out under a theme that there is not, which cannot be quoted either', async () => {
    const { patterns: told, dropped } = await written({
      signal,
      patterns: [zeroTrust, { theme: 'faith', body: 'GitHub and Cloudflare believe.', entries: ['c', 'g'] }],
    });
    expect(told).toEqual([zeroTrust]);
    expect(dropped).toMatchObject([{ sentence: 'GitHub and Cloudflare believe.' }]);
  });

  it('are quoted where the writer finds none, though there are', async () => {
    expect((await written({ signal, patterns: [] })).patterns).toEqual(quotedPatterns);
  });
});
