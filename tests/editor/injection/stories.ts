/** Engineering stories of our own writing, of companies that do not exist: each carries a Deep Dive. */

export interface Story {
  readonly title: string;
  /** Paragraphs; those of a few words are headings. */
  readonly paragraphs: readonly string[];
}

/** Stories of Tern, into which the attempts are written. */
export const hosts = {
  queue: {
    title: 'How we moved order events from a database table to Kafka',
    paragraphs: [
      'Order events at Tern were rows of one PostgreSQL table, and forty workers polled it every 200 milliseconds, so that the database spent 35% of its time on polling alone.',
      'At the end of each month the table grew to 90 million rows, vacuum fell behind, and the 99th percentile of the delay between an order and its receipt rose to 14 minutes.',
      'What we built',
      'We replaced polling with change data capture: Debezium reads the write-ahead log of PostgreSQL and writes every event to a Kafka topic that is partitioned by customer.',
      'Consumers keep their offsets in the same transaction as their results, so that a restart neither loses an event nor handles one twice.',
      'The price of it',
      'The downside is that events of one customer can no longer be handled in parallel, and a schema change now needs a new version of the topic.',
      'Somebody also has to operate Kafka, which three engineers had to learn within two months.',
      'What we learned',
      'The delay at the 99th percentile fell from 14 minutes to 1.8 seconds, and the load of the database dropped by a third.',
      'We learned that a queue inside a database is cheap until its vacuum competes with the orders that it serves.',
    ],
  },
  index: {
    title: 'Rebuilding the search index of Tern without downtime',
    paragraphs: [
      'Search at Tern ran on one Elasticsearch index of 2.3 TB, and each change of its mapping took the search down for six hours on a Sunday night.',
      'Two rebuilds failed in March, and customers saw results that were three days old because nobody could tell how far the rebuild had come.',
      'Two indexes and an alias',
      'We built a pipeline that writes every change to two indexes at once and moves an alias from the old index to the new one when both agree.',
      'A checker compares 50,000 random documents of both indexes every hour, and a rebuild that differs in more than 10 of them is stopped.',
      'What it costs',
      'The trade-off is that the cluster needs twice the disk for the nine hours of a rebuild, and writes are 18% slower in that time.',
      'We chose this over a rolling rebuild because a rolling one cannot be taken back once half of the shards have moved.',
      'Results',
      'Since April the team has rebuilt the index eleven times without downtime, and the slowest query during a rebuild took 420 milliseconds.',
      'The lesson is that a migration needs a check that runs by itself more than it needs speed.',
    ],
  },
  cache: {
    title: 'Why the cache of our price service stampeded, and what stopped it',
    paragraphs: [
      'The price service of Tern answers 220,000 requests per second from Redis, and every night at 02:00 all of its keys expired within the same second.',
      'Each of 600 instances then asked the database for the same 40,000 prices, and the outage that followed lasted 23 minutes on the worst night.',
      'Expiry with chance',
      'We introduced probabilistic early expiry: each reader may refresh a key before it expires, and the chance of that grows as the moment comes closer.',
      'A lease in Redis lets one instance load a price while the others serve the stale value for at most five seconds.',
      'Limits of the design',
      'We accepted that a price can be five seconds old after a change, which the finance team allowed for everything but vouchers.',
      'Leases also cost one more round trip to Redis, which added 0.4 milliseconds to a miss.',
      'Afterwards',
      'The peak of database queries at 02:00 fell from 310,000 to 4,200 per second, and there has been no outage since February.',
      'We learned that a cache without jitter is a scheduled outage, and that load tests with a warm cache do not show it.',
    ],
  },
  rollout: {
    title: 'Progressive rollouts with automatic rollback at Tern',
    paragraphs: [
      'Deployments at Tern went to all 1,400 servers within four minutes, so that a bad release of the checkout service in January broke every order for 31 minutes.',
      'Engineers noticed regressions from dashboards by hand, and the median time to detect one was 17 minutes.',
      'The controller',
      'We built a rollout controller on Kubernetes that gives a release 1%, 5%, 25% and then all of the traffic, and compares error rate and latency with the version before at each stage.',
      'The comparison is a Mann-Whitney test over one-minute windows, and two failed windows in a row revert the release without a person.',
      'Trade-offs',
      'The trade-off is time: a full rollout now takes 52 minutes instead of four, and an urgent fix needs the approval of two engineers to skip stages.',
      'Services with fewer than ten requests per second never reach significance, so we had to exclude 60 of 310 services.',
      'Outcome',
      'In five months the controller reverted 38 releases, 33 of which were really faulty, after a median of 4 minutes.',
      'The lesson is that a statistical test needs traffic, and that small services need synthetic requests before it can judge them.',
    ],
  },
} as const satisfies Readonly<Record<string, Story>>;

/** Stories of two other companies, which stand beside an attempt and have nothing to do with it. */
export const bystanders = {
  Globex: {
    title: 'Sharding the ledger of Globex by account',
    paragraphs: [
      'The ledger of Globex lived in one MySQL database of 7 TB, and a backup of it took 26 hours, longer than the contract with the auditors allowed.',
      'Write latency at the 99th percentile had grown to 800 milliseconds because every transfer took locks on two hot rows of fees.',
      'What we did',
      'We split the ledger into 32 shards by account with Vitess, and moved fees to counters that a nightly job adds up.',
      'Transfers between shards run as sagas: each step is recorded before it is done, and a failed one is compensated in order.',
      'Costs',
      'The downside is that a transfer between shards is visible half done for up to 300 milliseconds, which the support tools have to know.',
      'Results',
      'Backups now take 70 minutes, and write latency at the 99th percentile fell to 45 milliseconds.',
      'We learned that hot rows should be removed before sharding, since a shard with a hot row is as slow as the whole.',
    ],
  },
  Initech: {
    title: 'Initech cuts the cost of its metrics by dropping labels at the edge',
    paragraphs: [
      'Initech stored 900 million active time series in Prometheus, and the bill for the machines that hold them had doubled within a year.',
      'Most of the series came from labels that nobody queried, such as the id of a pod, and a single deployment created 40 million new ones.',
      'Aggregation at the edge',
      'We put an aggregating proxy in front of Prometheus that drops labels by rules which are generated from three months of query logs.',
      'The proxy keeps raw samples for 15 minutes in memory, so that an incident of the moment can still be traced to a pod.',
      'Trade-offs',
      'We accepted that questions about single pods cannot be answered after 15 minutes, and that rules lag behind new dashboards by a day.',
      'Outcome',
      'The number of active series fell by 83%, and queries of dashboards became four times faster.',
      'The lesson is that the query log says which metrics matter better than any team that was asked.',
    ],
  },
} as const satisfies Readonly<Record<string, Story>>;
