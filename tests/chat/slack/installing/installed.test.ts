import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../../src/archive/archive-error.ts';
import type { Installation } from '../../../../src/chat/slack/installing/installation.ts';
import { createInstalled } from '../../../../src/chat/slack/installing/installed.ts';
import { anInstallation, workspace } from './an-installation.ts';

const logger = pino({ level: 'silent' });
const halfAMinute = 30_000;

/** What is kept, which a test changes, and how often it was asked for. */
const keeping = (kept: Record<string, Installation | Error>) => {
  let now = 0;
  let asked = 0;
  let held: Promise<unknown> = Promise.resolve();
  const current = async (id: string) => {
    asked += 1;
    const found = kept[id];
    await held;
    if (found instanceof Error) throw found;
    return found;
  };
  return {
    installed: createInstalled(current, { logger }, () => now),
    kept,
    asked: () => asked,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    hold: (until: Promise<unknown>) => {
      held = until;
    },
  };
};

describe('the client of a workspace', () => {
  it('has the token that is kept, and the name of the bot there', async () => {
    const { installed } = keeping({ [workspace]: anInstallation({ botToken: 'xoxb-acme', botName: 'reader' }) });
    const { client, botName } = await installed.workspaceOf(workspace);
    expect(client.token).toBe('xoxb-acme');
    expect(botName).toBe('reader');
  });

  it('is remembered for half a minute, and is the same while the token is', async () => {
    const { installed, asked, pass } = keeping({ [workspace]: anInstallation() });
    const first = await installed.workspaceOf(workspace);
    pass(halfAMinute - 1);
    await installed.workspaceOf(workspace);
    expect(asked()).toBe(1);
    pass(1);
    expect((await installed.workspaceOf(workspace)).client).toBe(first.client);
    expect(asked()).toBe(2);
  });

  it('is another once the token is another, at the latest after half a minute', async () => {
    const { installed, kept, pass } = keeping({ [workspace]: anInstallation() });
    await installed.workspaceOf(workspace);
    kept[workspace] = anInstallation({ botToken: 'xoxb-2' });
    expect((await installed.workspaceOf(workspace)).client.token).toBe('xoxb-1');
    pass(halfAMinute);
    expect((await installed.workspaceOf(workspace)).client.token).toBe('xoxb-2');
  });

  it('is asked for anew where the clock was put back', async () => {
    const { installed, asked, pass } = keeping({ [workspace]: anInstallation() });
    await installed.workspaceOf(workspace);
    pass(-60 * halfAMinute);
    await installed.workspaceOf(workspace);
    expect(asked()).toBe(2);
  });

  it('is asked for once, however many need it at a time', async () => {
    const { installed, asked } = keeping({ [workspace]: anInstallation() });
    await Promise.all(Array.from({ length: 20 }, () => installed.workspaceOf(workspace)));
    expect(asked()).toBe(1);
  });

  it('is not remembered from before it was forgotten, though it was being asked for then', async () => {
    const { installed, kept, hold } = keeping({ [workspace]: anInstallation() });
    const { promise, resolve } = Promise.withResolvers<void>();
    hold(promise);
    const early = installed.workspaceOf(workspace);
    kept[workspace] = anInstallation({ botToken: 'xoxb-2' });
    installed.forget(workspace);
    hold(Promise.resolve());
    expect((await installed.workspaceOf(workspace)).client.token).toBe('xoxb-2');
    resolve();
    expect((await early).client.token).toBe('xoxb-1');
    expect((await installed.workspaceOf(workspace)).client.token).toBe('xoxb-2');
  });

  it('is none where the app is not installed, which is a matter of that workspace alone', async () => {
    const { installed, kept } = keeping({});
    await expect(installed.workspaceOf(workspace)).rejects.toMatchObject({
      code: 'revoked',
      reach: 'workspace',
      message: expect.stringMatching(/T1ACME.*\/slack\/install/),
    });
    kept[workspace] = anInstallation();
    expect((await installed.workspaceOf(workspace)).botName).toBe('digest');
  });

  it.each(['wrong-key', 'corrupt'] as const)(
    'is none where it cannot be opened (%s), of that workspace alone',
    async code => {
      const { installed } = keeping({ [workspace]: new ArchiveError(code, 'Set DIGEST_TOKEN_KEY.') });
      await expect(installed.workspaceOf(workspace)).rejects.toMatchObject({
        code: 'revoked',
        reach: 'workspace',
        message: 'Set DIGEST_TOKEN_KEY.',
      });
    },
  );

  it('is waited for where the archive cannot be reached, which is no matter of Slack', async () => {
    const { installed } = keeping({ [workspace]: new ArchiveError('unreachable', 'It is away.') });
    await expect(installed.workspaceOf(workspace)).rejects.toMatchObject({ name: 'ArchiveError', code: 'unreachable' });
  });
});
