/** What people look up in Discord: options, choices, what is for everybody, and what cannot be meant. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition/edition.ts';
import type { OptionValues, Person } from '../servers/discord/person.ts';
import type { Message } from '../servers/discord/records.ts';
import { type DiscordStage, startStage } from './discord-stage.ts';
import { buttonsOf, isEphemeral, liveIn, readMessage } from './discord-text.ts';
import { recordedEdition } from './recorded-edition.ts';

let edition: Edition;
/** One for all, as nothing here changes what the next finds. */
let stage: DiscordStage;
beforeAll(async () => {
  edition = await recordedEdition();
  stage = await startStage([edition]);
});
afterAll(() => stage.close());

const answerOf = async (command: string, options: OptionValues = {}): Promise<Message> =>
  (await stage.reader.command(stage.channel.id, command, options)).answered();

/** The message that the press of a button changed. */
const turned = async (person: Person, message: Message, button: string): Promise<Message> => {
  const [changed] = await Promise.all([stage.discord.next('edit'), person.press(message, button)]);
  return changed;
};

const titlesOf = (company: string): readonly string[] =>
  edition.deepDives.filter(entry => entry.company === company).map(({ title }) => title);

describe('the bot', () => {
  it('registers its commands once, however often it starts', async () => {
    await stage.restart();
    const puts = stage.discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
    expect(puts).toHaveLength(1);
    expect(stage.discord.commands().map(({ name }) => name)).toEqual(['digest', 'digest-about', 'digest-channel']);
  });
});

describe('/digest', () => {
  it('alone is the latest edition, for the person alone', async () => {
    const answer = await answerOf('digest');
    expect(isEphemeral(answer)).toBe(true);
    expect(readMessage(answer)).toContain(edition.title);
    expect(readMessage(answer)).toContain(edition.signal.headline);
    expect(buttonsOf(answer)).toEqual(['Browse', 'Share in channel', 'Sources', 'Help']);
  });

  it('company:Cloudflare is the entries of Cloudflare', async () => {
    const text = readMessage(await answerOf('digest', { company: 'Cloudflare' }));
    expect(text).toMatch(/^3 entries for company:Cloudflare\n/);
    for (const title of titlesOf('Cloudflare')) expect(text).toContain(`${title} · Cloudflare · Source`);
  });

  it('theme:zero trust and theme:zero-trust are the same', async () => {
    const [one, other] = await Promise.all(['zero trust', 'zero-trust'].map(theme => answerOf('digest', { theme })));
    const [first, ...entries] = readMessage(one ?? (await answerOf('digest'))).split('\n');
    expect(first).toMatch(/^2 entries for theme:/);
    expect(other && readMessage(other).split('\n').slice(1)).toEqual(entries);
  });

  it('takes several names in one option', async () => {
    const text = readMessage(await answerOf('digest', { company: 'Pinterest, ESLint' }));
    expect(text).toMatch(/^2 entries for company:Pinterest company:ESLint\n/);
    const themed = readMessage(await answerOf('digest', { theme: 'zero trust, mcp' }));
    expect(themed).toMatch(/^3 entries for /);
  });

  it('takes free words, and all of it together', async () => {
    const [title = ''] = titlesOf('Pinterest');
    const answer = await answerOf('digest', {
      company: 'pinterest',
      theme: 'mcp',
      date: edition.date,
      words: 'agents',
    });
    expect(readMessage(answer)).toContain(title);
  });

  it('completes names from the archive while they are typed, and a second name after a comma', async () => {
    const { reader, channel } = stage;
    const complete = (options: OptionValues, name: string) => reader.complete(channel.id, 'digest', options, name);
    expect(await complete({ company: 'clou' }, 'company')).toContainEqual({ name: 'Cloudflare', value: 'Cloudflare' });
    expect(await complete({ theme: 'zero' }, 'theme')).toContainEqual({ name: 'Zero trust', value: 'zero-trust' });
    expect(await complete({ date: '' }, 'date')).toEqual([{ name: 'Wednesday 1 April 2026', value: '2026-04-01' }]);
    const [second] = await complete({ company: 'Pinterest, esl' }, 'company');
    expect(readMessage(await answerOf('digest', { company: String(second?.value) }))).toMatch(/^2 entries/);
  });
});

