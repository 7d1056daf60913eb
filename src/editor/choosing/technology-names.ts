/** Names of technologies that engineering posts are about, in the notation of `phrase-notation.ts`. */

export const technologies = `
  airflow | angular | ansible | api(s) | aria | arm64 | avro | aws lambda
  bazel | bedrock | bgp | bigquery
  c++ | cassandra | cdc | ci/cd | cidr | cli | clickhouse | containerd | css | cuda | cve-#-#
  debezium | deno | dns(sec) | docker | dynamodb
  ebpf | ec2 | elasticsearch | elixir | emscripten | envoy | erlang | eslint | etl
  flink | fpga
  git | golang | {g/t}pu(s) | grafana | graphql | grpc
  haproxy | helm | html | http(s)
  iam | iceberg | ipv6 | istio
  java | javascript | jax | jenkins | json | jvm | jwt
  k8s | kafka | kotlin | kubernetes
  linux | llm(s) | llvm | lucene
  mariadb | mcp | memcached | model context protocol | mongodb | mysql
  nat | next.js | nginx | nix | node.js | npm | numa | nvme
  oauth | oidc | olap | oltp | onnx | openid | opensearch | opentelemetry
  parquet | php | postgres(ql) | prometheus | protobuf | pypi | python | pytorch
  quic
  rag | rdma | react | redis | rest | risc-v | rocksdb
  s3 | sagemaker | saml | sbom | scala | sdk | slsa | snowflake | spark | sql | sqlite | sqs | ssh | svelte
  tcp | tensorflow | terraform | thrift | tls | typescript
  udp
  v8 | verilog | vite | vllm | vpc | vue
  wasi | wasm | webassembly | webpack
  x86
  yaml
`;
