/** What is given to every writer alike: an article, and what it is to be held against. */
import type { Article } from '../src/edition/article.ts';
import type { Reference } from './reference.ts';

export interface EvaluatedArticle {
  readonly article: Article;
  /** Absent where nobody has written one: what needs it is then not measured. */
  readonly reference?: Reference;
}
