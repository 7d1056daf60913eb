import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../../src/archive/archive.ts';
import { createHeard } from '../../../../src/archive/heard.ts';
import { createStateStore, stateLifetime } from '../../../../src/chat/slack/installing/state.ts';
import type { ArchivePlace } from '../../../archive/contract/place.ts';
import { onSqlite } from '../../../engines.ts';

const asked = { scopes: ['commands'], redirectUri: 'https://bot.example/slack/oauth_redirect' };
const date = new Date();

let place: ArchivePlace;
let archive: Archive;
let now = 0;

beforeEach(async () => {
  place = await onSqlite.createPlace();
  archive = await place.open();
  now = Date.UTC(2026, 3, 1);
});
afterEach(async () => {
  await archive.close();
  await place.remove();
});

/** As one of the app's processes has it. */
const storeOf = (clientSecret = 'secret') =>
  createStateStore({ clientSecret, asked, heard: createHeard(archive, stateLifetime), now: () => now });
const aState = (store = storeOf()): Promise<string> => store.generateStateParam(asked, date);
const verify = (state: string, store = storeOf()) => store.verifyStateParam(date, state);

describe('the state of an install', () => {
  it('is taken by whichever process, and gives what was asked of Slack', async () => {
    expect(await verify(await aState())).toEqual(asked);
  });

  it('goes through an address and a cookie as it is, and tells nothing', async () => {
    const state = await aState();
    expect(state).toMatch(/^[\w.-]+$/);
    expect(encodeURIComponent(state)).toBe(state);
    expect(state).not.toContain('secret');
  });

  it('is another each time', async () => {
    expect(await aState()).not.toBe(await aState());
  });

  it('is taken once, by all processes together', async () => {
    const state = await aState();
    const results = await Promise.allSettled(Array.from({ length: 3 }, () => verify(state)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(verify(state)).rejects.toThrow('gone through before');
  });

  it('is good for ten minutes', async () => {
    const [early, late] = [await aState(), await aState()];
    now += 10 * 60_000;
    expect(await verify(early)).toEqual(asked);
    now += 1;
    await expect(verify(late)).rejects.toThrow('more than ten minutes');
  });

  it('is not taken where the app has another secret', async () => {
    await expect(verify(await aState(storeOf('another')))).rejects.toThrow('not ours');
  });

  it.each([
    ['its end was moved on', ([nonce, , signature]: readonly string[]) => [nonce, 'zzzzzzzz', signature]],
    ['its beginning was changed', ([, until, signature]: readonly string[]) => ['AAAA', until, signature]],
    ['its signature was cut', ([nonce, until, signature]: readonly string[]) => [nonce, until, signature?.slice(1)]],
    ['it has no signature', ([nonce, until]: readonly string[]) => [nonce, until]],
  ])('is not taken where %s', async (_how, change) => {
    const state = change((await aState()).split('.')).join('.');
    await expect(verify(state)).rejects.toThrow('not ours');
  });

  it.each(['', '.', '..', '...', 'text', '\0'])('is told from %j, which is none', async text => {
    await expect(verify(text)).rejects.toThrow('not ours');
  });
});
