import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, isMarked } from '../../../src/chat/discord/marks.ts';
import { plainer } from '../../../src/chat/discord/plainer.ts';
import { type DiscordPayload, renderDiscord } from '../../../src/chat/discord/render.ts';
import { editionThread } from '../../../src/chat/edition-thread.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createSchemaCheck } from '../../servers/discord/json-schema.ts';
import { openApiFile } from '../../servers/discord/openapi.ts';
import { randomEdition, randomMessage } from '../random-edition.ts';
import { faultsOf } from './limit-faults.ts';
import { differences, linesOf } from './shown.ts';

const seed = 20_261_125;
const payloadsOf = (message: Message): readonly DiscordPayload[] =>
  renderDiscord(message).map(({ payload }) => payload);
const inPlainerForm = (payloads: readonly DiscordPayload[]): readonly DiscordPayload[] =>
  payloads.flatMap(payload => plainer(payload) ?? [payload]);

/** Whether what is read back of a message shows its key. */
const isFound = (payload: DiscordPayload): boolean => {
  const { components, embeds } = JSON.parse(JSON.stringify(bodyOf(payload, 'a key')));
  return isMarked({ components, embeds }, 'a key') && !isMarked({ components, embeds }, 'another');
};

/** Throws, as an assertion for each of many thousand parts is slow. */
const check = (message: Message, payloads: readonly DiscordPayload[]): void => {
  const faults = [...payloads.flatMap(faultsOf), ...differences(message, linesOf(payloads))];
  if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'));
};

const checkParts = (message: Message): void => {
  const parts = renderDiscord(message);
  const places = parts.map(({ place }) => place);
  if (places.some((place, index) => (place === 'parent') !== (index === 0))) throw new Error(`places: ${places}`);
  check(
    message,
    parts.map(({ payload }) => payload),
  );
};

/** Ample for machines that are busy with other tests. */
const timeout = 180_000;

describe('renderDiscord, of random editions', { timeout }, () => {
  it('complaint 13: breaks no limit, loses no word, and lets no feed mention, link or format anything (10,000 editions)', () => {
    fc.assert(
      fc.property(randomEdition, edition => checkParts(editionThread(edition))),
      { seed, numRuns: 10_000 },
    );
  });

  it('does so for any message (2,000 messages)', () => {
    fc.assert(fc.property(randomMessage, checkParts), { seed, numRuns: 2_000 });
  });

  it('does so in each plainer form, and can be found in each (1,000 editions, 500 messages)', () => {
    const checkPlainer = (message: Message): void => {
      const embeds = inPlainerForm(payloadsOf(message));
      check(message, embeds);
      for (const form of embeds) {
        const alone = plainer(form) ?? form;
        const { embeds: words = [] } = form;
        const faults = [...faultsOf(alone)];
        const shown = (alone.embeds ?? []).slice(0, words.length);
        if (JSON.stringify(shown) !== JSON.stringify(words)) faults.push('words');
        if (![form, alone].every(one => isFound(one))) faults.push('no mark');
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }
    };
    fc.assert(
      fc.property(randomEdition, edition => checkPlainer(editionThread(edition))),
      { seed, numRuns: 1_000 },
    );
    fc.assert(fc.property(randomMessage, checkPlainer), { seed, numRuns: 500 });
  });
});

describe.skipIf(!existsSync(openApiFile))("renderDiscord, against Discord's schema (needs ../shared/discord)", () => {
  it('is taken in all forms (200 editions, 200 messages)', () => {
    const checkValue = createSchemaCheck(JSON.parse(readFileSync(openApiFile, 'utf8')));
    const faultIn = (payload: unknown): string | undefined =>
      checkValue({ $ref: '#/components/schemas/MessageCreateRequest' }, payload, 'body');
    const checkSchema = (message: Message): void => {
      const payloads = payloadsOf(message);
      const embeds = inPlainerForm(payloads);
      for (const payload of [...payloads, ...embeds, ...inPlainerForm(embeds)]) {
        const fault = faultIn(payload);
        if (fault !== undefined) throw new Error(fault);
      }
    };
    fc.assert(
      fc.property(randomEdition, edition => checkSchema(editionThread(edition))),
      { seed, numRuns: 200 },
    );
    fc.assert(fc.property(randomMessage, checkSchema), { seed, numRuns: 200 });
    expect(faultIn({ flags: 1 << 15, components: [{ type: 17, components: [] }] })).toBeDefined();
  });
});
