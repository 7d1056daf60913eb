/** The bot's connection to Discord, cut and mended in the ways in which Discord does it. */
import { describe, expect, it } from 'vitest';
import { anEdition } from '../an-edition.ts';
import type { Exchange } from '../servers/discord/exchange.ts';
import { type DiscordStage, startStage } from './discord-stage.ts';
import { readMessage } from './discord-text.ts';

const [identify, resume] = [2, 6];

const onStage = async (act: (stage: DiscordStage) => Promise<void>): Promise<void> => {
  const stage = await startStage([anEdition()]);
  try {
    await act(stage);
  } finally {
    await stage.close();
  }
};

const asked = ({ reader, channel }: DiscordStage): Promise<Exchange> =>
  reader.command(channel.id, 'digest', { company: 'Acme' });

const expectAnswer = async (exchange: Promise<Exchange>): Promise<void> =>
  expect(readMessage(await (await exchange).answered())).toMatch(/^1 entry for company:Acme\n/);

const sent = ({ discord }: DiscordStage, op: number): number =>
  discord.gateway.received.filter(frame => frame.op === op).length;

// At the same time, as discord.js waits for Discord's five seconds between two times of identifying.
describe.concurrent('a connection', () => {
  it.each<[string, (stage: DiscordStage) => void]>([
    ['that was cut', ({ discord }) => discord.gateway.drop()],
    ['that Discord asks to be made anew', ({ discord }) => discord.gateway.reconnect()],
    ['that Discord closed for an error of its own', ({ discord }) => discord.gateway.close(4000)],
  ])('%s is resumed, and a command that came meanwhile is answered', (_, cut) =>
    onStage(async stage => {
      const resumed = stage.discord.next('gateway', ({ kind }) => kind === 'resumed');
      cut(stage);
      const meanwhile = asked(stage);
      await resumed;
      await expectAnswer(meanwhile);
      expect([sent(stage, identify), sent(stage, resume)]).toEqual([1, 1]);
    }),
  );

  it('whose session is no longer valid is identified anew, and answers again', () =>
    onStage(async stage => {
      const connected = stage.logged('connected to Discord');
      stage.discord.gateway.forget();
      stage.discord.gateway.drop();
      await connected;
      await expectAnswer(asked(stage));
      expect([sent(stage, identify), sent(stage, resume)]).toEqual([2, 1]);
    }));

  it.each([
    ['revoked', (stage: DiscordStage) => stage.discord.revokeToken(), 'DISCORD_TOKEN'],
    ['refused', (stage: DiscordStage) => stage.discord.gateway.close(4014), '4014'],
  ] as const)(
    'that Discord closes for good as %s has ended, with what to do, without the token',
    (code, close, words) =>
      onStage(async stage => {
        close(stage);
        expect(await stage.bot.ended).toMatchObject({ code, message: expect.stringContaining(words) });
        expect(stage.log.join('')).not.toContain(stage.discord.token);
      }),
  );
});
