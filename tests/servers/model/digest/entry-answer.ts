/** Answers to the questions on one article: four facets from its own sentences, and the same with the refused ones mended. */
import { splitSentences } from '../../../../src/editor/language/sentences.ts';
import { contentStems } from '../../../../src/editor/language/words.ts';
import type { JsonObject } from '../request.ts';
import { type Condensed, condensed } from './condensing.ts';
import { type ArticleData, type PromptData, readArticle, readDraft, readRefused } from './prompt-data.ts';

const facets = ['approach', 'problem', 'lesson', 'tradeoff'] as const;
type Facet = (typeof facets)[number];

const cues: Readonly<Record<Facet, RegExp>> = {
  problem:
    /\b(?:problems?|challenges?|slow\w*|fail(?:s|ed|ures?|ing)?|bottlenecks?|difficult|could not|cannot|outages?|expensive|struggl\w+|manual\w*|previously|before|risks?|attack\w*|lack\w*|without)\b/gi,
  approach:
    /\b(?:buil[dt]s?|introduc\w+|design\w*|uses?|using|implement\w*|replac\w+|runs?|routes?|stores?|splits?|creates?|adds?|added|supports?|lets|allows|enables|moved?|generates?|isolat\w+|releas\w+|launch\w+|works?)\b/gi,
  tradeoff:
    /\b(?:trade-?offs?|costs?|although|though|limit\w*|requires?|overhead|downsides?|rather than|not yet|must|only|price|disadvantages?|at the expense|complexity)\b/gi,
  lesson:
    /\b(?:results?|reduc\w+|improv\w+|learn\w*|lessons?|increas\w+|faster|percent|times|saved?|cut|dropped|grew|found|showed|now)\b|%|\d/gi,
};

const sentencesIn: Readonly<Record<Facet, number>> = { problem: 1, approach: 2, tradeoff: 1, lesson: 1 };

const strength = (facet: Facet, { text, place }: Condensed, title: ReadonlySet<string>): number => {
  const hits = new Set(text.match(cues[facet])?.map(word => word.toLowerCase())).size;
  const near = new Set(contentStems(text)).intersection(title).size;
  const where = facet === 'problem' ? 1 - place : facet === 'lesson' ? place : 0.5;
  return hits === 0 ? 0 : Math.min(hits, 3) + 0.5 * Math.min(near, 3) + where;
};

const isNew = (one: string, told: readonly string[]): boolean => {
  const stems = new Set(contentStems(one));
  return told.every(other => stems.intersection(new Set(contentStems(other))).size < 0.5 * stems.size);
};

function tellFacets({ title, text }: ArticleData): ReadonlyMap<Facet, string> {
  const subject = new Set(contentStems(title));
  const all = condensed(text);
  const told: string[] = [];
  const facetsTold = new Map<Facet, string>();
  for (const facet of facets) {
    const best = all
      .map(one => ({ one, worth: strength(facet, one, subject) }))
      .filter(({ worth }) => worth > 1)
      .sort((a, b) => b.worth - a.worth)
      .map(({ one }) => one);
    const chosen: Condensed[] = [];
    for (const one of best) {
      if (chosen.length === sentencesIn[facet] || !isNew(one.text, told)) continue;
      chosen.push(one);
      told.push(one.text);
    }
    const inOrder = chosen.sort((a, b) => a.place - b.place).map(one => one.text);
    if (inOrder.length > 0) facetsTold.set(facet, inOrder.join(' '));
  }
  return facetsTold;
}

/** The themes whose words the article has most often, against its length. */
function themesOf({ title, text }: ArticleData, themes: PromptData['themes']): readonly string[] {
  const stems = contentStems(`${title} ${title} ${title} ${text}`);
  const counted = themes.map(({ slug, label }) => {
    const words = new Set(contentStems(`${slug} ${label}`));
    return { slug, count: stems.filter(stem => words.has(stem)).length / Math.max(1, words.size) };
  });
  const found = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return (found.length > 0 ? found : counted).slice(0, 3).map(({ slug }) => slug);
}

/** The name in the title that the text has most often, or the blog's. */
function companyOf({ title, source, text }: ArticleData): string {
  const names = title.match(/\b(?!The\b)\p{Lu}[\p{L}\p{N}.-]+/gu) ?? [];
  const counted = names.map(name => ({ name, count: text.split(name).length - 1 }));
  const [first] = counted.filter(({ count }) => count > 2).sort((a, b) => b.count - a.count);
  return first?.name ?? source.replace(/\s+(?:Engineering|Tech|Blog|the|on)\b.*$/i, '');
}

const answer = (told: ReadonlyMap<string, string>, company: string | null, themes: readonly string[]): JsonObject => ({
  problem: told.get('problem') ?? null,
  approach: told.get('approach') ?? null,
  tradeoff: told.get('tradeoff') ?? null,
  lesson: told.get('lesson') ?? null,
  company,
  themes,
});

export function answerEntry({ parts, themes }: PromptData): JsonObject {
  const article = readArticle(parts.get('article') ?? '');
  return answer(tellFacets(article), companyOf(article), themesOf(article, themes));
}

/** The sentence of the article that has most in common with a refused one, where that is a good part of it. */
function closestTo(refused: string, { text }: ArticleData): string | undefined {
  const stems = new Set(contentStems(refused));
  const [closest] = condensed(text)
    .map(one => ({ one, shared: new Set(contentStems(one.text)).intersection(stems).size }))
    .sort((a, b) => b.shared - a.shared);
  return closest !== undefined && closest.shared >= 0.4 * stems.size ? closest.one.text : undefined;
}

/** The draft with each refused sentence in the article's words, or without it. */
export function mendEntry({ parts }: PromptData): JsonObject {
  const article = readArticle(parts.get('article') ?? '');
  const draft = readDraft(parts.get('draft') ?? '');
  const refused = new Set(readRefused(parts.get('refused') ?? ''));
  const mended = facets.flatMap(facet => {
    const sentences = splitSentences(draft.get(facet) ?? '').flatMap(sentence =>
      refused.has(sentence) ? (closestTo(sentence, article) ?? []) : sentence,
    );
    return sentences.length === 0 ? [] : [[facet, [...new Set(sentences)].join(' ')] as const];
  });
  return answer(new Map(mended), draft.get('company') ?? null, (draft.get('themes') ?? '').split(', '));
}
