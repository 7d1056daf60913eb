/** Questions to the person at the terminal, in words of the setup; whoever leaves in the middle leaves it as it was. */
import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel, log, multiselect, password, select, spinner, text } from '@clack/prompts';

/** Where the person is: the terminal, or what stands for it. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** The person left. What was set up until then stands. */
export class SetupLeft extends Error {
  override readonly name = 'SetupLeft';
}

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

export interface Dialogue {
  /** Several of `choices`, one at least. */
  several<Value>(message: string, choices: readonly Choice<Value>[]): Promise<readonly Value[]>;
  one<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>;
  /** What nobody who looks over a shoulder may read. */
  secret(message: string, problemOf: (given: string) => string | undefined): Promise<string>;
  words(message: string, initial: string, problemOf: (given: string) => string | undefined): Promise<string>;
  agreed(message: string): Promise<boolean>;
  /** What is to be done elsewhere, step by step. */
  steps(title: string, steps: readonly string[]): void;
  /** An address, in a line of its own without anything around it, so that it can be copied. */
  address(address: string): void;
  said(sentence: string): void;
  warned(sentence: string): void;
  /** Shows that something takes a while. */
  meanwhile<Done>(message: string, work: Promise<Done>): Promise<Done>;
}

export const createDialogue = ({ input = process.stdin, output = process.stdout }: Terminal = {}): Dialogue => {
  const at = { input, output };
  const ask = async <Given>(asking: Promise<Given | symbol>): Promise<Given> => answered(await asking);
  return {
    several: async (message, choices) => {
      const chosen = await ask<string[]>(multiselect({ ...at, message, options: optionsOf(choices), required: true }));
      return choices.flatMap(({ value }, place) => (chosen.includes(String(place)) ? [value] : []));
    },
    one: async (message, choices) => {
      const chosen = await ask<string>(select({ ...at, message, options: optionsOf(choices), maxItems: shownAtATime }));
      const [choice] = choices.filter((_, place) => String(place) === chosen);
      if (choice === undefined) throw new SetupLeft();
      return choice.value;
    },
    secret: async (message, problemOf) => {
      const given = await ask<string>(password({ ...at, message, validate: typed => problemOf(typed?.trim() ?? '') }));
      return given.trim();
    },
    words: async (message, initialValue, problemOf) => {
      const given = await ask<string>(
        text({ ...at, message, initialValue, validate: typed => problemOf(typed?.trim() ?? '') }),
      );
      return given.trim();
    },
    agreed: message => ask<boolean>(confirm({ ...at, message })),
    steps: (title, steps) => log.step([title, ...steps.map((step, place) => `${place + 1}. ${step}`)].join('\n'), at),
    address: address => void output.write(`\n${address}\n`),
    said: sentence => log.success(sentence, at),
    warned: sentence => log.warn(sentence, at),
    meanwhile: async (message, work) => {
      const waiting = spinner(at);
      waiting.start(message);
      try {
        return await work;
      } finally {
        waiting.clear();
      }
    },
  };
};

const shownAtATime = 12;

const optionsOf = (choices: readonly Choice<unknown>[]) =>
  choices.map(({ label }, place) => ({ value: String(place), label }));

function answered<Given>(given: Given | symbol): Given {
  if (typeof given === 'symbol' || isCancel(given)) throw new SetupLeft();
  return given;
}
