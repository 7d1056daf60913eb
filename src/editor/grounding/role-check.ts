/** Roles: two things of the article that have changed places, as in `from Kafka to Postgres` for `from Postgres to Kafka`. */
import type { ArticleIndex } from './article-index.ts';
import type { Word } from './reading.ts';
import { contraryOf, type Role, rolesOf } from './roles.ts';

interface Cast {
  readonly word: Word;
  readonly role: Role;
  /** The sentences of the article in which the word has the same role, and the contrary one. */
  readonly same: ReadonlySet<number>;
  readonly contrary: ReadonlySet<number>;
}

const castOf = (word: Word, role: Role, article: ArticleIndex): Cast => {
  const found = word.keys.flatMap(key => article.occurrencesOf(key));
  const sentencesOf = (sought: Role) =>
    new Set(
      found.flatMap(({ sentence, word: { place } }) =>
        article.rolesIn(sentence).get(place) === sought ? [sentence] : [],
      ),
    );
  return { word, role, same: sentencesOf(role), contrary: sentencesOf(contraryOf(role)) };
};

/** Each two words of `words` that stand in contrary roles, where the article has both the other way round and never so. */
export const rolesExchanged = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] => {
  const cast = [...rolesOf(words)].flatMap(([place, role]) => {
    const word = words[place];
    return word ? [castOf(word, role, article)] : [];
  });
  return cast.flatMap((one, at) =>
    cast
      .slice(at + 1)
      .filter(
        other =>
          other.role === contraryOf(one.role) &&
          other.word.root !== one.word.root &&
          !one.contrary.isDisjointFrom(other.contrary) &&
          one.same.isDisjointFrom(other.same),
      )
      .map(other => [one.word, other.word]),
  );
};
