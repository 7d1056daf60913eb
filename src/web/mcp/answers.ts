/** What a tool answers: data for programs and the same as text, or, where it cannot, a sentence that says why. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import { renderMarkdown } from '../../chat/markdown/render.ts';
import type { Block } from '../../chat/message.ts';
import { QueryError } from '../../edition/query-error.ts';

/** @param data As the tool's schema has it. */
export const told = (data: Record<string, unknown>, blocks: readonly Block[]): CallToolResult => ({
  content: [{ type: 'text', text: renderMarkdown({ blocks }) }],
  structuredContent: data,
});

/** An error that the assistant reads, and can ask better by. */
export const refused = (why: string): CallToolResult => ({ content: [{ type: 'text', text: why }], isError: true });

/** Has `answer` answered; of what fails inside, the log alone knows the rest. */
export const answering = async (logger: Logger, answer: () => Promise<CallToolResult>): Promise<CallToolResult> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof QueryError) return refused(error.message);
    logger.error({ err: error }, 'A tool could not answer an assistant.');
    return refused('The archive cannot be read at the moment. The fault is not in what was asked: try again later.');
  }
};
