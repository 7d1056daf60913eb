/** Equivalents: everyday words that a paraphrase puts in each other's place, a meaning a line. A word may have several. */
const lines = `
use employ utilise apply leverage rely adopt deploy run via exploit draw
build create make construct develop assemble produce generate write design form set establish
let allow enable permit able possible able-to give may
begin start launch commence open introduce
stop end cease finish quit halt drop abandon give-up cancel interrupt
keep retain preserve hold store save remain stay maintain leave persist stick
change alter modify adjust adapt edit vary switch shift transform convert turn rework
move migrate shift transfer relocate port carry bring send
show demonstrate reveal display indicate prove expose find present report see
find discover detect notice spot identify uncover encounter see catch meet
say tell state declare argue claim report announce describe explain note mention call name
need require demand must want depend necessary have
help assist support aid ease serve
get obtain receive gain acquire fetch win earn
give hand provide supply offer grant deliver pass yield
take consume occupy eat use require spend cost last
send deliver dispatch transmit emit push forward pass route direct
choose select pick decide decision opt prefer settle determine
check verify test validate examine inspect confirm audit review assess evaluate measure probe compare
fix repair correct mend remedy resolve solve restore
replace substitute supersede swap exchange supplant stand-in instead trade
remove delete drop eliminate erase purge strip discard drop retire rid clear abolish end away
add introduce append attach include insert join bring extra
reduce cut lower decrease shrink trim
split divide partition separate shard break decouple decompose fan
join combine merge unite consolidate link bundle collect aggregate gather
run execute operate perform work carry
handle process treat manage deal take serve tackle
wait delay pause hold postpone defer late lag
fail break crash stop wrong error fault bad
happen occur arise take-place appear arrive come
cause lead result make bring produce trigger drive
prevent avoid stop keep block bar preclude spare rule
limit restrict constrain cap bound confine only
protect guard secure shield safeguard defend
share spread distribute divide
measure gauge estimate quantify assess count
watch monitor observe track follow
learn teach train lesson find show
try attempt test experiment seek
rise grow increase climb raise gain
fall drop decline decrease lower lose
speed accelerate fast quick rapid prompt soon immediately instant
slow delay lag late long
big large huge massive great vast enormous high considerable substantial major wide heavy heavyweight
small little tiny minor low few compact slight light lightweight modest
important key essential crucial critical vital main chief major central
hard difficult tough complicated complex challenging demanding trouble
easy simple straightforward trivial cheap plain
new fresh novel recent latest modern newly
old legacy former previous earlier past existing original older prior history historical
same identical equal alike unchanged like uniform equivalent common
different distinct other separate various unlike another differ vary
whole entire full complete total all every everything throughout fully entirely wholly
part share portion fraction piece section component element slice half
many several numerous multiple various lot dozens hundreds thousands plenty most
only just merely alone sole solely exclusively nothing single
often frequently commonly usually mostly typically generally regularly
rare seldom hardly rarely unusual uncommon few
again anew repeat re-run once-more over another redo
together jointly combined alongside along
own its self itself separate dedicated apart
quickly fast soon immediately promptly straight right
now today currently present nowadays already still
later afterwards eventually subsequently after then follow
before earlier previously prior formerly until once first used
company firm business organisation vendor enterprise provider startup
team group engineers staff people crew developers department
customer client user tenant consumer buyer subscriber
person people human individual user somebody someone anyone anybody whoever everyone user man
engineer developer programmer maintainer author
shop store retailer merchant seller site
machine server host computer node instance box
program software application code app system script
picture image photo photograph photography frame still
place location site spot area region where
problem issue trouble difficulty fault bug defect flaw weakness shortcoming
fault error mistake bug failure flaw defect wrong
answer reply response result output respond
question query request ask call
rule policy regulation guideline condition constraint
cost price expense expensive pay charge fee bill money spend overhead costly worth
advantage benefit gain upside merit return
drawback downside disadvantage cost price limitation weakness
goal aim purpose objective target intent
method approach technique way means manner procedure process practice
idea concept notion plan
reason cause why because motive
effect result outcome consequence impact follow
task job work piece item assignment
step stage phase turn move hop
kind type sort form class category
level degree grade tier scale
list catalogue register registry inventory directory enumerate
record log entry note row
document documentation docs write-up manual
version release edition build
tool utility instrument
feature function capability functionality
data information record content
space storage room capacity memory disk
capacity headroom spare room
load traffic demand volume work
delay latency lag wait
bottleneck constraint limit choke
danger risk hazard threat peril harm unsafe
attack exploit intrusion breach hijack compromise steal leak
attacker intruder thief adversary hacker
secret credential token key password
permission right privilege access authorisation scope authority
access reach get enter connect
owner own belong possess hold have
approve agree accept consent permit allow approval sign confirm endorse
refuse reject deny decline turn-down block
sure certain confident
unsure uncertain doubt
enough sufficient adequate
too excessively overly
exact precise accurate exactly precisely
about roughly approximately around nearly almost
real actual true live genuine
fake synthetic artificial generated simulated
main core central primary principal chief
extra additional further more another spare second
free gratis charge no-cost
idle unused inactive unoccupied waste
busy active occupied
broken corrupt damaged faulty bad
clean clear empty
copy replicate duplicate clone mirror replica double
order sequence ranking rank sort
rank order sort score
random arbitrary chance
compare contrast match against
differ disagree disagreement mismatch difference deviate
agree match coincide consistent same
near close next adjacent beside neighbour neighbouring
far distant remote away
inside within internal in-house
outside external beyond
central shared common single
local on-site own
world global globe worldwide earth planet everywhere
country nation state government national
government authority state public official agency
forest woods rainforest
clear cut fell deforest
land ground terrain soil property
cloud clouds
sun sunlight
satellite orbit
model network classifier predictor
train teach fit learn
guess predict forecast estimate foresee predict
score mark grade rating result
benchmark test suite exam battery
ability skill capability competence talent expertise strength power
depth deep specialist expert narrow
broad wide general wide-ranging breadth
teach train instruct lesson
talk speech presentation lecture
boss manager lead leader
meeting meetup gathering conference
write author compose draft code
read consult
type enter key input
click press push
page screen site document
button switch toggle
price cost
cheap low inexpensive
shape form design
layout design arrangement
break fail fall
brittle fragile break
robust resilient sturdy strong hold
reliable dependable trustworthy stable steady trust
trust rely believe faith
promise commit commitment pledge undertake
honest candid
private confidential personal privacy
anonymise mask hide strip truncate obscure
hide conceal mask cover
delete purge erase wipe remove
random sampled sample
troubleshoot debug diagnose
mitigate fend counter defend reduce neutralise
independent third-party outside external separate
examine audit inspect investigate study
auditor examiner accountant accounting
evidence proof
vulnerability hole weakness flaw security
malicious hostile bad evil malware
isolate separate sandbox contain segregate apart
sandbox isolate container
plugin plug-in extension add-on
declare state list announce specify name
bind attach tie
licence permit
publish release issue announce ship
release ship publish launch announce deliver
install set-up deploy
upgrade update renew newer
retire deprecate sunset phase abandon
support maintain back serve
maintain keep upkeep support
migrate move port convert
migration move transition port
compatible compatibility
rewrite rework redo re-implement
script program tool
configure set settings configuration option
setting option parameter configuration
default standard preset unset
file document
folder directory
search look lookup query find
match fit correspond
filter facet
cache buffer store
hit find
miss lack
warm preload fill heat
evacuate leave drain depart empty failover
region area zone
emergency crisis incident
exercise drill practice rehearsal
equip outfit
camera cameras
spill puddle liquid
vest clothing
warehouse facility site building
shift change
rare infrequent uncommon seldom
train learning
label annotate tag mark
annotate label describe rate
specialist expert professional
question item query
difficulty demand level
dimension axis ability scale
explain account clarify why
leaderboard ranking table
merge combine join
overwrite clobber replace lose
lock block guard
conflict clash collision
agent assistant bot
orchestrator coordinator conductor controller
dispatch send assign delegate hand
parallel simultaneous concurrently same-time side-by-side once
sequential serial one-by-one turn after another
piece part module component
prompt instruction request
scope narrow limit
boundary border limit edge perimeter
perimeter fence boundary
range span interval
address ip
leak escape expose spill
steal exfiltrate thief theft stolen take
continent world
widen broaden loosen extend
tighten narrow restrict
advise recommend suggest advocate urge propose should counsel
should ought must need
warn alert caution alarm page
alarm alert warn
on-call duty
night overnight
morning dawn
month monthly
week weekly
day daily
year yearly annual annually
quarter quarterly
minute minutes
launch release roll-out rollout ship announce introduce
rollback revert undo back
revert undo roll-back reverse
flag switch toggle
bundle package group batch collection
gather collect assemble harvest
announce declare reveal publish
improve enhance better refine optimise boost
worsen degrade hurt harm
hurt harm damage injure suffer
fatigue tired tire
steady stable constant consistent even
unstable erratic
vendor supplier provider
ecosystem platform community
platform system environment
environment setting surroundings world
tune adjust optimise tweak
enlarge expand extend grow bigger
flatten denormalise flat
dedicated separate own special specialised
special dedicated specific particular purpose-built specialised tailored
stream carry flow feed pipe
pipeline flow chain process
queue line backlog
worker consumer process
image photo picture
retry repeat reattempt again
drop lose discard
flood overwhelm overload swamp
burn spend cost consume waste
beyond past
bring gain yield bear
reverse opposite contrary inverse
accumulate pile mount collect amass
idle unused
pay charge cost
fluency familiarity practice habit
habit custom routine familiar
familiar accustomed used
favourite preferred
blind anonymous unlabelled
router routing route
invoice bill cost
over-engineered overcomplicated
uncertain unclear ambiguous murky unsure
conversation dialogue talk chat call
phone call telephone
bank banking
dispute complaint claim
refund reimburse repay
freeze block suspend
guardrail check safeguard
greeting hello
orchestrate coordinate
ensemble fleet group set collection
monolithic single one-piece
seldom rarely
truth authority authoritative
checksum hash digest
tombstone marker
backfill copy fill
pace speed rate
throughput capacity rate bandwidth
expense cost
deletion removal delete
precious valuable irreplaceable
render draw generate make
reproduce regenerate redo rebuild again
thumbnail preview
experience find know
propose suggest offer recommend put
career path ladder
plateau standstill stall stuck
alignment agreement consensus
community meetup
visible seen
sponsor backer patron
glue
technical engineering
purity perfection
optimise tune improve
lint check
cascade cascading hierarchy
legacy old
experiment trial pilot experimental
pilot trial test
deterministic predictable determinism
velocity speed pace
painful disruptive hard breaking
disruptive painful upheaval
track follow trace
mark label flag
unused idle
abandoned unmaintained
lag trail behind
bridge span connect
container docker
cold-start boot startup
native built-in
untrusted unvetted unreviewed
reuse share recycle
discard throw dispose throw-away
interpose intercept
credential secret token
subscriber paying customer
generality flexibility universal breadth
flexible flexibility freedom
strength security robustness
hypervisor vm
patch fix update
guess estimate
require need call
equivalent counterpart same
assemble build compose
persuade convince
custom bespoke own tailored special
fragmented scattered disparate split
impossible unable infeasible unworkable untenable
unpredictable erratic inconsistent
standard uniform common standardised
describe set characterise profile express
person human manual
gate barrier checkpoint approval
sensitive risky dangerous critical harmful
documentation docs
warehouse store
catalogue list
owner maintainer
save spare
cumbersome awkward clumsy
overlook miss ignore
surprise unexpected
fill populate complete
cover span include
expire lapse end timeout
short-lived ephemeral temporary brief
long-lived permanent lasting static standing
grant give award
attest certify
sign signature
rotate renew change
pin fix lock
hijack takeover compromise
early soon
reliable dependable
signal sign indicator hint
coordinate agree align
legacy old
price cost
bearer holder
forge fake counterfeit
exempt excluded spared
refuse block reject
`;

/** Each line as its words. */
export const equivalents: readonly (readonly string[])[] = lines
  .trim()
  .split('\n')
  .map(line => line.split(' '));
