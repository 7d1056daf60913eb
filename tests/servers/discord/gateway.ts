/** The gateway: sessions of the bot, their events and what can go wrong with them. */

export interface Gateway {
  /** Resolves once a session is identified and was told of its guilds; at once where one is. */
  ready(): Promise<void>;
  /** Frames that the client sent, in order. */
  readonly received: readonly { readonly op: number; readonly d: unknown }[];
  /** How many connections are open. */
  readonly connections: number;
  /** Cuts all connections without a close frame, as a network does. */
  drop(): void;
  /** Closes all connections with a code of the gateway's. */
  close(code: number): void;
  /** Asks all clients to reconnect and resume (op 7). */
  reconnect(): void;
  /** Tells all clients that their session is invalid (op 9). */
  invalidate(isResumable: boolean): void;
  /** Forgets all sessions, so that a later resume is answered with an invalid session. */
  forget(): void;
  /** Stops or takes up answering heartbeats: a client then takes its connection for dead. */
  acknowledge(isOn: boolean): void;
  /** Holds all events back, or lets go of those that were held. */
  hold(isOn: boolean): void;
}
