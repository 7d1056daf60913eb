/** Cues: the turns of phrase by which engineers tell a problem, what they did, what it cost and what they learned. */
import type { FacetName } from '../../edition/edition.ts';
import { anyOf, anyPairOf } from '../language/phrases.ts';

export interface Cue {
  readonly pattern: RegExp;
  /** How sure it is: 5 names the facet, 3 says it plainly, 2 most often means it, 1 goes with it; negative speaks against it. */
  readonly weight: number;
}

const cue = (weight: number, phrases: string): Cue => ({ weight, pattern: anyOf(phrases) });

const problem: readonly Cue[] = [
  // A case that may arise is not what the story is about.
  { weight: -1.5, pattern: /^If\b/gu },
  cue(
    5,
    `the problem is that|the problem was|problem with ~ is|was the problem|the challenge is|the challenge was|challenge lies|the issue was|the bottleneck
     our problem|our challenge|our biggest problem|main problem|main challenge|biggest challenge|core problem|key challenge`,
  ),
  cue(
    3,
    `struggl*|suffer*|bottleneck*|outage*|downtime|unmaintainable|unsustainable|unmanageable|untenable|unworkable|pain point*|painful
     ran out of|run out of|out of memory|out-of-memory|hit ~ limit*|hit ~ ceiling|hit ~ wall|did not scale|does not scale|not scale
     could not keep up|can not keep up|not keep up|could not cope|did not fit|did not work|does not work|falls short|fell short
     became ~ slow|became ~ hard*|became ~ difficult|became ~ expensive|became ~ complex|too often|too frequently
     no existing|no open-source|no off-the-shelf|had to create our own|had to build our own|had to write our own|pushed to ~ limit*
     until now|up to now|severe limitation*|by hand`,
  ),
  cue(
    2,
    `problem*|challeng*|difficult*|obstacle*|pitfall*|fail|fails|failed|failing|failure*|broke|broken|breaks|crash*|bug|bugs|incident*|root cause*
     vulnerab*|attack*|leak|leaks|leaked|stale|inconsisten*|unpredictab*|timeout*|timed out|throttl*|stolen|compromis*|exploit*|malicious|impersonat*|erroneous*|ineffective|regress*
     lack|lacks|lacked|lacking|lack of|absence of|inability|unable to|can not|impossible to|hard to|harder|there is no|there was no|there were no|there are no
     had no|not designed|never designed|too many|too much|too slow|too large|too big|too long|too late|too expensive|too complex|too coarse
     slow|slower|slowed|slowly|expensive|costly|manual|manually|tedious|error-prone|fragile|brittle|waste*|legacy|toil
     missing|overlooked|neglected|scarce|no longer|mistake*|confus*|undermin*|cold start*|cold-start|degrad*|contention|overload*|overwhelm*|stuck|stalled|prolonged|ignore*|ignoring|misconfigur*|were not ~ as expected|did not ~ as expected|no isolation|without ~ isolation|took #`,
  ),
  cue(
    1,
    `grew|grow|growing|growth|as ~ grew|as ~ scaled|increasing*|critical|traditional*|historically|previously|originally|existing
     until|used to|every time|burden*|friction|sprawl|redundan*|duplicat*|fragment*|scattered|silo*|monolith*|interrupt*|spike*|risk*|threat*|gap*
     nobody|no one|wrong|lost|waits|waited|waiting|limit|limits|limited|rarely|hardly|unclear|constrain*|shortcoming*|consum*|neither|needed
     more than #|always`,
  ),
  cue(
    -1.5,
    `reduc*|improv*|solves|solved|eliminat*|fixed|avoids|avoided|prevents|mitigat*|# faster|% fewer|% less|% lower|easy|easier|so that it can not
     we built|we designed|we introduced|we added|we moved|we now|today we|we are releasing|we are adding|has opened|is available|now available
     will never|can never|should|must|gave us|allowed us|in return`,
  ),
];

