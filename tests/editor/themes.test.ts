import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ThemeSlug, themes } from '../../src/edition/theme.ts';
import { explainThemes, tagThemes } from '../../src/editor/themes.ts';
import { countTerms, wordsOfText } from '../../src/editor/theming/theme-matching.ts';
import { themeTerms } from '../../src/editor/theming/theme-terms.ts';
import { shared } from '../material.ts';

const firstTheme = (title: string, text = ''): ThemeSlug | undefined => tagThemes({ title, text })[0];

/** One invented story for each theme. */
const stories: Readonly<Record<ThemeSlug, readonly [title: string, text: string]>> = {
  'zero-trust': [
    'Leaving the perimeter behind',
    'Every call is checked: zero trust, least privilege and just-in-time access replaced the VPN.',
  ],
  'identity-access': [
    'Passkeys for everyone',
    'Authentication moved from passwords to OIDC, and service accounts lost their long-lived credentials.',
  ],
  'supply-chain': [
    'A worm in the registry',
    'A compromised package spread through npm; trusted publishing and provenance would have stopped the supply chain attack.',
  ],
  sandboxing: [
    'Running code that nobody has read',
    'Each plugin runs in a sandbox, a V8 isolate without file access; a microVM was too slow to start.',
  ],
  vulnerabilities: [
    'A nine-hour response to a zero-day',
    'The CVE allowed remote code execution; attackers tried the exploit within a day of disclosure.',
  ],
  privacy: [
    'Forgetting on purpose',
    'GDPR asks for data retention limits. Personal data is anonymized after 24 hours, which an independent audit confirmed.',
  ],
  cryptography: [
    'Ready for quantum computers',
    'Post-quantum key exchange is on for every TLS handshake; certificates and signatures come next.',
  ],
  'distributed-systems': [
    'Agreeing without a leader',
    'Raft and Paxos need a quorum. Our consensus protocol gives up linearizability for eventual consistency.',
  ],
  'data-replication': [
    'Moving rows as they change',
    'Debezium reads the write-ahead log, and change data capture keeps the copies in step with little replication lag.',
  ],
  databases: [
    'Sharding MySQL without downtime',
    'The query planner chose bad joins. Splitting the tables of the database by tenant cut slow queries.',
  ],
  'event-streaming': [
    'A queue for every team',
    'Kafka carries the events, Flink does the stream processing, and consumer groups read each topic at their pace.',
  ],
  search: [
    'Finding the right listing',
    'Hybrid search joins BM25 with vector search over embeddings; a reranker orders the search results.',
  ],
  'data-engineering': [
    'One lakehouse instead of nine marts',
    'Spark jobs write Iceberg tables, Airflow runs the ETL, and lineage shows which data pipeline broke.',
  ],
  caching: [
    'Evicting with care',
    'The cache holds hot keys in Memcached, with a short TTL and cache invalidation from the object storage behind it.',
  ],
  performance: [
    'Where the milliseconds went',
    'Flame graphs showed lock contention in the hot path; tail latency fell, and p99 with it.',
  ],
  scalability: [
    'Ready for the biggest sale of the year',
    'Autoscaling and load shedding carried a million requests per second at peak traffic; capacity planning started in May.',
  ],
  reliability: [
    'Postmortem: two hours of errors',
    'The outage began with a bad failover. A circuit breaker and error budgets would have limited the incident.',
  ],
  observability: [
    'Fewer dashboards, better alerts',
    'OpenTelemetry traces and Prometheus metrics feed one observability stack, which cut alert fatigue.',
  ],
  networking: [
    'A route leak and what it taught',
    'BGP announced the wrong prefix, anycast moved the packets, and DNS resolvers timed out across the edge network.',
  ],
  serverless: [
    'Functions that wake in a blink',
    'Cold starts on Lambda cost us; serverless functions now scale to zero without them.',
  ],
  containers: [
    'Ten thousand pods on one control plane',
    'Kubernetes upgrades drain each node; the kubelet and etcd limit how many containers a cluster can run.',
  ],
  'infrastructure-as-code': [
    'Drift, found before Monday',
    'Terraform plans run nightly, drift detection opens a ticket, and policy as code blocks hand-made resources.',
  ],
  'cost-efficiency': [
    'Halving the cloud bill',
    'Right-sizing and spot instances brought cost savings; FinOps now reports cloud spend by team.',
  ],
  'ci-cd': [
    'Shipping from one monorepo',
    'Bazel builds what changed, flaky tests are quarantined, and a canary precedes every rollout.',
  ],
  'developer-tools': [
    'A linter that explains itself',
    'The IDE shows code review hints, the CLI formats, and developer productivity is surveyed each quarter.',
  ],
  migrations: [
    'Retiring a twenty-year-old monolith',
    'The legacy system was rewritten module by module, a strangler fig with dual writes until the cutover.',
  ],
  'api-design': [
    'Versioning without tears',
    'Our GraphQL schema is federated; gRPC serves inside, REST outside, and webhooks carry an idempotency key.',
  ],
  'web-frontend': [
    'Less JavaScript, more HTML',
    'React server components cut hydration; CSS containment made the browser render pages sooner.',
  ],
  mobile: [
    'A smaller app for slower phones',
    'On Android and iOS the app startup was halved, with Kotlin Multiplatform sharing the offline code.',
  ],
  'programming-languages': [
    'A borrow checker for the rest of us',
    'The compiler infers lifetimes; garbage collection pauses vanish, and memory safety needs no annotations in the type system.',
  ],
  'open-source': [
    'Who maintains the maintainers?',
    'An open source foundation pays maintainers; a new license and open governance calmed the community of contributors.',
  ],
  'machine-learning': [
    'Ranking homes by intent',
    'A recommendation system with a feature store; model training on two years of labels, then an A/B test.',
  ],
  'llm-inference': [
    'More tokens from the same cards',
    'vLLM with continuous batching, quantization and a paged KV cache doubled LLM inference throughput on each GPU.',
  ],
  'model-routing': [
    'Not every question needs the big one',
    'A model router sends easy prompts to a small model and hard ones to a larger model; model selection is tested blind.',
  ],
  'ai-evaluation': [
    'Grading the graders',
    'Evals with an LLM as a judge miss hallucinations; red teaming and safety evaluations found what the benchmark did not.',
  ],
  'ai-agents': [
    'An on-call colleague made of prompts',
    'The AI agent plans, uses tool calling, and hands over to sub-agents; a human in the loop approves.',
  ],
  mcp: [
    'One protocol for all our tools',
    'Each team runs an MCP server; the Model Context Protocol registry lists them, and MCP clients find tools there.',
  ],
  'computer-vision': [
    'Seeing spills before anyone slips',
    'Computer vision with object detection on camera images, trained on frames from a diffusion model.',
  ],
  hardware: [
    'Cooling a denser rack',
    'The new accelerator draws a kilowatt; the datacenter moved to liquid cooling, and chip to chip interconnect doubled.',
  ],
  science: [
    'Maps against deforestation',
    'Satellite pictures show forest loss; climate scientists and the weather service use them for conservation.',
  ],
  leadership: [
    'What a staff engineer does all day',
    'Mentoring, hiring and engineering culture: a career ladder for those who lead without being an engineering manager.',
  ],
  'product-news': [
    'Everything we announced in May',
    'A round-up of the latest news: the keynote, what is in preview, and what is now available.',
  ],
};

