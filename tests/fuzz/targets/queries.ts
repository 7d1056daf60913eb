/** Anything typed behind `/digest`: it is understood, and reads the same once written down, or it is refused in words. */
import { readOptions, writeOptions } from '../../../src/edition/option-words.ts';
import { lookUp, lookUpExample, parseQuery } from '../../../src/edition/query.ts';
import { QueryError } from '../../../src/edition/query-error.ts';
import type { Chance } from '../chance.ts';
import { dictionary } from '../dictionary.ts';
import { bytesOf, mutate } from '../mutate.ts';
import type { Judge, Target } from '../target.ts';

const today = '2026-11-25';
const grammar = { names: Object.keys(lookUp.shape), example: lookUpExample };

/** What people type. */
const typed = [
  'kafka',
  lookUpExample,
  'company:"amazon web services", stripe theme:zero trust,mcp source:InfoQ "exact phrase" -not',
  'date:yesterday company=acme Re: kafka: the log std::move https://a.example/?b=c',
  'after:monday before:2026-12-01 “smart quotes” ｃｏｍｐａｎｙ：ａ　«b»',
].map(bytesOf);

/** Bytes: chats let people type some thousands. */
const mostBytes = 8000;

const words = (chance: Chance): string =>
  Array.from({ length: 1 + chance.below(8) }, () => bytesOf(chance.of(chance.of(dictionary)))).join(
    chance.of([' ', '', ',', ' , ']),
  );

export const queryTarget = (): Target => ({
  mostTime: 200,
  make: chance => {
    const text = chance.oneIn(3) ? words(chance) : mutate(chance.of(typed), chance.of(typed), mostBytes, chance);
    return { bytes: Buffer.from(text, 'latin1'), as: '' };
  },
  run: ({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    try {
      parseQuery(text, today);
      return roundTrip(text);
    } catch (error) {
      if (error instanceof QueryError) return () => refusalFaults(error);
      throw error;
    }
  },
});

/** What is understood is kept as words (in subscriptions, addresses and buttons), and means the same when it is read again. */
const roundTrip = (text: string): Judge => {
  const options = readOptions(text, grammar);
  const again = readOptions(writeOptions(options), grammar);
  return () => (sameOptions(options, again) ? [] : ['it means something else once it is written down']);
};

const sameOptions = (one: object, other: object): boolean => sorted(one) === sorted(other);

const sorted = (options: object): string =>
  JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Longer ones are no answer that anybody reads. */
const longestRefusal = 1000;

const refusalFaults = ({ message }: QueryError): readonly string[] => [
  ...(message.trim() === '' ? ['a refusal without words'] : []),
  ...(message.length > longestRefusal ? [`a refusal of ${message.length} characters`] : []),
  ...(/\p{Cc}/u.test(message.replaceAll('\n', '')) ? ['a control character in a refusal'] : []),
  ...(message.isWellFormed() ? [] : ['half a character in a refusal']),
];
