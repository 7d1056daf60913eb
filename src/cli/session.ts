/** `run` without a chat platform: the edition as a thread in this terminal, then `/digest …` as one would type it there. */
import { createInterface } from 'node:readline/promises';
import type { Archive } from '../archive/archive.ts';
import { editionThread } from '../chat/edition-thread.ts';
import { context } from '../chat/message.ts';
import type { Edition } from '../edition/edition.ts';
import { createLocalAnswer } from './local-conversation.ts';
import { showMessage } from './output.ts';
import { write } from './stdout.ts';

const prompt = '/digest ';
const invitation = 'Ask for company:cloudflare, theme:"zero trust", any words, sources or help. Ctrl-D leaves.';

type Reply = (typed: string) => Promise<void>;

const createReply = (archive: Archive): Reply => {
  const answer = createLocalAnswer(archive);
  return async typed => write(`\n${showMessage(await answer(typed.replace(/^\/?digest\b/i, '')))}\n`);
};

/** Posts the edition, answers the look-ups that are shown, then those that the person types until they leave. */
export const runSession = async (
  archive: Archive,
  edition: Edition,
  shownLookUps: readonly string[],
): Promise<void> => {
  const reply = createReply(archive);
  await write(showMessage(editionThread(edition)));
  for (const words of shownLookUps) {
    await write(`\n${prompt}${words}\n`);
    await reply(words);
  }
  if (process.stdin.isTTY && process.stdout.isTTY) await converse(reply);
};

const converse = async (reply: Reply): Promise<void> => {
  await write(showMessage({ blocks: [context(invitation)] }));
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
