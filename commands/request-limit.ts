/** How often people may ask. Fair for whoever reads and presses buttons, and too seldom for a script, or a crowd, to keep the bot from others. */
import type { Logger } from 'pino';
import { type AllowanceOptions, createAllowance, type Rate } from '../src/chat/allowance.ts';
import type { Request } from '../src/chat/conversation.ts';
import { createOnce } from '../src/chat/once.ts';
import { counted } from '../src/edition/counted.ts';
import { minute, second } from '../src/edition/duration.ts';

export interface RequestLimit {
  /**
   * Counts a request, unless it comes too soon: then it tells when it may be made again, in a sentence.
   * A request counts once, whatever its adapter asks of it: by its number.
   */
  admit(request: Request, requestId: string): string | undefined;
}

export interface RequestLimitParts {
  readonly logger: Logger;
  /** Milliseconds since some instant, which never go back. */
  readonly stopwatch: AllowanceOptions['stopwatch'];
}

type Kind = 'person' | 'channel' | 'workspace';

/**
 * Twenty requests in a row are a person's who pages on, three entries at a time; sixty people of a channel may press a button as the edition comes.
 * Each process counts for itself.
 */
const rates: Readonly<Record<Kind, Rate>> = {
  person: { atOnce: 20, interval: 3 * second },
  channel: { atOnce: 60, interval: second },
  workspace: { atOnce: 300, interval: second / 5 },
};

/** A hundred bytes or two each. */
const mostNames = 10_000;

/** What was filled in is not to be lost for having been opened among other requests. */
const overdraft = rates.person.atOnce;

const why: Readonly<Record<Kind, string>> = {
  person: `That was quick: one person may ask ${rates.person.atOnce} times in a row, and once more every ${counted(rates.person.interval / second, 'second')}.`,
  channel: 'Very many ask in this channel at the moment.',
  workspace: 'Very many ask in this workspace at the moment.',
};

interface Name {
  readonly kind: Kind;
  readonly name: string;
}

/** People by their ids alone, which are theirs wherever they ask. */
const namesOf = ({ person, place }: Request): readonly Name[] => [
  { kind: 'person', name: person.id },
  ...(place === undefined
    ? []
    : ([
        { kind: 'channel', name: `${place.platform} ${place.workspace} ${place.channel}` },
        { kind: 'workspace', name: `${place.platform} ${place.workspace}` },
      ] as const)),
];

export const createRequestLimit = ({ logger, stopwatch }: RequestLimitParts): RequestLimit => {
  const allowanceOf = (rate: Rate) => createAllowance({ ...rate, mostNames, stopwatch });
  const allowances = {
    person: allowanceOf(rates.person),
    channel: allowanceOf(rates.channel),
    workspace: allowanceOf(rates.workspace),
  };
  const notes = allowanceOf({ atOnce: 1, interval: minute });
  const admitted = createOnce(mostNames);

  const note = ({ kind, name }: Name): void => {
    if (notes.wait(name) > 0) return;
    notes.take(name);
    logger.info({ [kind]: name }, 'requests come too often and are put off for some seconds');
  };

  return {
    admit: (request, requestId) => {
      if (!admitted.isFirst(requestId)) return undefined;
      const names = namesOf(request);
      const waits = names.map(one => ({
        ...one,
        wait: allowances[one.kind].wait(one.name, request.isSubmission ? overdraft : 0),
      }));
      const longest = waits.reduce((one, other) => (other.wait > one.wait ? other : one));
      if (longest.wait === 0) {
        for (const { kind, name } of names) allowances[kind].take(name);
        return undefined;
      }
      admitted.forget(requestId);
      note(longest);
      return `${why[longest.kind]} Nothing was lost: try again in ${counted(Math.ceil(longest.wait / second), 'second')}.`;
    },
  };
};
