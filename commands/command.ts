/** What a command is, on whichever platform it was asked for. */
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Archive } from '../src/archive/archive.ts';
import type { Form, Person, Place, Typing } from '../src/chat/conversation.ts';
import type { Message } from '../src/chat/message.ts';
import type { Obstacle } from '../src/delivery/on-request.ts';
import type { Meter } from '../src/edition/meter.ts';
import type { Grammar, Options } from '../src/edition/option-words.ts';
import { checkOptions } from '../src/edition/options.ts';
import type { Subscription } from '../src/edition/subscription.ts';

/** What delivery does for the commands; absent where nothing is delivered, as in a terminal. */
export interface Deliveries {
  /**
   * Posts the latest edition to a channel now.
   * @returns What was done, as a sentence for the person who asked.
   * @throws PlatformError
   */
  postNow(subscription: Subscription): Promise<string>;
  /** What keeps editions from a channel beside what is wrong with itself; undefined where nothing does. */
  obstacleTo(channel: Place): Obstacle | undefined;
  /** Sentences on editions that failed for good on their way to a channel. */
  givenUp?(channel: Place): Promise<readonly string[]>;
}

/** What all commands are given, whoever asks. */
export interface Surroundings {
  readonly archive: Archive;
  readonly now: () => Date;
  readonly logger: Logger;
  /** What a channel gets that does not say otherwise. */
  readonly defaults: Pick<Subscription, 'at' | 'timeZone'>;
  readonly deliveries?: Deliveries | undefined;
  /** Address under which editions are read on the web, each under its date; absent where there is none. */
  readonly publicUrl?: string | undefined;
  /** Absent where nothing is counted. */
  readonly meter?: Meter | undefined;
}

/** What a command may use: everything it needs is here, so that it runs the same in a chat and in a test. */
export interface CommandContext extends Surroundings {
  readonly person: Person;
  readonly place?: Place | undefined;
  /** Whether the answer goes to all in the channel. */
  readonly isShared: boolean;
  readonly typing: Typing;
  /** The request that was meant, where words of a look-up are nearly the name of a command. */
  readonly meant?: string | undefined;
}

interface Definition<Shape extends z.ZodRawShape> {
  /** The word after `/digest`; the empty name is the look-up itself. */
  readonly name: string;
  /** One line for the person who asks for help. */
  readonly help: string;
  /** `look-up` is for everybody, `channel` for those who may manage the channel. */
  readonly group: 'look-up' | 'channel';
  /** What it is asked, each option with its help (`describe`). */
  readonly options: z.ZodObject<Shape>;
  /** Whether the bot posts in the channel because of it. */
  readonly needsPosting?: boolean;
  /** Options as they are typed, to show how it is done. */
  readonly example: string;
  /** Answers options that were read; `given` are the same as they were typed. */
  run(options: z.output<z.ZodObject<Shape>>, context: CommandContext, given: Options): Promise<Message>;
  /** What to ask of a person who named no option; undefined where that is the whole request, or not theirs to make. */
  form?(context: CommandContext): Promise<Form | undefined>;
}

/** A command with its options checked inside, so that all commands are of one type. */
export interface Command extends Omit<Definition<z.ZodRawShape>, 'options' | 'run' | 'example'> {
  readonly options: readonly { readonly name: string; readonly help: string }[];
  readonly grammar: Grammar;
  /** @throws QueryError where an option is not right, and what the command throws. */
  run(given: Options, context: CommandContext): Promise<Message>;
}

export const defineCommand = <Shape extends z.ZodRawShape>({
  options,
  example,
  run,
  ...rest
}: Definition<Shape>): Command => {
  const names = Object.keys(options.shape);
  const typed = [rest.name, example].filter(Boolean).join(' ');
  return {
    ...rest,
    options: names.map(name => ({ name, help: helpOf(options, name) })),
    grammar: { names, example: typed },
    run: (given, context) => run(checkOptions(options, given, typed), context, given),
  };
};

const helpOf = (options: z.ZodObject, name: string): string => options.shape[name]?.description ?? '';
