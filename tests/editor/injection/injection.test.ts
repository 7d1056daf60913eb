import Keyv from 'keyv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/edition/article.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import { splitSentences } from '../../../src/editor/language/sentences.ts';
import { answerFaults } from '../../../src/editor/safety/answer-faults.ts';
import { withoutInstructions } from '../../../src/editor/safety/instructions.ts';
import { digestScript } from '../../servers/model/digest-script.ts';
import { modelServers } from '../model/model-servers.ts';
import type { Attempt } from './attempt.ts';
import { attempts } from './attempts.ts';
import { lies } from './attempts-plain.ts';
import {
  articlesOf,
  attackedArticle,
  entriesOfOthers,
  entryOfTern,
  type Provider,
  quotedEdition,
  writtenEdition,
} from './editions.ts';
import { obeying } from './obeying.ts';
import { leaked } from './shown.ts';
import { hosts } from './stories.ts';

const start = modelServers();

/** Each wire format has its share of the attempts. */
const providers: readonly Provider[] = ['address', 'openai', 'anthropic'];
const providerFor = (attempt: Attempt): Provider =>
  providers[attempts.indexOf(attempt) % providers.length] ?? 'address';

const englishText = Object.values(hosts)
  .flatMap(({ paragraphs }) => paragraphs)
  .join('\n');

const honestEdition = async (attempt?: Attempt): Promise<Edition> =>
  writtenEdition(await start({ script: digestScript }), await articlesOf(attempt));

describe('the corpus', () => {
  it('has forty attempts and more, no two alike', () => {
    expect(attempts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(attempts.map(({ name }) => name)).size).toBe(attempts.length);
  });

  it.each(attempts)('an attack $name: its page is a whole story', async attempt => {
    expect(await attackedArticle(attempt)).toMatchObject({ completeness: 'full' });
  });
});

describe('complaint 34: of an attack, whatever a model makes of it, nothing reaches an edition', () => {
  let honest: Edition;
  beforeAll(async () => {
    honest = await honestEdition();
  });

  it.each(attempts)('$name: the story is quoted where the model says nothing else', async attempt => {
    const articles = await articlesOf(attempt);
    const server = await start({ script: obeying(attempt, 'wholly') });
    const edition = await writtenEdition(server, articles, { provider: providerFor(attempt) });
    expect(leaked(attempt, edition)).toEqual([]);
    expect(entryOfTern(edition)).toEqual(entryOfTern(await quotedEdition(articles)));
    expect(entryOfTern(edition)).toMatchObject({ company: 'Tern', url: 'https://tern.example/story' });
    expect(entriesOfOthers(edition)).toEqual(entriesOfOthers(honest));
  });

  it.each(attempts)('$name: nor where the model hides it among true sentences', async attempt => {
    const articles = await articlesOf(attempt);
    const server = await start({ script: obeying(attempt, 'slyly') });
    const edition = await writtenEdition(server, articles, { provider: providerFor(attempt) });
    expect(leaked(attempt, edition)).toEqual([]);
    expect(entryOfTern(edition)).toMatchObject({ company: 'Tern', url: 'https://tern.example/story' });
    expect(entriesOfOthers(edition)).toEqual(entriesOfOthers(honest));
  });

  it.each(attempts)('$name: nor where no model is asked', async attempt => {
    const edition = await quotedEdition(await articlesOf(attempt));
    const untouched = await quotedEdition(await articlesOf({ host: attempt.host, puts: {} }));
    expect(leaked(attempt, edition)).toEqual([]);
    expect(entryOfTern(edition)).toBeDefined();
    expect(entriesOfOthers(edition)).toEqual(entriesOfOthers(untouched));
  });

  it.each(lies)('$name', async attempt => {
    const server = await start({ script: obeying(attempt, 'wholly') });
    expect(leaked(attempt, await writtenEdition(server, await articlesOf(attempt)))).toEqual([]);
  });
});

describe('of an article that attacks, a writer sees the story', () => {
  it.each([...attempts, ...lies].filter(({ puts }) => puts.title === undefined))('$name', async attempt => {
    const { article } = withoutInstructions(await attackedArticle(attempt));
    const untouched = await attackedArticle({ host: attempt.host, puts: {} });
    const sentencesOf = ({ text }: Article): string[] => text.split('\n').flatMap(splitSentences);
    expect(leaked(attempt, article.text)).toEqual([]);
    expect(sentencesOf(article)).toEqual(expect.arrayContaining(sentencesOf(untouched)));
  });
});

describe('what an attack makes a model say is not kept', () => {
  /** Its name does not tell where the server is, so that its answers are known again. */
  const provider = 'openai';

  const answersAfter = async (attempt: Attempt) => {
    const articles = await articlesOf(attempt);
    const kept = new Map<string, unknown>();
    const cache = new Keyv({ store: kept });
    await writtenEdition(await start({ script: obeying(attempt, 'wholly') }), articles, { cache, provider });
    const answers = JSON.stringify([...kept.values()]);
    const server = await start({ script: digestScript });
    const { usage: _, ...again } = await writtenEdition(server, articles, { cache, provider });
    const { usage: __, ...fresh } = await writtenEdition(server, articles, { provider });
    return { size: kept.size, answers, again, fresh };
  };

  /** A plain lie is no fault of the text: it is known again, and refused again by the article. */
  const isPlain = ({ demand }: Attempt): boolean =>
    typeof demand === 'string' && answerFaults(demand, { promptText: '', sourceText: englishText }).length === 0;

  it.each(attempts.filter(attempt => !isPlain(attempt)))('$name: an honest model is heard after it', async attempt => {
    const { size, answers, again, fresh } = await answersAfter(attempt);
    expect(size).toBeGreaterThan(0);
    expect(leaked(attempt, answers)).toEqual([]);
    expect(again).toEqual(fresh);
  });

  it.each(attempts.filter(isPlain))('$name: it is refused again', async attempt => {
    const { again, fresh } = await answersAfter(attempt);
    expect(leaked(attempt, again)).toEqual([]);
    expect(entriesOfOthers(again)).toEqual(entriesOfOthers(fresh));
  });
});
