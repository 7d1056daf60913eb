/** Editions of hostile text, as every renderer shows them: within limits, and with no link, mention or mark-up that is not ours. */
import { Parser as MarkdownParser } from 'commonmark';
import fc from 'fast-check';
import { Parser as HtmlParser } from 'htmlparser2';
import { renderDiscord } from '../../../src/chat/discord/render.ts';
import { editionDocument } from '../../../src/chat/edition-document.ts';
import { editionThread } from '../../../src/chat/edition-thread.ts';
import { renderMarkdown } from '../../../src/chat/markdown/render.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { renderTerminal } from '../../../src/chat/terminal/render.ts';
import { type Edition, edition as editionSchema } from '../../../src/edition/edition.ts';
import { renderEmail } from '../../../src/web/email.ts';
import { editionFeed } from '../../../src/web/feeds/edition-feed.ts';
import { feedFormats } from '../../../src/web/feeds/formats.ts';
import { createPaths } from '../../../src/web/paths.ts';
import { faultsOf as discordFaults } from '../../chat/discord/limit-faults.ts';
import { differences, linesOf } from '../../chat/discord/shown.ts';
import { randomEdition } from '../../chat/random-edition.ts';
import { addressesIn, payloadFaults } from '../../chat/slack/payload-faults.ts';
import { readXml } from '../../web/feeds/read-xml.ts';
import type { Chance } from '../chance.ts';
import { dictionary } from '../dictionary.ts';
import type { Target } from '../target.ts';

const publicUrl = 'https://digest.example';
const place = {
  paths: createPaths(publicUrl),
  addresses: { origin: publicUrl, link: (path: string) => publicUrl + path, id: (path: string) => publicUrl + path },
};

/** Bytes of a letter: mail programs cut longer ones. */
const longestLetter = 102_000;

export const rendererTarget = (): Target => ({
  mostTime: 2000,
  make: chance => {
    const [edition] = fc.sample(randomEdition, { seed: chance.below(2 ** 31), numRuns: 1 });
    return { bytes: Buffer.from(JSON.stringify(edition, withTokens(chance))), as: '' };
  },
  run: async ({ bytes }) => {
    const edition = editionSchema.parse(JSON.parse(bytes.toString()));
    const thread = editionThread(edition, { publicUrl });
    const slack = renderSlack(thread).map(({ payload }) => payload);
    const discord = renderDiscord(thread).map(({ payload }) => payload);
    const terminal = renderTerminal(editionDocument(edition), { width: 80, colour: false });
    const markdown = renderMarkdown(editionDocument(edition));
    const letter = await renderEmail(edition, { page: `${publicUrl}/${edition.date}` });
    const feed = await editionFeed([{ edition, builtAt: '2026-11-25T07:00:00.000Z' }], place);
    const [rss = '', atom = '', json = ''] = feedFormats.map(({ write }) => write(feed));
    const isOurs = ownAddresses(edition);
    return () => [
      ...named('Slack', slack.flatMap(payloadFaults)),
      ...named(
        'Slack',
        addressesIn(slack)
          .filter(address => !isOurs(address))
          .map(linked),
      ),
      ...named('Discord', [...discord.flatMap(discordFaults), ...differences(thread, linesOf(discord))]),
      ...named('the terminal', terminalFaults(terminal)),
      ...named('Markdown', markdownFaults(markdown, isOurs)),
      ...named('the letter', [
        ...htmlFaults(letter, isOurs),
        ...(bytesOf(letter) > longestLetter ? ['it is too long'] : []),
      ]),
      ...named('RSS', xmlFaults(rss)),
      ...named('Atom', xmlFaults(atom)),
      ...named('JSON Feed', jsonFaults(json)),
      ...feed.items.flatMap(item => named('the HTML of feeds', htmlFaults(item.html, isOurs))),
    ];
  },
});

const named = (renderer: string, faults: readonly string[]): readonly string[] =>
  [...new Set(faults)].map(fault => `${renderer}: ${fault}`);

/** Puts pieces of the dictionary into some of the texts that people read; names, dates and addresses keep their form. */
const withTokens =
  (chance: Chance) =>
  (key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !/^(?:title|headline|body|company|source|name|reason)$/.test(key)) return value;
    return chance.oneIn(3) ? value + chance.of(chance.of(dictionary)) : value;
  };

const bytesOf = (text: string): number => Buffer.byteLength(text);

const linked = (address: string): string => `a link that is none of the edition: ${address.slice(0, 100)}`;

/** As browsers read addresses, encoded or not. */
const read = (address: string): string => decoded(URL.parse(address)?.href ?? address);

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address).replaceAll('\\', '/');
  } catch {
    return address;
  }
};

const ownAddresses = ({ deepDives, alsoPublished }: Edition): ((address: string) => boolean) => {
  const own = new Set([...deepDives, ...alsoPublished].map(({ url }) => read(url)));
  return address => own.has(read(address)) || address.startsWith(publicUrl) || address.startsWith('#');
};

/** Without colours there is nothing that a terminal obeys, but the ends of lines. */
const terminalFaults = (text: string): readonly string[] => {
  return /\p{Cc}/u.test(text.replaceAll('\n', '')) ? ['a control character'] : [];
};

const markdownFaults = (text: string, isOurs: (address: string) => boolean): readonly string[] => {
  const faults: string[] = [];
  const walker = new MarkdownParser().parse(text).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { type, destination } = step.node;
    if (type === 'html_inline' || type === 'html_block' || type === 'image') faults.push(type);
    if (type === 'link' && !isOurs(destination ?? '')) faults.push(linked(destination ?? ''));
  }
  return faults;
};

const active: ReadonlySet<string> = new Set('script iframe object embed form input img svg math base link'.split(' '));

const htmlFaults = (html: string, isOurs: (address: string) => boolean): readonly string[] => {
  const faults: string[] = [];
  const parser = new HtmlParser({
    onopentag: (name, attributes) => {
      if (active.has(name)) faults.push(`<${name}>`);
      for (const attribute of Object.keys(attributes)) if (attribute.startsWith('on')) faults.push(`${attribute}=`);
      const { href } = attributes;
      if (href !== undefined && !isOurs(href)) faults.push(linked(href));
    },
  });
  parser.end(html);
  return faults;
};

const xmlFaults = (text: string): readonly string[] => {
  try {
    readXml(text);
    return [];
  } catch (error) {
    return [`not well-formed: ${error instanceof Error ? error.message : String(error)}`];
  }
};

const jsonFaults = (text: string): readonly string[] =>
  text.isWellFormed() && Array.isArray(JSON.parse(text).items) ? [] : ['no JSON Feed'];
