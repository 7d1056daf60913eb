import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { typedCommand } from '../../../src/chat/slack/actions.ts';
import { eventsPath } from '../../../src/chat/slack/connection.ts';
import { botEvents } from '../../../src/chat/slack/listeners.ts';
import { adminsScope, botScopes, methodsWithoutScope } from '../../../src/chat/slack/scopes.ts';

const folder = resolve(import.meta.dirname, '../../../src/chat/slack');
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Methods of the Web API that the code calls, `client.chat.postMessage(…)`. */
const called = new Set(Array.from(code.matchAll(/\bclient\.((?:\w+\.)+\w+)\(/g), ([, method]) => method));

describe('the manifest asks for what the code uses, and no more', () => {
  it('each scope is needed by a method that is called, and each method has its scope', () => {
    const scoped = [...botScopes, adminsScope].flatMap(({ methods }) => methods);
    expect(called).toEqual(new Set([...scoped, ...methodsWithoutScope]));
    const idle = botScopes.filter(({ name, methods }) => name !== 'commands' && methods.length === 0);
    expect(idle).toEqual([]);
    expect(manifest.oauth_config.scopes.bot).toEqual(botScopes.map(({ name }) => name));
  });

  it('does not ask for what an operator has to want first', () => {
    expect(manifest.oauth_config.scopes.bot).not.toContain(adminsScope.name);
  });

  it('asks for nothing in the name of a person', () => {
    expect(Object.keys(manifest.oauth_config.scopes)).toEqual(['bot']);
  });

  it('has the command that buttons tell people to type', () => {
    expect(manifest.features.slash_commands.map(({ command }) => typedCommand('').startsWith(`${command} `))).toEqual([
      true,
    ]);
  });

  it('subscribes to the events that are heard', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(botEvents);
    const heard = Array.from(code.matchAll(/\bapp\.event\(/g));
    expect(heard).toHaveLength(botEvents.length);
  });

  it('has interactivity, Socket Mode and the home tab on, and messages of the app, where late answers go', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
  });

  it('needs no address, as Slack asks for none in Socket Mode', () => {
    expect(JSON.stringify(manifest)).not.toContain(eventsPath);
    expect(JSON.stringify(manifest)).not.toContain('url');
  });
});

/** https://docs.slack.dev/reference/app-manifest, as the doc comments of @slack/web-api's Manifest have it. */
describe('the manifest can be imported: each text is within its limit', () => {
  const [command] = manifest.features.slash_commands;

  it.each([
    ['name', manifest.display_information.name, 35],
    ['description', manifest.display_information.description, 140],
    ['display_name', manifest.features.bot_user.display_name, 80],
    ['command', command?.command ?? '', 32],
    ['command description', command?.description ?? '', 2_000],
    ['usage_hint', command?.usage_hint ?? '', 1_000],
  ])('%s', (_name, text, limit) => {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(limit);
  });

  it('the name of the bot has only characters that Slack takes', () => {
    expect(manifest.features.bot_user.display_name).toMatch(/^[a-z0-9._-]+$/);
  });
});
