/**
 * Puts the questions of one edition to language models: the first that can answer, answers. What was answered before is
 * not asked again, and what the edition may spend is not exceeded.
 *
 * ```ts
 * const asker = createAsker({ ...config.models, cache: new Keyv(), now, pause, fetch, onNote: console.error });
 * const answer = await asker.ask({ about: 'Signal and Patterns', promptFor, schema, faultsOf: () => [] });
 * const { calls, price, notes } = asker.usage();
 * ```
 */
import type { Keyv } from 'keyv';
import { counted } from '../../edition/counted.ts';
import { hour } from '../../edition/duration.ts';
import { modelText } from '../../edition/model-name.ts';
import type { ModelSettings } from '../../edition/model-settings.ts';
import { createBudget } from './budget.ts';
import type { Patience } from './exchange.ts';
import { keepAnswer, knownAnswer } from './known-answers.ts';
import { createMeter, type Tokens } from './meter.ts';
import { ModelError } from './model-error.ts';
import { keyOf, type Posed, pose } from './posing.ts';
import { connect } from './providers.ts';
import type { Asker, Question } from './question.ts';
import { createRespondent, type Respondent } from './respondent.ts';

export interface AskerOptions extends ModelSettings {
  /** Of answers. */
  readonly cache: Keyv;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly fetch: typeof globalThis.fetch;
  /** Hears at once of each thing that the operator should know: one sentence, the same never twice. */
  readonly onNote?: (sentence: string) => void;
  /** Hears of each reply what it cost, whatever it is worth. */
  readonly onReply?: (model: string, tokens: Tokens) => void;
  /** In the place of what is usual with each provider, for tests. */
  readonly patience?: Patience;
}

/** Tokens of a question and its answer. Servers of one's own often read little, and cut off the rest without a word. */
const usualWindow = { anthropic: 32_768, openai: 32_768, address: 8192 } as const;

interface Candidate {
  readonly window: number;
  readonly respondent: Respondent;
}

/** Milliseconds: an edition is for the morning, however slow a server of one's own is. */
const longestEdition = hour;

interface Found {
  /** Place in the list of models. */
  readonly model: number;
  /** Fingerprint of the question as that model gets it. */
  readonly key: string;
  readonly value: unknown;
}

/**
 * An asker for one edition.
 *
 * It notes what concerns a model: one that is out for this edition and why, faults that asking again overcame, the end
 * of the budget, answers of other models than the first. A question that comes to nothing is thrown, for the caller to
 * tell of, with two exceptions that were noted: `none-left` and `budget`.
 */
export const createAsker = (options: AskerOptions): Asker => {
  const { models, keys, urls, window, budget: limit, prices, cache, now, pause, fetch, onNote, patience } = options;
  const names = models.map(modelText);
  const meter = createMeter({ models: names, prices, now, onNote });
  const budget = createBudget({ tokens: limit, time: longestEdition, now }, what => {
    const { calls } = meter.usage();
    const limits = { tokens: `The budget of ${limit} tokens`, time: 'The hour that an edition may take' };
    meter.note(`${limits[what]} was spent after ${counted(calls, 'question')}; the rest is quoted.`);
  });
  const candidates: readonly Candidate[] = models.map((model, index) => {
    const own = window ?? usualWindow[model.provider];
    const respondent = createRespondent({
      model,
      connection: connect(model, { keys, urls }, fetch),
      window: own,
      budget,
      now,
      pause,
      patience,
      onReply: tokens => {
        meter.replied(index, tokens);
        options.onReply?.(modelText(model), tokens);
      },
      onNote: meter.note,
    });
    return { window: own, respondent };
  });

  const askModels = async (posed: Posed): Promise<Found> => {
    let failure: unknown;
    for (const [model, { window, respondent }] of candidates.entries()) {
      if (respondent.isOut()) continue;
      try {
        const { put, key } = posed(window);
        return { model, key, value: await respondent.answer(put) };
      } catch (error) {
        if (!(error instanceof ModelError) || error.code === 'budget') throw error;
        failure = error;
      }
    }
    if (candidates.some(({ respondent }) => !respondent.isOut())) throw failure;
    throw new ModelError('none-left', 'No language model is left to ask.', { cause: failure });
  };

  const faultsIn = <Answer>({ schema, faultsOf }: Question<Answer>, value: unknown): readonly string[] => {
    const read = schema.safeParse(value);
    return read.success ? [...new Set(faultsOf(read.data))] : ['It has not the wanted form.'];
  };

  const recall = async <Answer>(question: Question<Answer>, posed: Posed): Promise<Found | undefined> => {
    for (const [model, { window, respondent }] of candidates.entries()) {
      const key = keyOf(posed, window);
      const value = key === undefined ? undefined : await knownAnswer(cache, respondent.name, key);
      // What is asked of an answer may have changed since.
      if (key !== undefined && value !== undefined && faultsIn(question, value).length === 0) {
        return { model, key, value };
      }
    }
    return undefined;
  };

  /** An answer that is paid for is used, whatever becomes of the cache. */
  const keep = async (model: number, key: string, value: unknown): Promise<void> => {
    try {
      await keepAnswer(cache, names[model] ?? '', key, value);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      meter.note(`Answers could not be kept and will be asked for again (${reason}).`);
    }
  };

  const settle = async <Answer>(question: Question<Answer>, posed: Posed): Promise<unknown> => {
    const known = await recall(question, posed);
    const { model, key, value } = known ?? (await askModels(posed));
    if (known === undefined) {
      const faults = faultsIn(question, value);
      if (faults.length > 0) {
        throw new ModelError(
          'unfit',
          `What ${names[model]} said on ${question.about} is not used: ${faults.join('; ')}`,
        );
      }
      await keep(model, key, value);
    }
    meter.answered(model, known !== undefined);
    return value;
  };

  const underWay = new Map<string, Promise<unknown>>();

  /** What is asked twice at once is asked once. */
  const once = (key: string, begin: () => Promise<unknown>): Promise<unknown> => {
    const running = underWay.get(key);
    if (running) return running;
    const begun = begin().finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };

  return {
    name: names[0] ?? '',
    async ask(question) {
      meter.start();
      try {
        const posed = pose(question);
        const key = candidates.map(({ window }) => keyOf(posed, window)).join();
        return question.schema.parse(await once(key, () => settle(question, posed)));
      } finally {
        meter.stop();
      }
    },
    usage: meter.usage,
  };
};
