/** Cues: the turns of phrase by which engineers tell a problem, what they did, what it cost and what they learned. */
import type { FacetName } from '../edition/edition.ts';

export interface Cue {
  readonly pattern: RegExp;
  /** How sure the cue is: 3 says it in so many words, 2 most often means it, 1 goes with it. Negative: speaks against it. */
  readonly weight: number;
}

/** What follows a subject ("we", "the team", "Netflix") when it tells of its own deed. */
const deeds =
  'built|build|been (?:\\w+ )?(?:working on|building|developing)|designed|developed|introduced|created|implemented|replaced|rewrote|rebuilt|re-?architected|redesigned|migrated|moved|adopted|chose|decided|switched|split|separated|decoupled|added|deployed|rolled out|launched|released|shipped|moved|started|turned to|extended|integrated|automated|consolidated|standardi[sz]ed|offloaded|sharded|partitioned|cached|wrote|made|set up|removed|refactored|optimi[sz]ed|open-?sourced|settled on|opted|combined|trained|fine-?tuned|wrapped|ran|put|configured|converted|ported|enforced|isolated|redesign|use|used|run|store|route|keep';

const problem: readonly Cue[] = [
  {
    weight: 3,
    pattern:
      /\b(?:main|biggest|key|core|real|root|big|major|serious|common|fundamental|central|recurring|hard(?:est)?|significant|persistent) (?:\w+ )?(?:problems?|challenges?|issues?|bottlenecks?|pain points?|difficult(?:y|ies)|dangers?|risks?|obstacles?|limitations?)\b/i,
  },
  {
    weight: 3,
    pattern:
      /\b(?:struggl\w+|suffer(?:ed|s|ing)?|bottlenecks?|unmaintainable|unsustainable|unmanageable|untenable|unworkable|outages?|downtime|pain points?|painful|ran out of|running out of|out of memory|hit (?:a|the|its|our) (?:\w+ )?(?:limits?|wall|ceiling))\b/i,
  },
  {
    weight: 3,
    pattern:
      /\b(?:did(?:n(?:’|')t| not)|could(?:n(?:’|')t| not)|would(?:n(?:’|')t| not)|does(?:n(?:’|')t| not)|do(?:n(?:’|')t| not)|no longer|not) (?:\w+ )?(?:scale|keep up|cope|meet|fit|work(?: well)?|suffice|handle|sustain)\b/i,
  },
  {
    weight: 2.5,
    pattern:
      /\b(?:bec(?:a|o)me|becomes|becoming|grew|getting|got|was|were|is|are) (?:\w+ )?(?:a burden|hard(?:er)?|difficult|impossible|slow(?:er)?|expensive|costly|fragile|brittle|painful|cumbersome|tedious|complex|error-prone|overwhelm\w+|unreliable|insufficient|inefficient|infeasible|impractical|time-consuming|vulnerable|insecure|prohibitive\w*|unwieldy)\b/i,
  },
  {
    weight: 2,
    pattern:
      /\b(?:problems?|challeng\w+|difficult(?:y|ies)|obstacles?|pitfalls?|failures?|fail(?:s|ed|ing)?|breaks?|broke|broken|crash\w*|bugs?|incidents?|vulnerab\w+|attack(?:s|ers?|ed)?|leak(?:s|ed|ing)?|stale|inconsisten\w+|unpredictab\w+|latency spikes?|timeouts?|timed out|throttl\w+)\b/i,
  },
  {
    weight: 2,
    pattern:
      /\b(?:lack(?:s|ed|ing)?(?: of)?|missing|absence of|limited success|inability|unable to|cannot|can(?:’|')t|impossible to|hard to|difficult to|there (?:is|was|were|are) no|had no|without any|no (?:\w+ )?way to|never designed|not designed)\b/i,
  },
  {
    weight: 2,
    pattern:
      /\btoo (?:many|much|often|frequent(?:ly)?|slow(?:ly)?|large|big|long|late|few|expensive|complex|coarse|noisy|small|costly|rigid)\b/i,
  },
  {
    weight: 1.5,
    pattern:
      /\b(?:slow(?:s|ed|er|ly)?|expensive|costly|manual(?:ly)?|tedious|error-prone|fragile|brittle|waste(?:s|d|ful)?|legacy|monolith\w*|toil|redundan\w+|duplicat\w+|fragmented|scattered|silo(?:s|ed)?|noise|noisy|burden\w*|overwhelm\w*|ignor\w+|interrupt\w*|contention|spikes?|degrad\w+|sprawl|friction|prolonged|congest\w+|overload\w*|risk(?:s|y)?|threat\w*|abus\w+)\b/i,
  },
  {
    weight: 1,
    pattern:
      /\b(?:as (?:\w+ ){1,4}(?:grew|grows|scaled|expanded|increased)|gr(?:ew|own?|owing|owth)|had to|needed (?:to|an?)|needs? to|demands?|increasing(?:ly)?|critical|traditional(?:ly)?|historically|previously|originally|at first|existing|until|used to|every time|today|most|many|often)\b/i,
  },
  {
    weight: -1.5,
    pattern:
      /\b(?:reduc(?:es|ed|ing)|improv(?:es|ed|ing)|solv(?:es|ed)|eliminat(?:es|ed)|fix(?:es|ed)|avoids?|prevents?|mitigat\w+|\d+(?:\.\d+)?(?:x|%) (?:faster|fewer|less|lower|cheaper)|no longer need|easy|easier|simple)\b/i,
  },
  { weight: -1, pattern: new RegExp(`\\b(?:we|they|the team) (?:have |also |then |first )?(?:${deeds})\\b`, 'i') },
];

const approach: readonly Cue[] = [
  {
    weight: 3,
    pattern: new RegExp(
      `\\b(?:we|they|(?:our|the|its|their) (?:\\w+ )?(?:team|engineers|developers|company|group))(?: have| has|(?:’|')ve)?(?: also| then| therefore| instead| first| now| recently| eventually| finally)? (?:${deeds})\\b`,
      'i',
    ),
  },
  {
    weight: 2.5,
    pattern: new RegExp(
      `^(?:\\p{Lu}[\\p{L}\\p{N}.&’'-]*\\s){1,4}(?:has |have |also |now |then |recently )?(?:${deeds})\\b`,
      'u',
    ),
  },
  {
    weight: 2.5,
    pattern:
      /\bis (?:achieved|guaranteed|implemented|handled|enforced|built|done|solved|stored|avoided|ensured|provided|performed|isolated|designed|split|organi[sz]ed|made possible) (?:\w+ )?(?:through|by|with|using|on|via|as|to|in)\b/i,
  },
  { weight: 2, pattern: /\b(?:is|are) [\w-]+, (?:[\w-]+,? ){0,4}and [\w-]+/i },
  {
    weight: 2.5,
    pattern:
      /\b(?:is|are) (?:an?|the|our) (?:[\w-]+,? ){0,5}(?:framework|system|service|platform|tool|library|engine|architecture|pipeline|protocol|layer|database|language|runtime|proxy|gateway|orchestrator|scheduler|cache|queue|store|index|compiler|sandbox|registry|module|feature|api|sdk|cli|model|mechanism)s?\b/i,
  },
  {
    weight: 2,
    pattern:
      /\b(?:our|the) (?:new )?(?:solution|approach|design|architecture|strategy|answer|system|pipeline|method)\b|\b(?:to (?:solve|address|fix|avoid|reduce|mitigate|remedy|overcome|tackle|eliminate|prevent|handle|achieve|support|protect|keep|make|ensure)\b)/i,
  },
  {
    weight: 2,
    pattern:
      /\b(?:instead of|rather than|in place of|so that|by (?:using|adding|moving|splitting|replacing|running|storing|separating|keeping|making|letting|having|building|combining|caching|forcing|turning|retrying|\w+ing)|built (?:on|with|around|as|in)|based on|consists of|relies on|is made (?:up )?of|composed of|works by|backed by|powered by|on top of|written in|through (?:an?|the)|using)\b/i,
  },
  {
    weight: 1.5,
    pattern:
      /\b(?:enables?|allows?|lets?|supports?|provides?|guarantees?|ensures?|uses?|stores?|runs?|combines?|replaces?|handles?|isolates?|routes?|streams?|executes?|schedules?|polls?|reads?|writes?|emits?|compiles?|sends?|pushes?|pulls?|splits?|caches?|encrypts?|validates?|detects?|generates?|decouples?|separates?|trended|combine|consists?|contains?|turns?|maps?|gives?|keeps?|wraps?|measures?|tracks?|dispatch(?:es)?|queries|queue)\b/i,
  },
  {
    weight: -1.5,
    pattern:
      /\b(?:could|might|would|may|should|future|plan(?:s|ned|ning)?|hope|someday|eventually|in time|unfortunately|problem|fail(?:s|ed)?)\b/i,
  },
];

const tradeoff: readonly Cue[] = [
  {
    weight: 4,
    pattern: /\b(?:trade-?offs?|trad(?:es?|ed|ing) (?:[\w-]+ ){1,5}(?:for|against)|trading off|strategic trade)\b/i,
  },
  {
    weight: 4,
    pattern:
      /\b(?:at the (?:\w+ )?(?:cost|expense|price) of|com(?:es?|ing|ing) (?:at|with) (?:an?|the|its|some) (?:\w+ )?(?:costs?|price|overhead|penalty)|(?:has|have|had) (?:a|some|its) (?:\w+ )?(?:costs?|price|penalty|downsides?|drawbacks?)|in (?:exchange|return) for|sacrific\w+|giv(?:e|es|ing|en) up|gave up|(?:the|main|only|one|its|a) (?:\w+ )?(?:price|cost|catch|downside|drawback|caveat|limitation)s? (?:is|was|are|were|of)|downsides?|drawbacks?|caveats?|compromis(?:e|es|ed|ing) (?:on|between|is|was|of|that)|pay(?:s|ing)? (?:a|the|an|with|for it)|paid (?:a|the|for)|not free|isn(?:’|')t free|no free lunch)\b/i,
  },
  {
    weight: 3,
    pattern:
      /\b(?:overhead|limitations?|penalt(?:y|ies)|maintenance (?:burden|cost|overhead)|operational (?:burden|cost|complexity|overhead)|added (?:complexity|latency|cost)|more (?:complex|complicated|expensive|memory|cpu|storage|work|code|latency|moving parts)|(?:extra|additional) (?:cost|complexity|latency|memory|work|step|storage|hop|code|round[- ]trips?|permissions|effort|network)|complexity|less (?:flexible|accurate|precise|control|flexibility)|cannot (?:\w+ )?(?:guarantee|be|run|use|support|see|scale|access)|depends? on)\b/i,
  },
  {
    weight: 3,
    pattern:
      /\b(?:chose|choose|prefer(?:red)?|opt(?:ed)?(?: for)?|favou?r(?:ed|ing)?|accept(?:s|ed|ing|able)?|tolerat\w+|settl\w+ for|willing to|deliberately|intentionally|conscious(?:ly)?) (?:[\w-]+ ){0,8}(?:over|rather than|instead of|because|latenc\w+|stale\w*|loss|eventual\w*|slower|downtime|risk|delay|cost|inconsisten\w+)\b|\bare acceptable\b|\bis acceptable\b/i,
  },
  {
    weight: 2,
    pattern:
      /\b(?:(?:does|do|did|is|are|was|will)(?:n(?:’|')t| not) (?:\w+ )?(?:support\w*|guarantee\w*|cover\w*|handle|scale|provide|allow|work|help|suited|suitable|available|possible|compatible|enough|require)|still (?:need|require|has to|have to|must|depend|cost|lack|suffer)\w*|only (?:works?|supports?|applies|helps|available|when|if)|(?:at most|up to) (?:one|once|\d+)|eventual(?:ly)? consisten\w+|not (?:yet |always )?(?:support\w*|suitable|possible|perfect|ideal)|restrict\w*|stale|slower|longer|heavier|larger)\b/i,
  },
  {
    weight: 1.5,
    pattern:
      /\b(?:cost(?:s|ly)?|expensive|complex(?:ity)?|requires?|required|latency|burden|risks?|worse|lose[sd]?|losing|loss|slow(?:s|ed)?|manual|migration|breaking|backward[- ]compatib\w+|disabl\w+|decrease|separate builds?|duplicat\w+|painful|tension)\b/i,
  },
  {
    weight: 1,
    pattern:
      /\b(?:but|although|though|while|however|whereas|even though|despite|nevertheless|in practice|unless|except)\b/i,
  },
  {
    weight: -1.5,
    pattern:
      /\b(?:reduc(?:es|ed|ing) (?:the )?(?:cost|latency|complexity|overhead|risk)s?|without (?:compromis|sacrific)\w+|no (?:overhead|tradeoffs?|downtime|trade-offs)|eliminat(?:es|ed|ing)|less (?:overhead|complex))\b/i,
  },
];

const lesson: readonly Cue[] = [
  {
    weight: 4,
    pattern:
      /\b(?:lessons?|take-?aways?|we(?:(?:’|')ve| have)? (?:learned|learnt)|taught us|in (?:hindsight|retrospect)|rule of thumb|the moral|what matters (?:most )?is|key (?:insight|learning|finding)s?|our (?:experience|biggest lesson)|in (?:our|\S+(?:’|')s) experience)\b/i,
  },
  {
    weight: 3,
    pattern:
      /\b(?:we(?:(?:’|')ve| have)? (?:found|realized|realised|discovered|concluded|believe) (?:that|the|it)?|(?:shows?|showed|proves?|proved|demonstrat(?:es?|ed)|confirm(?:s|ed)|illustrat(?:es?|ed)|highlights?|underscores?|reinforces?|suggests?) (?:that|how|why)|over the long (?:haul|run|term)|in the long (?:run|term)|pays? off|paid off|worth (?:it|the|\w+ing)|ultimately|better (?:to|strategy|approach|off)|the best (?:way|strategy|approach)|key to|essential|crucial|important (?:to|that|for)|is simple and)\b/i,
  },
  {
    weight: 2.5,
    pattern:
      /\b(?:reduc(?:ed|es|ing|tion)|cut|dropped|drops|fell|falls|decreas(?:ed|es)|shrank|saved|saves|lower(?:ed|s)|improv(?:ed|es)|increas(?:ed|es)|doubled|tripled|grew|went|rose|sped up|speedup|eliminated) (?:[\w%-]+ ){0,9}(?:by|from|to|under|over|about|roughly|more than|at least|less than)? ?(?:\w+ ){0,2}\p{Sc}?\d/iu,
  },
  {
    weight: 2.5,
    pattern:
      /\b\d[\d.,]*\s?(?:x|×|times|%|percent) (?:\w+ )?(?:faster|fewer|less|more|lower|cheaper|smaller|higher|better|reduction|improvement|increase|decrease|drop|speedup|savings?)\b/i,
  },
  {
    weight: 2.5,
    pattern:
      /\b(?:should(?:n(?:’|')t)?|must|need to|always|never|avoid|prefer|keep (?:it|things|them|your)|make sure|matters?|healthy|good|goal|principles?|discipline|successful|best practices?|depends on)\b/i,
  },
  {
    weight: 1.5,
    pattern:
      /\b(?:as a result|result(?:s|ed)? in|now (?:serves?|handles?|runs?|takes?|supports?|has|have|can|processes|able|used)|today|since (?:launch|then|the|its)|in production|enabled us|allowed us|lets us|helped us|made it possible|has become|have become|in use by|used by|overall|in general|far more|simpler|simplicity)\b/i,
  },
  {
    weight: -1.5,
    pattern:
      /\b(?:for example|for instance|e\.g\.|such as|suppose|imagine|click|console|step \d|next step|future work|we plan|will be|coming (?:soon|months|weeks))\b/i,
  },
];

export const cues: Readonly<Record<FacetName, readonly Cue[]>> = { problem, approach, tradeoff, lesson };
