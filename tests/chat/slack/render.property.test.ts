import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionThread } from '../../../src/chat/edition-thread.ts';
import type { Message } from '../../../src/chat/message.ts';
import { plainer, type SlackPayload } from '../../../src/chat/slack/payload.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { contentsOfMessage, randomEdition, randomMessage, textOfInlines, textOfMessage } from '../random-edition.ts';
import { addressesIn, payloadFaults, unitsOfPayload } from './payload-faults.ts';

const publicUrl = 'https://digest.example/';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** No message holds such a letter beside the longest address. */
const isMonster = (grapheme: string): boolean => grapheme.length > 100;

/** The graphemes that lie in two units; units joined are contents joined. */
const cutGraphemes = (contents: readonly string[], units: readonly string[]): string[] => {
  const rest = [...units];
  return contents.flatMap(content => {
    const cuts: string[] = [];
    for (
      let end = rest.shift()?.length ?? content.length;
      end < content.length;
      end += rest.shift()?.length ?? content.length
    ) {
      const at = graphemes.segment(content).containing(end);
      if (at !== undefined && at.index !== end && !isMonster(at.segment)) cuts.push(at.segment);
    }
    return cuts;
  });
};

/** An address as a browser reads it, for comparing. */
const readAddress = (href: string): string => (URL.canParse(href) ? new URL(href).href.replaceAll('|', '%7C') : href);

const addressesOf = ({ blocks, thread = [] }: Message): string[] => [
  ...contentsOfMessage({ blocks, thread }).flatMap(content => content.flatMap(({ href }) => href ?? [])),
  ...blocks
    .flatMap(block => (block.kind === 'actions' ? block.actions : []))
    .flatMap(action => ('href' in action ? action.href : [])),
  ...thread.flatMap(addressesOf),
];

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const saysAll = (text: string, units: readonly string[]): boolean => {
  let from = 0;
  return units.every(unit => {
    const at = text.indexOf(unit, from);
    from = at + unit.length;
    return at >= 0;
  });
};

/** Whether Slack may refuse a payload as often as it likes, and still gets one that says the same. */
const plainerFaults = (payload: SlackPayload): string[] => {
  const blocks = payload.blocks === undefined ? undefined : plainer(payload);
  const text = blocks === undefined ? undefined : blocks.blocks === undefined ? blocks : plainer(blocks);
  if (text === undefined) return plainer(payload) === undefined ? [] : ['text has a plainer form'];
  const units = unitsOfPayload(payload);
  return [
    ...(blocks === undefined ? [] : payloadFaults(blocks)),
    ...payloadFaults(text),
    ...(addressesIn([blocks, text]).length === 0 ? [] : ['a link in a plain form']),
    ...(blocks === undefined || blocks.blocks === undefined || saysAll(unitsOfPayload(blocks).join('\n'), units)
      ? []
      : ['words lost in plain blocks']),
    ...(saysAll(unescaped(text.text), units) ? [] : ['words lost in text']),
    ...(text.blocks === undefined && plainer(text) === undefined ? [] : ['no end to plainer forms']),
  ];
};

const check = (message: Message): void => {
  const parts = renderSlack(message);
  const payloads = parts.map(({ payload }) => payload);
  const units = payloads.flatMap(unitsOfPayload);

  expect(payloads.flatMap(payloadFaults)).toEqual([]);
  expect(payloads.flatMap(plainerFaults)).toEqual([]);
  if (units.join('') !== textOfMessage(message)) expect(units.join('')).toBe(textOfMessage(message));
  expect(cutGraphemes(contentsOfMessage(message).map(textOfInlines), units)).toEqual([]);
  expect(parts.map(({ place }) => place)).toEqual(['parent', ...parts.slice(1).map(() => 'reply')]);

  const own = new Set(addressesOf(message).map(readAddress));
  expect(addressesIn(payloads).filter(address => !own.has(readAddress(address)))).toEqual([]);
};

/** Nothing is shrunk: half of 50,000 characters still takes its time, and the seed finds the edition again. */
const options = { seed: 20_261_125, endOnFailure: true };
/** Milliseconds, for a machine that is busy with other tests. */
const patience = 180_000;

describe('whatever a feed says, a message for Slack', () => {
  it(
    'keeps every limit, loses no word, cuts no grapheme, and mentions and links nothing of its own: 10,000 editions',
    () => {
      fc.assert(
        fc.property(randomEdition, edition => check(editionThread(edition, { publicUrl }))),
        { ...options, numRuns: 10_000 },
      );
    },
    patience,
  );

  it(
    'so does any message that a command may answer',
    () => {
      fc.assert(fc.property(randomMessage, check), { ...options, numRuns: 2_000 });
    },
    patience,
  );
});
