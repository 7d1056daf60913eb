/** Words of the trade: trust and attacks, releases, code and its upkeep, and what is said of them. A meaning a line; a word may have several. */
export const tradeWords = `
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
vulnerability hole weakness flaw security
malicious hostile bad evil malware
isolate separate sandbox contain segregate apart
plugin plug-in extension add-on
declare state list announce specify name
publish release issue announce ship
release ship publish launch announce deliver
install set-up deploy
upgrade update renew newer
retire deprecate sunset phase abandon
support maintain back serve
maintain keep upkeep support
migrate move port convert
migration move transition port
rewrite rework redo re-implement
script program tool
configure set settings configuration option
setting option parameter configuration
default standard preset unset
file document
folder directory
search look lookup query find
cache buffer store
region area zone
emergency crisis incident
exercise drill practice rehearsal
label annotate tag mark
annotate label describe rate
specialist expert professional
question item query
explain account clarify why
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
widen broaden loosen extend
tighten narrow restrict
advise recommend suggest advocate urge propose should counsel
should ought must need
warn alert caution alarm page
on-call duty
night overnight
day daily yesterday
year yearly annual annually
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
pay charge cost
habit custom routine familiar
familiar accustomed used
uncertain unclear ambiguous murky unsure
conversation dialogue talk chat call
guardrail check safeguard
orchestrate coordinate
ensemble fleet group set collection
truth authority authoritative
checksum hash digest
backfill copy fill
pace speed rate
throughput capacity rate bandwidth
expense cost
deletion removal delete
precious valuable irreplaceable
render draw generate make
reproduce regenerate redo rebuild again
experience find know
propose suggest offer recommend put
alignment agreement consensus
optimise tune improve
cascade cascading hierarchy
experiment trial pilot experimental
pilot trial test
deterministic predictable determinism
velocity speed pace
painful disruptive hard breaking
disruptive painful upheaval
track follow trace
mark label flag
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
patch fix update
require need call
equivalent counterpart same
assemble build compose
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
catalogue list
owner maintainer
save spare
overlook miss ignore
surprise unexpected
fill populate complete
cover span include
expire lapse end timeout
short-lived ephemeral temporary brief
long-lived permanent lasting static standing
rotate renew change
pin fix lock
hijack takeover compromise
early soon
signal sign indicator hint
coordinate agree align
exempt excluded spared
`;
