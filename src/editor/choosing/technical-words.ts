/** The common words of engineering prose, to tell by its vocabulary what a text is about. */
import { contentStems } from '../language/words.ts';

const words = `
  Systems:
    abstraction algorithm allocation api architecture artifact async asynchronous backend backfill backpressure
    backup bandwidth batch benchmark binary blob bottleneck broker buffer byte cache capacity cardinality checkpoint
    checksum cluster compaction compression concurrency configuration consensus container control coroutine cpu
    crash cron daemon database dataset deadlock decoupled dependency deployment deserialize disk distributed
    downstream downtime driver endpoint ephemeral executor failover fallback fault filesystem gateway graph hash
    header heap heuristic host http idempotent index infrastructure ingestion instance instrumentation interface
    isolation iteration job json kernel latency layer ledger linux load lock log lookup loop mapreduce memory
    metadata metric microservice middleware migration module monolith multiplex mutex namespace network node
    observability offload operator orchestration outage overhead packet parallelism parameter partition payload
    percentile pipeline pointer poll primitive provisioning proxy query queue registry regression replica
    replication resilience resolver resource retry rollback rollout router runtime sandbox scalability scale
    scheduler schema serialization server serverless shard simulation snapshot socket stack stateless storage stream
    subnet subsystem synchronous system table telemetry tenant terminal thread throttle throughput timeout timestamp
    topology trace traffic transaction trigger tuning upstream validation vector virtual worker workflow workload
  Code:
    annotation assembly async branch browser bug build bytecode cli code codebase command commit compatibility
    compiler component debugger declarative diff engine engineer engineering exception feature fork framework
    frontend function garbage github identifier implementation javascript library lint linter lockfile manifest
    monorepo optimization package parser patch plugin port postmortem profiler program programming protocol
    prototype pull refactor release render repository rewrite script sdk semantics shell software source
    specification syntax technical template test toolchain type typescript variable version webhook websocket
    workaround
  Data and models:
    accuracy agent annotation baseline classifier cloud compute data decoder detection embedding encoder evaluation
    gpu gradient guardrail hallucination hardware image inference llm median model neural noise pixel precision
    prediction processing prompt quantization recall regression reinforcement resolution retrieval sampling
    supervised synthetic token tokenizer training transformer
  Security:
    access anonymize attacker attestation audit authentication authorization certificate credential cryptography
    encryption exploit firewall identity malware permission privilege provenance signature spoofing token trust
    vulnerability
  Practice:
    backlog career contributor developer expertise incident maintainer mentor principal review roadmap specialist
    specialization staff
`.replace(/[A-Z][a-z ]+:/g, '');

const technicalStems: ReadonlySet<string> = new Set(contentStems(words));

/** How many different technical words a text has. */
export const countTechnicalWords = (text: string): number =>
  new Set(contentStems(text).filter(stem => technicalStems.has(stem))).size;
