/** What happened, each thing handed out once: to who waits for it already, or to who asks later. */
import type { Happenings } from './contract.ts';

type Kind = keyof Happenings;

interface Entry<K extends Kind> {
  readonly position: number;
  readonly what: Happenings[K];
}

interface Waiting<K extends Kind> {
  readonly fits: (what: Happenings[K]) => boolean;
  readonly resolve: (what: Happenings[K]) => void;
  readonly reject: (error: Error) => void;
}

export interface Journal {
  record<K extends Kind>(kind: K, what: Happenings[K]): void;
  /** @param since Leaves out what happened before this position. */
  next<K extends Kind>(kind: K, fits?: (what: Happenings[K]) => boolean, since?: number): Promise<Happenings[K]>;
  /** The position of the next thing to happen. */
  position(): number;
  close(): void;
}

/** @param unkept Kinds that are handed out to those who wait already, and to nobody later. */
export const createJournal = (unkept: readonly Kind[] = []): Journal => {
  let position = 0;
  const kept: { readonly [K in Kind]: Entry<K>[] } = {
    call: [],
    message: [],
    edit: [],
    ephemeral: [],
    view: [],
    connection: [],
    disconnection: [],
  };
  const waiting: { readonly [K in Kind]: Waiting<K>[] } = {
    call: [],
    message: [],
    edit: [],
    ephemeral: [],
    view: [],
    connection: [],
    disconnection: [],
  };

  return {
    record(kind, what) {
      position += 1;
      const first = waiting[kind].findIndex(({ fits }) => fits(what));
      if (first !== -1) waiting[kind].splice(first, 1)[0]?.resolve(what);
      else if (!unkept.includes(kind)) kept[kind].push({ position: position - 1, what });
    },
    next(kind, fits = () => true, since = 0) {
      const first = kept[kind].findIndex(entry => entry.position >= since && fits(entry.what));
      const [entry] = first === -1 ? [] : kept[kind].splice(first, 1);
      if (entry !== undefined) return Promise.resolve(entry.what);
      return new Promise((resolve, reject) => waiting[kind].push({ fits, resolve, reject }));
    },
    position: () => position,
    close() {
      for (const [kind, all] of Object.entries(waiting))
        for (const { reject } of all)
          reject(new Error(`The loopback Slack closed before there was a ${kind} that fits.`));
    },
  };
};
