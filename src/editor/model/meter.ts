/** What the questions of an edition cost, counted for each model, and what the operator should know of it. */
import type { Usage } from '../../edition/edition.ts';
import type { ModelPrice } from '../../edition/model-settings.ts';

export interface Tokens {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

export interface Meter {
  /** A question came. */
  start(): void;
  /** A question is answered, or is not going to be. */
  stop(): void;
  /** The model at this place of the list replied, whatever its reply is worth. */
  replied(model: number, tokens: Tokens): void;
  /** An answer of that model was used; `isKnown` where it was known from before. */
  answered(model: number, isKnown: boolean): void;
  /** Tells the operator, the same sentence once. */
  note(sentence: string): void;
  usage(): Usage;
}

export interface MeterOptions {
  /** Names, the first choice first. */
  readonly models: readonly string[];
  /** In the same order. */
  readonly prices?: readonly ModelPrice[] | undefined;
  readonly now: () => Date;
  readonly onNote?: ((sentence: string) => void) | undefined;
}

interface Tally extends Tokens {
  readonly model: string;
  readonly price: ModelPrice | undefined;
  readonly calls: number;
  readonly answers: number;
  readonly cached: number;
}

const sumOf = (tallies: readonly Tally[], count: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + count(tally), 0);

const costOf = ({ price, tokensIn, tokensOut }: Tally): number =>
  price === undefined ? 0 : (tokensIn * price.in + tokensOut * price.out) / 1_000_000;

/** Absent where no prices are known. */
const priceOf = (tallies: readonly Tally[]): Pick<Usage, 'price'> =>
  tallies.some(({ price }) => price === undefined) ? {} : { price: sumOf(tallies, costOf) };

/** An edition bears the name of the first model: what the others wrote is told. */
const othersOf = ([first, ...others]: readonly Tally[], answers: number): readonly string[] =>
  others
    .filter(tally => tally.answers > 0)
    .map(tally => `${tally.model} gave ${tally.answers} of ${answers} answers in the place of ${first?.model}.`);

export const createMeter = ({ models, prices, now, onNote }: MeterOptions): Meter => {
  const tallies: Tally[] = models.map((model, index) => ({
    model,
    price: prices?.[index],
    calls: 0,
    tokensIn: 0,
    tokensOut: 0,
    answers: 0,
    cached: 0,
  }));
  const notes = new Set<string>();
  let [first, last] = [Number.NaN, Number.NaN];

  const count = (model: number, more: Partial<Pick<Tally, 'calls' | 'answers' | 'cached'> & Tokens>): void => {
    const tally = tallies[model];
    if (tally === undefined) return;
    tallies[model] = {
      ...tally,
      calls: tally.calls + (more.calls ?? 0),
      tokensIn: tally.tokensIn + (more.tokensIn ?? 0),
      tokensOut: tally.tokensOut + (more.tokensOut ?? 0),
      answers: tally.answers + (more.answers ?? 0),
      cached: tally.cached + (more.cached ?? 0),
    };
  };

  return {
    start() {
      if (Number.isNaN(first)) first = now().getTime();
    },
    stop() {
      last = now().getTime();
    },
    replied: (model, tokens) => count(model, { calls: 1, ...tokens }),
    answered: (model, isKnown) => count(model, { answers: 1, cached: isKnown ? 1 : 0 }),
    note(sentence) {
      if (notes.has(sentence)) return;
      notes.add(sentence);
      onNote?.(sentence);
    },
    usage() {
      const told = [
        ...notes,
        ...othersOf(
          tallies,
          sumOf(tallies, ({ answers }) => answers),
        ),
      ];
      return {
        calls: sumOf(tallies, ({ calls }) => calls),
        tokensIn: sumOf(tallies, ({ tokensIn }) => tokensIn),
        tokensOut: sumOf(tallies, ({ tokensOut }) => tokensOut),
        cached: sumOf(tallies, ({ cached }) => cached),
        seconds: Number.isNaN(last) ? 0 : (last - first) / 1000,
        ...priceOf(tallies),
        ...(told.length > 0 && { notes: told }),
      };
    },
  };
};
