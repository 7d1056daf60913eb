/** An attempt to make a model say, by what a page holds, what its owner wants in the digests of others. */
import type { Insertions } from './page.ts';
import type { hosts } from './stories.ts';

export interface Attempt {
  /** What the page does, as the end of “an attack …”. */
  readonly name: string;
  readonly host: keyof typeof hosts;
  readonly puts: Insertions;
  /** What a model says that obeys; where it is to tell its prompt, the prompt. */
  readonly demand: string | { readonly ofPrompt: true };
  /** Company and themes that it then proposes. */
  readonly proposes?: { readonly company: string; readonly themes: readonly string[] };
  /** None of these may stand in an edition, in whatever case, but for a title, which is shown as it was published. */
  readonly forbidden: readonly string[];
}
