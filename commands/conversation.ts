/** What people ask and what they are told: the one boundary where requests become commands, and errors become replies. */
import { ArchiveError } from '../src/archive/archive-error.ts';
import type {
  Answer,
  CommandDescription,
  Conversation,
  Form,
  Problem,
  Request,
  Typing,
} from '../src/chat/conversation.ts';
import { type Action, type Message, paragraph, plain } from '../src/chat/message.ts';
import { PlatformError } from '../src/chat/platform.ts';
import { newRequestId } from '../src/chat/request-id.ts';
import { second } from '../src/edition/duration.ts';
import { QueryError } from '../src/edition/query-error.ts';
import { checkMayShare, checkMayUse } from './channel.ts';
import type { Command, CommandContext, Surroundings } from './command.ts';
import { CommandError } from './command-error.ts';
import { digestCommand } from './digest.ts';
import { home } from './home.ts';
import { typedCommands } from './index.ts';
import { type Asked, readAsked, wordsFor } from './reading.ts';
import type { RequestLimit } from './request-limit.ts';
import { createSuggesters, type Suggesters } from './suggest.ts';
import { asWords, usage } from './usage.ts';

export interface ConversationParts extends Surroundings {
  /** Absent where people may ask as often as they like, as in a terminal. */
  readonly limit?: RequestLimit | undefined;
}

export const createConversation = ({ limit, ...parts }: ConversationParts): Conversation => {
  const suggesters = createSuggesters(parts);
  return {
    commands: typedCommands.map(command => describe(command, suggesters)),
    answer: async request => {
      const surroundings = numbered(parts, request.requestId);
      const began = performance.now();
      const tooSoon = limit?.admit(request, surroundings.requestId);
      if (tooSoon !== undefined) return { message: said(tooSoon, again(request.asked)), audience: 'person' };
      try {
        const asked = readAsked(request.asked);
        const answer = await carryOut(asked, request, surroundings);
        noteAnswered(asked, performance.now() - began, surroundings);
        return answer;
      } catch (error) {
        return told(error, surroundings, request);
      }
    },
    form: async request => {
      const surroundings = numbered(parts, request.requestId);
      // `answer` will say so, and tell what goes wrong here.
      if (limit?.admit(request, surroundings.requestId) !== undefined) return undefined;
      try {
        return await formFor(readAsked(request.asked), request, surroundings);
      } catch {
        return undefined;
      }
    },
    suggest: async (name, typed) => {
      try {
        return (await suggesters.get(name)?.(typed)) ?? [];
      } catch (error) {
        numbered(parts).logger.error({ err: error, option: name }, 'nothing could be suggested');
        return [];
      }
    },
    home: async (workspace, requestId) => {
      const surroundings = numbered(parts, requestId);
      try {
        return await home(workspace, surroundings);
      } catch (error) {
        return told(error, surroundings).message;
      }
    },
  };
};

/** The surroundings of one request. All that is logged of it bears its number. */
interface Numbered extends Surroundings {
  readonly requestId: string;
}

const numbered = (surroundings: Surroundings, requestId = newRequestId()): Numbered => ({
  ...surroundings,
  requestId,
  logger: surroundings.logger.child({ requestId }),
});

/** Milliseconds after which whoever looks something up wonders whether anything comes. */
const slow = second;

/** What was asked stays between the person and the bot. */
const noteAnswered = ({ command }: Asked, milliseconds: number, { logger }: Numbered): void => {
  const line = { command: command.name || 'look-up', milliseconds: Math.round(milliseconds) };
  if (command.group === 'look-up' && milliseconds > slow) logger.warn(line, 'a look-up took long');
  else logger.debug(line, 'a request was answered');
};

const describe = ({ name, help, group, options }: Command, suggesters: Suggesters): CommandDescription => ({
  name,
  help,
  group,
  options: options.map(option => ({ ...option, isSuggested: isSuggested(name, option.name, suggesters) })),
});

