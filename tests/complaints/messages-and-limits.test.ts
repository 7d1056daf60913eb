/** Complaints 12, 13, 14 and 16: what stands in a message, and how much. */
import { describe, expect, it } from 'vitest';
import { plainer as plainerOnDiscord } from '../../src/chat/discord/plainer.ts';
import { renderDiscord } from '../../src/chat/discord/render.ts';
import { editionThread } from '../../src/chat/edition-thread.ts';
import { plainer as plainerOnSlack } from '../../src/chat/slack/payload.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { faultsOf } from '../chat/discord/limit-faults.ts';
import { payloadFaults } from '../chat/slack/payload-faults.ts';
import { type Reader, rss, startReader } from './a-reader.ts';
import { onDiscord, onSlack, platforms } from './shown.ts';

describe('complaint 12 (MonitoRSS #396, hermes-agent #11339): feed text that pings @everyone', () => {
  const pings = [
    '@everyone',
    '@here',
    '<!channel>',
    '<!here>',
    '<!subteam^S1>',
    '<@U123>',
    '<@&1>',
    '<#C123>',
    '<https://evil.example|ok>',
  ];
  let reader: Reader | undefined;

  it('is shown as it stands, and notifies, links and formats nothing', async () => {
    reader = await startReader('Acme');
    const title = `Outage ${pings.join(' ')} now`;
    // Escaped once for the HTML that titles of RSS are, and once for XML.
    const escaped = title.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;');
    reader.publish(
      'Acme',
      rss({
        title: escaped,
        link: 'https://acme.example/1',
        date: 'Wed, 01 Apr 2026 05:00:00 GMT',
      }),
    );
    const { edition } = await reader.morning();
    await reader.close();
    for (const [name, shownOn] of platforms) {
      const { text, links, faults } = shownOn(edition);
      expect(text, name).toContain(title);
      expect(faults, name).toEqual([]);
      expect(
        links.some(link => link.includes('evil.example')),
        name,
      ).toBe(false);
    }
    for (const { payload } of renderDiscord(editionThread(edition)))
      expect(payload.allowed_mentions).toEqual({ parse: [] });
    for (const { payload } of renderSlack(editionThread(edition))) {
      expect(payload).toMatchObject({ parse: 'none', link_names: false, mrkdwn: false });
      expect(payload.text).not.toMatch(/<[!@#]/);
    }
  });
});

/** Of as many entries as there may be, each far longer than any message. */
const huge = (entries: number): Edition => {
  const sentences = (entry: number) =>
    Array.from({ length: 400 }, (_, number) => `Sentence ${number} of entry ${entry} says what the team of Acme did.`);
  return anEdition({
    deepDives: Array.from({ length: entries }, (_, entry) =>
      anEntry({
        id: `${entry}`,
        title: `${entry}: ${'A very long headline indeed, '.repeat(40)}`,
        body: sentences(entry).join(' '),
      }),
    ),
    signal: { headline: 'H'.repeat(5_000), body: sentences(99).join(' '), entries: ['0'] },
    alsoPublished: Array.from({ length: 300 }, (_, item) => ({
      title: `Item ${item}`,
      company: 'Acme',
      source: 'Acme Engineering',
      url: `https://acme.example/${item}?${'q'.repeat(2_900)}`,
    })),
  });
};

describe('complaint 13 (discord-rss #4, discord-api-docs #4379): 400 over the limits, of which 6,000 counts all embeds of one message', () => {
  it('no message is over any, in its first form and in each plainer one', () => {
    const payloads = renderDiscord(editionThread(huge(3))).map(({ payload }) => payload);
    expect(payloads.length).toBeGreaterThan(10);
    const embeds = payloads.flatMap(payload => plainerOnDiscord(payload) ?? []);
    const plain = embeds.flatMap(payload => plainerOnDiscord(payload) ?? []);
    expect(embeds.some(payload => payload.embeds !== undefined)).toBe(true);
    expect([...payloads, ...embeds, ...plain].flatMap(faultsOf)).toEqual([]);
  });
});

describe('complaint 14 (publish-release-info-action #55, lightdash #22504, slack-go #697): `invalid_blocks` loses the whole post', () => {
  it('no message has blocks that Slack would refuse, in its first form and in each plainer one', () => {
    const payloads = renderSlack(editionThread(huge(3))).map(({ payload }) => payload);
    expect(payloads.length).toBeGreaterThan(10);
    const plainerOnes = payloads.flatMap(payload => plainerOnSlack(payload) ?? []);
    const text = plainerOnes.flatMap(payload => plainerOnSlack(payload) ?? []);
    expect([...payloads, ...plainerOnes, ...text].flatMap(payloadFaults)).toEqual([]);
  });

  it('an empty text, and an address of no use, cost nothing but themselves', () => {
    const odd = anEdition({
      signal: { headline: ' ', body: '\u200b', entries: [] },
      alsoPublished: [
        { title: ' ', company: '', source: 'A', url: 'https://acme.example/' },
        { title: 'Kept', company: 'Acme', source: 'A', url: `https://acme.example/${'x'.repeat(4_000)}` },
        { title: 'Kept too', company: 'Acme', source: 'A', url: 'javascript:alert(1)' },
      ],
    });
    const { text, links, faults } = onSlack(odd);
    expect(faults).toEqual([]);
    expect(text).toContain('Kept');
    expect(text).toContain('Kept too');
    expect(links.every(link => /^https?:/.test(link) && link.length <= 3_000)).toBe(true);
  });
});

describe('complaint 16 (TrendRadar #927 and #1010, hacker-news-digest #19): an analysis that is cut and lost, a summary that ends in "…"', () => {
  it.each([
    ['Slack', onSlack],
    ['Discord', onDiscord],
  ] as const)('all sentences stand on %s, in order, none of them cut', (_, shownOn) => {
    const edition = huge(2);
    const { text, faults } = shownOn(edition);
    expect(faults).toEqual([]);
    const sentences = [...edition.deepDives.map(({ body }) => body), edition.signal.body].flatMap(
      body => body.match(/[^.]+\./g) ?? [],
    );
    expect(sentences.length).toBe(1_200);
    expect(sentences.filter(sentence => !text.includes(sentence.trim()))).toEqual([]);
    expect(text).not.toContain('…');
  });
});
