/** What is kept of an install of the app in a workspace. All of it is kept secret, as most of it is. */
import { z } from 'zod';
import { readStored } from '../../../archive/stored.ts';

const installation = z
  .object({
    /** Starts with `xoxb-` or, where tokens expire, with `xoxe.xoxb-`. */
    botToken: z.string().min(1),
    /** What the next token is to be had for, once; absent where tokens last. */
    refreshToken: z.string().min(1).optional(),
    /** When the bot token expires, in milliseconds since 1970. */
    expiresAt: z.number().optional(),
    botUserId: z.string(),
    /** By which people invite the bot. */
    botName: z.string(),
    workspaceName: z.string(),
    /** Who installed it. */
    installer: z.string(),
  })
  .readonly();

export type Installation = z.infer<typeof installation>;

/** Of an install where tokens expire: the tokens, which are renewed together. */
export type Tokens = Pick<Installation, 'botToken' | 'refreshToken' | 'expiresAt'>;

export const writeInstallation = (kept: Installation): string => JSON.stringify(kept);

/** @throws ArchiveError `corrupt`. */
export const readInstallation = (text: string, workspace: string): Installation =>
  readStored(installation, text, `the tokens of the Slack workspace ${workspace}`);
