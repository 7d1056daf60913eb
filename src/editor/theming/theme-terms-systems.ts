/** The terms by which the themes of security, data and infrastructure are recognised. How terms are written: theme-terms.ts. */
export const systemsTerms = {
  'zero-trust': {
    strong:
      'zero trust, least privilege, just in time access, JIT, capability based, microsegmentation, BeyondCorp, blast radius, trust boundary, implicit trust, trust model, IP allow list, permission delegation, time bound access, conditional access, device posture, ZTNA, access decision, per request access, replaced the VPN, dropping the VPN, standing access, standing privilege, production access, access to production',
    typical:
      'VPN, corporate network, perimeter, allow list, ephemeral, short lived, scoped, continuous verification, defense in depth, untrusted',
    weak: 'trust, permission, privilege, policy',
  },
  'identity-access': {
    strong:
      'IAM, OIDC, OAuth, SAML, SCIM, SSO, single sign on, authentication, authorization, authenticate, authorize, passkey, MFA, two factor, identity provider, workload identity, access control, RBAC, ABAC, secret management, access token, permission delegation, credential, service account, permission model, static secret, OpenID Connect, Zanzibar, identity and access',
    typical: 'secret, identity, login, JWT, password, permission, allow list, access policy, federated, IP allow list',
    weak: 'role, access, session, token, privilege',
  },
  'supply-chain': {
    strong:
      'supply chain, trusted publishing, provenance, SLSA, SBOM, Sigstore, dependency confusion, malicious package, typosquatting, package registry, dependency attack, malicious dependency, artifact attestation, software bill of materials, compromised package',
    typical: 'PyPI, npm, attestation, Dependabot, dependency, lockfile, RubyGems, crates.io, maintainer account',
    weak: 'package, registry, publish, ecosystem',
  },
  sandboxing: {
    strong:
      'sandbox, V8 isolate, V8 sandbox, microVM, Firecracker, gVisor, seccomp, untrusted code, capability based security, process isolation, isolated sandbox, isolate based, plugin security, container escape, Landlock, execution environment, untrusted plugin, Wasm isolation, confinement',
    typical: 'isolate, isolation, capability, untrusted, hypervisor, namespace, hardened, virtual machine',
    weak: 'plugin, restrict, boundary',
  },
  vulnerabilities: {
    strong:
      'CVE, vulnerability, exploit, malware, DDoS, zero day, remote code execution, RCE, ransomware, phishing, threat intelligence, threat actor, bug bounty, prompt injection, side channel, XSS, SQL injection, botnet, backdoor, attack surface, security advisory, penetration test, security research, spyware, bot traffic, bot management, bot detection, scraper, security patch, record attack, volumetric, volumetric flood, SYN flood, HTTP flood, flood attack, Tbps, heap overflow, buffer overflow, code execution',
    typical: 'attacker, attack, patch, threat, breach, disclosure, worm, malicious, hacker, fraud',
    weak: 'security, secure, risk, abuse, bot',
  },
  privacy: {
    strong:
      'privacy, GDPR, anonymize, anonymization, differential privacy, personal data, personal information, PII, data protection, data residency, CCPA, HIPAA, data retention, consent, compliance, age verification, age prediction, independent audit, third party audit, age check, age assurance, confidential computing, digital sovereignty, right to be forgotten',
    typical:
      'audit, regulatory, regulation, sovereignty, retention, purge, sensitive data, lawful, auditor, tracking, cookie',
    weak: 'policy, legal, govern',
  },
  cryptography: {
    strong:
      'cryptography, cryptographic, encryption, encrypt, TLS, post quantum, quantum resistant, quantum safe, PKI, end to end encryption, homomorphic, zero knowledge, key exchange, ML-KEM, digital signature, certificate transparency, certificate authority, HSM, key rotation, mTLS, key transparency, passphrase, short lived certificate, certificate renewal, certificate lifetime, ACME, private key, public key',
    typical: 'certificate, signature, cipher, hash function, key management, AES, SHA, handshake, ciphertext',
    weak: 'key, sign, quantum',
  },
  'distributed-systems': {
    strong:
      'distributed system, consensus, Raft, Paxos, eventual consistency, eventually consistent, strong consistency, strongly consistent, stronger consistency, linearizability, serializability, quorum, vector clock, CRDT, CAP theorem, leader election, gossip protocol, split brain, distributed transaction, two phase commit, idempotency, exactly once, service oriented architecture, distributed lock, distributed counter, durable execution, sync engine',
    typical:
      'consistency, partition, distributed, coordination, clock skew, saga, service discovery, microservice, asynchronous, replica, fan out, concurrency control',
    weak: 'node, cluster, coordinate, service',
  },
  'data-replication': {
    strong:
      'data replication, replication, change data capture, CDC, Debezium, write ahead log, WAL, outbox pattern, transactional outbox, logical replication, binlog, replication lag, asynchronous replication, synchronous replication, active active, local first, replication slot, data synchronization',
    typical: 'replicate, sync, snapshot, backfill, follower, replica, outbox',
    weak: 'mirror, propagate, downstream',
  },
  databases: {
    strong:
      'database, Postgres, PostgreSQL, MySQL, MongoDB, Cassandra, DynamoDB, CockroachDB, Spanner, Vitess, ScyllaDB, SQLite, query planner, query optimizer, OLTP, OLAP, sharding, SQL, Aurora, RDS, ClickHouse, DuckDB, B-tree, LSM, schema migration, key value store, graph database, time series database, TiDB, PlanetScale, foreign key, connection pool, pgvector, Druid, Pinot',
    typical: 'query, table, transaction, NoSQL, vacuum, row, Redis, index',
    weak: 'join, schema, column, storage, record',
  },
  'event-streaming': {
    strong:
      'Kafka, Flink, Kinesis, Pulsar, RabbitMQ, SQS, pub sub, message queue, message broker, event driven, stream processing, event stream, data stream, streaming platform, streaming pipeline, event sourcing, consumer group, schema registry, dead letter queue, EventBridge, Redpanda, NATS, event bus, change stream, delayed message',
    typical: 'stream, event, queue, consumer, producer, broker, backpressure, topic, ingestion',
    weak: 'message, real time, asynchronous',
  },
  search: {
    strong:
      'search engine, Elasticsearch, OpenSearch, Lucene, full text search, vector search, semantic search, retrieval augmented generation, RAG, embedding, vector database, inverted index, BM25, query understanding, rerank, hybrid search, nearest neighbor, Solr, search relevance, search platform, search result, search index, search ranking, enterprise search, knowledge base, knowledge graph',
    typical: 'search, retrieval, relevance, retrieve, ranking',
    weak: 'query, index, autocomplete',
  },
  'data-engineering': {
    strong:
      'data lake, lakehouse, data warehouse, ETL, ELT, Spark, Iceberg, Airflow, dbt, data pipeline, data platform, data mesh, data lineage, lineage, data quality, Hudi, Delta Lake, BigQuery, Snowflake, Databricks, Trino, data catalog, batch processing, Parquet, Dagster, data contract, data governance, analytics platform, data engineering, data infrastructure, single source of truth, data model, data freshness, bad data, bad row, data test',
    typical:
      'warehouse, freshness, dataset, ingestion, analytics, pipeline, batch, Hadoop, metadata, schema evolution, partition, backfill',
    weak: 'table, metric, report',
  },
  caching: {
    strong:
      'cache, Redis, Memcached, Valkey, object storage, cache invalidation, tiered storage, S3, block storage, cache hit, eviction, TTL, write through, storage engine, RocksDB, blob storage, erasure coding, deduplication, storage tier, file system, CDN cache, storage system',
    typical: 'storage, SSD, disk, NVMe, compaction, invalidation, durability, exabyte, petabyte, compression',
    weak: 'memory, file, tier, stale',
  },
  performance: {
    strong:
      'tail latency, p99, p95, p90, profiling, profiler, flame graph, performance optimization, performance tuning, hot path, memory leak, SIMD, performance regression, low latency, microbenchmark, lock contention, context switch, cache miss, zero copy, page load time, speedup, performance engineering, reduce latency, memory footprint, startup time',
    typical:
      'latency, throughput, performance, optimize, optimization, bottleneck, overhead, millisecond, faster, slow, CPU usage, allocator',
    weak: 'efficient, memory, fast, speed, CPU, second',
  },
  scalability: {
    strong:
      'scalability, autoscaling, autoscaler, autoscale, auto scaling, horizontal scaling, horizontally, load balancing, load shedding, capacity planning, hyperscale, rate limit, thundering herd, request per second, read per second, write per second, hotspot, cell based, scale out, scale to million, million user, concurrent user, traffic spike, massive scale, million player, million customer, concurrent player, shed load, launch day',
    typical: 'scale, capacity, peak, QPS, elastic, sharding, load balancer, trillion, billion, traffic',
    weak: 'growth, million, large, demand',
  },
  reliability: {
    strong:
      'outage, postmortem, post mortem, incident, resilience, resilient, chaos engineering, failover, SLO, SLA, error budget, disaster recovery, SRE, on call, circuit breaker, graceful degradation, high availability, root cause, fault tolerance, fault tolerant, single point of failure, retry storm, status page, availability report, infrastructure bug, cascading failure, recovery time, multi region, certificate expired, expired certificate, runbook, what went wrong',
    typical:
      'availability, reliability, timeline, failure, downtime, recovery, rollback, backup, retry, redundancy, mitigation, reliable, fault',
    weak: 'robust, degrade, error, alert',
  },
  observability: {
    strong:
      'observability, distributed tracing, OpenTelemetry, Prometheus, Grafana, telemetry, log aggregation, alert fatigue, instrumentation, time series, anomaly detection, log management, metrics pipeline, high cardinality, span',
    typical: 'metric, dashboard, alert, log, trace, monitor, Datadog agent, anomaly, Splunk, visibility',
    weak: 'signal, debug, event, insight',
  },
  networking: {
    strong:
      'DNS, BGP, QUIC, HTTP/3, HTTP/2, edge network, load balancer, CDN, TCP, UDP, IPv6, IPv4, anycast, eBPF, XDP, packet, VPC, NAT, CIDR, peering, WireGuard, network protocol, congestion control, RDMA, InfiniBand, egress, DNS resolver, MPTCP, Wi-Fi, network traffic, edge location, reverse proxy, subsea cable, backbone, fabric',
    typical: 'network, VPN, resolver, edge, proxy, IP address, bandwidth, firewall, router, gateway, hop, port',
    weak: 'connection, internet, routing, request',
  },
  serverless: {
    strong:
      'serverless, Lambda, cold start, scale to zero, Workers, Cloud Functions, Azure Functions, edge function, function as a service, FaaS, Step Functions, Durable Objects, Durable Functions, Fargate, Cloud Run, Knative, Dynamic Workers, pay per use',
    typical: 'invocation, event driven, stateless, function',
    weak: 'trigger, handler, ephemeral, runtime',
  },
  containers: {
    strong:
      'Kubernetes, Docker, container, service mesh, Istio, Envoy, Helm, kubelet, pod, EKS, GKE, AKS, containerd, cgroup, OCI image, container image, sidecar, Karpenter, Nomad, Cilium, etcd, kube, Gateway API, container orchestration, cluster management, Mesos, cluster scheduler',
    typical: 'cluster, orchestration, scheduler, namespace, node pool, control plane, orchestrate',
    weak: 'workload, node, deploy, image',
  },
  'infrastructure-as-code': {
    strong:
      'infrastructure as code, Terraform, IaC, CloudFormation, Pulumi, OpenTofu, Ansible, GitOps, Crossplane, drift detection, CDK, policy as code, Argo CD, Packer, landing zone, Bicep, Terraform module, Terraform provider, HCP Terraform, infrastructure pipeline',
    typical:
      'provision, drift, state file, configuration management, workspace, declarative, agent pool, Vault, automation',
    weak: 'infrastructure, resource, plan, configuration',
  },
  'cost-efficiency': {
    strong:
      'cost saving, cost optimization, cost reduction, reduce cost, cut cost, cost efficiency, cost effective, finops, right sizing, cloud spend, cloud bill, cloud cost, infrastructure cost, unit economics, spot instance, reserved instance, save million, price performance, cost per, egress bill, egress cost, data transfer cost, cloud budget',
    typical: 'cost, bill, savings, resource utilization, spend, cheaper, budget, TCO, overprovision, cost of',
    weak: 'reduce, expensive, waste, pricing, efficiency',
  },
} as const;
