/**
 * Leaning: sentences that make sense only straight after the one before, since they ask "which?" or "as opposed to what?".
 * One that opens so is never quoted; one that points back further in may follow what it points to.
 */
import { anyOf, hasAny, openingWith } from '../language/phrases.ts';
import { contentStems } from '../language/words.ts';

const openings: readonly RegExp[] = [
  // Pronouns and pointers for what was named before.
  openingWith(
    `this|these|those|that|its|they|they've|they'll|they'd|their|them|he|she|his|her|him|such|both|neither|none|others|other|another|one that|one which|one who|one is|one was|one has|one can
     one way|one more|one example|each of|one of these|one of those|one of them|one of the|some of these|some of those|some of them|some of the|all of this|all of these|all these|all this|all that
     many of these|many of those|many of them|many of the|most of these|most of those|most of them|most of the|any of these|any of them|same|as they|as it
     the same|the former|the latter|the other|the others|the above|the rest|the result|the results|the first|the second|the third|the fourth|the last|the next|the idea|the answer|the reason|the reasons
     the solution|the problem|the issue|the fix|the goal|the trick|the catch|the point|the difference|the main difference|the main reason|the main advantage|the main drawback|the alternative|the only difference
     the only exception|the only problem|the downside|the upside|the advantage|the drawback|the outcome|the consequence|the culprit|good news|bad news|the good news|the bad news|the short answer|the matter`,
  ),
  /^It(?![’'\w]*(?:[’']s| is| was| can be| became| may be| should be| should not be| should (?:not )?have been) (?:\w+ly |also |often |not )?(?:until|important|critical|essential|crucial|vital|possible|impossible|necessary|hard|difficult|easy|tempting|common|clear|better|best|useful|safe|rare|worth)\b)(?:[’'](?:s|ll|d))? /,
  // Connectives.
  openingWith(
    `however|but|so|also|then|therefore|thus|hence|consequently|accordingly|furthermore|moreover|additionally|besides|similarly|likewise|conversely|otherwise|nevertheless|nonetheless
     still|yet|and|or|nor|plus|too|meanwhile|afterwards|afterward|later|subsequently|eventually|finally|lastly|first|firstly|second|secondly|third|thirdly|fourth|next|again|indeed|rather
     sadly|unfortunately|luckily|fortunately|thankfully|surprisingly|interestingly|importantly|critically|notably|obviously|clearly|of course|alas|anyway|anyhow|here|therein|thereby|worse|better
     even so|even then|even better|even worse|that said|that being said|that way|in other words|in addition|in contrast|in comparison|in turn|in fact|in particular|in short|in essence|in response
     in return|in summary|in conclusion|in either case|in the meantime|in the end|in both cases|in our case|as a result|as a consequence|as such|as well|as always|as usual|as expected|as it turns out
     on the other hand|on the one hand|on the contrary|on top of this|on top of that|by contrast|by comparison|by then|since then|from there|from then|from here|until then|for one thing|not only that
     separately|each has|each is|more importantly|more specifically|more precisely|more generally|speaking of|instead of this|to this end|to that end|to do so|to do this|to do that|only after|only then|based on our|behind that`,
  ),
  /^instead\b(?! of (?!it|this|that|these|those|them)\b)/i,
  /^(?:now(?! that\b)|well|okay|ok|yes|no|sure|right),? (?:now|we|it|you|the|a|this|that|let|so|I)\b/i,
  /^(?:now|well|okay|ok|yes|no|sure|right|there|before),/i,
  /^(?:in|at|by|for|with|after|before|from|under|using|like|given|despite|because of|due to|based on|apart from|to \w+|when|while|if|as|since|because|although|though|once|until|on|where|unless|whether|what|how|why) (?:it|this|that|these|those|them|they|he|she|all (?:this|that|of)|the same)\b(?! \w+ (?:that|which|who)\b)/i,
  /^(?:if|when|once|unless|until|where) (?:none|any|either|neither|both|one|some|most|all) (?:is|are|was|were|can|has|have)\b/i,
  /^(?:when|while|if|as|since|because|although|though|after|before|once|until|in|for|on|given|where|with) (?:its|their|his|her)\b(?![^,]{3,60}, \p{Lu})/iu,
];

const anywhere: readonly RegExp[] = [
  anyOf(`like this|like that|like these|like those|the situation|the matter|help here|matters here`),
  /\b(?:this|these|those)[.,;:)]/i,
  /\b(?:of|for|to|with|in|by|from|about|on|at|into|over|under|avoid|solve|address|fix|do|does|did|prevent|handle|achieve|support) (?:this|these|those)(?: (?:is|are|was|were|and|or|but|we|by|in)\b)/i,
  /(?:^|[,;:] |\band |\bbut )the (?:remainder|rest|latter|former|others?) (?:is|are|was|were|has|have|can|will|does|did)\b/i,
  /\b(?:where|why|how|when|that|so|this):/i,
  /^(?:\S+ ){0,7}(?:all|some|most|any|none|much|half|part|each|two|three|one) of (?:it|them)\b/i,
  /^(?:\w+ing|to \w+|once|now|if|when|while) (?:\w+ ){0,2}them\b/i,
  /^to [^,]{3,80}, (?:it|they|he|she)\b/i,
  /^(?:in|on|at|for|under|with|without|instead of|unlike) [^,]{2,60}, (?:it|they)\b(?!(?: is| was|[’']s) \w+ (?:to|that)\b)/i,
  /^to \w+ (?:\w+ )?(?:deeper|further|more)\b/i,
  /\beven more so\b/i,
  /\b\w+(?:ed|ing) that (?:up|down|out|away|off|back)\b/i,
  /\b(?:in|of|for|to|with|on) both(?:[.,;]| (?:that|which|and)\b)/i,
  // What follows from what?
  /^[^,;:]{0,60}\b(?:therefore|thus|hence|consequently|accordingly)\b/i,
  /, (?:however|on the other hand|therefore|in turn|consequently),/i,
  /^to \w+ the (?:problem|issue|challenge)s?,/i,
  /^(?:we (?:think|believe) )?the (?:lesson|takeaway|moral)\b(?![^.:]{3,60}: )(?! (?:(?:we|i) (?:draw|drew|take|took|learned|learnt) )?(?:is|was|of|for|from)\b)/i,
  /\b(?:the|that|those) (?:second|third|former|latter|previous|other|above|above-mentioned|aforementioned|same|preceding|first two|two|three|four|alternative) (?:\w+ )?(?:approach(?:es)?|options?|methods?|solutions?|strateg(?:y|ies)|techniques?|cases?|examples?|problems?|issues?|steps?|points?|reasons?|choices?|ideas?|models?|alternatives?|scenarios?|parts?|types?|kinds?|systems?|bullets?|categories)\b/i,
];

/** What may follow "that" where it is a conjunction or a relative and points to nothing. */
const afterConjunction =
  'is|are|was|were|we|it|they|you|the|an?|can|could|will|would|has|had|have|do|does|did|he|she|there|its|our|their|your|no|every|each|all|some|any|many|most|if|when|while|as|in|on|at|by|only|never|always|not';

/** `this task`, `such a situation`, `into that trap`: a pointer and up to two words that say to what. */
const pointers: readonly RegExp[] = [
  /\b(?:this(?! (?:year|month|week|quarter|spring|summer|autumn|fall|winter|morning)\b)|these|those(?! (?:who|that|of|which|in|with|between|from|for|on|at|by|inside|outside|under|without)\b)|such(?! as\b| that\b)) (?:an? )?([\p{L}-]+(?: [\p{L}-]+)?)/giu,
  new RegExp(
    `(?:\\b(?:of|for|in|on|to|at|from|by|with|into|under|over|behind|about|close|fill|makes?|reads?|keeps?|solved?|fix|uses?|considers?|finds?|calls?|rejects?|shares?|follows?|replaces?|all|than|past|after|before|beyond|since)|,) that(?=[.,; ])(?! (?:${afterConjunction})\\b)((?: [\\p{L}-]+)?)`,
    'giu',
  ),
];

/** A pointer is harmless where the title or the sentence itself has named the thing before. */
const pointsBack = (text: string, title: string): boolean =>
  pointers
    .flatMap(pointer => [...text.matchAll(pointer)])
    .some(match => {
      const before = new Set(contentStems(`${title} ${text.slice(0, match.index)}`));
      return !contentStems(match[1] ?? '').some(stem => before.has(stem));
    });

/** A person who has not been named yet in the sentence. */
const speaksOfStranger = (text: string): boolean => {
  const at = text.search(/\b(?:he|she|him|his|her)\b/i);
  return at >= 0 && !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(text.slice(0, at));
};

/** "To create our own": of what? "There was no library that fitted" says so before. */
const hasOwnOfNothing = (text: string): boolean => {
  const at = text.search(/(?<!of |on )\b(?:our|its|their|your|my) own[.,;!]/i);
  return at >= 0 && !/\b(?:no|no other|existing|open-source) \p{L}/iu.test(text.slice(0, at));
};

/** "Instead" of what? Only a sentence that has denied something before, or half of one, says so itself. */
const standsInForNothing = (text: string): boolean => {
  const at = text.search(/\binstead\b(?! of\b)/i);
  return at >= 0 && !/\b(?:not|no|never|rather|without|cannot)\b|n[’']t\b|[;:—–-] ?$/i.test(text.slice(0, at));
};

const clauseEnd =
  /[,;:—–(]|\b(?:that|which|who|whose|where|when|while|if|because|since|so|and|but|or|before|after|until|as|than|then|once|unless|whether|what|how|to|for|by|without|is|are|was|were)\b/i;

/** The subject of a clause and its object are two things: in the first clause "it" has nothing to stand for. */
const hasObjectOfNothing = (text: string): boolean => {
  const at = text.search(/\b(?:it|them)(?=[.,;:]| (?:and|or|in|on|at|with|for|from|by|into|when|if|as)\b)/i);
  if (at < 0) return false;
  const end = text.search(clauseEnd);
  return end < 0 || at < end;
};

/** True where the sentence opens on a pointer or a connective, or speaks of "her" before naming her: never quoted. */
export const opensOnPrevious = (text: string): boolean => hasAny(openings, text) || speaksOfStranger(text);

/** True where the sentence makes sense only straight after the one before it, for a reader of the `title`. */
export const leansOnPrevious = (text: string, title = ''): boolean =>
  opensOnPrevious(text) ||
  hasAny(anywhere, text) ||
  pointsBack(text, title) ||
  hasOwnOfNothing(text) ||
  standsInForNothing(text) ||
  hasObjectOfNothing(text);
