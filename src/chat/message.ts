/**
 * The neutral message: what is said, without how a platform says it. Text is data, never markup: only a renderer may
 * escape, and each renderer splits at its platform's limits.
 */

/** A run of text in one style. `href` makes it a link; it comes from an item or from us, never from article text. */
export interface Inline {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  readonly href?: string;
  /** Id of a channel of the platform that shows this, to be shown by its name; `text` is for where it cannot be. Never from a feed. */
  readonly channel?: string;
}

export type Inlines = readonly Inline[];

/** A button: `command` is what it types after `/digest` for the person who presses it, `href` where it leads. */
export type Action =
  | { readonly label: string; readonly command: string; readonly style?: 'primary' | 'danger' }
  | { readonly label: string; readonly href: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: Inlines }
  | { readonly kind: 'paragraph'; readonly content: Inlines }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  | { readonly kind: 'quote'; readonly content: Inlines }
  | { readonly kind: 'context'; readonly content: Inlines }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'divider' };

export interface Message {
  readonly blocks: readonly Block[];
  /** Replies under this message, in order. */
  readonly thread?: readonly Message[];
}

export const plain = (text: string): Inlines => [{ text }];
export const paragraph = (text: string): Block => ({ kind: 'paragraph', content: plain(text) });
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, content: plain(text) });
export const context = (text: string): Block => ({ kind: 'context', content: plain(text) });
