/** What people ask the bot and what it answers, without how a platform carries it. The adapters know no command: they are given this. */
import type { Message } from './message.ts';

/** A channel, by the platform's ids. */
export interface Place {
  readonly platform: 'slack' | 'discord';
  /** Slack team, Discord guild. */
  readonly workspace: string;
  readonly channel: string;
}

export interface Person {
  /** The platform's id. */
  readonly id: string;
  /** Whether they may change what the channel gets. */
  readonly mayManage: boolean;
  /** Where they may not: who may, or what to do about it, in a sentence; the platform's own rule where it is absent. */
  readonly whoMayManage?: string;
  /** Whether they may write for all in the channel to read; they may where the platform does not tell. */
  readonly mayPost?: boolean;
  /** IANA zone, where the platform tells it. */
  readonly timeZone?: string;
}

/** Values by name of option, as a person gave them; unchecked. */
export type GivenOptions = Readonly<Record<string, readonly string[]>>;

/** A command by name, with its options. */
export interface Invocation {
  readonly command: string;
  readonly options: GivenOptions;
}

/** How commands are typed on a platform, for answers that tell people what to type. */
export interface Typing {
  /** What stands before the name of a command, by its group; before a look-up it is `/digest`. */
  readonly before: Readonly<Record<CommandDescription['group'], string>>;
  /** What stands before words that have no key. */
  readonly words: string;
}

export interface Request {
  /** What was typed after `/digest`, or what a button stands for; or a command whose options the platform asked for. */
  readonly asked: string | Invocation;
  readonly person: Person;
  /** Absent outside of any channel: in a terminal, on a page of the app. */
  readonly place?: Place;
  /** Where absent, everything is typed after `/digest`. */
  readonly typing?: Typing;
  /** Whether it is a form that was filled in. Default: no. */
  readonly isSubmission?: boolean;
  /** Under which it is in the log (`request-id.ts`). Where absent, the conversation gives it one. */
  readonly requestId?: string;
}

/** A value that cannot be used. */
export interface Problem {
  /** The option it was given for. */
  readonly option: string;
  /** What is wrong and what would be right, in a sentence. */
  readonly text: string;
}

export interface Answer {
  readonly message: Message;
  /** Who sees it: the person who asked alone, or all in the channel. */
  readonly audience: 'person' | 'channel';
  /** Whether the bot has to be able to post in the channel for it. */
  readonly needsPosting?: boolean;
  /** Where nothing was done because of what was given: shown at the fields of a form instead of `message`, where a platform can. */
  readonly problems?: readonly Problem[];
}

/** A value that an option may take, and what to show for it. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

export interface OptionDescription {
  readonly name: string;
  /** One line for the person who fills it in. */
  readonly help: string;
  /** Whether `suggest` knows values for it. */
  readonly isSuggested: boolean;
}

export interface CommandDescription {
  /** The word after `/digest`; empty for the look-up itself. */
  readonly name: string;
  readonly help: string;
  /** `look-up` is for everybody, `channel` for those who may manage the channel. */
  readonly group: 'look-up' | 'channel';
  readonly options: readonly OptionDescription[];
}

/** One question of a form. Its values become the option `name` of the command. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly initial: readonly Suggestion[];
  /**
   * `several` and `one` choose from `choices`; `found` chooses several and `found-one` one from what `suggest` finds for
   * the name, as there are too many to list; `time` is a time of day, `HH:MM`.
   */
  readonly kind: 'several' | 'one' | 'found' | 'found-one' | 'time';
  /** Of `several` and `one`; empty for the others. */
  readonly choices: readonly Suggestion[];
  readonly isRequired: boolean;
}

/** What a command asks for, where it was called without options. */
export interface Form {
  readonly title: string;
  readonly submit: string;
  /** The command that the answers go to, each field by its name; one that was left empty as an empty list. */
  readonly command: string;
  /** At most five, which is what a modal of Discord holds. */
  readonly fields: readonly Field[];
}

export interface Conversation {
  readonly commands: readonly CommandDescription[];
  /** Never rejects: what went wrong is told in the answer. */
  answer(request: Request): Promise<Answer>;
  /** The form for a request that is better asked as one; undefined where it can be answered at once, or is not the person's to make. */
  form(request: Request): Promise<Form | undefined>;
  /** Values for the option `name` that fit what was typed so far, the best first; at most 25. Never rejects. */
  suggest(name: string, typed: string): Promise<readonly Suggestion[]>;
  /** The page of the app itself: the workspace's channels and the latest edition. Never rejects. */
  home(workspace: Omit<Place, 'channel'>, requestId?: string): Promise<Message>;
}