/** What a subject ("we", "the team", "Netflix") did, when it tells of its own deed. */
const deeds = `built|designed|developed|introduced|created|implemented|replaced|rewrote|rebuilt|redesigned|migrated|moved|adopted|chose
  decided|switched|split|separated|decoupled|added|deployed|rolled out|launched|released|shipped|started|turned to|extended|integrated|automated
  consolidated|standardized|offloaded|sharded|partitioned|cached|wrote|made|set up|removed|refactored|optimized|settled on|opted|combined
  trained|fine-tuned|wrapped|ran|put|configured|converted|ported|enforced|isolated|used|generated|opened|announced|published|left|upgraded|patched|enabled|disabled|reverted|blocked|deleted|revoked|merged|simplified|tuned`;

/** What "we" do all the time. */
const habits = `build|combine|use|run|store|keep|avoid|rely on|treat|measure|been working on|been building|are building|are adding`;

const ourselves = "we|we've|we have|we also|we then|we now|they|they have";
const others = 'the team|our team|engineers|the engineers|its engineers';

/** A name in front of a deed; the name's capitals count here. */
const namedDeed = new RegExp(
  `(?:^|[,;] |and |when |where )(?:\\p{Lu}[\\p{L}\\p{N}.’'-]* ){1,4}(?:has |have )?(?:since |also |now |then |team |engineers )?(?:${deeds
    .trim()
    .split(/(?<!\s)\s*[|\n]\s*/)
    .join('|')}|uses|deploys)(?!\\p{L})`,
  'gu',
);

