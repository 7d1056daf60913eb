/** `run` without a chat platform: the edition as a thread in this terminal, then `/digest …` as one would type it there. */
import { createInterface } from 'node:readline/promises';
import type { Archive } from '../archive/archive.ts';
import { editionThread } from '../chat/edition-thread.ts';
import { context } from '../chat/message.ts';
import type { Edition } from '../edition/edition.ts';
import { createLocalAnswer } from './local-conversation.ts';
import type { OpenPreview } from './opening-preview.ts';
import { showMessage } from './output.ts';
import { write } from './stdout.ts';

const prompt = '/digest ';
const invitation = 'Ask for company:cloudflare, theme:"zero trust", any words, sources or help. Ctrl-D leaves.';

type Reply = (typed: string) => Promise<void>;

const createReply = (archive: Archive): Reply => {
  const answer = createLocalAnswer(archive);
  return async typed => write(`\n${showMessage(await answer(typed.replace(/^\/?digest\b/i, '')))}\n`);
};

export interface SessionOptions {
  /** Look-ups that are shown before the person types. */
  readonly lookUps?: readonly string[];
  /** Shows what a terminal cannot, where a person sits at it. */
  readonly openPreview?: () => Promise<OpenPreview>;
}

/** Posts the edition, answers the look-ups that are shown, then those that the person types until they leave. */
export const runSession = async (
  archive: Archive,
  edition: Edition,
  { lookUps = [], openPreview }: SessionOptions = {},
): Promise<void> => {
  const reply = createReply(archive);
  await write(showMessage(editionThread(edition)));
  for (const words of lookUps) {
    await write(`\n${prompt}${words}\n`);
    await reply(words);
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  const preview = await openPreview?.();
  try {
    await converse(reply, preview?.address);
  } finally {
    await preview?.close();
  }
};

const converse = async (reply: Reply, preview: string | undefined): Promise<void> => {
  const shown = preview === undefined ? [] : [context(`As Slack and Discord show it, and why: ${preview}`)];
  await write(showMessage({ blocks: [...shown, context(invitation)] }));
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt });
  terminal.on('SIGINT', () => terminal.close());
  terminal.prompt();
  for await (const line of terminal) {
    if (/^\s*(quit|exit)\s*$/i.test(line)) break;
    await reply(line);
    terminal.prompt();
  }
  terminal.close();
  await write('\n');
};
