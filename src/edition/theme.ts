/** What a story can be about. The slug is what is stored and typed; the label is what is shown. */
export interface Theme {
  readonly slug: string;
  readonly label: string;
  /** Other names under which a reader may ask for it, the most fitting first. */
  readonly aliases: readonly string[];
}

export const themes = [
  {
    slug: 'zero-trust',
    label: 'Zero trust',
    aliases: ['zero trust', 'least privilege', 'just-in-time access', 'capability-based security'],
  },
  {
    slug: 'identity-access',
    label: 'Identity and access',
    aliases: ['iam', 'oidc', 'authentication', 'authorization', 'sso', 'secrets', 'credentials', 'passkeys'],
  },
  {
    slug: 'supply-chain',
    label: 'Software supply chain',
    aliases: ['supply chain', 'trusted publishing', 'provenance', 'slsa', 'sbom', 'dependency attack'],
  },
  {
    slug: 'sandboxing',
    label: 'Sandboxing and isolation',
    aliases: ['sandbox', 'v8 isolates', 'microvm', 'wasm isolation', 'capabilities'],
  },
  {
    slug: 'vulnerabilities',
    label: 'Vulnerabilities and threats',
    aliases: ['cve', 'exploit', 'malware', 'ddos', 'patch', 'threat intelligence'],
  },
  {
    slug: 'privacy',
    label: 'Privacy and compliance',
    aliases: ['privacy', 'gdpr', 'anonymization', 'audit', 'data retention'],
  },
  {
    slug: 'cryptography',
    label: 'Cryptography',
    aliases: ['tls', 'post-quantum', 'encryption', 'signatures', 'certificates'],
  },
  {
    slug: 'distributed-systems',
    label: 'Distributed systems',
    aliases: ['consensus', 'consistency', 'replication', 'partition', 'raft', 'paxos'],
  },
  {
    slug: 'data-replication',
    label: 'Replication and change data capture',
    aliases: ['cdc', 'debezium', 'replication', 'write-ahead log', 'outbox'],
  },
  {
    slug: 'databases',
    label: 'Databases',
    aliases: ['postgres', 'mysql', 'sharding', 'indexing', 'query planner', 'oltp', 'olap'],
  },
  {
    slug: 'event-streaming',
    label: 'Streaming and queues',
    aliases: ['kafka', 'flink', 'pub/sub', 'sqs', 'message queue', 'stream processing'],
  },
  {
    slug: 'search',
    label: 'Search and retrieval',
    aliases: ['search', 'elasticsearch', 'vector search', 'rag', 'embeddings', 'ranking retrieval'],
  },
  {
    slug: 'data-engineering',
    label: 'Data platforms and pipelines',
    aliases: ['data lake', 'etl', 'spark', 'warehouse', 'iceberg', 'airflow', 'lineage'],
  },
  {
    slug: 'caching',
    label: 'Caching and storage',
    aliases: ['cache', 'redis', 'cdn cache', 'object storage', 'tiering'],
  },
  {
    slug: 'performance',
    label: 'Performance and latency',
    aliases: ['latency', 'throughput', 'p99', 'profiling', 'optimization', 'memory'],
  },
  {
    slug: 'scalability',
    label: 'Scalability',
    aliases: ['scaling', 'sharding', 'autoscaling', 'load balancing', 'capacity'],
  },
  {
    slug: 'reliability',
    label: 'Reliability and incidents',
    aliases: ['outage', 'postmortem', 'resilience', 'chaos', 'failover', 'slo'],
  },
  {
    slug: 'observability',
    label: 'Observability',
    aliases: ['metrics', 'tracing', 'logging', 'opentelemetry', 'monitoring', 'alerts'],
  },
  {
    slug: 'networking',
    label: 'Networking and edge',
    aliases: ['dns', 'bgp', 'quic', 'http/3', 'edge', 'load balancer', 'cdn'],
  },
  {
    slug: 'serverless',
    label: 'Serverless',
    aliases: ['lambda', 'functions', 'workers', 'scale to zero', 'cold start'],
  },
  {
    slug: 'containers',
    label: 'Containers and orchestration',
    aliases: ['kubernetes', 'docker', 'container', 'service mesh', 'scheduler'],
  },
  {
    slug: 'infrastructure-as-code',
    label: 'Infrastructure as code',
    aliases: ['terraform', 'iac', 'provisioning', 'gitops', 'drift'],
  },
  {
    slug: 'cost-efficiency',
    label: 'Cost and efficiency',
    aliases: ['cost', 'finops', 'savings', 'utilization', 'right-sizing'],
  },
  {
    slug: 'ci-cd',
    label: 'Build, test and release',
    aliases: ['ci', 'cd', 'build system', 'monorepo', 'testing', 'deployment', 'rollout'],
  },
  {
    slug: 'developer-tools',
    label: 'Developer tools and productivity',
    aliases: ['ide', 'cli', 'linter', 'developer experience', 'productivity', 'code review'],
  },
  {
    slug: 'migrations',
    label: 'Migrations and modernization',
    aliases: ['migration', 'rewrite', 'legacy', 'deprecation', 'refactor', 'monolith'],
  },
  {
    slug: 'api-design',
    label: 'APIs and protocols',
    aliases: ['api', 'graphql', 'grpc', 'rest', 'schema', 'versioning', 'webhooks'],
  },
  {
    slug: 'web-frontend',
    label: 'Web and frontend',
    aliases: ['react', 'javascript', 'css', 'browser', 'rendering', 'accessibility', 'next.js'],
  },
  { slug: 'mobile', label: 'Mobile', aliases: ['android', 'ios', 'swift', 'kotlin', 'app startup'] },
  {
    slug: 'programming-languages',
    label: 'Languages and runtimes',
    aliases: ['rust', 'go', 'typescript', 'compiler', 'garbage collection', 'webassembly', 'jvm'],
  },
  {
    slug: 'open-source',
    label: 'Open source',
    aliases: ['open source', 'license', 'maintainers', 'community', 'foundation'],
  },
  {
    slug: 'machine-learning',
    label: 'Machine learning systems',
    aliases: ['training', 'feature store', 'recommendation', 'ranking model', 'mlops'],
  },
  {
    slug: 'llm-inference',
    label: 'Model serving and inference',
    aliases: ['inference', 'gpu', 'quantization', 'kv cache', 'serving', 'batching'],
  },
  {
    slug: 'model-routing',
    label: 'Model choice and routing',
    aliases: ['model selection', 'routing', 'small models', 'ensembles', 'multi-model'],
  },
  {
    slug: 'ai-evaluation',
    label: 'AI evaluation and safety',
    aliases: ['benchmark', 'evals', 'red teaming', 'alignment', 'guardrails', 'hallucination'],
  },
  {
    slug: 'ai-agents',
    label: 'AI agents',
    aliases: ['agent', 'multi-agent', 'tool use', 'copilot', 'orchestration', 'autonomous'],
  },
  { slug: 'mcp', label: 'Model Context Protocol', aliases: ['mcp', 'model context protocol', 'tool server'] },
  {
    slug: 'computer-vision',
    label: 'Vision, speech and media',
    aliases: ['computer vision', 'image', 'video', 'speech', 'transcoding', 'diffusion'],
  },
  {
    slug: 'hardware',
    label: 'Hardware and accelerators',
    aliases: ['gpu', 'tpu', 'chip', 'datacenter', 'robotics', 'edge device'],
  },
  {
    slug: 'science',
    label: 'AI for science and society',
    aliases: ['climate', 'satellite', 'health', 'biology', 'weather', 'education'],
  },
  {
    slug: 'leadership',
    label: 'Leadership and careers',
    aliases: ['principal engineer', 'career', 'management', 'team', 'culture', 'hiring'],
  },
  {
    slug: 'product-news',
    label: 'Announcements and round-ups',
    aliases: ['launch', 'general availability', 'round-up', 'release notes', 'event'],
  },
] as const satisfies readonly Theme[];

export type ThemeSlug = (typeof themes)[number]['slug'];

const labels: ReadonlyMap<string, string> = new Map(themes.map(({ slug, label }) => [slug, label]));

/** @returns the label of a theme; the slug itself where it is none of ours, as an old archive may have it */
export const labelOfTheme = (slug: string): string => labels.get(slug) ?? slug;
