/** The signs by which an engineering post is told from a press note: what to look for, and how much each counts. */
import { countTechnicalWords } from './technical-words.ts';

/** A sign that is looked for in the text, or in the headline alone. */
export interface Sign {
  /** As a reader of `--explain` sees it. */
  readonly name: string;
  readonly where: 'title' | 'text';
  /** How many different forms of the sign a text has. */
  readonly count: (text: string) => number;
  /** As many in a text of 300 words make the sign plain; fewer count in proportion. */
  readonly enough: number;
  /** What a plain sign adds to the score of 0 to 1. */
  readonly weight: number;
}

const distinct = (pattern: RegExp) => (text: string) =>
  new Set(text.match(pattern)?.map(match => match.toLowerCase())).size;

/** Counts phrases as whole words, whatever their case. Repetitions are bounded, so that no text makes it slow. */
const phrases = (...alternatives: readonly string[]) =>
  distinct(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join('|')})(?![\p{L}\p{N}])`, 'giu'));

const unit = `(?:%|percent|x|×|ms|[µμn]s|(?:milli|micro|nano)?seconds?|minutes?|hours?|days|weeks|months|[kmgtp]i?b(?:ps)?|[kmg]?hz|qps|rps)`;
const things = `(?:requests?|queries|rows|records|events|messages|tokens|parameters|users|nodes|servers|hosts|clusters|shards|replicas|instances|containers|services|repositories|files|lines|cores|v?cpus?|[gt]pus?|images|samples|tasks|tests|bytes|bits|connections|writes|reads|agents|plugins|models|layers|dimensions|metres|meters|times)`;
const chief = String.raw`(?:c[etifmop]o|chief \p{L}+ officer|(?:vice )?president|vp|(?:co-?)?founder|chairman|managing director|minister)`;
const saying = `(?:said|says|added|commented|stated|noted|according to)`;

const howAndWhy = phrases(
  'because|therefore|as a result|which means|meaning that|so that|instead of|rather than|in order to|in turn|when(?:ever)? \\p{L}+ \\p{L}+s',
  'results? in|resulting in|leads? to|caus(?:e|es|ed|ing)|depends? on|under the hood|behind the scenes|works? by',
  'to (?:avoid|prevent|ensure|reduce|detect|handle|enforce|isolate|guarantee|minimi[sz]e)',
  'by (?:\\p{Ll}+ly )?\\p{Ll}+ing',
  '(?:split|replac|mov|decoupl|offload|isolat|rout|shard|cach|batch|stream|encod|wrapp|mapp|schedul|partition|dispatch|decompos|forc|restrict|separat|combin|mask|stack|compar)(?:es|ed|ing|s)',
);

const problems = phrases(
  'trade-?offs?|bottlenecks?|drawbacks?|downsides?|limitations?|constraints?|challenges?|problems?|issues?|pitfalls?|caveats?|overhead|risks?',
  'at the (?:cost|expense) of|in exchange for|the (?:cost|price|catch)|not enough|no longer|turn(?:s|ed) out|however|unfortunately',
  'fail(?:s|ed|ures?|ing)?|broken?|breaks?|brittle|slow(?:er|ly|ed)?|expensive|costly|complex(?:ity)?|difficult|hard(?:er)? to|struggl(?:e|es|ed|ing)',
  'degrad(?:e|es|ed|ing|ation)|errors?|bugs?|outages?|incidents?|root cause|regressions?|race conditions?|stale|inconsistent|unreliable|leak(?:s|ed|ing)?',
  "vulnerab(?:le|ility|ilities)|attackers?|lessons?|learned|mistakes?|cannot|(?:could|did|does|do) not|(?:could|did|does|do)n[’']t",
);

const figures = phrases(
  String.raw`\d[\d,.]{0,14}[ \u00a0-]?${unit}`,
  String.raw`\d[\d,.]{0,14}(?: thousand| million| billion| trillion)? ${things}`,
  String.raw`p(?:50|9\d(?:\.\d+)?)`,
);

const namedTechnologies = phrases(
  'kafka|flink|spark|airflow|iceberg|parquet|debezium|postgres(?:ql)?|mysql|mariadb|sqlite|mongodb|redis|memcached|cassandra|dynamodb|rocksdb|clickhouse|bigquery|snowflake|elasticsearch|opensearch|lucene',
  'kubernetes|k8s|docker|containerd|envoy|istio|terraform|ansible|helm|nix|bazel|jenkins|git|linux|ebpf|nginx|haproxy|quic|https?|tls|ssh|tcp|udp|ipv6|bgp|dns(?:sec)?|cidr|vpc|nat|grpc|graphql|rest',
  'oauth|oidc|openid|saml|iam|jwt|slsa|sbom|cve-\\d+-\\d+|ci/cd|cdc|sql|oltp|olap|etl|rag|llms?|[gt]pus?|cuda|pytorch|tensorflow|jax|onnx|vllm|mcp|model context protocol|opentelemetry|prometheus|grafana',
  'aws lambda|sagemaker|bedrock|sqs|s3|ec2|v8|webassembly|wasm|wasi|node\\.js|deno|react|next\\.js|vue|svelte|angular|typescript|javascript|python|golang|java|kotlin|c\\+\\+|erlang|elixir|scala|php|jvm|llvm',
  'emscripten|eslint|webpack|vite|npm|pypi|fpga|verilog|risc-v|arm64|x86|numa|rdma|nvme|aria|css|html|json|yaml|protobuf|avro|thrift|apis?|sdk|cli',
);

/** As they stand in code: `snake_case`, `camelCase`, `call()`, `--flag`, `/command`, versions. */
const identifiers = distinct(
  /\b[a-z]+_[a-z_]+\b|\b(?!i[A-Z]|e[A-Z]|macOS)[a-z]{2,}[A-Z][a-z]\w*\b|\b\w+\(\)|(?<=\s)--[a-z][a-z-]+|(?<=\s)\/[a-z]{3,}(?=\s)|\bv?\d+\.\d+(?:\.\d+)?\b(?!%)/g,
);

const engineersVoice = phrases(
  "(?:we|i)(?:[’']ve| have| then| also| first| initially| eventually| finally| now)? (?:built|rebuilt|wrote|rewrote|chose|decided|found|discovered|measured|benchmarked|profiled|tested|tried|migrated|moved|replaced|refactored|designed|implemented|deployed|rolled|added|removed|reduced|cut|split|sharded|observed|noticed|reali[sz]ed|traced|debugged|fixed|needed|ran|trained|evaluated|experimented|learned|compared|store|use|used|call|compute|run|compile|describe)",
  '(?:our|the) (?:\\p{Ll}+ )?(?:pipeline|architecture|implementation|codebase|infrastructure|service|cluster|system|engineers|engineering team|backend|database|approach|design|monolith|prototype|team)',
);

const code = distinct(
  /^(?:.*[;{}]|\s*(?:\$|>>>|import |from |def |fn |func |const |let |var |class |SELECT |CREATE |#include|<\/?\w+).*)$/gm,
);

const announcement = phrases(
  '(?:excited|thrilled|proud|pleased|delighted|honou?red|happy) to (?:announce|share|introduce|welcome|partner|be|report|bring|support)|proud of|thrilled|excited',
  'today,? (?:\\p{L}+ ){0,3}announced|announced today|press release|media contact|for immediate release|forward-looking statements',
  "(?:(?:global|world|industry|market)[’']?s?[ -])lead(?:er|ing)|leading (?:provider|platform|company|companies|brand|innovator)|a leader in|trusted partner",
  'strategic (?:partnership|collaboration|alliance|investment)|partnership with|joins? forces|commit(?:ted|ment) to|dedicated to|our (?:mission|vision|values|commitment)|customers around the world|around the world',
  'journey|next chapter|milestone|celebrat(?:e|es|ed|ing)|testament to',
);

const marketing = phrases(
  'learn more|find out more|sign up|get started (?:today|now)|contact (?:us|sales)|try it (?:free|today|now)|free trial|(?:book|request) a demo|download (?:it |the )?(?:now|today|report|whitepaper|ebook)',
  "don[’']t miss|do not miss|stay tuned|coming soon|visit our|follow us|subscribe|waitlist|limited time|discounts?|on sale|offer ends|premium|exclusive|sponsor(?:ed)?",
  'seamless(?:ly)?|effortless(?:ly)?|world-class|best-in-class|cutting-edge|game-chang(?:er|ing)|revolutioni[sz](?:e|es|ing)|transformative|transform(?:ing)? (?:the|your|its|their)',
  'unlock(?:s|ing)?|empower(?:s|ing|ed|ment)?|unparalleled|next-generation|next generation|next level|supercharge|what matters most|full potential|fast-changing',
  'your (?:business|brand|team|organi[sz]ation|favou?rite)|customer experience|delight',
);

const event = phrases(
  'register(?: now| today| here| for)|join us|save the date|webinar|keynotes?|speakers|booth|attendees|tickets?|early bird|conference|summit|meetup|in[ -]person|live ?stream',
  'agenda|hackathon|workshops|call for (?:papers|proposals|speakers)|see you (?:there|at)|rsvp|community (?:event|party)',
);

const peopleNews = phrases(
  "(?:we(?:[’']re| are) |now )?hiring|open (?:roles|positions)|apply (?:now|today)|join our team|careers page|appoint(?:ed|ment|s)|new chief|named (?:a|an|as|to|one)",
  'recogni[sz]ed (?:as|by|for)|recognition|awards?|award-winning|winners?|finalists?|magic quadrant|gartner|forrester|great place to work|best places|scholarships?|intern(?:s|ship|ships)?|alumni|anniversary',
  'volunteer(?:s|ed|ing)?|donat(?:e|ed|ion|ions)|philanthrop(?:y|ic)|nonprofits?|employee resource|heritage month|women in tech|podcast|episode|show notes',
);

const executives = phrases(
  String.raw`${saying}[^.\n]{0,80} ${chief}`,
  String.raw`${chief}[^.\n]{0,60} ${saying}`,
  String.raw`[”"],? ${saying} (?:\p{Lu}|our|the)[^.\n]{0,40}`,
);

