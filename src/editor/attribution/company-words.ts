/** The words by which a headline shows that a name acts: what companies do, and what no company is called. */

const words = (list: string): string[] => list.trim().split(/\s+/);

/** What companies do, in the infinitive; the past of irregular ones stands below. */
const verbs = words(`
  abandon accelerate achieve acknowledge add address adopt aim analyse analyze announce answer apply architect
  assemble assess assign automate avoid back balance battle beat become block boost bridge bring build buy cache
  capture catalog catch categorize centralise centralize change choose clarify classify clean close collaborate
  collect combine compare comply compress compute conduct confirm connect conquer consolidate consume contain convert
  coordinate cope count cover crack crawl create crunch curate customize cut debug debut decentralize decide decouple
  decrease deduplicate defend delight deliver democratize deploy deprecate describe design detail detect develop
  diagnose digitize disclose discover dispatch distribute diversify document double drive drop elevate eliminate
  embed embrace empower enable encrypt end enforce engineer enhance ensure enter equip evaluate evolve exceed exit
  expand experiment explain explore expose extend federate feed fight find fine-tune fix forecast fuel fulfil fulfill
  gain generate get give go govern graduate grow guard guide halve handle harden harness help hire hunt identify
  implement improve increase index ingest innovate insource inspect inspire integrate introduce investigate isolate
  iterate keep land launch lay lead leapfrog learn leave let leverage lift limit load localize lower maintain make
  manage map mark match maximise maximize measure migrate minimise minimize mitigate model modernise modernize
  monitor move navigate notify nurture obtain offer onboard open-source operate optimise optimize orchestrate
  organize outline overcome overhaul parse partition patch pause perform personalize pick pioneer place plan polish
  port power predict prepare present prevent price prioritize process produce profile protect prove provide provision
  publish pull push put query raise ramp rank re-architect re-platform reach react rearchitect reason reboot rebuild
  recognize recommend reconcile recover redact redefine redesign redraw reduce refactor refine refresh reimagine
  reindex reinvent release rely remake remember remove render reorganise reorganize replace replatform replicate
  report reproduce reshape resolve respond restructure resume rethink retire retrain retrieve reuse revamp reveal
  revert review revive revolutionize reward rework rewrite roll route run safeguard sample sandbox save scale
  schedule score search secure see segment select sell send serve set shape shard share shift ship show shrink shut
  simplify simulate slash slice solve sort source spark speed spin split square squeeze stabilise stabilize
  standardise standardize start stay steer stop store stream streamline strengthen sunset supercharge supply support
  surface surpass survive suspend sustain swap switch sync tackle take tame tap target teach tell test think throttle
  tighten tokenize trace track train transcode transfer transform translate transport treat trim triple trust tune
  turn unbundle uncover understand unify unlock unveil update upgrade upload upskill use validate verify visualize
  warm warn watch weather weave welcome win withdraw wrestle write
`);

/** Verbs of deals: their story is about the vendor that tells it, not about a customer. */
const deals = words('acquire collaborate complete deepen invest join merge partner');

const irregularPasts = words(`
  beat became began bet bought broke brought built caught chose cut drew drove fed fell fought found gave got grew
  held hit kept laid led left let lost made met overcame put ran read rebuilt rethought rewrote rode said saw sent
  set shot shrank shut sold sped spent split spun stood swapped taught thought told took went withdrew won wove wrote
`);

const thirdPerson = (verb: string): string => {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
};

const past = (verb: string): string => {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
};

const finite = (verbs: readonly string[]): Set<string> =>
  new Set(verbs.flatMap(verb => [thirdPerson(verb), past(verb)]));

const actions: ReadonlySet<string> = new Set([...finite(verbs), ...irregularPasts]);
const dealings: ReadonlySet<string> = new Set([...deals, ...finite(deals)]);
const infinitives: ReadonlySet<string> = new Set(verbs);

/** "is", "has": a name before them acts where a participle follows. */
const auxiliaries: ReadonlySet<string> = new Set(words('is are was were has have had can could will'));

