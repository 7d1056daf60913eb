/** One model of the list, for one edition: it is asked again where that helps, and asked no more where it cannot help. */
import type { LanguageModel } from 'ai';
import PQueue from 'p-queue';
import { minute, second } from '../../edition/duration.ts';
import { type ModelName, modelText } from '../../edition/model-name.ts';
import type { Budget } from './budget.ts';
import { exchange, type Patience, type Reply } from './exchange.ts';
import { faultText, givenUpText, isLasting, repeatText } from './fault-words.ts';
import { type Fault, readFault } from './faults.ts';
import { formInWords, jsonIn } from './json-answer.ts';
import type { Tokens } from './meter.ts';
import { ModelError, type ModelFault } from './model-error.ts';
import type { Put } from './question.ts';
import { tokensOf } from './tokens.ts';

export interface Respondent {
  readonly name: string;
  /** Whether it is asked no more for this edition. */
  isOut(): boolean;
  /**
   * The answer as JSON that the schema of the question takes.
   * @throws ModelError
   */
  answer(question: Put): Promise<unknown>;
}

export interface RespondentOptions {
  readonly model: ModelName;
  /** Undefined where the key is missing. */
  readonly connection: LanguageModel | undefined;
  /** Tokens of a question and its answer together. */
  readonly window: number;
  readonly budget: Budget;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly patience?: Patience | undefined;
  readonly onReply: (tokens: Tokens) => void;
  readonly onNote: (sentence: string) => void;
}

/** A vendor answers in seconds. A server of one's own may read for minutes: it is judged by its silence. */
const patienceFor = ({ provider }: ModelName): Patience =>
  provider === 'address' ? { silence: 5 * minute, total: 30 * minute } : { total: 90 * second };

/** A server of one's own mostly answers one question after the other: one that waits for its turn there seems silence. */
const concurrencyFor = ({ provider }: ModelName): number => (provider === 'address' ? 1 : 4);

/** How often a question is put in all, where it failed so. */
const tries: Readonly<Partial<Record<ModelFault, number>>> = { busy: 3, unreachable: 2, malformed: 2, truncated: 2 };
/** Milliseconds: the first pause for a busy model that names none; the next is four times as long. */
const firstPause = 2 * second;
/** Milliseconds: a model that wants a longer pause does not answer this question. */
const longestPause = 30 * second;
/** After so many questions in a row that came to nothing the model is given up. */
const mostFailures = 3;
/** Such failures are the model's, whatever the question. */
const failing: readonly ModelFault[] = ['busy', 'timeout', 'refused', 'malformed', 'truncated'];
/** Tokens of an answer. One that thinks first needs many times what it says. */
const [leastRoom, usualRoom, moreRoom] = [512, 4096, 16_384];

type Outcome = { readonly value: unknown; readonly fault?: undefined } | { readonly fault: Fault };

/** The reply as JSON of the wanted form, or what is wrong with it. */
const judge = ({ text, end }: Reply, { schema }: Put): Outcome => {
  if (end !== 'complete') return { fault: { code: end } };
  const value = jsonIn(text);
  return schema.safeParse(value).success ? { value } : { fault: { code: 'malformed' } };
};

export const createRespondent = (options: RespondentOptions): Respondent => {
  const { model, connection, window, budget, now, pause, onReply, onNote } = options;
  const patience = options.patience ?? patienceFor(model);
  const queue = new PQueue({ concurrency: concurrencyFor(model) });
  let out: ModelError | undefined;
  let failures = 0;
  let restsUntil = 0;
  let takesSchema = true;

  const errorOf = (fault: Fault, { about }: Put): ModelError =>
    new ModelError(fault.code, faultText(fault, model, about));

  /** A long answer takes its time. */
  const patienceOver = (room: number): Patience => ({
    ...patience,
    total: patience.total * Math.max(1, Math.ceil(room / usualRoom)),
  });

  /** A pause holds for all questions: those that wait do not press a model that asked for patience. */
  const rest = async (question: Put): Promise<void> => {
    const wait = restsUntil - now().getTime();
    if (wait > longestPause) throw errorOf({ code: 'busy' }, question);
    if (wait > 0) await pause(wait);
  };

  const put = async (question: Put, most: number): Promise<Outcome> => {
    if (connection === undefined) return { fault: { code: 'no-key' } };
    const { prompt, schema } = question;
    const form = formInWords(schema);
    const system = takesSchema ? prompt.system : `${prompt.system}\n\n${form}`;
    // A schema that the server takes is read by the model all the same.
    const length = tokensOf(prompt.system) + tokensOf(prompt.user) + tokensOf(form);
    const room = Math.max(leastRoom, Math.min(most, window - length));
    const reservation = await budget.reserve(length + room);
    let spent = 0;
    try {
      const request = { model: connection, prompt: { system, user: prompt.user }, room, patience: patienceOver(room) };
      const reply = await exchange(takesSchema ? { ...request, schema } : request);
      const tokens = { tokensIn: reply.tokensIn ?? length, tokensOut: reply.tokensOut ?? tokensOf(reply.text) };
      spent = tokens.tokensIn + tokens.tokensOut;
      onReply(tokens);
      return judge(reply, question);
    } catch (error) {
      const fault = readFault(error, now());
      // An answer that does not arrive is paid for all the same; how much is not told.
      if (fault.code === 'timeout' || fault.code === 'malformed') spent = length;
      return { fault };
    } finally {
      reservation.settle(spent);
    }
  };

  /** Asks as often as may help. */
  const persist = async (question: Put): Promise<unknown> => {
    const overcome: Fault[] = [];
    let room = usualRoom;
    for (;;) {
      await rest(question);
      if (out) throw out;
      const hadSchema = takesSchema;
      const outcome = await put(question, room);
      if (outcome.fault === undefined) {
        for (const fault of overcome) onNote(repeatText(fault, model));
        return outcome.value;
      }
      // Some models have no more room than the usual, and take no question that asks for more.
      const isRoomRefused = outcome.fault.code === 'refused' && room > usualRoom;
      const fault: Fault = isRoomRefused ? { code: 'truncated' } : outcome.fault;
      overcome.push(fault);
      const times = overcome.filter(({ code }) => code === fault.code).length;
      if (fault.code === 'busy' || fault.code === 'unreachable') {
        const wait = fault.retryAfter ?? Math.min(longestPause, firstPause * 4 ** (times - 1));
        restsUntil = Math.max(restsUntil, now().getTime() + wait);
      }
      if (fault.code === 'refused' && hadSchema && times === 1) takesSchema = false;
      else if (times >= (tries[fault.code] ?? 1)) {
        // Refused without a schema too: that was not the reason.
        if (fault.code === 'refused') takesSchema = true;
        throw errorOf(fault, question);
      }
      if (fault.code === 'truncated') room = moreRoom;
    }
  };

  /** Takes note of a question that came to nothing: the model may be out with it. */
  const fail = (error: ModelError): void => {
    if (out) return;
    if (failing.includes(error.code)) failures += 1;
    if (isLasting(error.code)) out = error;
    else if (failures >= mostFailures)
      out = new ModelError(error.code, givenUpText(model, mostFailures, error.message));
    if (out) onNote(out.message);
  };

  return {
    name: modelText(model),
    isOut: () => out !== undefined,
    answer: question =>
      queue.add(async () => {
        try {
          const value = await persist(question);
          failures = 0;
          return value;
        } catch (error) {
          if (error instanceof ModelError) fail(error);
          throw error;
        }
      }),
  };
};