/** The words that are known are those of entries, which the look-up alone asks for. */
const isSuggested = (command: string, option: string, suggesters: Suggesters): boolean =>
  suggesters.has(option) && (option !== 'words' || command === digestCommand.name);

const contextOf = (
  { person, place, typing = asWords }: Request,
  { isShared, meant }: Asked,
  surroundings: Surroundings,
): CommandContext => ({ ...surroundings, person, place, isShared, typing, meant });

const carryOut = async (asked: Asked, request: Request, surroundings: Surroundings): Promise<Answer> => {
  const context = contextOf(request, asked, surroundings);
  checkMayUse(asked.command, context);
  if (asked.isShared) checkMayShare(context);
  const message = await asked.command.run(asked.options, context);
  const { needsPosting } = asked.command;
  const audience = asked.isShared && request.place !== undefined ? 'channel' : 'person';
  return { message, audience, ...(needsPosting && { needsPosting }) };
};

const formFor = async (asked: Asked, request: Request, surroundings: Surroundings): Promise<Form | undefined> => {
  const isBare = Object.keys(asked.options).length === 0;
  if (!isBare || asked.command.form === undefined) return undefined;
  const context = contextOf(request, asked, surroundings);
  checkMayUse(asked.command, context);
  return asked.command.form(context);
};

/** What the person is told of an error. One that is not theirs is logged, under the number that they can name to the operator. */
const told = (
  error: unknown,
  { logger, requestId: id }: Numbered,
  { asked, typing = asWords }: Partial<Request> = {},
): Answer => {
  if (error instanceof QueryError || error instanceof CommandError) {
    const problems = problemsOf(error);
    const message = error instanceof QueryError ? said(textOf(error, typing)) : refusal(error);
    return { message, audience: 'person', ...(problems.length > 0 && { problems }) };
  }
  logger.error({ err: error }, 'a request failed');
  if (error instanceof PlatformError) return refused(error, id, asked);
  if (error instanceof ArchiveError && (error.code === 'unreachable' || error.code === 'busy')) {
    const text = `The archive does not answer at the moment. Try again in a minute. It is in the log under ${id}.`;
    return { message: said(text, again(asked)), audience: 'person' };
  }
  return {
    message: said(`That did not work, and the fault is here. It is in the log under ${id}.`),
    audience: 'person',
  };
};

/** A button that asks the same once more. */
const again = (asked: Request['asked'] = ''): readonly Action[] => {
  const command = typeof asked === 'string' ? asked : wordsFor(asked);
  return command === undefined || command === '' ? [] : [{ label: 'Try again', command }];
};

/** What the platform refused may be asked for again, once the bot was let in where it has to be. */
const refused = ({ code, message }: PlatformError, id: string, asked: Request['asked'] = ''): Answer => {
  const isShutOut = code === 'not-in-channel';
  return {
    message: said(isShutOut ? 'Nothing was posted.' : `${message} It is in the log under ${id}.`, again(asked)),
    audience: 'person',
    ...((isShutOut || code === 'channel-gone') && { needsPosting: true }),
  };
};

/** Several problems stand below each other. */
const refusal = ({ message, problems }: CommandError): Message =>
  problems.length < 2
    ? said(message)
    : { blocks: [paragraph('Nothing was changed.'), { kind: 'list', items: problems.map(({ text }) => plain(text)) }] };

/** The example as the person would type it. */
const textOf = ({ problem, example }: QueryError, typing: Typing): string => {
  const { command, options } = readAsked(example);
  return `${problem} For example: ${usage(command, options, typing)}`;
};

const problemsOf = (error: QueryError | CommandError): readonly Problem[] => {
  if (error instanceof CommandError) return error.problems;
  return error.option === undefined ? [] : [{ option: error.option, text: error.message }];
};

const said = (text: string, actions: readonly Action[] = []): Message => ({
  blocks: [paragraph(text), ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : [])],
});