describe('the themes of a story', () => {
  it.each(Object.entries(stories))('finds %s', (theme, [title, text]) => {
    expect(firstTheme(title, text)).toBe(theme);
  });

  it.each([
    ['Go the Extra Mile for Your Users', 'programming-languages'],
    ['The rest of the story', 'api-design'],
    ['A swift answer to a rusty process', 'programming-languages'],
    ['Access for everyone', 'web-frontend'],
    ['Generic drugs reach the market', 'programming-languages'],
    ['Customers customize their kitchens', 'privacy'],
  ] as const)('does not take an everyday word for a term: %s', (title, theme) => {
    expect(tagThemes({ title, text: '' })).not.toContain(theme);
  });

  it('reads the longest term at a place, so that a KV cache is no cache', () => {
    expect(firstTheme('Paging the KV cache')).toBe('llm-inference');
    expect(firstTheme('Paging the cache')).toBe('caching');
  });

  it.each([
    [
      'computer-vision',
      'Workplace safety monitoring by cameras',
      'Cameras watch for spills, and a model finds helmets.',
    ],
    ['zero-trust', 'Dropping the VPN', 'A proxy checks device posture and identity on every request.'],
    ['vulnerabilities', 'A record attack of 11 Tbps', 'The volumetric flood came from routers and lasted 35 seconds.'],
    [
      'machine-learning',
      'Teaching a model to price rides',
      'Weather and events move prices; we train trees each night.',
    ],
    ['ci-cd', 'Build times from 40 to 6 minutes', 'Remote execution and a shared cache of artefacts helped.'],
    ['ai-agents', 'Giving our support bot hands', 'The bot may issue refunds through a set of audited actions.'],
    ['product-news', 'Everything we announced in May', 'New regions, a refreshed dashboard and lower prices.'],
  ] as const)('finds %s where a word of another theme stands by: %s', (theme, title, text) => {
    expect(firstTheme(title, text)).toBe(theme);
  });

  it('trusts the title over words scattered in the text', () => {
    const text = `${'We also logged a metric and read a trace. '.repeat(3)}${'Nothing else happened that day. '.repeat(60)}`;
    expect(firstTheme('Sharding Postgres', text)).toBe('databases');
  });

  it('does not let an announcement hide what is announced', () => {
    expect(
      firstTheme('Introducing passkeys, now generally available', 'We launch authentication with passkeys today.'),
    ).toBe('identity-access');
  });

  it.each(['', 'Hello', '🚀🚀', '日本語の記事'])('files what it cannot place under announcements: %j', title => {
    expect(tagThemes({ title, text: '' })).toEqual(['product-news']);
  });

  it('gives one to four known slugs, each once, for any text', () => {
    const slugs = themes.map(({ slug }) => slug);
    const terms = Object.values(themeTerms).flatMap(({ strong, typical, weak }) =>
      `${strong}, ${typical}, ${weak}`.split(', '),
    );
    const phrase = fc.oneof(fc.constantFrom(...terms), fc.string());
    fc.assert(
      fc.property(phrase, fc.array(phrase, { maxLength: 60 }), (title, blocks) => {
        const found = tagThemes({ title, text: blocks.join('\n') });
        expect(found.length).toBeGreaterThanOrEqual(1);
        expect(found.length).toBeLessThanOrEqual(4);
        expect(new Set(found).size).toBe(found.length);
        expect(slugs).toEqual(expect.arrayContaining(found));
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

describe('the explanation of themes', () => {
  it('names the terms behind a score, the heaviest first', () => {
    const [first] = explainThemes({ title: 'Sharding Postgres', text: 'One table was too large.' });
    expect(first?.theme).toBe('databases');
    expect(first?.terms.map(({ term }) => term)).toEqual(['Postgres', 'sharding', 'table']);
  });
});

describe('the lists of terms', () => {
  it.each(Object.entries(themeTerms))('of %s have no term twice, which would hide the stronger one', (_, lists) => {
    const terms = Object.values(lists).flatMap(list => list.split(', '));
    const read = terms.map(term => [...countTerms(wordsOfText(term)).keys()].map(({ text }) => text).join(' + '));
    expect(read.filter((term, position) => read.indexOf(term) !== position)).toEqual([]);
    expect(read.filter(term => term.includes(' + '))).toEqual([]);
  });
});

/** First themes that a reader would accept for each subject of the seed edition, by a word of its title. */
const acceptable: Readonly<Record<string, readonly ThemeSlug[]>> = {
  Datadog: ['data-replication', 'databases'],
  EmDash: ['sandboxing', 'zero-trust'],
  safety: ['computer-vision', 'machine-learning'],
  fleet: ['ai-agents', 'developer-tools'],
  chain: ['supply-chain', 'identity-access'],
  delegation: ['identity-access', 'zero-trust', 'infrastructure-as-code'],
  allow: ['zero-trust', 'identity-access', 'infrastructure-as-code', 'networking'],
  ADeLe: ['ai-evaluation'],
  Love: ['model-routing'],
  Nova: ['ai-agents'],
  Pinterest: ['mcp', 'ai-agents'],
  Dynamic: ['sandboxing', 'serverless'],
  Principal: ['leadership'],
  ESLint: ['developer-tools', 'migrations', 'web-frontend'],
  resolver: ['privacy', 'networking'],
  Gradient: ['ai-agents', 'model-routing', 'llm-inference'],
  news: ['product-news'],
  satellite: ['science', 'computer-vision'],
};

const seedFolder = shared('seed');

describe.skipIf(!existsSync(seedFolder))(
  'the subjects of the seed edition in ../shared (skipped where it is absent)',
  () => {
    const seed = existsSync(seedFolder)
      ? readdirSync(seedFolder)
          .filter(name => name.endsWith('.txt'))
          .map(name => readFileSync(join(seedFolder, name), 'utf8'))
          .join('\n')
      : '';
    const subjects = [...seed.matchAll(/^(.+) · .+ · Source\s+(.+)$/gm)].map(([, title = '', text = '']) => ({
      title,
      text,
    }));

    it('get a sensible first theme, 17 of 18', () => {
      const strange = subjects.filter(subject => {
        const [, expected = []] = Object.entries(acceptable).find(([word]) => subject.title.includes(word)) ?? [];
        return !expected.some(theme => theme === firstTheme(subject.title, subject.text));
      });
      expect(subjects).toHaveLength(18);
      expect(strange.length).toBeLessThanOrEqual(1);
    });
  },
);
