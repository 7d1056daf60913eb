import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, paragraph } from '../../../src/chat/message.ts';
import type { Person } from '../../servers/discord/person.ts';
import type { DiscordServer } from '../../servers/discord/server.ts';
import { type PostingStage, startPosting } from './posting-stage.ts';

let stage: PostingStage;
let discord: DiscordServer;
let ada: Person;

beforeEach(async () => {
  stage = await startPosting();
  ({ discord } = stage);
  ada = discord.addPerson(stage.guild);
});

afterEach(() => discord.close());

const news: Message = { blocks: [paragraph('The channel #news is archived: nothing is posted there.')] };
const tell = (id = ada.user.id): Promise<void> => stage.platform.tell({ workspace: stage.guild.id, id }, news);

describe('what is told to one person', () => {
  it('stands in the channel that only they and the bot see', async () => {
    await tell();
    expect(JSON.stringify(discord.directMessages(ada.user.id))).toContain('nothing is posted there');
    expect(discord.directMessages(ada.user.id)).toMatchObject([{ allowedMentions: { parse: [] } }]);
  });

  it('stands once, though the answer was lost and it was told again', async () => {
    discord.faults.on({ method: 'POST', path: /messages$/ }, { kind: 'reset', when: 'after' });
    await expect(tell()).rejects.toMatchObject({ code: 'unreachable' });
    await tell();
    expect(discord.directMessages(ada.user.id)).toHaveLength(1);
  });

  it('is refused where they take no messages of the bot', async () => {
    ada.closeDirectMessages();
    await expect(tell()).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(ada.user.id) });
  });

  it('is refused where they are in no server with the bot any more', async () => {
    await tell();
    stage.guild.members.delete(ada.user.id);
    await expect(tell()).rejects.toMatchObject({ code: 'refused' });
  });

  it('is refused where there is nobody of that id', async () => {
    await expect(tell('1')).rejects.toMatchObject({ code: 'refused' });
  });

  it('has to wait where the bot wrote to too many', async () => {
    const tooFast = { kind: 'refuse', status: 400, code: 40_003, message: 'Opening direct messages too fast' } as const;
    discord.faults.on({ path: '/users/@me/channels' }, tooFast);
    await expect(tell()).rejects.toMatchObject({ code: 'rate-limited', reach: 'platform' });
  });
});
