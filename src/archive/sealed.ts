/**
 * Encrypts what is not to be read in the database, nor in a copy of it, and ties it to the row in which it stands: AES-256-GCM
 * with a nonce of its own for each text (NIST SP 800-38D, section 8.2.2). Who cannot read it cannot change it either.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ArchiveError } from './archive-error.ts';

/** Keys of 32 bytes: the first encrypts, each decrypts what it encrypted. So a key is replaced while the old one still reads. */
export type SealingKeys = readonly [Uint8Array, ...Uint8Array[]];

/** What a text is and whose, in words that are also for people, such as "the Slack workspace T024BE7LD". It is not kept with it. */
type Owner = string;

export interface Unsealed {
  readonly text: string;
  /** Whether the first key encrypted it. */
  readonly isByFirstKey: boolean;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Of this form; a later one would have another. */
const form = 'v1';

/** What a key is called beside what it encrypted: nothing of the key follows from it. */
export const keyName = (key: Uint8Array): string =>
  createHash('sha256').update('name of a key\0').update(key).digest('hex').slice(0, 8);

/** The key's name in a sealed text; undefined where it is none. */
const nameIn = (sealed: string): string | undefined => {
  const [found, name, ...rest] = sealed.split('.');
  return found === form && rest.length === 1 ? name : undefined;
};

/** How every text begins that the first key encrypted. */
export const beginningOf = ([key]: SealingKeys): string => `${form}.${keyName(key)}.`;

/** `text` as it is kept: `v1.KEY.DATA`, DATA in base64 of the nonce, the ciphertext and its tag. */
export const seal = (text: string, keys: SealingKeys, owner: Owner): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keys[0], nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(owner));
  const data = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${beginningOf(keys)}${data.toString('base64url')}`;
};

/**
 * What `seal` was given.
 * @throws ArchiveError `wrong-key` where none of the keys encrypted it, `corrupt` where it was changed, or is another owner's.
 */
export const unseal = (sealed: string, keys: SealingKeys, owner: Owner): Unsealed => {
  const name = nameIn(sealed);
  if (name === undefined) throw altered(owner);
  const key = keys.find(one => keyName(one) === name);
  if (key === undefined) throw wrongKey(name, owner);
  const data = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64url');
  const [nonce, tag] = [data.subarray(0, nonceBytes), data.subarray(-tagBytes)];
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
    const text = Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return { text: text.toString('utf8'), isByFirstKey: key === keys[0] };
  } catch (cause) {
    throw altered(owner, { cause });
  }
};

const wrongKey = (name: string, owner: Owner): ArchiveError =>
  new ArchiveError(
    'wrong-key',
    `The tokens of ${owner} were encrypted with a key (${name}) that DIGEST_TOKEN_KEY does not hold. ` +
      'Set the key they were encrypted with, after the new one if there is one (DIGEST_TOKEN_KEY=NEW,OLD). Nothing was changed.',
  );

const altered = (owner: Owner, options?: ErrorOptions): ArchiveError =>
  new ArchiveError(
    'corrupt',
    `What the archive has of the tokens of ${owner} was altered, or is another's. Restore it from a copy, or install the app there again.`,
    options,
  );
