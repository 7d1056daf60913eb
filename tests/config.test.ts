import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settings } from '../src/config.ts';

describe('readConfig', () => {
  it('needs nothing: every setting has a default', () => {
    expect(readConfig({})).toMatchObject({ databasePath: 'data/archive.db', digestAt: '08:00', cap: 18, perSource: 4 });
  });

  it('takes an empty value as unset, as a line left blank in .env is', () => {
    expect(readConfig({ DIGEST_CAP: '', DATABASE_URL: ' ' })).toMatchObject({
      cap: 18,
      databasePath: 'data/archive.db',
    });
  });

  it('reads a file address with or without its scheme', () => {
    expect(readConfig({ DATABASE_URL: 'file:///var/lib/digest.db' }).databasePath).toBe('/var/lib/digest.db');
    expect(readConfig({ DATABASE_URL: 'sqlite:digest.db' }).databasePath).toBe('digest.db');
  });

  it.each(['data/archive.db', 'C:\\digest\\archive.db', 'C:/digest.db', 'what?.db', ':memory:'])(
    'takes %s as a file',
    path => {
      expect(readConfig({ DATABASE_URL: path }).databasePath).toBe(path);
    },
  );

  it.each([
    ['https://exämple.org/bot', 'https://xn--exmple-cua.org/bot'],
    ['https://example.org/\r\nX-Evil: yes', 'https://example.org/X-Evil:%20yes'],
  ])('makes the contact address %j one that a header can carry', (given, sent) => {
    expect(readConfig({ DIGEST_CONTACT: given }).contact).toBe(sent);
  });

  it.each([
    ['DIGEST_AT', '25:00', /DIGEST_AT is not a time of day/],
    ['TZ', 'Mars/Olympus', /TZ is not an IANA time zone/],
    ['DATABASE_URL', 'postgres://db/digest', /DATABASE_URL is a Postgres address/],
    ['DATABASE_URL', 'POSTGRES://db/digest', /DATABASE_URL is a Postgres address, [^;]*$/],
    ['DATABASE_URL', 'mysql://db/digest', /DATABASE_URL is the address of no file/],
    ['DATABASE_URL', 'file:digest.db?mode=ro', /DATABASE_URL has options after "\?"/],
    ['DIGEST_CAP', 'many', /DIGEST_CAP is not a whole number from 1 to 50\./],
    ['DIGEST_CAP', '1.5', /DIGEST_CAP is not a whole number from 1 to 50\./],
    ['DIGEST_PER_SOURCE', '51', /DIGEST_PER_SOURCE is not a whole number from 1 to 50\./],
    ['DIGEST_CONTACT', 'nobody', /DIGEST_CONTACT/],
  ])('refuses %s=%s by name', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  it('names all the wrong settings at once', () => {
    expect(() => readConfig({ DIGEST_AT: 'noon', DIGEST_CAP: '0' })).toThrow(/DIGEST_AT.*DIGEST_CAP/);
  });

  it.each(settings)('$name says what it is for, and stands in the README and .env.example', ({ name, purpose }) => {
    expect(purpose).not.toBe('');
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${name}\``);
    expect(readFileSync('.env.example', 'utf8')).toMatch(new RegExp(`^# ${name}=`, 'm'));
  });

  it('knows every setting that .env.example shows', () => {
    const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(shown.sort()).toEqual(settings.map(({ name }) => name).sort());
  });
});
