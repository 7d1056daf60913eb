/** What an operator is told of, once: that something has gone wrong for long, and that it is over. */

export interface News {
  /** Names it for ever, so that it is told once. */
  readonly key: string;
  /** Sentences. */
  readonly text: string;
}

/**
 * What is to be told now.
 * @param told Keys of what was told before: what is over is told to those alone who were told that it began.
 */
export type FindNews = (told: ReadonlySet<string>) => Promise<readonly News[]>;

/** Keys of a trouble: what names it follows what it is, and tells its beginning from its end. */
export interface TroubleKeys {
  begun(name: string): string;
  over(name: string): string;
  /** Names of what was told to have begun, and not to be over. */
  open(told: ReadonlySet<string>): readonly string[];
}

export const troubleKeys = (begun: string, over: string): TroubleKeys => {
  const keys = { begun: (name: string) => `${begun}/${name}`, over: (name: string) => `${over}/${name}` };
  const prefix = keys.begun('');
  return {
    ...keys,
    open: told =>
      [...told].flatMap(key => {
        const name = key.slice(prefix.length);
        return key.startsWith(prefix) && !told.has(keys.over(name)) ? [name] : [];
      }),
  };
};