const approach: readonly Cue[] = [
  { weight: 3, pattern: anyPairOf(`${ourselves}|${others}`, deeds) },
  { weight: 3, pattern: anyPairOf(ourselves, habits) },
  { weight: 3, pattern: namedDeed },
  {
    weight: 2.5,
    pattern:
      /^(?:\p{Lu}[\w.’'-]* ){1,4}(?:v?\d[\w.]* )?(?:removes|replaces|introduces|adds|moves|drops|splits|separates|combines|turns|prepares|enables|lets|allows|gives)(?!\p{L})/gu,
  },
  { weight: 2.5, pattern: /^(?:\p{Lu}[\w.’'-]* ){1,3}now (?!has\b|is\b|comes\b)\p{Ll}+s\b/gu },
  cue(
    3,
    `our solution|our approach|our answer|the solution|to solve ~|to address ~|to fix ~|to remedy ~|to overcome ~|is designed to|was designed to|the approach`,
  ),
  cue(
    2.5,
    `is implemented ~|built on|built around|is stored in|are stored in|is made of|consists of|consist of|is based on|composed of|works by|backed by|powered by|on top of|runs on
     is an open-source|is the mechanism|is called`,
  ),
  {
    weight: 2.5,
    pattern: /\bis (?:an?|the) (?:[\w-]+ ){0,3}?(?:system|framework|service|platform|tool|library|engine|sdk)\b/giu,
  },
  // What a change did: “Moving the index to disk halved the bill.”
  {
    weight: 3,
    pattern:
      /^\p{Lu}\w+ing (?:the|our|a|an|all) [^.;]{5,80} (?:stopped|fixed|solved|resolved|removed|cut|reduced|ended|halved|restored|brought|freed|saved|made|let|allowed)\b/gu,
  },
  // A passive with its means: “is kept consistent by replaying the log”.
  { weight: 2.5, pattern: /\b(?:is|are) \w+ed (?:\w+ ){0,3}?(?:by|through) \w+ing\b/giu },
  { weight: 2, pattern: /\bby (?!being|having)\w+ing\b/giu },
  // The rules that a practice goes by are what it does.
  { weight: 3, pattern: /^The (?:two|three|four|five|six|seven) [\p{L} -]{3,60} are [^.]*,/gu },
  cue(
    2,
    `instead of|in place of|so that|through a|through an|using a|using an|rather than|in order to|moves from|moved from|to a dedicated|of its own|which lets|lets users|lets a`,
  ),
  cue(
    1.5,
    `enables|allows|lets|supports|provides|guarantees|ensures|uses|stores|runs|combines|replaces|handles|isolates|routes|streams|executes|schedules
     polls|reads|writes|emits|compiles|sends|pushes|pulls|splits|caches|encrypts|validates|detects|generates|decouples|separates|dispatches|queries|holds
     places|appends|publishes|wakes|puts|consumes|updates|keeps|creates|decides|selects|ranks|requests|asks|checks|signs|verifies|grants|trusts|declares
     assigns|decomposes|arranges|profiles|defines|describes|computes|builds|moved|built|added|replaced|introduced|generated|designed|exposes|inspects|merges
     compares|converts|translates|restricts|enforces|measures|tracks|turns|maps|makes|removes|drops|leaves|retires|wraps|hands|starts`,
  ),
  // What anyone could have said of it: that it is here, or what the word means.
  cue(
    -4,
    `today we|we've released|we have released|is now available|now generally available|we are releasing|we're releasing|we are adding|we're adding|opened the beta|opened the ~ beta|public beta|open beta|paying customers|all customers
     is an open protocol|is an open standard|is a standard|is a protocol|is a term|is a technique|is the ability to|refers to|stands for|is short for`,
  ),
  cue(
    -1.5,
    `attacker*|could|might|may|should|would have|future|plan to|plans to|hope to|someday|eventually|in theory|unfortunately|problem|challenge*|failed|have to|has to|had to
     normally|usually|typically|nobody|costs|locked out|people have to|by hand|impossible|you have|you've|would be|we will be|not enough
     our first|our initial|our original|initially|originally`,
  ),
];

const tradeoff: readonly Cue[] = [
  cue(
    5,
    `tradeoff*|trade-off*|at the cost of|at the expense of|at the price of|comes at a ~ cost|comes with ~ cost|comes at a price|in exchange for|in return for
     sacrific*|the price is|the price was|the price of|the cost is|the cost of|the downside|the drawback|the catch|a downside|a drawback|gave up|give up|gives up|giving up
     trading|trades|traded|trade for|trade ~ for|trade ~ against|as the price of|not come for free|comes for free|is not free|has a cost|have a cost|no free lunch`,
  ),
  cue(
    3,
    `overhead|limitation*|penalt*|downside*|drawback*|caveat*|maintenance burden|operational cost|operational burden|operational complexity|added complexity
     more complex|more complicated|more expensive|more memory|more work|more code|extra work|extra latency|extra step*|additional latency|additional cost
     adds ~ complexity|complexity|less flexible|less accurate|backward compatibility|eventual consistency|strong consistency|eventually consistent
     accepted the|accepted that|accepts that|asynchronous*|accepts the|we accept|acceptable|accepting|willing to|deliberately|chose ~ instead|chose ~ over|prefer ~ over|we pay for|pay for|decided against
     costs money|cost money|cost more|locked out|rigid*|restricted|restrictions|burden of|manual work|quite expensive|undertaking`,
  ),
  cue(
    2,
    `teams have to|team has to|somebody ~ has to|someone ~ has to|users have to|developers have to|maintainers have to|they have to|we have to|you have to|had to be
     has to be|have to be|still has to|still have to|still need*|still requires|does not support|do not support|did not support|not support|does not guarantee|not guarantee
     does not cover|does not provide|not suitable|not possible|can not be|can not see|can not use|only works|only when|only if|at most once|at most one|lag|lags|slower|longer|heavier
     idle|takes hours|takes days|takes weeks|takes months|taken months|takes more|costs about|costs #|risk of|disabl*`,
  ),
  cue(
    1,
    `cost*|expensive|complex|requires|require|latency|burden*|worse|loss|manual|migration|breaking|separate|duplicat*|painful|tension|although|though|while|whereas|even though|despite|but|loses|lose|losing|depend* on|slow|rarely|later|approximate`,
  ),
  { weight: 5, pattern: /\b(?:chose|choose|chooses|preferred|favou?red)\b[^.;:]{3,80}\bover\b/giu },
  // What has been made less of is a gain.
  {
    weight: -4,
    pattern:
      /\b(?:(?:minimi[sz]|reduc|eliminat|remov|avoid|simplif|lower)\w*|less|little) (?:\w+ ){0,3}?(?:complexity|overhead|burden|costs?|latency|limitations?|work)\b/giu,
  },
  // What something is sold for is no trade-off.
  cue(
    -3,
    `customers pay|users pay|is billed|are billed|pricing|price list|free tier|for free|all you have to do|all you need`,
  ),
  cue(-2, `no tradeoff*|without compromising|without sacrificing|no longer|legacy|the problem was|# faster`),
];

const lesson: readonly Cue[] = [
  cue(
    5,
    `lesson*|takeaway*|take-away*|we learned|we learnt|we have learned|we've learned|taught us|in hindsight|in retrospect|rule of thumb|the moral
     wider point|broader point|larger point|bigger picture|deeper point|our conclusion|what matters is|what matters most`,
  ),
  cue(
    3,
    `over the long haul|over the long run|in the long run|in the long term|ultimately|paid off|pays off|in ~ experience|proved that|proves that|shows that|showed that|shows is that|showed is that|showed us that|tells us that
     demonstrat*|confirms that|illustrates|highlights|reinforces|suggests|is key to|the key to|essential|crucial|we found that|we realized|we discovered
     should have|should not have|it is important|important to|is to be|should rely|should be|should not be|you should|teams should|best way|is the best|anti-pattern`,
  ),
  cue(
    3,
    `used by ~ teams|used by #|used by nearly|used by more than|used by over|in use by|now serves|now handles|now runs|currently serving
     currently serves|currently handles|currently supports|merged into|adopted by|in production at|has been running ~ since`,
  ),
  cue(
    2.5,
    `doubled|tripled|from # ~ to #|# faster|# times faster|times faster|# fewer|#% less|#% fewer|#% lower|#% reduction|# improvement
     never fell below|never exceeded|down from #|up from #|brought ~ below`,
  ),
  // A change with its figure: “has dropped by 80%”.
  {
    weight: 2.5,
    pattern:
      /\b(?:reduc|cut|drop|decreas|fell|shr[aiu]nk|lower|improv|increas|rose|grew|sav)\w*\b[^.;:]{0,60}?\b(?:by|from|to|was|is|of)\b[^.;:\d]{0,20}\d/giu,
  },
  cue(
    2,
    `should|shouldn't|not just|not merely|no amount of|any team|teams that|teams who|those who|anyone who|anyone with|companies that|turns out|makes sense|principle*|discipline`,
  ),
  cue(
    1,
    `rather than|must|need to|always|never|avoid|prefer|matter*|better|good|goal*|worth|now|today|since then|in production|as a result|enabled us|allowed us|helped us|has become|have become|in general|simpler|simplicity|simple|means that`,
  ),
  // That something was learned is not what was learned.
  cue(-6, `learned a lot|learnt a lot|learned much|learned so much`),
  // “Should” of what is expected, not of what is right.
  cue(-3, `should get|should see|should become|should now|should be able`),
  cue(
    -4,
    `is available|are available|available now|available today|now available|generally available|pricing|price list|billed|will find|free tier`,
  ),
  cue(
    -1.5,
    `click|next step|future work|we plan|will be|coming soon|does not provide|does not support|not provide|can not|no longer|would not|will not|had to|is defined as`,
  ),
];

export const cues: Readonly<Record<FacetName, readonly Cue[]>> = { problem, approach, tradeoff, lesson };
