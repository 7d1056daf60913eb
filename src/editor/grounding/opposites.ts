/**
 * Opposites: words that turn a statement round when one is put in the other's place. Each line has two sides, and the
 * words of a side say the same. A word may stand on several lines.
 */
const lines = `
increase raise rise grow growth gain expand climb double triple more higher greater above surge enlarge lengthen longer extend | reduce cut lower decrease decline drop fall shrink halve diminish less fewer shorten smaller trim lessen shorter
fast quick quickly faster quicker rapid rapidly swift accelerate speed | slow slowly slower sluggish decelerate
large big huge massive larger bigger great vast enormous heavyweight | small tiny smaller compact lightweight
before beforehand earlier prior precede advance | after afterwards afterward later follow subsequently
allow permit enable let accept through admit approve grant welcome agree | forbid prohibit ban block refuse reject deny disallow prevent decline stop lock exclude
enable activate | disable deactivate
add introduce append attach | remove delete drop eliminate strip discard abolish
always | never
first initial initially earliest start | last final finally latest end
asynchronous asynchronously async | synchronous synchronously sync
public publicly | private privately
open reopen | close shut lock
old older legacy previous former existing outdated earlier | new newer newest modern novel latest
above exceed beyond | below under beneath
alongside during meanwhile | afterwards after
inside internal internally within | outside external externally
static statically constant | dynamic dynamically variable
permanent permanently long-lived long-term lasting standing static | temporary temporarily short-lived short-term ephemeral brief
begin start launch commence open | stop end finish cease conclude close
cheap cheaper inexpensive cheapest affordable | expensive costly dear dearer
simple easy easily simpler easier simplify straightforward | complex difficult hard complicate complicated harder
strong stronger strengthen reinforce | weak weaker weaken undermine erode
safe secure safely | unsafe insecure dangerous risky
succeed success pass successful | fail failure
same identical identically equal match agree | different differ unequal disagree
parent | child
producer | consumer
centralise centralize centralised centralized | distribute decentralise decentralize distributed decentralized
manual manually | automatic automatically automate
narrow narrower | broad broadly wide wider
early earlier sooner | late later
high higher | low lower
long longer lengthy | short shorter brief
top | bottom
push | pull
insert inject import plant | exfiltrate extract export
encrypt | decrypt
stateful | stateless
parallel concurrent concurrently simultaneous simultaneously | sequential sequentially serial serially
optional optionally voluntary | mandatory compulsory require required
better improve improvement gain | worse worsen degrade deteriorate
include inclusive | exclude omit except
connect | disconnect
majority | minority
often frequently frequent common commonly usual usually routinely | rarely seldom rare hardly scarcely uncommon infrequently
keep retain preserve | discard abandon drop
merge combine consolidate unite unify | split divide separate apart
horizontal horizontally | vertical vertically
physical | virtual
many much most numerous majority | few little minority
agree | disagree
upstream | downstream
best strongest finest | worst weakest poorest
largest biggest most | smallest tiniest least
fastest quickest soonest | slowest
hottest | coldest
trusted | untrusted
lighter light lightweight | heavier heavy heavyweight
shallow | deep deeper
senior | junior
positive | negative
advantage benefit upside | disadvantage drawback downside
ahead upfront | behind
voluntary | forced
clever | stupid
enter | leave
read | write
online | offline
predictable | unpredictable
uniform | uneven
raise lift widen broaden loosen relax | lower tighten restrict narrow
together jointly | apart separately alone
remember | forget
win prevail | lose yield
known familiar | unknown unfamiliar
maximum | minimum
up upward upwards ascend | down downward downwards descend
spend | save
arrive receive | depart
protect | expose
gain | lose
attach lock | detach unlock
hide conceal | reveal show disclose
buy | sell
load | unload
import | export
cause trigger provoke | prevent avoid avert
help ease | hinder hamper impede
encourage invite | discourage deter
support back endorse | oppose reject
praise | criticise criticize blame
real genuine authentic natural | synthetic artificial fake
whole complete full entire | truncate truncated partial part
exact exactly precise precisely | approximate approximately rough roughly
past | future
local locally | remote remotely
central centrally | peripheral
client | server
input | output
sender | receiver
attacker | defender
provider supplier seller | customer buyer
human people | machine
rich | poor
full | empty
hot warm | cold cool
heavy heavily | light lightly
visible visibly | invisible invisibly
wholly fully completely | partly partially
general generic | specific particular special specialised specialized
profit | loss
peak | trough
minor | major
scarce | abundant plentiful
tight tightly | loose loosely
active | passive idle
fresh | stale
correct correctly right | wrong wrongly incorrect incorrectly
progress | delay setback
restore regain | lose surrender
incoming inbound | outgoing outbound
source origin | destination target
strict strictly stringent | lenient loosely lax
coarse | fine fine-grained
dense | sparse
eager eagerly | lazy lazily
forward forwards | backward backwards
upgrade | downgrade
upload | download
compress | decompress
grant | revoke withdraw
hire recruit | dismiss
outperform beat | underperform trail
surplus excess | shortage
near nearby | far distant
mild | severe
praise reward | punish penalise
strength | weakness
debit | credit
hit | miss
optimistic confident | pessimistic doubtful
overestimate | underestimate
`;

/** Where a word stands: on which line and on which side of it. */
export interface Side {
  readonly line: number;
  readonly side: 0 | 1;
}

/** The name of a side, by which words that say the same can be found. */
export const keyOf = ({ line, side }: Side): string => `${side === 0 ? '<' : '>'}${line}`;

const sideOf = (words: string, line: number, side: 0 | 1): (readonly [string, Side])[] =>
  words
    .trim()
    .split(' ')
    .map(word => [word, { line, side }] as const);

/** Each word of the table with one of its places. */
export const opposites: readonly (readonly [string, Side])[] = lines
  .trim()
  .split('\n')
  .flatMap((text, line) => {
    const [one = '', other = ''] = text.split('|');
    return [...sideOf(one, line, 0), ...sideOf(other, line, 1)];
  });

const bySide = Map.groupBy(opposites, ([, side]) => keyOf(side));
const wordsBySide: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...bySide].map(([key, entries]) => [key, new Set(entries.map(([word]) => word))] as const),
);
const none: ReadonlySet<string> = new Set();

/** The words of a side, as the table has them. */
export const wordsOn = (side: Side): ReadonlySet<string> => wordsBySide.get(keyOf(side)) ?? none;

/** The lines on which a word of the table stands. */
export const linesOf = (word: string): number[] =>
  opposites.flatMap(([entry, { line }]) => (entry === word ? [line] : []));
