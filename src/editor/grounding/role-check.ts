/** Roles: two things of the article that have changed places, as in `from Kafka to Postgres` for `from Postgres to Kafka`. */
import type { ArticleIndex, Occurrence } from './article-index.ts';
import { contextOf } from './context.ts';
import { type Evidence, isContradicted, likest } from './evidence.ts';
import type { Word } from './reading.ts';
import { contraryOf, type Role, rolesOf } from './roles.ts';

/** Places that contradict must be this many times as like, and at least so like. */
const certainty = { times: 1.2, least: 0.3 };

const weigh = (word: Word, role: Role, words: readonly Word[], article: ArticleIndex): Evidence => {
  const context = contextOf(words, word.place, article);
  const isContrary = ({ sentence, word: found }: Occurrence) =>
    article.rolesIn(sentence).get(found.place) === contraryOf(role);
  const occurrences = article.occurrencesOf(word.root);
  return {
    same: likest(
      context,
      article,
      occurrences.filter(found => !isContrary(found)),
    ),
    contrary: likest(context, article, occurrences.filter(isContrary)),
  };
};

/** The words of `words` that stand in roles which the article gives the other way round; none unless two have changed places. */
export const rolesExchanged = (words: readonly Word[], article: ArticleIndex): (readonly Word[])[] => {
  const exchanged = [...rolesOf(words)].flatMap(([place, role]) => {
    const word = words[place];
    return word && isContradicted(weigh(word, role, words, article), certainty) ? [{ word, role }] : [];
  });
  const roles = new Set(exchanged.map(({ role }) => role));
  const changed = exchanged.filter(({ role }) => roles.has(contraryOf(role)));
  return changed.length === 0 ? [] : [changed.map(({ word }) => word)];
};