describe('/digest-about', () => {
  it.each([
    ['sources', '31 sources'],
    ['status', `The latest edition is that of 2026-04-01`],
    ['help', 'What you can ask'],
  ])('%s is for everybody', async (command, said) => {
    expect(readMessage(await answerOf(`digest-about ${command}`))).toContain(said);
  });

  it('help tells what can be typed in Discord, and each of that is understood', async () => {
    const text = readMessage(await answerOf('digest-about help'));
    for (const typed of [
      '/digest',
      '/digest-about sources',
      '/digest-channel subscribe',
      '/digest-channel unsubscribe',
    ])
      expect(text).toContain(`${typed} — `);
    expect(text).not.toContain('/digest subscribe');
    expect(text).toContain('For example: /digest company:cloudflare theme:"zero trust" after:2026-03-01 words:kafka');
    const answer = await answerOf('digest', { company: 'cloudflare', theme: '"zero trust"', after: '2026-03-01' });
    expect(readMessage(answer)).toContain('company:cloudflare theme:"zero trust" after:2026-03-01');
    const about = await answerOf('digest-about help', { words: 'subscribe' });
    expect(readMessage(about)).toContain('For example: /digest-channel subscribe theme:"zero trust"');
  });
});

describe('what cannot be meant', () => {
  it.each<[string, OptionValues, RegExp]>([
    ['an unknown company', { company: 'Cloudfare Inc' }, /Cloudflare/],
    ['an unknown theme', { theme: 'zero-thrust' }, /zero-trust|Zero trust/],
    ['nothing like it', { company: 'Xyzzy Quux Unlimited' }, /^No entry for /],
    [
      'a quotation mark left open',
      { words: '"supply chain' },
      /A quotation mark is left open .* For example: \/digest /,
    ],
    ['a date that is none', { date: 'soon' }, /date: needs a date .* For example: \/digest company:/],
    ['dates the wrong way round', { after: '2026-04-02', before: '2026-04-01' }, /No date is on or after/],
    ['6,000 characters, which is all that Discord takes', { words: 'kafka '.repeat(1_000) }, /at most 500 characters/],
    ['6,000 characters of a name', { company: 'x'.repeat(6_000) }, /at most 100 characters/],
    ['punctuation alone', { words: '?!' }, /There is nothing to look up/],
  ])('%s gets an answer that says so', async (_, options, said) => {
    const answer = await answerOf('digest', options);
    expect(isEphemeral(answer)).toBe(true);
    expect(readMessage(answer)).toMatch(said);
  });

  it('leads on by buttons to what is near', async () => {
    const answer = await answerOf('digest', { theme: 'mcp', company: 'Cloudflare' });
    expect(readMessage(answer)).toContain('No entry for ');
    expect(readMessage(await turned(stage.reader, answer, 'Without theme:mcp'))).toMatch(/^3 entries for /);
  });
});

it('hostile text of a feed does nothing in an answer, alone or shared', async () => {
  const hostile =
    '@everyone <@1> <@&2> <#3> </kick:4> <t:0:R> [free](https://evil.example) https://evil.example ||x|| `y` # z :smile: discord.gg/x';
  const [first, ...others] = edition.deepDives;
  if (first === undefined) throw new Error('the recorded day has an entry');
  const entry = { ...first, title: hostile, company: '@here Inc', source: '**Blog**', body: `# ${hostile}` };
  const later = { ...edition, date: '2026-04-02', deepDives: [entry, ...others.slice(0, 1)] };
  const { reader, channel, close } = await startStage([later]);
  try {
    const ask = async (options: OptionValues) => (await reader.command(channel.id, 'digest', options)).answered();
    const answer = await ask({ date: '2026-04-02' });
    expect(readMessage(answer)).toContain(hostile);
    const shared = await (await reader.press(answer, 'Share in channel')).followup(0);
    expect(shared.allowedMentions).toEqual({ parse: [] });
    const missed = await ask({ words: '@everyone <@1> ](https://evil.example)' });
    expect([answer, shared, missed].flatMap(liveIn)).toEqual([]);
  } finally {
    await close();
  }
});
