/** Cues: the turns of phrase by which engineers tell a problem, what they did, what it cost and what they learned. */
import type { FacetName } from '../../edition/edition.ts';
import { anyOf, anyPairOf } from './phrases.ts';

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
     our problem|our challenge|our biggest problem|main problem|main challenge|biggest challenge|the real problem|core problem|key challenge`,
  ),
  cue(
    3,
    `struggl*|suffer*|bottleneck*|outage*|downtime|unmaintainable|unsustainable|unmanageable|untenable|unworkable|pain point*|painful
     ran out of|run out of|out of memory|out-of-memory|hit ~ limit*|hit ~ ceiling|hit ~ wall|did not scale|does not scale|not scale
     could not keep up|can not keep up|not keep up|could not cope|did not fit|did not work|does not work|falls short|fell short
     became ~ slow|became ~ hard*|became ~ difficult|became ~ expensive|became ~ complex|became unmaintainable|became impossible|too often|too frequently
     no existing|no open-source|no off-the-shelf|had to create our own|had to build our own|had to write our own
     until now|up to now|severe limitation*|serious problem*|by hand`,
  ),
  cue(
    2,
    `problem*|challeng*|difficult*|obstacle*|pitfall*|fail|fails|failed|failing|failure*|broke|broken|breaks|crash*|bug|bugs|incident*|root cause*
     vulnerab*|attack*|leak|leaks|leaked|stale|inconsisten*|unpredictab*|timeout*|timed out|throttl*|stolen|compromis*|exploit*|malicious
     lack|lacks|lacked|lacking|lack of|absence of|inability|unable to|can not|impossible to|hard to|harder|there is no|there was no|there were no|there are no
     had no|not designed|never designed|too many|too much|too slow|too large|too big|too long|too late|too expensive|too complex|too coarse|too noisy
     slow|slower|slowed|slowly|expensive|costly|manual|manually|tedious|error-prone|fragile|brittle|wasted|wasteful|legacy|toil
     missing|overlooked|neglected|scarce|bare|no longer|mistake*|mistook|confus*|undermin*|defeats|dominates|cold start*|cold-start|degrad*|contention|overload*|overwhelm*|stuck|stalled|prolonged|noise|ignored|ignoring|exposed|unisolated|without any isolation|took #`,
  ),
  cue(
    1,
    `grew|grow|growing|growth|as ~ grew|as ~ scaled|increasing*|critical|traditional*|historically|previously|originally|at first|existing
     until|used to|every time|burden*|friction|sprawl|redundan*|duplicat*|fragment*|scattered|silo*|monolith*|interrupt*|spike*|risk*|threat*|gap*
     nobody|no one|wrong|lost|waits|waited|waiting|limit|limits|limited|rarely|hardly|unclear|constrain*|shortcoming*|neither|demands|needed
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
  trained|fine-tuned|wrapped|ran|put|configured|converted|ported|enforced|isolated|used|generated|opened|announced|published|stopped treating|left`;

/** What "we" do all the time. */
const habits = `build|combine|use|run|store|keep|avoid|rely on|treat|measure|been working on|been building|are building|are adding`;

const ourselves = "we|we've|we have|we also|we then|we now|they|they have";
const others = 'the team|our team|engineers|the engineers|its engineers';

/** A name in front of a deed; the name's capitals count here. */
const namedDeed = new RegExp(
  `(?:^|[,;] |and |when |where )(?:\\p{Lu}[\\p{L}\\p{N}.’'-]* ){1,4}(?:has |have |also |now |then |team |engineers )?(?:${deeds
    .trim()
    .split(/\s*[|\n]\s*/)
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
    `is achieved ~ by|is achieved through|is guaranteed ~ by|is implemented ~|is handled by|is enforced by|is built on|built on|built around|is avoided ~ by
     is stored in|are stored in|is made of|consists of|consist of|is based on|composed of|works by|backed by|powered by|on top of|runs on
     is an open-source|is a framework|is a system|is an sdk
     is the ~ system|is a ~ system|is a ~ framework|is a ~ service|is a ~ platform|is a ~ tool|is a ~ library|is an ~ engine|is the mechanism|is called`,
  ),
  // The rules that a practice goes by are what it does.
  { weight: 3, pattern: /^The (?:two|three|four|five|six|seven) [\p{L} -]{3,60} are [^.]*,/gu },
  cue(
    2,
    `instead of|in place of|so that|by using|by adding|by moving|by splitting|by running|by storing|by separating|by retrying|by forcing|by keeping|by building
     through a|through an|using a|using an|rather than|in order to|moves from|moved from|to a dedicated|of its own|which lets|lets users|lets a`,
  ),
  cue(
    1.5,
    `enables|allows|lets|supports|provides|guarantees|ensures|uses|stores|runs|combines|replaces|handles|isolates|routes|streams|executes|schedules
     polls|reads|writes|emits|compiles|sends|pushes|pulls|splits|caches|encrypts|validates|detects|generates|decouples|separates|dispatches|queries|holds
     places|appends|publishes|wakes|puts|consumes|updates|keeps|creates|decides|selects|ranks|requests|asks|checks|signs|verifies|grants|trusts|declares
     assigns|decomposes|arranges|profiles|defines|describes|computes|builds|moved|built|added|replaced|introduced|generated|designed|exposes|inspects|merges
     compares|converts|translates|restricts|enforces|measures|tracks|turns|maps|makes|removes|drops|leaves|retires|wraps|hands|starts|executes|is executed|trended|is rendered|are rendered`,
  ),
  // What anyone could have said of it: that it is here, or what the word means.
  cue(
    -4,
    `today we|is now available|now generally available|we are releasing|we're releasing|we are adding|we're adding|opened the beta|opened the ~ beta|public beta|open beta|paying customers|all customers
     is an open protocol|is an open standard|is a standard|is a protocol|is a term|is a technique|is the ability to|refers to|stands for|is short for`,
  ),
  cue(
    -1.5,
    `attacker*|could|might|may|should|would have|future|plan to|plans to|hope to|someday|eventually|in theory|unfortunately|problem|failed|have to|has to|had to
     normally|usually|typically|nobody|costs|locked out|people have to|by hand|no way|impossible|you have|you've`,
  ),
];

