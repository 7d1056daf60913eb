/** The recorded day: what its companies did, put down to each of the others that an overview could cite beside them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { recordedArticles } from '../../../eval/recorded-articles.ts';
import { storyId } from '../../../src/edition/story.ts';
import { attributeCompany } from '../../../src/editor/company.ts';
import { extractiveWriter } from '../../../src/editor/extractive.ts';
import { splitSentences } from '../../../src/editor/language/sentences.ts';
import { checkPattern, checkSignal } from '../../../src/editor/overview/checking.ts';
import { patterns } from '../../../src/editor/overview/patterns.ts';
import { chooseSignal } from '../../../src/editor/overview/signal.ts';
import { checkSupport } from '../../../src/editor/overview/support.ts';
import { tagThemes } from '../../../src/editor/themes.ts';
import { anEntry } from '../an-entry.ts';

const readEntries = async () =>
  Promise.all(
    (await recordedArticles()).map(async ({ article }) => {
      const { title, url, source } = article;
      const { facets } = await extractiveWriter.write(article);
      return anEntry({
        id: storyId(url),
        title,
        url,
        source,
        company: attributeCompany(article),
        themes: tagThemes(article),
        facets,
      });
    }),
  );

let entries: Awaited<ReturnType<typeof readEntries>>;
beforeAll(async () => {
  // What gives too little to quote is no entry.
  entries = (await readEntries()).filter(({ body }) => splitSentences(body).length > 1);
}, 30_000);

/** Each sentence of each entry with its company in front, beside every third entry of a company that it does not name. */
const sayings = () =>
  entries.flatMap(entry =>
    splitSentences(entry.body).flatMap((sentence, at) =>
      entries
        .filter((_, index) => (index + at) % 3 === 0)
        .filter(({ company }) => company !== entry.company && !sentence.includes(company))
        .map(other => ({
          own: sentence.includes(entry.company) ? sentence : `${entry.company}: ${sentence}`,
          entry,
          other,
        })),
    ),
  );

describe('of the recorded day', () => {
  it('every sentence stands under the name of its company', () => {
    expect(sayings().length).toBeGreaterThan(400);
    expect(sayings().filter(({ own, entry, other }) => !checkSupport(own, [entry, other]).supported)).toEqual([]);
  }, 30_000);

  it('hardly any stands under the name of another company', () => {
    const all = sayings().map(({ own, entry, other }) => ({
      said: own.replaceAll(entry.company, other.company),
      entry,
      other,
    }));
    const standing = all.filter(({ said, entry, other }) => checkSupport(said, [entry, other]).supported);
    expect(standing.length / all.length).toBeLessThanOrEqual(0.01);
  }, 30_000);

  it('what is quoted passes the checks that a writer’s words must pass', () => {
    const quoted = patterns(entries);
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.flatMap(pattern => checkPattern(pattern, entries).refusals)).toEqual([]);
    const { headline, ...signal } = chooseSignal(entries);
    expect(headline).not.toBe('');
    expect(checkSignal({ ...signal, headline: entries[0]?.title ?? '' }, entries).stands?.body).toBe(signal.body);
  });
});
