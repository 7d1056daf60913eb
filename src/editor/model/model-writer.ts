/** The writer that asks a language model: one question an article, one for Signal and Patterns, and one more for what was refused. */
import type { Article } from '../../edition/article.ts';
import { type Facets, facetNames } from '../../edition/edition.ts';
import { foldSpace, splitSentences } from '../language/sentences.ts';
import { harmless } from '../prompts/fence.ts';
import type { FilledPrompt } from '../prompts/prompt.ts';
import { type ArticleData, entryPrompt, entryRepairPrompt } from '../prompts/prompts.ts';
import { answerFaults } from '../safety/answer-faults.ts';
import type { Draft, Writer } from '../writer.ts';
import { type EntryAnswer, entryAnswer, lengthFaults } from './answers.ts';
import { ModelError } from './model-error.ts';
import { createOverviewWriter } from './overview-writer.ts';
import { fitToRoom } from './passages.ts';
import type { Asker } from './question.ts';
import { roomBeside } from './room.ts';

/** Further sentences of a facet are left out. */
const mostSentences = 2;

/** How models put it that there is nothing to say, where they were asked for `null`. */
const nothingSaid =
  /^\W*(?:(?:null|none|nil|n\/?a|nothing|unknown|not (?:stated|mentioned|specified|given|provided|applicable|discussed)(?: (?:in|by) the (?:article|post|text|authors?))?)\W*$|(?:the|this) (?:article|post|text|author)s? (?:does|do|did) ?(?:not|n['’]t) (?:say|state|mention|give|describe|discuss|specify|report|name|provide|explicitly)\b)/is;

const facetFrom = (text: string | null): string => {
  const said = foldSpace(text ?? '');
  return nothingSaid.test(said) ? '' : splitSentences(said).slice(0, mostSentences).join(' ');
};

const draftFrom = (answer: EntryAnswer): Draft => {
  const facets: Facets = Object.fromEntries(
    facetNames.map(name => [name, facetFrom(answer[name])]).filter(([, text]) => text !== ''),
  );
  const company = foldSpace(answer.company ?? '');
  const themes = answer.themes.map(foldSpace).filter(theme => theme !== '');
  return { facets, proposal: { themes, ...(company !== '' && { company }) } };
};

/**
 * Puts as much of `article` in its prompt as a window of so many tokens has room for.
 * @throws ModelError `too-long` where that is nothing
 */
const promptIn = (window: number, article: Article, fill: (data: ArticleData) => FilledPrompt): FilledPrompt => {
  const { title, source } = article;
  const text = harmless(article.text).trim();
  const room = roomBeside(fill({ title, source, text: '' }), window);
  const fitting = fitToRoom({ title, text }, room);
  if (fitting === '' && text !== '') {
    throw new ModelError(
      'too-long',
      `The window of ${window} tokens leaves no room for an article beside the prompt: set a larger DIGEST_MODEL_WINDOW, or a model that reads more.`,
    );
  }
  return fill({ title, source, text: fitting });
};

/** Makes a writer for one edition. Its methods throw ModelError. */
export const createModelWriter = (asker: Asker): Writer => {
  const ask = async (article: Article, fill: (data: ArticleData) => FilledPrompt): Promise<Draft> => {
    const { title, source, text } = article;
    const context = { promptText: fill({ title, source, text: '' }).ownText, sourceText: `${title}\n${text}` };
    const answer = await asker.ask({
      about: `“${title || article.url}” of ${source}`,
      promptFor: window => promptIn(window, article, fill),
      schema: entryAnswer,
      faultsOf: answer => [
        ...lengthFaults.entry(answer),
        ...facetNames.flatMap(name => answerFaults(foldSpace(answer[name] ?? ''), context)),
      ],
    });
    return draftFrom(answer);
  };

  return {
    name: asker.name,
    write: article => ask(article, entryPrompt),
    rewrite: (article, draft, refusals) => ask(article, data => entryRepairPrompt(data, draft, refusals)),
    overview: createOverviewWriter(asker),
    usage: () => asker.usage(),
  };
};