const tradeoff: readonly Cue[] = [
  cue(
    5,
    `tradeoff*|trade-off*|at the cost of|at the expense of|at the price of|comes at a ~ cost|comes with ~ cost|comes at a price|in exchange for|in return for
     sacrific*|the price is|the price was|the price of|the cost is|the cost of|the downside|the drawback|the catch|a downside|a drawback|gave up|give up|gives up|giving up
     trading|trades|traded|trade ~ for|trade ~ against|strategic trade|as the price of|not come for free|comes for free|is not free|has a cost|have a cost|no free lunch`,
  ),
  cue(
    3,
    `overhead|limitation*|penalt*|downside*|drawback*|caveat*|maintenance burden|operational cost|operational burden|operational complexity|added complexity
     more complex|more complicated|more expensive|more memory|more work|more code|extra work|extra latency|extra step*|additional latency|additional cost
     adds ~ complexity|complexity|less flexible|less accurate|backward compatibility|eventual consistency|strong consistency|eventually consistent
     accepted the|accepted that|accepts that|asynchronous*|accepts the|we accept|acceptable|accepting|willing to|deliberately|chose ~ instead|chose ~ over|prefer ~ over|we pay for|pay for|at a fraction
     costs money|cost money|cost more|locked out|rigid*|restricted|restrictions|in the short term|broke ~ ecosystem|burden of|manual work`,
  ),
  cue(
    2,
    `teams have to|team has to|somebody has to|someone has to|someone still has to|users have to|developers have to|maintainers have to|they have to|we have to|you have to|had to be
     has to be|have to be|still has to|still have to|still need*|still requires|does not support|do not support|did not support|not support|does not guarantee|not guarantee
     does not cover|does not provide|not suitable|not possible|can not be|can not see|can not use|only works|only when|only if|at most once|at most one|lag|lags|slower|longer|heavier
     idle|hours of|takes hours|costs about|costs #|costs us|decided to pay|sharp edges|not free of|takes months|taken months|takes more|risk of|disabl*|narrower|needs somebody|the larger bill|a second cost|nobody minds`,
  ),
  cue(
    1,
    `cost*|expensive|complex|requires|require|latency|burden*|worse|loss|manual|migration|breaking|separate|duplicat*|painful|tension|although|though|while|whereas|even though|despite|but|loses|lose|losing|depend* on|slow|rarely|later|approximate`,
  ),
  { weight: 5, pattern: /\b(?:chose|choose|chooses|preferred|favou?red)\b[^.;:]{3,80}\bover\b/giu },
  // What something is sold for is no trade-off.
  cue(-3, `customers pay|users pay|is billed|are billed|pricing|price list|free tier|for free`),
  cue(
    -2,
    `reduced cost*|reduces cost*|lower cost*|no tradeoff*|without compromising|without sacrificing|eliminat*|reduces complexity|no longer|legacy|the problem was|# faster`,
  ),
];

