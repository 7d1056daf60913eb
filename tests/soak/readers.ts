/** People who look something up now and then, in both chats. */
import type { Chats } from '../torture/chats.ts';

export interface LookUps {
  asked: number;
  unanswered: number;
}

export interface Readers {
  /** Asks for the entries of a company, by a slash command in each chat. Resolves once both are answered, or have waited too long. */
  lookUp(company: string): Promise<void>;
  readonly lookUps: Readonly<LookUps>;
}

/** Milliseconds of the machine's clock. */
const patience = 5_000;

export const createReaders = ({ slack, discord, guilds, places }: Chats): Readers => {
  const lookUps: LookUps = { asked: 0, unanswered: 0 };
  const inSlack = places.find(({ platform }) => platform === 'slack');
  const inDiscord = places.find(({ platform, isForum }) => platform === 'discord' && !isForum);
  const reader = slack.addUser().id;
  const guild = guilds.find(({ id }) => id === inDiscord?.workspace);
  const member = guild && discord.addPerson(guild, { name: 'reader' });

  const ask = async (asking: () => Promise<unknown>): Promise<void> => {
    lookUps.asked += 1;
    const { promise: tooLate, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(() => resolve(false), patience);
    const isAnswered = await Promise.race([
      tooLate,
      asking().then(
        () => true,
        () => false,
      ),
    ]);
    clearTimeout(timer);
    if (!isAnswered) lookUps.unanswered += 1;
  };

  return {
    lookUps,
    lookUp: async company => {
      if (inSlack !== undefined) {
        const by = { user: reader, channel: inSlack.channel };
        await ask(async () => (await slack.people.command(`company:${company}`, by)).answer());
      }
      if (inDiscord !== undefined && member !== undefined)
        await ask(async () => (await member.command(inDiscord.channel, 'digest', { company })).answered());
    },
  };
};
