/** Word forms: what no stemmer finds, each line a word followed by its irregular forms and its kin of another stem. */
const lines = `
arise arose arisen
bear bore borne
become became
begin began begun
bend bent
bind bound
break broke broken breakage
bring brought
build built builder
buy bought
catch caught
choose chose chosen choice
clear clarity
come came
deal dealt
decide decision
deep depth deepen
defend defence
deny denial
describe description
destroy destruction
die died dead death
divide division
do did done
draw drew drawn
drive drove driven driver
eat ate eaten
exceed excessive
explain explanation
fail failure
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown flight
forbid forbade forbidden
forget forgot forgotten
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown growth
high height
hide hid hidden
hold held
intend intention
keep kept
know knew known knowledge
lay laid
lead led leader
leave left
lend lent
lie lay lain
long length lengthen lengthy
lose lost loss
maintain maintenance
mean meant
meet met
mistake mistook mistaken
move movement
need necessary necessity
pay paid payment
perceive perception
practise practice
predict predictor
produce product
prove proof proven
receive reception recipient receipt
reduce reduction
remember remembrance
resolve resolution
respond response
retain retention
reveal revelation
ride rode
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
select selector
sell sold sale
send sent sender
shake shook
shine shone
short shorten shortage
show shown
shrink shrank shrunk
speak spoke spoken speech
speed sped
spend spent
spin spun
stand stood
steal stole stolen theft thief
stick stuck
strike struck
strong strength strengthen
succeed successful
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
undo undid undone
vary variant variation various
wake woke woken
wear wore worn
weigh weight
wide width widen
win won
withdraw withdrew withdrawn
write wrote written writer
analyse analyze analysis analytic
anonymise anonymity
behave behaviour behavior
catalogue catalog
centre center central
colour color
customise customize
favour favor favourite favorite
judge judgement judgment
licence license
optimise optimization
organise organization
programme program
recognise recognize recognition
summarise summarize summary
standardise standard
authorise authorization
specialise specialized specialist
synthesise synthesize synthetic
utilise utilization
minimise minimal
maximise maximal
artefact artifact
grey gray
defence defense
person people
child children
index indices
vertex vertices
criterion criteria
datum data
two both pair twice
replicate replica
configure config
automate automatically
identify identity identification
verify verification
compete competition competitor
consume consumption
apply application
assume assumption
compare comparison
deploy deployment
expand expansion
extend extension
know-how knowhow
publish publication
simple simplify simplicity simplification
store storage
transmit transmission
accurate accuracy
stable stabilise stabilize
scale scalability
fast fastest faster
private privacy
frequent frequency
urgent urgency
present presence
absent absence
latent latency
`;

/** From each form to the word that stands for all of them. */
export const baseForms: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap(line => {
      const [base = '', ...forms] = line.split(' ');
      return forms.map(form => [form, base] as const);
    }),
);
