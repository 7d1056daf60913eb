/** The terms by which the themes of software, AI and people are recognised. How terms are written: theme-terms.ts. */
export const practiceTerms = {
  'ci-cd': {
    strong:
      'CI/CD, build time, build cache, remote execution, continuous integration, continuous delivery, continuous deployment, build system, Bazel, monorepo, release engineering, flaky test, test suite, canary, rollout, feature flag, deployment pipeline, GitHub Actions, Jenkins, Buildkite, merge queue, progressive delivery, test automation, automated test, end to end test, unit test, integration test, blue green, code coverage, release train, safe deployment, property based test, mutation test',
    typical: 'test, deploy, release process, rollback, runner, artifact, regression, CI, staged',
    weak: 'build, pipeline, ship, automation, release',
  },
  'developer-tools': {
    strong:
      'developer tool, developer experience, developer productivity, IDE, CLI, linter, lint, ESLint, VS Code, code review, formatter, Copilot, coding assistant, code generation, internal developer platform, developer platform, platform engineering, Backstage, debugger, language server, golden path, Claude Code, Codex, pull request, code editor, devcontainer, command line, flat config, developer velocity, developer workflow, static analysis, refactoring',
    typical:
      'developer, productivity, editor, plugin, autocomplete, terminal, repository, issue, config, lines of code',
    weak: 'tool, engineer, code, workflow',
  },
  migrations: {
    strong:
      'migration, migrate, legacy, rewrite, rewrote, deprecation, deprecate, modernization, modernize, monolith, strangler fig, backward compatibility, breaking change, cutover, dual write, lift and shift, replatform, end of life, COBOL, technical debt, upgrade path, rebuilt, rearchitect, re-architect, legacy system, move from, switch from',
    typical:
      'upgrade, transition, decouple, refactor, incremental, compatibility, decompose, monolithic, replace, rework, sunset',
    weak: 'move, old, switch, adopt',
  },
  'api-design': {
    strong:
      'API design, GraphQL, gRPC, REST API, REST, OpenAPI, webhook, API gateway, protobuf, Protocol Buffers, idempotency key, API versioning, RPC, JSON Schema, AsyncAPI, API contract, federated graph, Thrift, WebSocket, BFF, public API, API first, Responses API, API platform, backward compatible, subgraph',
    typical: 'API, protocol, endpoint, contract, SDK, pagination, schema, versioning',
    weak: 'interface, request, client, integration',
  },
  'web-frontend': {
    strong:
      'React, JavaScript, CSS, browser, web platform, Next.js, accessibility, server component, Angular, Vue, Svelte, web component, DOM, HTML, frontend, front end, hydration, server side rendering, SSR, Core Web Vitals, WebGPU, Firefox, Chrome, Safari, Tailwind, JSX, Astro, design system, bundler, Vite, webpack, Turbopack, PWA, web app, website, user interface, skew protection, web development, page load, Interop',
    typical: 'render, WordPress, CMS, UI, component, UX, animation, web',
    weak: 'page, client, layout, design',
  },
  mobile: {
    strong:
      'Android, iOS, SwiftUI, mobile app, app startup, Jetpack Compose, React Native, Flutter, iPhone, iPad, app size, Xcode, App Store, Play Store, mobile development, Kotlin Multiplatform, mobile engineering, mobile client, smartphone, Shortcuts',
    typical: 'mobile, Kotlin, Swift, push notification, offline, macOS, phone, tablet',
    weak: 'app, device, screen, battery',
  },
  'programming-languages': {
    strong:
      'programming language, compiler, garbage collection, garbage collector, WebAssembly, Wasm, JVM, JDK, OpenJDK, borrow checker, type system, type checker, LLVM, language feature, JIT compiler, static typing, memory safety, memory safe, GraalVM, bytecode, interpreter, linker, LLD, standard library, async await, type inference, Golang, in Rust, in Go, Go runtime, Go program, Go service, goroutine, language runtime, typed language, Rust code, compile time, JEP',
    typical:
      'Rust, TypeScript, Python, Java, Zig, Ruby, C++, C#, .NET, PHP, Haskell, Elixir, Scala, Kotlin, Swift, Node.js, Deno, Bun, V8, syntax, runtime, toolchain, linking',
    weak: 'language, compile, library, type',
  },
  'open-source': {
    strong:
      'open source project, open source maintainer, open source community, open source software, open source license, maintainer, Apache 2.0, MIT license, relicense, community driven, contributor, Linux Foundation, CNCF, Apache Software Foundation, OSPO, foundation project, Summer of Code, permissive license, open governance, we are open sourcing',
    typical:
      'open source, community, contribution, fork, upstream, foundation, license, sponsor, GitHub repository, contribute',
    weak: 'project, public, release',
  },
  'machine-learning': {
    strong:
      'machine learning, ML model, ML platform, feature store, recommendation system, recommender, ranking model, MLOps, deep learning, neural network, training pipeline, model training, fine tuning, PyTorch, TensorFlow, SageMaker, reinforcement learning, personalization, two tower, feature engineering, training data, training job, foundation model, MLflow, Kubeflow, classifier, classification, forecasting, federated learning, distillation, causal inference, A/B test, feed ranking, graph neural network, pretraining, online learning, online learner, gradient boosted, decision tree, distributed training, user embedding',
    typical: 'train, prediction, recommendation, ranking, synthetic data, experimentation, transformer, model, labeled',
    weak: 'learning, algorithm, predict, feature, dataset',
  },
  'llm-inference': {
    strong:
      'LLM inference, model serving, inference, quantization, quantized, KV cache, continuous batching, vLLM, TensorRT, speculative decoding, prefill, token per second, GPU memory, time to first token, SGLang, inference server, llama.cpp, Ollama, inference engine, mixture of experts, prompt caching, serverless inference, inference endpoint, serving model, model deployment, LLM serving, token generation',
    typical: 'LLM, language model, large language model, GPU, batching, serving, decode, context window, Dynamo, token',
    weak: 'model, latency, endpoint',
  },
  'model-routing': {
    strong:
      'model selection, model routing, model router, routing strategy, small model, smaller model, small language model, smaller language model, multi model, ensemble, model choice, AI gateway, LLM router, heavyweight model, lighter model, large model, larger model, fallback model, model switching, blind test, model portfolio, right model, specialized model, specialized AI model, which model, LLM routing, frontier model, model family, cheaper model, cheap model, biggest model, best model, right LLM, model for each, LLM gateway, model gateway',
    typical: 'Opus, Haiku, Sonnet, nano, heavy model, model size, language model, provider, model provider, vendor',
    weak: 'model, LLM, reasoning, Claude, Gemini, GPT, Llama, Mistral',
  },
  'ai-evaluation': {
    strong:
      'evals, AI benchmark, red team, guardrail, hallucination, LLM as a judge, AI safety, jailbreak, safety evaluation, model evaluation, evaluation framework, evaluate AI, AI performance, leaderboard, SWE-bench, interpretability, responsible AI, misalignment, content moderation, system card, model card, ground truth, AI alignment, model behavior, safety test, sycophancy, model capability, evaluating agents, evaluate model, prompt change, grader, graded, rubric',
    typical:
      'evaluation, evaluate, benchmark, alignment, safety, accuracy, bias, trustworthy, score, human feedback, judge, reasoning, language model, contamination, puzzle',
    weak: 'measure, quality, predict, ability, task',
  },
  'ai-agents': {
    strong:
      'AI agent, agentic, multi agent, multiple agent, sub agent, subagent, tool use, tool calling, function calling, autonomous agent, agent orchestration, coding agent, orchestrator, agent workflow, human in the loop, LangGraph, AgentCore, support bot, voice bot, computer use, browser agent, Nova Act, agent framework, A2A, Agent2Agent, web agent, agents SDK, AI assistant, agent harness, agent system, AI copilot',
    typical: 'agent, autonomous, orchestration, chatbot, bot, generative AI, assistant, prompt, LLM, copilot, ChatGPT',
    weak: 'automate, task, tool, workflow',
  },
  mcp: {
    strong: 'model context protocol, MCP, MCP server, MCP client, tool server, MCP tool',
    typical: 'context protocol, tool registry',
    weak: 'context, tool',
  },
  'computer-vision': {
    strong:
      'computer vision, object detection, image generation, diffusion model, video generation, speech recognition, text to speech, speech to text, transcoding, video encoding, codec, AV1, segmentation, OCR, image recognition, video streaming, live streaming, live video, multimodal, vision language, voice agent, facial recognition, image processing, VMAF, image classification, text to image, video quality, satellite imagery, transcription, document understanding, thumbnail, AVIF, JPEG, WebP, image format, image compression, video model, dubbing, subtitle',
    typical: 'image, video, camera, audio, speech, visual, vision, diffusion, imagery, voice, photo, encode',
    weak: 'media, frame, pixel, playback',
  },
  hardware: {
    strong:
      'TPU, chip, AI accelerator, datacenter, data center, robotics, robot, edge device, silicon, Blackwell, Hopper, Rubin, Graviton, Trainium, GPU cluster, ASIC, FPGA, semiconductor, RISC-V, NPU, quantum computing, quantum processor, quantum computer, MLPerf, NVLink, liquid cooling, supercomputer, humanoid, microcontroller, CUDA, accelerated computing, AI factory, AI infrastructure, gigawatt, digital twin, RTX, GeForce',
    typical: 'hardware, GPU, accelerator, firmware, sensor, interconnect, power, rack, cooling',
    weak: 'device, energy, physical, server',
  },
  science: {
    strong:
      'climate, satellite, biology, weather forecast, weather model, weather prediction, protein, genomics, genome, drug discovery, healthcare, medical, clinical, education, forest, deforestation, environmental, conservation, wildlife, materials science, physics, astronomy, geospatial, disaster response, flood, wildfire, AlphaFold, scientific discovery, public health, biodiversity, carbon, sustainability, agriculture, patient, chemistry, mathematics, earth observation, neuroscience, national laboratory, cancer, disease, scientist',
    typical:
      'science, scientific, weather, health, teacher, student, society, government, school, planet, ocean, nonprofit, learner',
    weak: 'research, lab, public, community',
  },
  leadership: {
    strong:
      'leadership, principal engineer, staff engineer, career, engineering manager, engineering management, hiring, mentor, team culture, engineering culture, promotion, career ladder, tech lead, CTO, individual contributor, psychological safety, soft skill, team topologies, sociotechnical, burnout, onboarding new, cross team, engineering leader, remote work, diversity, inclusion, engineering organization, organizational change, career path, software craftsmanship, internship, high performing team, team building',
    typical:
      'culture, organizational, interview, engineering team, skillset, influence, stakeholder, collaboration, leader, team',
    weak: 'people, manager, engineer, strategy, meeting, skill, learn, feedback',
  },
  'product-news': {
    strong:
      'round up, roundup, release notes, AI news, latest news, news we, keynote, changelog, recap, what’s new, newsletter, trends to watch, web excursions, week in review, monthly update, funding round, announcement roundup, everything we announced, everything we shipped, what we shipped, what we announced, all the news, news from, linked list, podcast episode, trends report, year in review, join us, meetup, webinar, award, hackathon, event recap, register now',
    typical:
      'generally available, general availability, announce, announcement, preview, beta, unveil, conference, partnership, acquisition, acquire, now available, news, invest, celebrate, attendee, ticket, tour, partner, sponsor',
    weak: 'launch, event, session, introduce, update, new, release, feature, customer, product, available',
  },
} as const;
