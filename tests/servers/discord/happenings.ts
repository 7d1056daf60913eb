/** What can be waited for, by name: nothing in a test sleeps. */
import type { Callback } from './exchange.ts';
import type { Channel, JsonObject, Message } from './records.ts';

/** A request, once it was answered or given up. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the version and the query: `/channels/1/messages`. */
  readonly path: string;
  /** The path with its ids named, as the documentation writes it: `/channels/{channel.id}/messages`; undefined where there is none such. */
  readonly route: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject | undefined;
  readonly userAgent: string;
  /** What was answered; 0 where the connection was cut or no answer ever came. */
  readonly status: number;
  /** Discord's JSON error code, where there was one. */
  readonly code: number | undefined;
}

/** A turn in the life of a gateway session. */
export interface GatewayTurn {
  /** `refused`, `closed` and `zombie` end the connection, with the close code; after `invalid` the client has to identify anew. */
  readonly kind: 'connected' | 'ready' | 'resumed' | 'invalid' | 'refused' | 'closed' | 'zombie' | 'heartbeat';
  readonly session: string | undefined;
  /** That of the session. */
  readonly shard: number | undefined;
  readonly code: number | undefined;
}

export interface Happenings {
  readonly request: RecordedRequest;
  /** Created by anybody, ephemeral ones too. */
  readonly message: Message;
  readonly edit: Message;
  readonly deletion: Message;
  readonly thread: Channel;
  /** The bot's first answer to an interaction. */
  readonly callback: Callback;
  readonly gateway: GatewayTurn;
}

export type Happening = keyof Happenings;

/** Tells of what happens and lets others wait for it. */
export interface HappeningLog {
  tell<Kind extends Happening>(kind: Kind, what: Happenings[Kind]): void;
  next<Kind extends Happening>(kind: Kind, isIt?: (what: Happenings[Kind]) => boolean): Promise<Happenings[Kind]>;
}

export function createHappenings(): HappeningLog {
  const waiting = new Set<{ kind: Happening; hear(what: unknown): boolean }>();
  return {
    tell(kind, what) {
      for (const one of [...waiting]) if (one.kind === kind && one.hear(what)) waiting.delete(one);
    },
    next: (kind, isIt = () => true) =>
      new Promise(resolve => {
        waiting.add({
          kind,
          hear(what) {
            // `tell` hands on only what belongs to the kind.
            const happened = what as Parameters<typeof isIt>[0];
            if (!isIt(happened)) return false;
            resolve(happened);
            return true;
          },
        });
      }),
  };
}
