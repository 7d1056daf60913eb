/** Engineering posts, written by us from parts that are drawn: each tells another measure of another system, as people would. */
import type { Draw } from '../torture/draw.ts';

export interface Prose {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A system, what is slow or fails in it, what was done, what that costs, and what others can take from it. */
interface Topic {
  readonly system: string;
  readonly trouble: string;
  readonly cause: string;
  readonly change: string;
  readonly detail: string;
  readonly cost: string;
  readonly lesson: string;
}

const topics: readonly Topic[] = [
  {
    system: 'the Postgres cluster behind checkout',
    trouble: 'queries against the orders table waited for row locks whenever a large merchant imported its catalogue',
    cause: 'every import ran in one transaction, which held its locks until the last of its rows was written',
    change:
      'split imports into batches of a few hundred rows and moved the index maintenance to a replica that is promoted afterwards',
    detail:
      'Each batch commits on its own and keeps its position in a small table, so that a worker that dies goes on where it was.',
    cost: 'An import takes longer from end to end, and readers can see half of it while it runs.',
    lesson: 'A transaction should be as long as what must be seen together, and no longer.',
  },
  {
    system: 'our Kafka pipeline for click events',
    trouble: 'consumers fell behind by hours after each rebalance, and dashboards showed yesterday as today',
    cause: 'the eager assignment protocol stopped every consumer of the group while one of them was replaced',
    change:
      'moved the consumers to cooperative rebalancing with static membership and gave each partition a small local state store',
    detail:
      'A consumer that restarts within its session timeout keeps its partitions, and its state store is read back from a changelog topic.',
    cost: 'Deploys need two rounds now, and the changelog topics take up storage of their own.',
    lesson: 'Measure the lag during a deploy, since that is where a stream processor shows what it is worth.',
  },
  {
    system: 'the Kubernetes scheduler of our batch platform',
    trouble: 'large training jobs starved because small pods took the free cores one by one',
    cause: 'the scheduler placed pods one at a time and knew nothing of the job that they belonged to',
    change:
      'wrote a gang scheduling plugin that reserves nodes for a whole job and releases them when the reservation expires',
    detail:
      'Reservations are kept as custom resources, and a controller defragments nodes by moving pods that may be preempted.',
    cost: 'Nodes stand idle while a reservation fills, which we limit to a few minutes.',
    lesson: 'A scheduler that does not see the unit of work cannot be fair to it.',
  },
  {
    system: 'the Redis cache in front of the feed service',
    trouble: 'a single hot key took down a shard during each large live event',
    cause: 'all requests for the event page hashed to the same shard, and its misses went to the database together',
    change: 'added a small in-process cache with request coalescing and let hot keys be replicated to several shards',
    detail:
      'A counter with exponential decay finds hot keys within seconds, and a replicated key is read from a shard that is chosen at random.',
    cost: 'Writes to a hot key have to reach all its copies, so that a reader may see an old value for a moment.',
    lesson: 'Consistent hashing spreads keys and not load, and the two differ on the days that count.',
  },
  {
    system: 'the identity service that issues our access tokens',
    trouble: 'tokens of former contractors stayed valid for hours after their accounts were closed',
    cause: 'services checked the signature of a token and never asked whether it had been revoked',
    change: 'shortened the lifetime of tokens and pushed revocations to every service through a compact Bloom filter',
    detail:
      'Sidecars refresh the filter every few seconds and ask the identity service only where the filter says that a token may be revoked.',
    cost: 'False positives cost one more request, and a sidecar that loses its connection has to refuse sensitive calls.',
    lesson: 'Zero trust means that revocation is designed together with issuance and not added after the audit.',
  },
  {
    system: 'the search index of the help centre',
    trouble: 'relevance dropped for short queries after we had added vector retrieval beside keyword search',
    cause: 'scores of the two retrievers were added up although they have different distributions',
    change:
      'replaced the weighted sum by reciprocal rank fusion and trained a small cross-encoder to reorder the first fifty documents',
    detail:
      'The cross-encoder runs on the CPU with quantised weights, and its answers are cached by query and document version.',
    cost: 'Queries that miss the cache take some tens of milliseconds longer.',
    lesson: 'Ranks can be compared where scores cannot, and a simple fusion is a strong baseline for retrieval.',
  },
  {
    system: 'the continuous integration of our monorepo',
    trouble: 'engineers waited most of an hour for tests that had nothing to do with their change',
    cause:
      'the build graph was too coarse, so that each change to a shared library marked nearly all targets as affected',
    change:
      'split the shared library along its real dependencies and let the build service choose tests by coverage of earlier runs',
    detail:
      'Coverage is collected nightly and stored by function, and a change that touches an unknown function falls back to the whole graph.',
    cost: 'A nightly run of everything is still needed, since coverage does not see configuration files.',
    lesson: 'The cheapest test is the one that provably does not need to run.',
  },
  {
    system: 'the metrics store that our alerts are evaluated on',
    trouble: 'cardinality grew without bound, and the ingesters ran out of memory each weekend',
    cause: 'a library labelled every request with the identifier of its user session',
    change:
      'introduced a limit by tenant and metric, and an aggregation layer that drops labels nobody has queried for a month',
    detail:
      'The aggregation rules are derived from the query log and reviewed by the team that owns the metric before they take effect.',
    cost: 'Labels that were dropped cannot be had again for the past.',
    lesson: 'Observability has a budget as everything else, and the query log says where it should be spent.',
  },
  {
    system: 'the video transcoding fleet',
    trouble: 'spot instances were reclaimed in the middle of long encodes, and the work was done again from the start',
    cause: 'an encode was one task from the first frame to the last',
    change: 'cut videos at scene changes into chunks that are encoded on their own and joined by a manifest',
    detail: 'Rate control runs over all chunks in a first pass, so that quality does not jump where two of them meet.',
    cost: 'The first pass costs a few percent of the compute, and short videos gain nothing.',
    lesson: 'Cheap capacity is only cheap for work that can be cut into pieces.',
  },
  {
    system: 'the service mesh between our data centres',
    trouble: 'tail latency doubled whenever one availability zone lost a few of its hosts',
    cause: 'retries of several layers multiplied, so that a small outage became a storm of requests',
    change: 'gave each request a retry budget that travels in a header and let proxies shed load by priority',
    detail:
      'The budget is spent by whichever layer retries first, and a proxy that sheds a request answers with the time after which it may come again.',
    cost: 'Requests of low priority fail early during an outage, which their teams had to accept.',
    lesson: 'A retry is a load that you send to a system which has just told you that it has too much.',
  },
  {
    system: 'the model server for our support assistant',
    trouble: 'the first token took seconds for long conversations, although the accelerators were half idle',
    cause: 'prefill of long prompts blocked the decoding of all other requests on the same accelerator',
    change:
      'separated prefill from decoding on different workers and kept the key-value cache of a conversation between its turns',
    detail:
      'Caches move over the network in pages while the first layers are still computed, and are evicted by the expected time of the next turn.',
    cost: 'Two pools have to be sized, and a burst of long prompts can leave the decoding pool idle.',
    lesson: 'Inference of language models has two phases with opposite needs, and one batch size suits neither.',
  },
  {
    system: 'the mobile app at its cold start',
    trouble: 'the first screen took more than two seconds on older Android phones',
    cause: 'dozens of libraries initialised themselves on the main thread before anything was drawn',
    change:
      'replaced their content providers by a startup graph that runs what the first screen needs and defers the rest',
    detail:
      'Baseline profiles are generated in the build from a recorded session, so that the runtime compiles the startup path ahead of time.',
    cost: 'A library that is deferred has to cope with being called early, which needed changes in several of them.',
    lesson: 'Startup time is a queue, and somebody has to own its order.',
  },
  {
    system: 'the change data capture from our sharded MySQL fleet',
    trouble: 'the warehouse lost updates whenever a shard failed over to its replica',
    cause: 'positions in the binary log are local to a server and mean nothing on the one that takes over',
    change:
      'moved the connectors to global transaction identifiers and made every sink idempotent by primary key and version',
    detail:
      'A reconciliation job compares checksums of key ranges between source and warehouse and repairs only the ranges that differ.',
    cost: 'The checksums read each table once a day, which is felt on the replicas.',
    lesson: 'Exactly once is a property of the sink, and replication should be tested by failing over.',
  },
  {
    system: 'the sandbox in which customers run their own code',
    trouble: 'cold starts of isolated functions took long enough for customers to keep them warm by pinging',
    cause: 'each start booted a micro virtual machine and loaded the runtime from a network disk',
    change: 'kept snapshots of booted machines in memory and restored them with copy-on-write pages',
    detail:
      'Random seeds and network identities are renewed after a restore, so that two copies of a snapshot never share a secret.',
    cost: 'Snapshots have to be rebuilt for every security patch, and memory is reserved for those that are seldom used.',
    lesson: 'Isolation need not be slow, provided that nothing unique is part of what is copied.',
  },
  {
    system: 'the certificate rotation of our edge network',
    trouble: 'an expired intermediate certificate took a region offline for most of an hour',
    cause: 'monitoring looked at the leaf certificates and never at the chain that the servers really sent',
    change:
      'wrote a prober that completes TLS handshakes from outside and checks each certificate of the chain against a policy',
    detail:
      'The policy is kept in version control, and a deploy that would serve a chain which it rejects is stopped before it reaches the first region.',
    cost: 'The prober needs to be updated together with each change of the trust stores that it imitates.',
    lesson: 'Monitor what clients see, since every check from the inside shares the assumptions of what it checks.',
  },
  {
    system: 'the data lake that our analysts query',
    trouble: 'simple queries scanned terabytes, as each partition had grown to tens of thousands of small files',
    cause: 'the streaming writers committed a file for every minute and every key',
    change:
      'introduced compaction by table with a target file size and clustered the rows by the columns that most queries filter on',
    detail:
      'Compaction runs as optimistic transactions on Iceberg snapshots and gives way to any writer that touches the same files.',
    cost: 'Rewriting files costs compute each night and keeps old snapshots alive until they expire.',
    lesson: 'The layout of files is an index, and it decays like one.',
  },
];

const openings = [
  (team: string, { system, trouble }: Topic) => `Last year the ${team} team had a problem with ${system}: ${trouble}.`,
  (team: string, { system, trouble }: Topic) =>
    `When the ${team} team took over ${system}, the pager told the story: ${trouble}.`,
  (team: string, { system, trouble }: Topic) =>
    `For ${system} the limit came sooner than the ${team} team had planned for, as ${trouble}.`,
];
const teams = ['platform', 'storage', 'reliability', 'runtime', 'delivery', 'data', 'foundations', 'edge'];
const verbs = ['rebuilt', 'redesigned', 'untangled', 'sped up', 'rewrote', 'simplified', 'moved', 'tamed'];
const measures = [
  'p99 latency',
  'the error rate',
  'the monthly compute bill',
  'time to recover',
  'peak memory',
  'queue depth',
];

const of = <Item>(drawn: number, items: readonly Item[]): Item => {
  const item = items[Math.floor(drawn * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to draw from.');
  return item;
};

/**
 * A post of a company.
 * @param number Of the post among all: any sixteen in a row tell of different systems, or those of one day would pass for copies.
 */
export const proseOf = (draw: Draw, company: string, number: number): Prose => {
  const on = (question: string) => draw('prose', company, number, question);
  const whole = (question: string, from: number, to: number) => from + Math.floor(on(question) * (to - from));
  const topic = of((number % topics.length) / topics.length, topics);
  const other = of(on('other'), topics);
  const [measure, second] = [of(on('measure'), measures), of(on('second'), measures)];
  const [before, percent, services] = [
    whole('before', 120, 4_000),
    whole('percent', 18, 79),
    whole('services', 12, 900),
  ];
  const [requests, weeks, hosts] = [whole('requests', 20, 990), whole('weeks', 3, 30), whole('hosts', 40, 6_000)];
  const team = of(on('team'), teams);
  return {
    title: `How ${company} ${of(on('verb'), verbs)} ${topic.system} and cut ${measure} by ${percent}%, part ${number}`,
    paragraphs: [
      `${of(on('opening'), openings)(team, topic)} It serves ${requests},000 requests per second for ${services} services of ${company}, and on a bad day its ${measure} rose to ${before} ms or what is worth as much.`,
      `The cause took ${weeks} weeks to find. As it turned out, ${topic.cause}. We reproduced it on ${hosts} hosts with recorded traffic, which ruled out the network and the kernel, and left the design itself.`,
      `We ${topic.change}. ${topic.detail} The rollout went by shadow traffic first, then one region at a time, with a flag that turned it off within ${whole('flag', 5, 55)} seconds.`,
      `The result: ${measure} fell by ${percent}%, from ${before} ms to ${Math.round(before * (1 - percent / 100))} ms, and ${second} improved by ${whole('improved', 5, 45)}% on the same ${hosts} hosts. Nobody was paged for it in the ${weeks} weeks that followed.`,
      `It did not come for free. ${topic.cost} We also considered what ${of(on('rival'), teams)} had done for ${other.system}, where they ${other.change}, and decided against it because our data does not fit on one machine.`,
      `${topic.lesson} Next, ${company} wants to open the ${of(on('next'), ['benchmark', 'library', 'simulator', 'controller'])} to other teams, and to repeat the measurement on ${whole('again', 1_000, 9_000)} hosts by the end of the quarter.`,
    ],
  };
};