const finance = phrases(
  'revenues?|earnings|(?:quarterly|financial) results|(?:first|second|third|fourth)[ -]quarter|fiscal (?:year|quarter)|shareholders?|investors?|share (?:price|repurchase)|shares (?:of|rose|fell|were|sank)|stocks|stock (?:price|market|exchange|index)|dividend|acquisition|acquires?|acquired',
  'series [a-f]|funding round|valuation|ipo|nasdaq|nyse|wall street|analysts|invest(?:s|ed|ing|ment) (?:of|in)|[$€£]\\d[\\d.,]{0,14} ?(?:million|billion|m|bn)',
);

const roundUpTitle = phrases(
  "round-?up|recap|week(?:ly)?|monthly|this month|newsletter|digest|links|excursions|what[’']?s new|news we|updates?|highlights|in review|top \\d+|best of|ep ?\\d+|release notes|changelog|now (?:generally )?available",
);

const recordingTitle = phrases('podcast|episode|webinar|watch|listen|ama|live stream|\\[video\\]');

const pressTitle = phrases(
  'announc(?:es|ing)|partner(?:s|ship|ing)?|team(?:s|ing)? up|expand(?:s|ing)? (?:our |its |their )?(?:work|collaboration|partnership|presence)|collaborat(?:ion|es?)',
  'named|awards?|wins|honou?red|celebrating|hiring|joins|appoints|welcom(?:e|es|ing)|register|join us|summit|conference|keynote|invests?|investment|raises|acquires?|(?:quarter|annual|financial) results|meet the|gift|sale|transforming',
);