const lesson: readonly Cue[] = [
  cue(
    5,
    `lesson*|takeaway*|take-away*|we learned|we learnt|we have learned|we've learned|taught us|in hindsight|in retrospect|rule of thumb|the moral
     wider point|broader point|larger point|bigger picture|deeper point|our conclusion|holds beyond|holds well beyond|what matters is|what matters most`,
  ),
  cue(
    3,
    `over the long haul|over the long run|in the long run|in the long term|ultimately|paid off|pays off|in our experience|in ~ experience|proved that|proves that|shows that|showed that|shows is that|showed is that|showed us that|tells us that
     demonstrat*|confirms that|illustrates|highlights|reinforces|suggests|is another matter|is key to|the key to|essential|crucial|we found that|we realized|we discovered
     it is important|it's important|important to|is to be|should rely|should be|should not be|should behave|should plan|should think|should go|you should|teams should|best way|is the best|is becoming|becomes part of
     calls for|far closer to|anti-pattern`,
  ),
  cue(
    3,
    `gone on to become|used by ~ teams|used by #|used by nearly|used by more than|used by over|in use by|now serves|now handles|now runs|currently serving
     currently serves|currently handles|currently supports|adopted by|in production at|has been running ~ since`,
  ),
  cue(
    2.5,
    `reduced ~ by #|reduced ~ from #|reduced ~ to #|cut ~ by #|cut ~ from #|cut ~ to #|dropped ~ from #|dropped ~ to #|dropped by #|fell ~ from #|fell ~ to #|fell by #
     rose ~ by|improved ~ by|increased ~ by #|saved ~ #|lowered ~ by|doubled|tripled|from # ~ to #|# faster|# times faster|# fewer|#% less|#% fewer|#% lower|#% reduction
     # improvement|never fell below|never exceeded|where it was #|down from #|up from #|brought ~ below`,
  ),
  cue(
    2,
    `should|shouldn't|not just|not merely|no amount of|any team|teams that|teams who|those who|anyone who|anyone with|companies that|turns out|exclusively|makes sense|definitive standard|becoming the standard|habit|principle*|discipline`,
  ),
  cue(
    1,
    `successful|healthy|making sure|rather than|must|need to|always|never|avoid|prefer|matter*|better|good|goal*|worth|now|today|since then|in production|as a result|enabled us|allowed us|helped us|has become|have become|in general|simpler|simplicity|simple|means that`,
  ),
  // “Should” of what is expected, not of what is right.
  cue(-3, `should get|should see|should become|should now|should be able`),
  cue(
    -4,
    `is available|are available|available now|available today|now available|generally available|pricing|price list|billed|per seat|will find|free tier`,
  ),
  cue(
    -1.5,
    `click|next step|future work|we plan|will be|coming soon|does not provide|does not support|not provide|can not|no longer|would not|will not|had to|is defined as`,
  ),
];

export const cues: Readonly<Record<FacetName, readonly Cue[]>> = { problem, approach, tradeoff, lesson };
