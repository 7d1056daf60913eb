/**
 * Companies that sell technology to engineers: clouds, databases, tools, models, chips.
 * One a line: name | aliases | products | domains. A `~` marks a name that is also an ordinary word of headlines.
 */
export const vendors = `
AWS | Amazon Web Services, Amazon AWS | Amazon Aurora, Amazon Bedrock, Bedrock AgentCore, AgentCore, Amazon CloudFront, CloudFront, Amazon CloudWatch, CloudWatch, Amazon Cognito, Amazon Comprehend, Amazon Connect, Amazon DynamoDB, DynamoDB, Amazon EBS, Amazon EC2, EC2, Amazon ECS, Amazon EKS, Amazon ElastiCache, Amazon EMR, Amazon EventBridge, EventBridge, Amazon Kendra, Amazon Keyspaces, Amazon Kinesis, Amazon Lex, Amazon MSK, Amazon Neptune, Amazon Nova, Amazon OpenSearch, Amazon Personalize, Amazon Q, Amazon QuickSight, Amazon Quick, Amazon RDS, Amazon Redshift, Redshift, Amazon Rekognition, Amazon Route 53, Amazon S3, S3 Vectors, S3 Tables, S3 Express, Amazon SageMaker, SageMaker, Amazon SNS, Amazon SQS, Amazon Textract, Amazon Timestream, Amazon Titan, Amazon Transcribe, Amazon VPC, AWS Lambda, Fargate, Graviton, Trainium, Inferentia, Firecracker, Kiro, Strands Agents, Step Functions, ~Outposts, ~Lambda, CloudFormation | aws.amazon.com
Microsoft | MSFT | Azure, Bing, Cosmos DB, DirectX, .NET, ASP.NET, C#, F#, Blazor, Dapr, Entra, Microsoft 365, Microsoft Copilot, Microsoft Research, Microsoft Fabric, Microsoft Foundry, Microsoft Teams, MSR, Office 365, Orleans, Outlook, Phi-3, Phi-4, Playwright, PowerShell, Power BI, Semantic Kernel, AutoGen, SharePoint, SQL Server, TypeScript, Visual Studio, VS Code, Windows, WinUI, WSL, Xbox | microsoft.com
Google | Alphabet, Google Cloud, GCP, Google AI, Google Research | AlloyDB, Agent2Agent, Android, Antigravity, Apigee, BigQuery, Bigtable, Chrome, Chromium, Dart, Firebase, Flutter, Gemini, Gemma, Gmail, Google Maps, Google Search, GKE, Jetpack Compose, ~Jules, NotebookLM, ~Pixel, Spanner, TPU, Veo, Vertex AI, Waze, YouTube, Zanzibar | google.com, blog.google, research.google
Google DeepMind | DeepMind | AlphaFold, AlphaGo, AlphaEvolve, AlphaGenome, AlphaProof | deepmind.google
OpenAI | | ChatGPT, Codex, GPT-3, GPT-4, GPT-4o, GPT-5, GPT-OSS, Responses API, AgentKit, DALL-E, Stargate, ~Whisper, ~Sora, ~Operator, ~Atlas | openai.com
Anthropic | | Claude, Claude Code, ~Opus, ~Sonnet, ~Haiku | anthropic.com
Meta | Facebook, Meta AI, Facebook AI, Instagram, WhatsApp | Llama, ~Messenger, Oculus, ~Presto, RocksDB, ~Sapling, ~Threads | engineering.fb.com, meta.com, facebook.com
NVIDIA | | Blackwell, BlueField, BioNeMo, ~Cosmos, CUDA, DGX, DLSS, GeForce, GeForce NOW, Grace Hopper, GR00T, HGX, ~Hopper, ~Isaac, Isaac Sim, Jetson, Megatron, NeMo, Nemotron, NIM, NVLink, Omniverse, RTX, Spectrum-X, TensorRT, Triton Inference Server, Vera Rubin | nvidia.com, blogs.nvidia.com
GitHub | | Copilot, Copilot CLI, Copilot Workspace, GitHub Actions, GitHub Copilot, CodeQL, Codespaces, Dependabot, GitHub Models | github.com, github.blog
GitLab | | GitLab Duo
HashiCorp | | Terraform, HCP Terraform, HCP Vault, Terraform Cloud, Terraform Enterprise, ~Sentinel, ~Vault, ~Consul, ~Nomad, ~Packer, ~Boundary, ~Waypoint | hashicorp.com
Cloudflare | | 1.1.1.1, Cloudflare Workers, Durable Objects, EmDash, Hyperdrive, Pingora, Turnstile, Workers AI, Workers KV, Wrangler, ~R2, ~D1, ~Workers | cloudflare.com, blog.cloudflare.com
Vercel | | Next.js, Turborepo, Turbopack, v0, AI SDK, ~AI Gateway, Vercel Functions, SWR | vercel.com
Stripe | | Stripe Connect, Stripe Billing, Radar for Fraud, Stripe Atlas, Stripe Terminal | stripe.com
DeepLearning.AI | The Batch
InfoQ | | QCon, InfoQ Dev Summit | infoq.com
ByteByteGo | | | bytebytego.com, blog.bytebytego.com
O'Reilly | O'Reilly Media, OReilly | O'Reilly Radar | oreilly.com
Mozilla | Mozilla Foundation | Firefox, Gecko, SpiderMonkey, MDN, Thunderbird | mozilla.org, hacks.mozilla.org
Apple | | iOS, iPadOS, macOS, visionOS, watchOS, Safari, Swift, SwiftUI, WebKit, Xcode, Siri, App Store, Apple Intelligence, Private Cloud Compute, MLX | apple.com
Oracle | | GraalVM, Oracle Cloud, Oracle Database, OCI, Exadata, JavaOne
IBM | | ~Granite, ~Watson, watsonx, IBM Quantum, Instana, Turbonomic, Qiskit
Red Hat | RedHat | Ansible, OpenShift, Fedora, Podman, RHEL, Keycloak
Broadcom | VMware | VMware Tanzu, vSphere
SUSE | | Rancher, Longhorn, K3s
Canonical | | Ubuntu, MicroK8s, Snapcraft
Intel | | Xeon, OpenVINO, Gaudi
AMD | | EPYC, ROCm, Ryzen, MI300X
~Arm | Arm Holdings | Neoverse
JetBrains | | Kotlin, Kotlin Multiplatform, IntelliJ, IntelliJ IDEA, PyCharm, TeamCity, ReSharper, WebStorm, Ktor
Atlassian | | Jira, Confluence, Bitbucket, Trello, Rovo
Salesforce | | Agentforce, Einstein GPT, Heroku, MuleSoft, Tableau, Hyperforce
ServiceNow | | Now Assist
Adobe | | Photoshop, Creative Cloud, Adobe Firefly, Acrobat
SAP | | SAP HANA, S/4HANA, ~Joule
Databricks | | Delta Lake, Unity Catalog, MLflow, Lakebase, Mosaic AI
Snowflake | | Snowpark, Snowpipe, Polaris Catalog, Cortex AI, Streamlit
Confluent | | Confluent Cloud, WarpStream, ksqlDB
Cockroach Labs | Cockroach | CockroachDB
~Neon | | Neon Postgres
Grafana | Grafana Labs | ~Loki, Grafana Mimir, Grafana Tempo, Grafana Alloy, Grafana k6
Honeycomb | honeycomb.io | BubbleUp
Akamai | Linode | Akamai EdgeWorkers
Fastly | | Compute@Edge
OVHcloud | OVH
Alibaba | Alibaba Cloud | Qwen, PolarDB, OceanBase
Tencent | | WeChat, Hunyuan
ByteDance | | TikTok, Douyin, Doubao, Seedance
Baidu | | ~Ernie
Huawei | | HarmonyOS, ~Ascend
DeepSeek | | DeepSeek-R1, DeepSeek-V3
Moonshot AI | ~Moonshot | Kimi
Mistral | Mistral AI | Mixtral, Pixtral, Codestral, Devstral, Magistral
Hugging Face | HuggingFace | SmolLM, Smolagents, Hugging Face Transformers, Gradio
Cohere | | Command R, Command A
xAI | x.ai | Grok
Perplexity | | Perplexity Comet
Stability AI | | Stable Diffusion
~Runway | RunwayML
LangChain | | LangGraph, LangSmith
Zilliz | | Milvus
Anyscale | | Ray Serve
Groq | | LPU
~Cursor | Anysphere
Sourcegraph | | Amp Code
~Cognition | | Devin, ~Windsurf
Okta | Auth0
Palo Alto Networks | | Prisma Cloud, Cortex XDR
Chainguard | | Wolfi
Sonatype | | Maven Central
JFrog | | Artifactory
Aqua Security | | Trivy
Cisco | | Isovalent, ThousandEyes, Webex, Meraki
Juniper | Juniper Networks
Kong | Kong Inc | Kong Gateway
Twilio | | SendGrid
Sanity | sanity.io
WordPress | | Gutenberg
Automattic | | WooCommerce, Tumblr
Figma | | FigJam, Figma Make
Intercom | | Fin AI
Dropbox | | Dropbox Dash, Magic Pocket, HelloSign | dropbox.com, dropbox.tech
Slack | | Slack Connect, Slackbot | slack.com, slack.engineering
Notion | Notion Labs | Notion AI
Grammarly | Superhuman
Gradle | Gradle Inc | Develocity
Crossplane | Upbound
Buoyant | | Linkerd
Tigera | | Calico
InfluxData | | InfluxDB
Timescale | TigerData | TimescaleDB
Yugabyte | | YugabyteDB
PingCAP | | TiDB
DataStax | | Astra DB
dbt Labs | dbt
Dagster | Dagster Labs
~Temporal | Temporal Technologies
Redpanda | Redpanda Data
Apollo GraphQL | | Apollo Federation
~Unity | Unity Technologies
Epic Games | | Unreal Engine, Fortnite
Tesla | | ~Autopilot, ~Dojo
SpaceX | | Starlink
Qualcomm | | Snapdragon
Samsung | Samsung Electronics | SmartThings, Tizen
Sony | | PlayStation
Dell | Dell Technologies
HPE | Hewlett Packard Enterprise
Nokia | | Bell Labs
Thoughtworks | | Technology Radar
BrettTerpstra.com | Brett Terpstra
Workday; PlanetScale; Supabase; Datadog; New Relic; Splunk; Dynatrace; PagerDuty; ~Sentry; Chronosphere; Netlify
Fly.io; DigitalOcean; Hetzner; Midjourney; ElevenLabs; LlamaIndex; Pinecone; Weaviate; Qdrant; Together AI
Fireworks AI; Cerebras; CoreWeave; Scale AI; Weights & Biases; ~Modal; ~Replicate; Replit; Tabnine; ~Warp; ~Lovable
1Password; CrowdStrike; Zscaler; Wiz; Snyk; ~Socket; Tailscale; Teleport; Postman; Algolia; Contentful; Zapier; n8n
~Retool; Airtable; Asana; Monday.com; ClickUp; ~Linear; Miro; Canva; Webflow; Wix; Squarespace; HubSpot; Zendesk
Freshworks; Zoom; ~Box; Evernote; Amplitude; Mixpanel; PostHog; LaunchDarkly; Statsig; CircleCI; Buildkite; ~Harness
CloudBees; Pulumi; Spacelift; env0; Solo.io; Tetrate; Nutanix; Pure Storage; NetApp; Backblaze; MinIO
SingleStore; Aerospike; Percona; Fivetran; Airbyte; ~Astronomer; Prefect; Starburst; Dremio
Cloudera; Teradata; Palantir; Ververica; ~Materialize; RisingWave; StreamNative; ~Solace; Hasura; ~Prisma; ~Mux; LiveKit
~Agora; Waymo; Boston Dynamics; Figure AI; TSMC; ASML; Lenovo; Fujitsu; Siemens; Ericsson; Bosch; Accenture; Infosys; Deloitte
Capgemini
`;
