/** How people get on from an answer in Discord: its pages, and sharing it with the channel. */
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition/edition.ts';
import type { OptionValues } from '../servers/discord/person.ts';
import type { Message } from '../servers/discord/records.ts';
import { type DiscordStage, startStage } from './discord-stage.ts';
import { buttonsOf, isEphemeral, readMessage } from './discord-text.ts';
import { recordedEdition } from './recorded-edition.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await recordedEdition();
});

let stage: DiscordStage;
/** Milliseconds by which Discord's clock is ahead. */
let later: number;
beforeEach(async () => {
  later = 0;
  stage = await startStage([edition], { now: () => Date.now() + later });
});
afterEach(() => stage.close());

const answerOf = async (options: OptionValues): Promise<Message> =>
  (await stage.reader.command(stage.channel.id, 'digest', options)).answered();

/** All that the person has before them. */
const screen = (): string => stage.discord.ephemerals.map(readMessage).join('\n');

/** Of the whole edition, three entries each. */
const pages = 6;

/** Every page has three entries and says once which it is. */
const expectPage = (number: number): void => {
  const titles = edition.deepDives.map(({ title }) => title).filter(title => screen().includes(`${title} · `));
  expect(titles).toHaveLength(3);
  expect(screen().match(/Page \d+ of \d+/g)).toEqual([`Page ${number} of ${pages}`]);
};

/** Presses the button under a page, and looks at the one that comes. */
const turn = async (from: number, button: 'Next' | 'Previous', to: number): Promise<Message> => {
  await stage.reader.press(await stage.shown(`Page ${from} of`), button);
  const page = await stage.shown(`Page ${to} of`);
  expectPage(to);
  return page;
};

describe('pages', () => {
  it('take the place of one another there and back, those that need two messages too', async () => {
    await answerOf({ date: edition.date });
    const needed = new Set<number>();
    for (let page = 1; page < pages; page += 1) {
      await turn(page, 'Next', page + 1);
      needed.add(stage.discord.ephemerals.length);
    }
    for (let page = pages; page > 1; page -= 1) await turn(page, 'Previous', page - 1);
    expect([...needed].toSorted()).toEqual([1, 2]);
  });

  it('turn after the bot was stopped and started anew, of a query longer than a button holds too', async () => {
    const companies = [...new Set(edition.deepDives.map(({ company }) => company))].join(', ');
    expect(companies.length).toBeGreaterThan(100);
    await answerOf({ company: companies, date: edition.date });
    await stage.shown('Page 1 of 6');
    await stage.restart();
    await stage.reader.press(await stage.shown('Page 1 of 6'), 'Next');
    await stage.shown('Page 2 of 6');
    await stage.restart();
    await stage.reader.press(await stage.shown('Page 2 of 6'), 'Next');
    await stage.shown('Page 3 of 6');
  });

  it('come once where a button is pressed twice', async () => {
    await answerOf({ date: edition.date });
    await turn(1, 'Next', 2);
    await turn(2, 'Next', 3);
    const page = await stage.shown('Page 3 of');
    const twice = [1, 2].map(() => stage.reader.press(page, 'Next'));
    const edits = stage.discord.next('edit').then(() => stage.discord.next('edit'));
    await Promise.all([...twice, edits]);
    expectPage(4);
  });

  it.each<[string, () => unknown]>([
    ['the bot was started anew', () => stage.restart()],
    ['a quarter of an hour has passed', () => (later = 16 * 60_000)],
  ])('leave the whole of one that needed two messages, once %s', async (_, happen) => {
    await answerOf({ date: edition.date });
    await turn(1, 'Next', 2);
    await turn(2, 'Next', 3);
    expect(stage.discord.ephemerals).toHaveLength(2);
    const third = screen();
    await happen();
    await stage.reader.press(await stage.shown('Page 3 of'), 'Next');
    await stage.shown('Page 4 of');
    expect(screen().startsWith(third)).toBe(true);
  });

  it('say so where the command of their button was forgotten', async () => {
    const companies = [...new Set(edition.deepDives.map(({ company }) => company))].join(', ');
    await answerOf({ company: companies });
    await stage.archive.db.deleteFrom('kept_commands').execute();
    await stage.reader.press(await stage.shown('Page 1 of 6'), 'Next');
    await stage.shown('This button is too old. Ask again with /digest.');
  });

  it('stay to be tried again where one could not be shown', async () => {
    const first = await answerOf({ date: edition.date });
    stage.discord.faults.on({ method: 'PATCH', path: /@original$/ }, { kind: 'status', status: 500, when: 'before' });
    stage.discord.faults.on(
      { method: 'PATCH', path: /@original$/ },
      { kind: 'refuse', status: 404, code: 10_008, message: 'Unknown Message' },
    );
    await stage.reader.press(first, 'Next');
    await stage.shown('Try again in a moment.');
    expect(readMessage(first)).toContain('Page 1 of');
    await turn(1, 'Next', 2);
  });
});

describe('"Share in channel"', () => {
  it('shows the page to all, and others turn it for themselves alone', async () => {
    const { discord, reader, manager, channel } = stage;
    await answerOf({ date: edition.date });
    const shared = await (await reader.press(await turn(1, 'Next', 2), 'Share in channel')).followup(0);
    expect(isEphemeral(shared)).toBe(false);
    expect(readMessage(shared)).toContain('Page 2 of 6');
    expect(buttonsOf(shared)).toEqual(['Previous', 'Next']);
    const own = await (await manager.press(shared, 'Next')).answered();
    expect(isEphemeral(own)).toBe(true);
    await stage.shown('Page 3 of 6');
    expect(discord.messages(channel.id).map(readMessage)).toEqual([readMessage(shared)]);
  });

  it('shows it once where it is pressed twice', async () => {
    const answer = await answerOf({ company: 'Cloudflare' });
    await Promise.all([1, 2].map(() => stage.reader.press(answer, 'Share in channel')));
    await stage.shown('This is in the channel already.');
    expect(stage.discord.messages(stage.channel.id)).toHaveLength(1);
  });

  it('is for the button alone: who looks for the word shares nothing unawares', async () => {
    const answer = await answerOf({ words: 'share agents' });
    expect(isEphemeral(answer)).toBe(true);
    expect(readMessage(answer)).toMatch(/for share agents\n/);
  });

  it('says nothing for people who may only read the channel', async () => {
    const { discord, guild, channel } = stage;
    const before = await answerOf({ company: 'Cloudflare' });
    discord.moderator.overwrite(channel.id, guild.id, { deny: PermissionFlagsBits.SendMessages });
    expect(buttonsOf(await answerOf({ company: 'Cloudflare' }))).toEqual([]);
    await stage.reader.press(before, 'Share in channel');
    await stage.shown('You may not write in this channel');
    expect(discord.messages(channel.id)).toEqual([]);
  });
});
