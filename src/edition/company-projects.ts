/**
 * Open-source projects and foundations that make their own news (a release of Rust is a story about Rust, whoever tells it),
 * and companies that bear the name of the technology they make: an explainer on Redis is not a story about its company.
 * One a line: name | aliases | products. A `~` marks a name that is also an ordinary word of headlines.
 */
export const projects = `
Apache Airflow | Airflow
Apache Cassandra | Cassandra
Apache Druid | ~Druid
Apache Flink | Flink
Apache Hadoop | Hadoop
Apache HBase | HBase
Apache Hudi | Hudi
Apache Kafka | Kafka | Kafka Streams, Kafka Connect, KRaft
Apache Lucene | Lucene
Apache Maven | ~Maven
Apache Pinot | ~Pinot
Apache Pulsar | Pulsar
Apache Solr | Solr
Apache Spark | Spark SQL, PySpark
Apache Tomcat | Tomcat
Apache ZooKeeper | ZooKeeper
Apache Software Foundation | ASF
Argo CD | ArgoCD, Argo Workflows, Argo Project
Docker | Docker Inc | Docker Desktop, Docker Compose, Docker Hub, ~Moby
Elastic | Elasticsearch | Kibana, Logstash
MongoDB | | MongoDB Atlas, Voyage AI
Redis | Redis Labs | Redis Cloud, RedisInsight
ClickHouse | | ClickPipes
CNCF | Cloud Native Computing Foundation
Cilium | | Tetragon
Deno | | Deno Deploy
Eclipse Foundation | | Jakarta EE, Eclipse IDE, MicroProfile, Open VSX
Elixir | | Phoenix LiveView
~Envoy | Envoy Proxy | Envoy Gateway
~Express | Express.js
Flux CD | FluxCD
~Go | Golang
GraphQL Foundation | GraphQL Spec
~Java | Java SE
Jupyter | JupyterLab
Kubernetes | K8s | Gateway API, Ingress NGINX
Linux | Linux Kernel | io_uring, Linux Mint
LLVM | Clang | MLIR
llama.cpp | | GGUF
OpenBSD | | OpenSSH
NixOS | ~Nix
Node.js | NodeJS
Nuxt | Nuxt.js
Open Policy Agent | OPA
OpenJDK | JDK | JEP, Project Loom, Project Valhalla, Project Leyden
OpenSSF | Open Source Security Foundation
OpenTelemetry | OTel
PostgreSQL | Postgres | pgvector
PyPI | Python Package Index
Python | CPython | Python Software Foundation
PyTorch | PyTorch Foundation
React | React Foundation | React Compiler, React Server Components
~Remix | React Router
Ruby on Rails | ~Rails
Rust | Rust Foundation | Cargo
Sigstore | | Cosign
Solid.js | SolidJS
~Spring | Spring Team | Spring Boot, Spring Framework, Spring AI, Spring Security, Spring Cloud, Spring Data
SPIFFE | | SPIRE
Svelte | SvelteKit
Tailwind CSS | ~Tailwind
TanStack | | TanStack Query, TanStack Start
uv | ~Astral
Vite | | Vite+
Vue | Vue.js | Vapor Mode
WebAssembly | Wasm | Bytecode Alliance, Wasmtime, WASI
Apache Arrow; Apache Camel; Apache DataFusion; Apache Iceberg; Angular; ~Astro; ~Babel; Bazel; ~Biome; ~Bun; C++; Clojure; containerd; curl; D3.js; Debezium; Debian
Django; DuckDB; ~Electron; Ember.js; Erlang; ESLint; etcd; FastAPI; FFmpeg; ~Git; gRPC; GNOME; Haskell; ~Helm
~Hibernate; ~Homebrew; Hono; htmx; Istio; Jenkins; Julia; KEDA; Knative; Kubeflow; Kyverno; Laravel; Let's Encrypt; libSQL; MySQL; MariaDB; Nginx
Neo4j; ScyllaDB; Couchbase
Linux Foundation; LibreOffice; ~Lit; Micronaut; NetBSD; FreeBSD; npm; NumPy; OCaml; Ollama; OpenBao; OpenSearch
OpenSSL; OpenTofu; OpenUSD; OWASP; pandas; ~Perl; PHP; pnpm; Polars; Preact; Quarkus; Rspack; ~Prometheus; Qwik; RabbitMQ; ~Ray; React Native
Rollup; Rolldown; Ruby; Scala; Scikit-learn; Selenium; Servo; SQLite; ~Storybook; Strimzi; systemd; Tauri; TensorFlow
Three.js; Trino; Unicode Consortium; Valkey; Vitess; Vitest; vLLM; W3C; webpack; WHATWG; ~Yarn; Zig
`;
