/** Everyday words: what is done, by whom, when and how. A meaning a line; a word may have several meanings. */
export const everydayWords = `
bring-back restore return recover
bound tie attach fasten bind
understand know grasp realise
random randomly arbitrarily
resolve break settle decide
manual manually hand
unnoticed notice overlook
unaware know aware
plan intend mean aim
resemble like close similar
exact very precise same
abandon leave give drop
trail lag behind
outdated age old stale
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
cost price expense expensive pay charge fee bill money spend overhead costly worth dear dearer
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
model network classifier predictor
train teach fit learn
guess predict forecast estimate foresee foretell foretold
score mark grade rating result
benchmark test suite exam battery
ability skill capability competence talent expertise strength power
depth deep specialist expert narrow
broad wide general wide-ranging breadth
boss manager lead leader
meeting meetup gathering conference
write author compose draft code
read consult
type enter key input
click press push
cheap low inexpensive
gap hole void
pause silence
new afresh anew
force compel oblige require
withhold stop hold block
`;