/** Words that open headlines in capitals without opening a name. */
const generic: ReadonlySet<string> = new Set(
  words(`
  a about above acid across after against agent agentic agents ai algorithm algorithms all also american an analysis
  and announcing another any api apis app application april architect architects architecture article as assistant
  assistants at attack attackers attacks august authentication authors automation b-tree backend balancer balancers
  batch before beginner benchmark benchmarks best better between beyond bgp big both british browser browsers bug
  bugs business businesses but by cache caching can cap cd cdc cdn ces chapter chatbots chief chinese chip chips ci
  cities city cloud cluster clusters code coding companies company comparing compiler compilers computer computex
  computing conference congress consistent consumer container containers controversy copyright could country course
  court cpu cpus crdt crdts critical css cto customer customers cvpr cyber dark data database databases davos day
  december deep demystifying dependency design devday developer developers devops devoxx did diffusion digital
  distributed dive dns do docs does dom during each early edge education eight electric embedding embeddings engineer
  engineering engineers enterprise enterprises etl european even event events every everyone everything evidence
  expert experts explained exploring february few first five flaw for fosdem four french friday from frontend
  frontier full functions future game games gamescom gc generative german global government governments gpu gpus
  graph graphql green grpc gtc guide hackers half hardware hashing health here hidden high highlights how html http
  human hundreds i iam iclr icml ide ignite image images in indian industrial industry inference infrastructure
  inside international internet introduction is issue it its january japanese javaone job jobs july june just jvm jwt
  kernel key keynote knowledge kubecon language languages large latest law lawsuit leaders leadership learning legacy
  less lessons let letter letters leveraging libraries library life like limiter llm llms load local low lsm machine
  maintainers major making malicious malware many march massive mastering may mcp meet memory microservice
  microservices million millions mobile model models modern monday money monolith monorepo more most multi
  multi-agent must mwc my natural network networking networks neural neurips never new news next nine no nosql not
  notes november now oauth october of off olap old oltp on one only open open-source open-weight operating operator
  operators opinion or our over overview packages panel paper papers part patterns people performance personal
  physical pipelines platform platforms play please police policy popular power practical predictive preview
  principal privacy product production productivity programming project projects prompt prompts protocol protocols
  public pycon qcon quantum query questions quic rag ram rate really reasoning recap recent regulators remote report
  reports research researcher researchers responsible rest retrieval robot robotics robots role safety saturday
  scaling school schools science scientists security self senior september series server serverless servers service
  services seven several severe should siggraph six small smart social software some something source sovereign space
  speech speed sql sre ssd ssh startup startups state states step still storage stories story stream streaming
  students study summit sunday supply survey synthetic system systems tcp teacher teachers team teams tech technical
  technology ten test testing tests text than that the their there these they things this those thousands three
  through thursday time tiny tls to today together token tokens tool tools top transformer transformers trends trust
  trusted tuesday tutorial two type types udp under understand understanding unified until up user users using vector
  video videos virtual vision visual voice vulnerabilities vulnerability war wasm weather web wednesday week what
  when where which who why widespread will with without women work worker workers workflow workforce world worlds writing wwdc
  year years yet you your zero
  `),
);

/** Things and people of which headlines tell in capitals: a run with one of them in it is not a name. */
const common: ReadonlySet<string> = new Set(
  words(`
  agents algorithms apis apps architects assistants attack attackers attacks authors basics benchmark benchmarks
  best-practices browsers bug bugs campaign chips clouds clusters coders companies compilers containers customers
  databases datasets developers docs embeddings engineers enterprises events experts flaw flaws framework frameworks
  functions fundamentals games governments gpus hackers jobs kernels languages lawsuit leaderboard leaders leak leaks
  lessons libraries llms maintainers malware microservices models networks operators organizations outage outages
  packages paper papers patterns people pipelines platforms programmers projects prompts pros protocols questions
  regulators report reports researchers robots schools scientists servers services startup startups students study
  survey systems teachers teams tests tokens tools types updates users videos vulnerabilities vulnerability workers
  workflows worm
  `),
);

/** Places, which act in headlines without being companies; in longer runs they begin names (UK Biobank). */
const places: ReadonlySet<string> = new Set(
  words(`
  africa america asia australia brazil britain canada china denmark estonia eu europe france germany greece india
  indonesia ireland israel italy japan kenya korea london malaysia mexico netherlands nigeria norway paris poland
  singapore spain sweden switzerland taiwan u.k u.s uk ukraine us usa vietnam washington
  `),
);

/** What follows "at" without being a company: "at Scale", "at Runtime". */
const circumstances: ReadonlySet<string> = new Set(
  words(
    'scale runtime work home rest night speed once last first least most all build compile peace heart sea risk planet-scale petabyte',
  ),
);

export const isAction = (word: string): boolean => actions.has(word);
export const isInfinitive = (word: string): boolean => infinitives.has(word);
export const isDeal = (word: string): boolean => dealings.has(word);
export const isAuxiliary = (word: string): boolean => auxiliaries.has(word);
export const isGeneric = (word: string): boolean => generic.has(word);
export const isCommon = (word: string): boolean => common.has(word);
export const isPlace = (word: string): boolean => places.has(word);
export const isCircumstance = (word: string): boolean => circumstances.has(word);
