import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { archiveText } from '../src/edition/archive-address.ts';
import { settings } from '../src/settings.ts';

describe('readConfig', () => {
  it('needs nothing: every setting has a default', () => {
    expect(readConfig({})).toMatchObject({
      database: { path: 'data/archive.db' },
      digestAt: '08:00',
      cap: 18,
      perSource: 4,
    });
  });

  it('takes an empty value as unset, as a line left blank in .env is', () => {
    expect(readConfig({ DIGEST_CAP: '', DATABASE_URL: ' ' })).toMatchObject({
      cap: 18,
      database: { path: 'data/archive.db' },
    });
  });

  it.each(['postgres://bot:s%40fe@db.example:5432/digest', 'PostgreSQL://bot:s%40fe@db.example:5432/digest'])(
    'takes %s for a database of a server, whose password is never shown',
    url => {
      const { database, secrets } = readConfig({ DATABASE_URL: url });
      expect(database).toEqual({ postgresUrl: 'postgres://bot:s%40fe@db.example:5432/digest' });
      expect(archiveText(database)).toBe('the Postgres database digest on db.example:5432');
      expect(secrets).toEqual(['s%40fe', 's@fe']);
    },
  );

  it.each(['"7"', "'7'", ' "7" '])('takes %s without its quotes, which Docker leaves in an environment', value => {
    expect(readConfig({ DIGEST_CAP: value }).cap).toBe(7);
  });

  it('reads a file address with or without its scheme', () => {
    expect(readConfig({ DATABASE_URL: 'file:///var/lib/digest.db' }).database).toEqual({ path: '/var/lib/digest.db' });
    expect(readConfig({ DATABASE_URL: 'sqlite:digest.db' }).database).toEqual({ path: 'digest.db' });
  });

  it.each(['data/archive.db', 'C:\\digest\\archive.db', 'C:/digest.db', 'what?.db', ':memory:'])(
    'takes %s as a file',
    path => {
      expect(readConfig({ DATABASE_URL: path }).database).toEqual({ path });
    },
  );

  it.each([
    ['https://exämple.org/bot', 'https://xn--exmple-cua.org/bot'],
    ['https://example.org/\r\nX-Evil: yes', 'https://example.org/X-Evil:%20yes'],
  ])('makes the contact address %j one that a header can carry', (given, sent) => {
    expect(readConfig({ DIGEST_CONTACT: given }).contact).toBe(sent);
  });

  it('takes private hosts by name or address, as a URL would have them, each with a port or without', () => {
    const given = 'Wiki.Internal, 10.0.0.5:8090,[FD00::5] 0x7f.1:80, bücher.corp.,';
    expect(readConfig({ DIGEST_PRIVATE_HOSTS: given }).privateHosts).toEqual([
      { host: 'wiki.internal' },
      { host: '10.0.0.5', port: 8090 },
      { host: '[fd00::5]' },
      { host: '127.0.0.1', port: 80 },
      { host: 'xn--bcher-kva.corp' },
    ]);
    expect(readConfig({}).privateHosts).toEqual([]);
  });

  it.each([
    'http://wiki.internal',
    'wiki.internal/blog',
    '*.internal',
    'wiki:0',
    'wiki:65536',
    'fd00::5',
    'me@wiki',
    ':80',
    '10.0.0.0/8',
    '10.0.0.256',
  ])('takes %s for no host', given => {
    expect(() => readConfig({ DIGEST_PRIVATE_HOSTS: `wiki.internal,${given}` })).toThrow(
      /DIGEST_PRIVATE_HOSTS is not a list of hosts such as /,
    );
  });

  it.each([
    ['DIGEST_AT', '25:00', /DIGEST_AT is not a time of day/],
    ['TZ', 'Mars/Olympus', /TZ is not an IANA time zone/],
    ['DATABASE_URL', 'postgres://db', /DATABASE_URL is no address of a Postgres database/],
    ['DATABASE_URL', 'POSTGRES://a:b@c:d/digest', /DATABASE_URL is no address of a Postgres database, [^;]*$/],
    ['DATABASE_URL', 'mysql://db/digest', /DATABASE_URL is the address of no file/],
    ['DATABASE_URL', 'file:digest.db?mode=ro', /DATABASE_URL has options after "\?"/],
    ['DIGEST_CAP', 'many', /DIGEST_CAP is not a whole number from 1 to 50\./],
    ['DIGEST_CAP', '1.5', /DIGEST_CAP is not a whole number from 1 to 50\./],
    ['DIGEST_PER_SOURCE', '51', /DIGEST_PER_SOURCE is not a whole number from 1 to 50\./],
    ['DIGEST_CONTACT', 'nobody', /DIGEST_CONTACT/],
    ['SLACK_BOT_TOKEN', 'xapp-1-A1-secret', /SLACK_BOT_TOKEN holds an app-level token, .* SLACK_APP_TOKEN/],
    ['SHARDS', '0,x', /SHARDS is not a list of/],
    ['SHARDS', '0-1', /SHARDS needs SHARD_COUNT/],
    ['SHARD_COUNT', '0', /SHARD_COUNT is not a whole number/],
    ['SLACK_APP_TOKEN', 'xoxb-1-secret', /SLACK_APP_TOKEN holds the token of a bot, .* SLACK_BOT_TOKEN/],
    ['SLACK_BOT_TOKEN', 'xoxp-1-secret', /SLACK_BOT_TOKEN holds the token of a person/],
    ['SLACK_BOT_TOKEN', 'secret', /SLACK_BOT_TOKEN is not the token of a bot, which starts with xoxb-/],
    ['SLACK_SIGNING_SECRET', 'xoxb-1-secret', /SLACK_SIGNING_SECRET is not the signing secret/],
    ['SLACK_CLIENT_ID', 'A0123', /SLACK_CLIENT_ID is not the client id of an app/],
    ['SLACK_CLIENT_SECRET', 'xoxb-1-secret', /SLACK_CLIENT_SECRET is not the client secret/],
    [
      'SLACK_REDIRECT_URL',
      'https://bot.example.org/',
      /SLACK_REDIRECT_URL is not an address that ends in \/slack\/oauth/,
    ],
    ['DIGEST_TOKEN_KEY', 'hunter2', /DIGEST_TOKEN_KEY is not a key of 32 bytes/],
    ['DIGEST_TOKEN_KEY', 'ab'.repeat(31), /DIGEST_TOKEN_KEY is not a key of 32 bytes/],
    ['DIGEST_TOKEN_KEY', `${'ab'.repeat(32)},${'ab'.repeat(16)}`, /DIGEST_TOKEN_KEY is not a key of 32 bytes/],
    ['DIGEST_TOKEN_KEY', ',', /DIGEST_TOKEN_KEY is not a key of 32 bytes/],
    ['DISCORD_TOKEN', 'Bot secret.word.word', /DISCORD_TOKEN is not the token of a Discord bot/],
    ['SLACK_API_URL', 'slack.com', /SLACK_API_URL is not an address/],
    ['SLACK_MANAGERS', 'everyone', /SLACK_MANAGERS is neither members nor admins, nor ids of people/],
    ['SLACK_MANAGERS', 'admins,U024BE7LH', /SLACK_MANAGERS is neither/],
    ['SLACK_MANAGERS', '@alice', /SLACK_MANAGERS is neither/],
    ['SLACK_MANAGERS', 'USERS', /SLACK_MANAGERS is neither/],
    ['SLACK_MANAGERS', ',', /SLACK_MANAGERS is neither/],
    ['DIGEST_MODEL', 'claude', /DIGEST_MODEL is not anthropic:NAME, openai:NAME or the address of a server/],
    ['DIGEST_MODEL_KEY', 'two words', /DIGEST_MODEL_KEY is not a key/],
    ['ANTHROPIC_BASE_URL', 'api.anthropic.com', /ANTHROPIC_BASE_URL is not an address/],
    ['DIGEST_MODEL_WINDOW', '32k', /DIGEST_MODEL_WINDOW is not a whole number from 2048 to 2000000\./],
    ['DIGEST_MODEL_BUDGET', '0', /DIGEST_MODEL_BUDGET is not a whole number from 1000 to 1000000000\./],
    [
      'DIGEST_MODEL_PRICE',
      '$3',
      /DIGEST_MODEL_PRICE is not a price for tokens in and one for tokens out, such as 3\/15/,
    ],
    ['DIGEST_MODEL_PRICE', '3/15', /DIGEST_MODEL_PRICE has 1 pairs of prices and DIGEST_MODEL 0 models/],
    ['PUBLIC_URL', 'ftp://example.org', /PUBLIC_URL is not an address/],
    ['PUBLIC_URL', 'https://operator:pass@example.org', /PUBLIC_URL is to be an address without a name/],
    ['PUBLIC_URL', 'https://example.org/digest?from=chat', /PUBLIC_URL is to be an address without/],
    ['PUBLIC_URL', 'https://example.org/#digest', /PUBLIC_URL is to be an address without/],
    ['PORT', '70000', /PORT is not a port from 0 to 65535/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL is not one of trace/],
  ])('refuses %s=%s by name', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  it.each(['SLACK_API_URL', 'DISCORD_API_URL', 'ANTHROPIC_BASE_URL', 'OPENAI_BASE_URL', 'DIGEST_CONTACT'])(
    'shows no password that the address in %s has',
    name => {
      expect(readConfig({ [name]: 'https://me:s%40fe@proxy.example/v1' }).secrets).toEqual(['s%40fe', 's@fe']);
      expect(readConfig({ [name]: 'https://proxy.example/a:b@c' }).secrets).toEqual([]);
    },
  );

  it('takes proxies by address or network, and then nobody for the operator for asking from this machine', () => {
    expect(readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 fd00::/8' }).web).toEqual({
      port: 3000,
      host: '127.0.0.1',
      isPublic: true,
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
    });
  });

  it.each(['proxy.internal', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '1.2.3', '::1/129', '*'])(
    'does not trust %s, which is no address of a proxy',
    given => {
      expect(() => readConfig({ TRUSTED_PROXIES: given })).toThrow(/TRUSTED_PROXIES is not a list of addresses/);
    },
  );

  it('has the web for this machine alone, until PUBLIC_URL or Slack over HTTP says that others come', () => {
    const signing = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing-secret' };
    expect(readConfig({}).web).toEqual({ port: 3000, host: '127.0.0.1', isPublic: false });
    for (const open of [{ PUBLIC_URL: 'https://digest.example.org' }, signing])
      expect(readConfig(open).web).toEqual({ port: 3000, isPublic: true });
    const behindProxy = { PUBLIC_URL: 'https://digest.example.org', HOST: '127.0.0.1' };
    expect(readConfig(behindProxy).web).toEqual({ port: 3000, host: '127.0.0.1', isPublic: true });
  });

  const [bot, app] = ['xoxb-1-secret', 'xapp-1-secret'];
  const many = {
    SLACK_CLIENT_ID: '1111111111.2222222222',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_SIGNING_SECRET: 'signing-secret',
    DIGEST_TOKEN_KEY: 'ab'.repeat(32),
  };

  it.each([
    [{ SLACK_BOT_TOKEN: bot }, /SLACK_BOT_TOKEN needs SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/],
    [{ SLACK_APP_TOKEN: app }, /SLACK_APP_TOKEN needs SLACK_BOT_TOKEN/],
    [{ SLACK_SIGNING_SECRET: 'secret' }, /SLACK_SIGNING_SECRET needs SLACK_BOT_TOKEN/],
    [{ ...many, SLACK_SIGNING_SECRET: undefined }, /SLACK_CLIENT_ID needs SLACK_SIGNING_SECRET beside it/],
    [{ ...many, SLACK_CLIENT_SECRET: undefined }, /SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET beside it/],
    [{ ...many, DIGEST_TOKEN_KEY: undefined }, /SLACK_CLIENT_ID needs DIGEST_TOKEN_KEY beside it/],
    [{ ...many, SLACK_CLIENT_ID: undefined }, /SLACK_CLIENT_SECRET needs SLACK_CLIENT_ID beside it/],
    [
      { SLACK_REDIRECT_URL: 'https://bot.example.org/slack/oauth_redirect' },
      /SLACK_REDIRECT_URL needs SLACK_CLIENT_ID beside it/,
    ],
    [{ ...many, SLACK_APP_TOKEN: app }, /SLACK_APP_TOKEN needs SLACK_BOT_TOKEN/],
    [{ DIGEST_ALERTS: 'slack:C1' }, /DIGEST_ALERTS .* Slack, and needs SLACK_BOT_TOKEN or SLACK_CLIENT_ID/],
    [{ DIGEST_ALERTS: 'discord:1' }, /DIGEST_ALERTS .* Discord, and needs DISCORD_TOKEN/],
    [{ ...many, DIGEST_ALERTS: 'slack:C1' }, /DIGEST_ALERTS is to name the workspace too .* SLACK_CLIENT_ID/],
    [{ ...many, SLACK_BOT_TOKEN: bot }, /SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many: take one/],
  ])('names both settings where one needs another: %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  it('asks no model unless one is named, whatever keys there are', () => {
    expect(readConfig({ DIGEST_MODEL: ' ', ANTHROPIC_API_KEY: 'sk-1' })).not.toHaveProperty('models');
  });

  it('knows of the models, their keys and limits, and takes a key that is missing for no fault', () => {
    const { models, secrets } = readConfig({
      DIGEST_MODEL: 'anthropic:claude-haiku-4-5, http://localhost:11434/v1#llama3.1',
      DIGEST_MODEL_KEY: 'secret',
      ANTHROPIC_BASE_URL: 'https://proxy.example/',
      DIGEST_MODEL_PRICE: '1/5, 0/0',
    });
    expect(models).toEqual({
      models: [
        { provider: 'anthropic', name: 'claude-haiku-4-5' },
        { provider: 'address', name: 'llama3.1', url: 'http://localhost:11434/v1' },
      ],
      keys: { address: 'secret' },
      urls: { anthropic: 'https://proxy.example' },
      budget: 400_000,
      prices: [
        { in: 1, out: 5 },
        { in: 0, out: 0 },
      ],
    });
    expect(secrets).toEqual(['secret']);
  });

  it('shows no secret in what it says is wrong', () => {
    const secrets = {
      OPENAI_API_KEY: 'my secret',
      SLACK_BOT_TOKEN: 'xoxb secret',
      SLACK_APP_TOKEN: 'secret',
      DISCORD_TOKEN: 'secret',
    };
    expect(() => readConfig(secrets)).toThrow(
      /^(?!.*secret).*OPENAI_API_KEY.*SLACK_BOT_TOKEN.*SLACK_APP_TOKEN.*DISCORD_TOKEN/s,
    );
  });

  it('turns a platform on where its token is set, and knows what must not be shown', () => {
    expect(readConfig({})).not.toHaveProperty('slack');
    const config = readConfig({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: ` ${app}\n`, DISCORD_TOKEN: 'a.b.c' });
    expect(config).toMatchObject({
      slack: { botToken: bot, appToken: app, port: 3000 },
      discord: { token: 'a.b.c' },
      secrets: [bot, app, 'a.b.c'],
    });
  });

  it('lets any workspace install the app in Slack, with keys that are each told from the others and never shown', () => {
    const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const keys = `${first.toString('base64')}, ${second.toString('hex').toUpperCase()}`;
    const { slack, secrets } = readConfig({ ...many, DIGEST_TOKEN_KEY: keys });
    expect(slack).toEqual({
      clientId: '1111111111.2222222222',
      clientSecret: 'client-secret',
      signingSecret: 'signing-secret',
      tokenKeys: [first, second],
      port: 3000,
      managers: 'members',
    });
    expect(secrets).toEqual(expect.arrayContaining(['client-secret', 'signing-secret', ...keys.split(', ')]));
  });

  it('takes spans and lists of shards of Discord', () => {
    const { discord } = readConfig({ DISCORD_TOKEN: 'a.b.c', SHARDS: '0, 2-3', SHARD_COUNT: '4' });
    expect(discord).toMatchObject({ shards: [0, 2, 3], shardCount: 4 });
  });

  it.each(['hex', 'base64', 'base64url'] as const)('takes a key as %s', encoding => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
    const { slack } = readConfig({ ...many, DIGEST_TOKEN_KEY: key.toString(encoding) });
    expect(slack).toMatchObject({ tokenKeys: [key] });
  });

  it.each([
    [undefined, 'members'],
    ['members', 'members'],
    [' Admins ', 'admins'],
    ['U024BE7LH', ['U024BE7LH']],
    ['U024BE7LH, W0G9QF9C6', ['U024BE7LH', 'W0G9QF9C6']],
  ])('lets %s manage what channels of Slack get', (given, managers) => {
    const tokens = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
    expect(readConfig({ ...tokens, SLACK_MANAGERS: given }).slack?.managers).toEqual(managers);
  });

  it('marks everything that is called a token, a secret or a key as one', () => {
    const secrets = settings.filter(({ isSecret }) => isSecret).map(({ name }) => name);
    expect(secrets).toEqual(settings.map(({ name }) => name).filter(name => /TOKEN|SECRET|KEY/.test(name)));
  });

  it('names all the wrong settings at once', () => {
    expect(() => readConfig({ DIGEST_AT: 'noon', DIGEST_CAP: '0' })).toThrow(/DIGEST_AT.*DIGEST_CAP/);
  });

  it.each(settings)(
    '$name says what it is for, and stands in docs/settings.md and .env.example',
    ({ name, purpose }) => {
      expect(purpose).not.toBe('');
      expect(readFileSync('docs/settings.md', 'utf8')).toContain(`\`${name}\``);
      expect(readFileSync('.env.example', 'utf8')).toMatch(new RegExp(`^# ${name}=`, 'm'));
    },
  );

  it('knows every setting that .env.example shows', () => {
    const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(shown.sort()).toEqual(settings.map(({ name }) => name).sort());
  });
});