/** Everything that is looked for, the signs of an engineering post first. */
export const signs: readonly Sign[] = [
  { name: 'technical vocabulary', where: 'text', count: countTechnicalWords, enough: 18, weight: 0.4 },
  { name: 'says how and why', where: 'text', count: howAndWhy, enough: 6, weight: 0.15 },
  { name: 'problems and trade-offs', where: 'text', count: problems, enough: 5, weight: 0.15 },
  { name: 'figures with units', where: 'text', count: figures, enough: 3, weight: 0.1 },
  { name: 'named technologies', where: 'text', count: namedTechnologies, enough: 5, weight: 0.1 },
  { name: 'identifiers', where: 'text', count: identifiers, enough: 3, weight: 0.05 },
  { name: 'told by engineers', where: 'text', count: engineersVoice, enough: 3, weight: 0.1 },
  { name: 'code', where: 'text', count: code, enough: 4, weight: 0.05 },
  { name: 'announcement', where: 'text', count: announcement, enough: 3, weight: -0.3 },
  { name: 'marketing', where: 'text', count: marketing, enough: 4, weight: -0.25 },
  { name: 'event', where: 'text', count: event, enough: 4, weight: -0.3 },
  { name: 'news of people and awards', where: 'text', count: peopleNews, enough: 4, weight: -0.25 },
  { name: 'executives quoted', where: 'text', count: executives, enough: 2, weight: -0.2 },
  { name: 'finance', where: 'text', count: finance, enough: 4, weight: -0.3 },
  { name: 'round-up', where: 'title', count: roundUpTitle, enough: 1, weight: -0.1 },
  { name: 'recording', where: 'title', count: recordingTitle, enough: 1, weight: -0.15 },
  { name: 'headline of a press note', where: 'title', count: pressTitle, enough: 1, weight: -0.1 },
];
