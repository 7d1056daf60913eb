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
defend defense defence
deny denial
describe description
destroy destruction
die died dead death
divide division
do did done
draw drew drawn
drive drove driven driver
eat ate eaten
exceed excess excessive
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
intend intent intention
keep kept
know knew known knowledge
lay laid
lead led leader
leave left
lend lent
let let
lie lay lain
long length lengthen lengthy
lose lost loss
maintain maintenance maintainer maintainable
mean meant
meet met
mistake mistook mistaken
move movement
need necessary necessity
notice noticeable
pay paid payment
perceive perception
practise practice
predict prediction predictor
produce production product
prove proof proven
receive reception receiver recipient receipt
reduce reduction
remember remembrance
reply replies
resolve resolution resolver
respond response
retain retention
reveal revelation
reverse reversal
ride rode
ring rang rung
rise rose risen
run ran
save savings
say said
see saw seen
seek sought
select selection selector
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
spread spread
stand stood
steal stole stolen theft thief
stick stuck
strike struck
strong strength strengthen
succeed success successful
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
anonymise anonymize anonymous anonymity
behave behaviour behavior
catalogue catalog
centre center central
colour color
customise customize
favour favor favourite favorite
judge judgement judgment
label labelled labeled
licence license
model modelled modeled
optimise optimize optimisation optimization
organise organize organisation organization
programme program
recognise recognize recognition
summarise summarize summary
standardise standardize standard
tidy tidied
travel travelled traveled
authorise authorize authorisation authorization
specialise specialize specialised specialized specialist
synthesise synthesize synthetic
utilise utilize utilisation utilization
minimise minimize minimal
maximise maximize maximal
artefact artifact
grey gray
defence defense
person persons people
child children
index indices indexes
vertex vertices
criterion criteria
datum data
two both pair twice
replicate replica replication
migrate migration
isolate isolation
integrate integration
schedule scheduler
configure configuration config
generate generation generator
evaluate evaluation
automate automatic automatically automation
authenticate authentication
identify identity identification
verify verification
validate validation
observe observation observability
communicate communication
coordinate coordination
compute computation computing computer
compete competition competitor
consume consumption consumer
apply application
assume assumption
compare comparison
compress compression
deploy deployment
detect detection
execute execution executable
expand expansion
extend extension
install installation
invite invitation
know-how knowhow
operate operation operator operational
precise precision
protect protection
publish publication publisher
refer reference
reliable reliability
require requirement
restrict restriction
review reviewer
secure security
separate separation
simple simplify simplicity simplification
simulate simulation
store storage
suggest suggestion
transmit transmission
vulnerable vulnerability
complex complexity
accurate accuracy
available availability
flexible flexibility
capable capability
stable stability stabilise stabilize
scale scalable scalability
fast fastest faster
private privacy
efficient efficiency
frequent frequency
consistent consistency
dependent depend dependency dependence
independent independence independently
different differ difference
important importance
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
