/** What of the libraries is counted as under way, so that no time passes meanwhile: statements of Postgres, whoever makes them. */
import pg from 'pg';
import type { Platform } from '../../src/chat/platform.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import type { AtWork } from './at-work.ts';

/** Counts what all clients of the process do with a database, those of the archive and those of the jobs. */
export const countStatements = (atWork: AtWork): void => {
  for (const name of ['connect', 'query']) countCalls(pg.Client.prototype, name, atWork);
};

/** Of a method that tells its end by a promise, or by a callback that comes last. */
const countCalls = (prototype: object, name: string, atWork: AtWork): void => {
  const original: unknown = Reflect.get(prototype, name);
  if (typeof original !== 'function') throw new Error(`A client of Postgres has no ${name}.`);
  Object.defineProperty(prototype, name, {
    value(this: unknown, ...given: unknown[]): unknown {
      const end = atWork.begin();
      const callback = given.at(-1);
      if (typeof callback !== 'function') {
        const result: unknown = Reflect.apply(original, this, given);
        Promise.resolve(result).then(end, end);
        return result;
      }
      const ending = (...results: unknown[]) => {
        end();
        callback(...results);
      };
      return Reflect.apply(original, this, [...given.slice(0, -1), ending]);
    },
  });
};

/** What a platform was asked for. */
export interface Asked {
  renderings: number;
}

/**
 * The same platform, whose calls are counted as under way, and whose answers take their time.
 * @param answerTime Milliseconds that an answer from a workspace is on its way.
 */
export const countedPlatform = (
  platform: Platform,
  { atWork, clock, answerTime }: { atWork: AtWork; clock: Clock; answerTime: (workspace: string) => number },
): { readonly platform: Platform; readonly asked: Readonly<Asked> } => {
  const asked: Asked = { renderings: 0 };
  const call = async <Result>(workspace: string, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await atWork.during(work());
    } finally {
      await clock.pause(answerTime(workspace));
    }
  };
  return {
    asked,
    platform: {
      ...platform,
      render: message => {
        asked.renderings += 1;
        return platform.render(message);
      },
      post: (target, part, key) => call(target.workspace, () => platform.post(target, part, key)),
      find: (target, key, sentAt) => call(target.workspace, () => platform.find(target, key, sentAt)),
      tell: (person, message) => call(person.workspace, () => platform.tell(person, message)),
    },
  };
};
