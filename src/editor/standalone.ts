/** Whether a sentence can be read on its own: what an editor would strike out before the question of worth comes up. */
import { isBalanced } from './sentences.ts';
import { contentStems } from './words.ts';

const fewestWords = 8;
const mostWords = 48;

interface Fault {
  readonly name: string;
  readonly pattern: RegExp;
}

/** What no sentence of a digest may be or have, wherever it stands. */
const faults: readonly Fault[] = [
  { name: 'does not open like a sentence', pattern: /^[^\p{Lu}\p{N}“"‘(\p{Lo}]/u },
  {
    name: 'opens on a list marker',
    pattern:
      /^(?:\(?\p{N}{1,3}[.)]\s|\p{Lu}[.)]\s|step \d|(?:tip|note|warning|update|edit|tl;dr|disclaimer|caption|figure|source|photo|credits?)\b\s*#?\d*\s*[:.—–-])/iu,
  },
  { name: 'does not end like a sentence', pattern: /[^.!…)\]”"'’]$/u },
  { name: 'is a footnote or an aside in brackets', pattern: /^(?:\p{N}+\p{Lu}|\()/u },
  { name: 'asks', pattern: /\?/ },
  { name: 'trails off', pattern: /(?:\.\.\.|…)[)\]”"'’]*$/ },
  {
    name: 'leads to what follows',
    pattern:
      /:[)\]”"'’]*$|\b(?:on one condition|for (?:two|three|four|several|many|a few) reasons|in (?:two|three|four|several) (?:ways|steps|parts|stages|phases|hops)|(?:two|three|four|five) (?:things|claims|reasons|questions|rules))\.$|\b(?:as follows|the following|following (?:is|are|\w+s\b))/i,
  },
  {
    name: 'points to a figure',
    pattern:
      /\b(?:figures?|fig\.|tables?|listings?|snippets?|screenshots?|diagrams?|charts?|images?|videos?|appendix|footnote|chapters?|equations?)\s+(?:\d|above|below|shows?|shown|illustrates?|depicts?|demonstrates?)|\b(?:shown|pictured|illustrated|seen|depicted) (?:here|in (?:the )?(?:figure|table|diagram|image|chart|graph|screenshot|picture))/i,
  },
  {
    name: 'points elsewhere in the text',
    pattern:
      /\b(?:see|as|described|shown|discussed|mentioned|listed|outlined|explained|defined|covered|introduced|noted|detailed|stated|presented|gave|from|example)s? (?:it )?(?:above|below|earlier|previously|here)\b|\bas (?:we|i|you) (?:\w+ )?(?:saw|said|mentioned|noted|discussed|described|explained|know|can see|will see)|\b(?:above|below)[.,;)]|\bsee (?:the |our |also |https?|section|chapter|details|more|\w+ (?:section|docs|documentation|post))|\b(?:more|further) (?:details?|information|on th(?:at|is)|about th(?:at|is))\b|\bdetails (?:can|may) be found|\bread (?:on|more)\b|\blinks? (?:above|below|here)|\bhere(?:’|')?s (?:how|what|why|a|an|the)\b|\b(?:previous|next|last|preceding|earlier) (?:section|paragraph|chapter|post|article|example|blog|part)\b/i,
  },
  {
    name: 'speaks of the article',
    pattern:
      /^(?:as )?we (?:saw|have seen|(?:’|')ve seen)\b|\b(?:round-?up\b|what follows\b|in our own words\b|(?:the|her|his|their|this) (?:presentation|talk|article|post|paper|piece|session|keynote|podcast) (?:deals|covers|discusses|explores|describes|walks|looks|goes|ends|begins|opens|closes|concludes)|(?:this|today(?:’|')s) (?:blog|post|article|series|chapter|essay|tutorial|guide|walkthrough|write-?up|talk|presentation|episode|newsletter|book|page)(?: post)?s?\b|(?:the|our|my) (?:blog ?posts?|article|tutorial)\b|(?:in|for) (?:this|the (?:next|previous|last|following)) (?:section|part|example|case study|series)|(?:we|i)(?:(?:’|')ll| will| want to| would like to|(?:’|')d like to|(?:’|')re going to| are going to| am going to) (?:also |now |then |first |briefly |only |be )*(?:\w+ing\b|look|discuss|explore|show|walk|cover|describe|explain|talk|dive|focus|share|see|learn|tell|go|introduce|present|start|take|use|examine|detail|outline|cover|try|give)|let(?:’|')s\b|let (?:me|us)\b)/i,
  },
  {
    name: 'calls to action',
    pattern:
      /\b(?:subscribe|sign up|sign in|click (?:here|on|the)|download (?:it|the|your|our)|check (?:it )?out|stay tuned|join us|join our|follow (?:us|me|along|the (?:steps|instructions|links?))|contact us|reach out|get in touch|feel free|try it|give it a (?:try|spin)|learn more|find out (?:more|how|why)|visit (?:the|our|us)|apply (?:now|today)|hiring|open positions?|careers?|let us know|tell us|drop us|comment below|file (?:an? )?(?:issues?|bugs?)|pull requests? (?:are )?welcome|help is welcome|contributions? (?:are|is) welcome|register (?:now|today|for|here)|get started|buy now|order now|pre-?order|coupon|promo code|limited time|free trial|watch the|listen to the|star us|on twitter|on linkedin)\b/i,
  },
  {
    name: 'greets or thanks',
    pattern:
      /\b(?:thanks? (?:to|you|so|for|are)|many thanks|special thanks|thankful|grateful|kudos|shout-?out|congratulations|welcome to|happy (?:new|holiday|reading|coding|hacking)|cheers|hi (?:all|everyone|there)|hello (?:everyone|all|there)|hope (?:this|you|that you|it)|enjoy(?:ed)? (?:this|the|reading)|without further ado|dear \w+)\b/i,
  },
  {
    name: 'announces itself',
    pattern:
      /\b(?:(?:(?:am|are|is|was|were|’m|’re|'m|'re) (?:\w+ )?(?:excited|thrilled|proud|happy|pleased|delighted|honou?red|glad|eager|humbled)|(?:excited|thrilled|proud|happy|pleased|delighted) to (?:announce|share|introduce|present|welcome|be|report|see))|can(?:’|')?t wait|couldn(?:’|')t be (?:more|happier)|we look forward|looking forward)\b/i,
  },
  {
    name: 'is advertising',
    pattern:
      /\b(?:world-class|best-in-class|cutting-edge|state-of-the-art solution|game-?chang\w+|revolution(?:ary|iz\w+|is\w+)|unparalleled|next-level|supercharge\w*|unlock(?:s|ing)? the (?:full )?(?:power|potential|value)|take \w+ to the next level|delight(?:ful|ing)?|effortless(?:ly)?|blazing(?:ly)?|magical(?:ly)?|award-winning|industry-leading|thought leaders?|synerg\w+|passionate about)\b/i,
  },
  {
    name: 'is a byline or a credit',
    pattern:
      /^(?:by|posted|written|published|updated|originally|photo|image|illustration|cover|credits?|edited|reviewed|translated|co-?authored|guest post|editor(?:’|')s note|©|copyright)\b[^.]{0,80}(?:\bby\b|\bon\b|\d{4}|:)|\ball rights reserved|\bmin(?:ute)?s? read\b|\bis an? (?:[\w-]+ ){0,4}(?:engineer|manager|director|developer|architect|scientist|writer|author|editor|researcher|vice president|evangelist|advocate|journalist) (?:at|for|on|in|with|from|based|who)\b/i,
  },
  {
    name: 'is code or an address',
    pattern:
      /https?:|www\.|[{}]|=>|\(\)|;$|\$ |^\$|&&|\|\||<\/?\w+[^<>]*>|==|::\w|\\|`|\w\/\w+\/|--\w|@\w|(?:^|\s)[.~]\/\w|\w\(\w*\)\.|\.\.\s|(?:[^\s\w.,;:'"’“”()-]\s*){3}/,
  },
  {
    name: 'is an author’s aside',
    pattern:
      /\b(?:i joined|i (?:was|am|’m|'m) (?:a|an|the|born)|my (?:name|career|first|job|boss|wife|husband|friend|team had|internship)|i(?:’ve|'ve| have) (?:always|been|worked|never)|years? ago,? i|i (?:remember|started|love|guess|hope|promise|confess|must admit|digress)|by the way|fun fact|just kidding|spoiler|long story short|to be honest|needless to say|you guessed|trust me|believe (?:it|me)|for (?:the )?(?:purposes?|sake) of)\b/i,
  },
  {
    name: 'supposes',
    pattern:
      /^(?:imagine|suppose|consider|picture|say|assume|think of|take|remember|recall|note|notice|keep in mind|bear in mind|for (?:example|instance)|e\.g\.|let)\b|^to (?:illustrate|give you|put|demonstrate|recap|summari[sz]e|be (?:clear|fair))\b|\b(?:let(?:’|')s say|might be wondering|may be wondering|you(?:’|')ll (?:see|notice|find|learn)|as you can|you might (?:think|ask|wonder)|if you(?:’|')re (?:interested|curious|wondering|reading))\b/i,
  },
  {
    name: 'instructs',
    pattern:
      /^(?:(?:first|next|then|now|finally|so),? )?(?:ask|open|click|run|choose|navigate|install|create|select|enter|type|copy|paste|add|go to|head|make sure|ensure that you|be sure|configure|set up|launch|press|scroll|tap|save|delete|enable|disable|update your|replace the|change the|follow|check|see|read|watch|visit|listen|browse|explore|learn|discover|meet|try|get|grab|stay|please|don(?:’|')?t (?:forget|miss|worry)|come|share|start by|start with|look|find|sign|log in|login|repeat)\b(?!\s+(?:is|are|was|were|has|have|had|can|will)\b)/i,
  },
];

/** Openings that lean on the sentence before: without it, a reader asks "which?" or "as opposed to what?". */
const leaning: readonly RegExp[] = [
  /^[“"'‘(]*(?:this|these|those|that|it(?!(?:(?:’|')s| is| was| can be| became| may be) (?:\w+ly |also |often )?(?:important|critical|essential|crucial|vital|possible|impossible|necessary|hard|difficult|easy|tempting|common|clear|better|best|useful|safe|rare|worth)\b)|its|they|they(?:’|')(?:re|ve|ll|d)|their|them|he|she|his|her|him|such|both|neither|none|one(?: (?:that|which|who|is|was|has|had|can|way|more|example))|each of|one of (?:these|those|them|the)|some of (?:these|those|them|the)|all (?:of )?(?:this|these|those|that|the above)|many of (?:these|those|them|the)|most of (?:these|those|them|the)|none of (?:these|those|them)|any of (?:these|those|them)|others?|another|the (?:same|former|latter|others?|above|rest|results?|first|second|third|fourth|last|next|idea|answer|reason|reasons|solution|problem|issue|fix|goal|trick|catch|point|main (?:difference|reason|advantage|benefit|drawback|problem)|difference|alternative|only (?:difference|exception|problem|downside|catch)|downside|upside|advantage|drawback|outcome|consequence|culprit|good news|bad news|short answer))\b/i,
  /^[“"'‘(]*(?:however|but|so|also|then|instead|therefore|thus|hence|consequently|accordingly|furthermore|moreover|additionally|besides|similarly|likewise|conversely|otherwise|nevertheless|nonetheless|still|yet|and|or|nor|plus|too|meanwhile|afterwards?|later|subsequently|eventually|finally|lastly|first|firstly|second|secondly|third|thirdly|fourth|next|again|indeed|instead of (?:this|that|these|it)|rather|sadly|unfortunately|luckily|fortunately|thankfully|surprisingly|interestingly|importantly|notably|obviously|clearly|of course|well|okay|ok|yes|no|sure|right|alas|anyway|anyhow|now|here|there(?:fore|by|after|in)?,|even (?:so|then|better|worse)|that (?:said|being said|is|way)|in other words|in (?:this|that|these|those|such|both|either|our) (?:case|cases|way|ways|regard|respect|sense|context|situation|situations|example|manner|approach|model|setup|scenario|mode)|in (?:addition|contrast|comparison|turn|fact|particular|short|essence|response|return|summary|conclusion|either case|the meantime|the end)|as (?:a (?:result|consequence)|such|well|always|usual|before|expected|it turns out|you)|on (?:the (?:other|one) hand|top of (?:this|that|these|it)|the contrary)|at (?:this|that|the same) (?:point|time|moment|stage)|by (?:this|that|doing (?:so|this|that)|contrast|comparison|then)|to (?:do (?:so|this|that)|this end|that end|(?:\w+ )?(?:this|that|these|those|it|them)\b)|for (?:this|that|these|those|the same) (?:reason|reasons|purpose|case|\w+)|because of (?:this|that|these|it)|due to (?:this|that|these)|with (?:this|that|these|those|all|it|them|both)\b|after (?:this|that|all|which|it)\b|before (?:this|that|it)\b|since then|from (?:there|here|this|that|then)|like (?:this|that)|until then|apart from (?:this|that)|despite (?:this|that|these|all)|given (?:this|that|these|all)|based on (?:this|that|these|our)|under (?:this|that|these)|using (?:this|that|these|it)|not only (?:that|this|did|does|is)|worse|better|speaking of|more (?:importantly|specifically|precisely|generally)|same)\b(?![-’'])/i,
  /^(?:when|while|if|as|since|because|although|though|after|before|once|until|in|for|on|given|where|unless|whether) (?:it|they|he|she|this|these|those|(?:its|their|his|her)(?![^,]{3,60}, \p{Lu}))\b/iu,
  /\b(?:like (?:this|that|these|those)|(?:of|for|to|with|in|by|from|about|on|at|into|over|under|avoid|solve|address|fix|do|does|did|prevent|handle|achieve|support|because of|about) (?:this|these|those)(?:[.,;:)]|$| (?:is|are|was|were|and|or|but|we|by|in)\b))/i,
  /\b(?:he|she) (?:argues|says|said|notes|noted|adds|added|explains|explained|believes|suggests|wrote|writes|points)\b/i,
  /^(?:\w+ing|to \w+|once|now|with|by \w+ing|after \w+ing|before \w+ing|if|when|while) (?:\w+ ){0,2}(?:of (?:them|it)|them)\b|^(?:we (?:think|believe) )?the (?:lesson|takeaway|point|moral)\b(?! (?:is|was|of|for|from)\b)/i,
  /(?<!of )\b(?:our|its|their|your|my) own[.,;!]/i,
  /^(?:\S+ ){0,7}(?:all|some|most|any|none|much|half|part|each|two|three|one) of (?:it|them)\b/i,
  /, (?:however|on the other hand|therefore|in turn|consequently),/i,
  /\b(?:the situation|the matter)\b|^to \w+ the (?:problem|issue|challenge)s?,/i,
  /\b(?:the|this|that|these|those) (?:second|third|former|latter|previous|other|above|above-mentioned|aforementioned|same|preceding|first two|two|three|four|alternative) (?:\w+ )?(?:approach(?:es)?|options?|methods?|solutions?|strateg(?:y|ies)|techniques?|cases?|examples?|problems?|issues?|steps?|points?|reasons?|choices?|ideas?|models?|alternatives?|scenarios?|parts?|types?|kinds?|systems?|bullets?|categories)\b/i,
];

const lengthOf = (text: string): number => text.split(' ').length;

/**
 * Why `text` cannot stand in a digest, in words for a person; undefined where nothing is against it.
 * A sentence that only leans on the one before passes: see `leansOnPrevious`.
 */
export const faultOf = (text: string): string | undefined => {
  const words = lengthOf(text);
  if (words < fewestWords) return 'is too short';
  if (words > mostWords) return 'is too long';
  if (!isBalanced(text)) return 'has half a quotation or bracket';
  return faults.find(({ pattern }) => pattern.test(text))?.name;
};

/** `this task`, `such a situation`: names something, unless a noun of the sentence itself comes before it. */
const pointing =
  /\b(?:this|these|those(?! who\b| that\b| of\b| which\b| in\b| with\b)|such(?! as\b| that\b)|(?<=\b(?:of|for|in|on|to|at|from|by|with|into|under|over|behind|about|close|fill|makes?|reads?|keeps?|solved?|fix|uses?|all|than)\s|, )that(?=[.,;]|\s(?!is\b|are\b|was\b|were\b|we\b|it\b|they\b|you\b|the\b|an?\b|can\b|could\b|will\b|would\b|ha[sd]\b|have\b|do\b|does\b|did\b|he\b|she\b|there\b|its\b|our\b|their\b|your\b|no\b|every\b|each\b|all\b|some\b|any\b|many\b|most\b|if\b|when\b|while\b|as\b|in\b|on\b|at\b|by\b|only\b|never\b|always\b|not\b)))\s*(?:an? )?((?:[\p{L}-]+(?:\s+[\p{L}-]+)?)?)/giu;

const pointsBack = (text: string): boolean =>
  [...text.matchAll(pointing)].some(match => {
    const before = new Set(contentStems(text.slice(0, match.index)));
    return !contentStems(match[1] ?? '').some(stem => before.has(stem));
  });

/** True where the sentence makes sense only straight after the one before it. */
export const leansOnPrevious = (text: string): boolean =>
  leaning.some(pattern => pattern.test(text)) || pointsBack(text);
