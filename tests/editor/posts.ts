/** Short posts of our own writing, of the kinds that engineering blogs mix: some to be written up, some only to be listed. */

export interface Post {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

/** An engineer learns something from each of these. */
export const engineeringPosts: readonly Post[] = [
  {
    kind: 'a migration told by the team',
    title: 'Moving our order history off a single database',
    text: `Our order history lived in one PostgreSQL instance that had grown to 9 TB, and a vacuum of the largest table took 31 hours.
Reads at the end of the month queued behind it, so p99 latency rose from 40 ms to 2.3 seconds and checkout requests timed out.
Why not a bigger machine
We first tried more memory and faster disks, which bought two months but did not change the shape of the problem, because every query still competed for one buffer cache.
What we built
We sharded the table by customer into 64 partitions and moved writes over with a change data capture pipeline: Debezium reads the write-ahead log, Kafka carries the rows, and a small consumer applies them idempotently to the new shards.
For three weeks we compared both stores row by row instead of trusting the pipeline, and found two bugs in how we serialized time zones.
The trade-off is that a report across customers now fans out to every shard and is slower than before. We accepted that since only the finance team runs one, once a night.
What we learned: the copy was easy, the proof that the copy is right took most of the time.`,
  },
  {
    kind: 'an incident report',
    title: 'What happened to logins on Tuesday',
    text: `On Tuesday between 09:12 and 10:47 UTC about 18% of login requests failed with a 503.
The root cause was a certificate that our internal gateway used to talk to the session service. It expired, and the renewal job had been failing for nine days because a permission was removed in an unrelated cleanup.
Alerts existed, but they went to a channel that nobody watches.
When the gateway restarted its connections, each worker retried at once without backoff, which overloaded the session database and made the outage longer than the certificate alone would have.
We rolled back the permission, issued a certificate by hand and throttled retries at the load balancer.
To prevent this from happening again we now alert on the age of certificates rather than on the job that renews them, and every client has jittered exponential backoff. That costs up to 4 seconds for a client that meets a single failed node, a limit we chose deliberately.`,
  },
  {
    kind: 'a release with its reasons',
    title: 'Acme CLI 4.0: one lockfile for the whole workspace',
    text: `Version 4.0 resolves dependencies once for the whole workspace instead of once for each package.
Until now two packages of a monorepo could end up with different versions of the same library, and type errors appeared that no single package could explain.
The resolver now builds a single graph, hoists what can be shared and writes one lockfile, so an install of 1,200 packages drops from 48 seconds to 11 seconds on our benchmark machine.
The change breaks plugins that read the old lockfile format. We decided against a compatibility layer because it would have kept both code paths alive for years.
Run acme migrate --workspace to convert a repository; it prints every version that changes.
Known limitations: optional peer dependencies are still resolved per package, and the cache of version 3 cannot be reused.`,
  },
  {
    kind: 'research on models',
    title: 'Predicting which tasks a language model will fail',
    text: `A benchmark gives a model one score, which says little about whether it will solve a task that the benchmark does not contain.
We describe both tasks and models along fourteen abilities, such as arithmetic, spatial reasoning and knowledge of a field.
Each task is annotated with the level that it demands, and a model's ability is the level at which it succeeds half of the time.
A logistic model over the difference predicts success on unseen tasks with an accuracy of 86%, where the average score alone reaches 71%.
The annotation is expensive: each task needs about two minutes of an expert's time, so we trained a classifier that reproduces the labels with an error of 0.4 levels.
The approach fails for tasks whose difficulty comes from the length of the context rather than from what is asked, and we do not know yet how to describe those.`,
  },
  {
    kind: 'an essay on practice',
    title: 'You probably do not need the biggest model',
    text: `Most teams pick a language model because it is the one their company already pays for, and then learn to prompt it until it works.
After a few months they believe that it is the best one. What they measure is their own practice with it, not the model.
I ran the same forty tasks from our backlog through four models without telling the reviewers which was which.
For small and well specified changes the large model wrote more code than was asked for, with abstractions that nobody needed, while the small one made the edit and stopped.
For a refactoring across several modules the small model lost track of its own plan, so the large one was worth its price.
Routing by task has a cost as well: two sets of prompts, two sets of failure modes, and a classifier that is itself sometimes wrong.
I would still do it, because the bill fell by 60% and reviewers preferred the results. But test it blind, on your own work, rather than on a leaderboard.`,
  },
  {
    kind: 'a talk on careers',
    title: 'Presentation: Growing Past the Senior Level',
    text: `In this talk an engineer who became a principal at two companies describes why deep specialists often stop growing.
A specialist solves the hardest problem of one system, but the problems that hold an organization back usually lie between systems: an interface that two teams read differently, a migration that nobody owns.
She argues for several areas of moderate depth instead of a single one, and for spending time on writing and on other teams' design reviews.
The trade-off is plain: each hour in a review is an hour without code, and skills fade when they are not used. She keeps one day a week for programming so that her judgement stays grounded.
Her advice to managers is to make this work visible in the career ladder, because otherwise engineers who do it look less productive than those who do not.`,
  },
  {
    kind: 'a modest monthly summary with facts',
    title: 'What our platform team shipped in March',
    text: `Three changes reached all services in March.
The build cache is now shared between branches. Before, each branch started cold and a full build took 14 minutes; with a shared cache the median is 5 minutes, at the cost of 300 GB more object storage.
Feature flags are evaluated on the client. The server sends the rules instead of the answers, which removed a request from every page load but means that a rule is visible to anyone who opens the developer tools.
The old metrics agent is gone. It dropped samples when a node ran out of memory, so dashboards looked healthiest exactly when the service was failing.
Next month we want to move the test database to containers, because shared state between tests is our most frequent cause of flaky builds.`,
  },
  {
    kind: 'an applied project with a partner',
    title: 'Mapping forest loss from satellite images',
    text: `Together with an environment agency we built a map of forest loss that is updated every five days.
Optical images from satellites have a resolution of 10 metres, but clouds cover much of the region for half of the year, so a single image is rarely usable.
The pipeline stacks the images of a window of 60 days, masks clouds with a neural network and keeps the median of each pixel. A second model compares two windows and marks where trees have disappeared.
Radar would see through clouds, but it confuses wet ground with cleared ground, and we decided to use it only to confirm.
Processing the whole country takes 3,400 CPU hours per update. The delay of the stacking is the price: a clearing appears on the map up to two weeks late.`,
  },
];

/** None of these has anything to write up: they are listed under "Also published". */
export const thinPosts: readonly Post[] = [
  {
    kind: 'a partnership announcement full of technical nouns',
    title: 'Acme and Globex expand collaboration on agentic AI for the enterprise',
    text: `Today Acme and Globex announced an expansion of their strategic partnership to bring agentic AI to enterprises around the world.
The collaboration combines the Acme cloud platform with the industry-leading Globex accelerated computing infrastructure, empowering customers to unlock the full potential of their data.
“We are thrilled to deepen our work with Globex,” said Jane Doe, CEO of Acme. “Together we are delivering the next generation of AI innovation to every industry.”
“Our customers are looking for a trusted partner on their AI journey,” said John Roe, president of Globex. “This milestone brings a seamless, end-to-end experience to developers everywhere.”
Solutions built on the joint platform are expected to be available in select regions later this year.
To learn more, visit our web site or register now for the Acme Summit, where both companies will host sessions and keynotes.`,
  },
  {
    kind: 'a customer success story',
    title: 'How Initech is transforming its business with Acme AI',
    text: `Initech is a global leader in office solutions with more than 40,000 employees in 60 countries.
To stay ahead in a fast-changing market the company turned to Acme as its trusted partner for digital transformation.
“Acme empowers our people to focus on what matters most,” said Bill Lumbergh, Chief Information Officer at Initech. “We are excited to take our customer experience to the next level.”
With Acme AI, teams across marketing, sales and support can seamlessly collaborate and unlock new insights.
Employees report saving time every week, and customer satisfaction has reached an all-time high.
Initech plans to expand its use of Acme across the whole organization as the next chapter of its journey.
Contact sales to learn how Acme can help your business.`,
  },
  {
    kind: 'an invitation to a conference',
    title: 'Join us at AcmeConf 2026',
    text: `AcmeConf is back! Join us in person on May 12 and 13 in Berlin, or online from anywhere, for two days of keynotes, hands-on workshops and more than eighty technical sessions.
Hear from speakers across the industry on Kubernetes, serverless, security and AI, meet the engineers behind your favorite Acme products and connect with thousands of attendees.
Early bird tickets are on sale until April 15. Students and open source maintainers can apply for a scholarship.
The agenda is now live. Highlights include a keynote on the future of the cloud, a hackathon with prizes, and a community party on the first evening.
Register today and save the date. We cannot wait to see you there!`,
  },
  {
    kind: 'an award',
    title: 'Acme named a Leader in the 2026 Magic Quadrant for cloud platforms',
    text: `We are proud to announce that Acme has been named a Leader in the 2026 Gartner Magic Quadrant for cloud platforms for the fifth year in a row.
We believe this recognition reflects our commitment to our customers and to continuous innovation across our platform, from databases and containers to machine learning.
“This award is a testament to the hard work of our incredible teams and partners,” said our chief product officer.
Acme was recognized for its completeness of vision and ability to execute. Customers praised the ease of use, world-class support and the breadth of the ecosystem.
Download the report to learn more, and thank you to all of our customers for being a part of this journey.`,
  },
  {
    kind: 'a notice of hiring',
    title: 'Come build the future with us: we are hiring engineers',
    text: `Our engineering team is growing, and we are hiring across infrastructure, data, mobile and machine learning.
At Acme you will work with kind and curious people on products that millions of customers love. We offer flexible hours, a generous learning budget and offices in six cities.
Our values guide everything that we do: we put customers first, we move fast and we celebrate each other's wins.
Meet Ana, who joined as an intern and now leads a team of her own. “I have never learned so much in such a short time,” she says.
Open roles include staff engineer, data scientist and product designer. Visit our careers page and apply now.`,
  },
  {
    kind: 'quarterly results',
    title: 'Acme reports first quarter results',
    text: `Acme today announced financial results for the first quarter of fiscal year 2026.
Revenue was $1.2 billion, up 14% from the first quarter of 2025, driven by strong growth in cloud services. Operating income rose to $210 million, and earnings per share were $0.84.
“We delivered another outstanding quarter,” said the chief executive officer. “Demand for our AI infrastructure continues to exceed our expectations.”
For the second quarter the company expects revenue between $1.25 billion and $1.3 billion. The board approved a dividend of $0.10 per share and a share repurchase of up to $500 million.
This release contains forward-looking statements that involve risks. Investors can join the conference call at 5 p.m.`,
  },
  {
    kind: 'an announcement without a mechanism',
    title: 'Introducing Acme Assistant, your new partner at work',
    text: `We are excited to introduce Acme Assistant, an AI-powered companion that helps you get more done every day.
With Acme Assistant you can draft emails, summarize meetings and create beautiful presentations in seconds, so that you can focus on what matters most.
It works seamlessly across all of your favorite apps and devices and learns how you like to work.
Early customers love it. One team told us that they could not imagine going back.
Acme Assistant is coming soon to Business and Premium plans. Sign up for the waitlist today, follow us for updates, and stay tuned: this is only the beginning of our journey to transform the way the world works.`,
  },
  {
    kind: 'a list of links',
    title: 'Links for the week of April 1',
    text: `A collection of things that I found this week.
A clipboard manager with a nice menu bar icon and lots of themes.
A photographer who takes pictures of old cinemas at night.
Somebody made a keyboard out of walnut, and it looks beautiful.
An essay on why we keep notebooks. I liked the part about train journeys.
A new album by a band that I used to listen to at school.
A calendar app that is on sale, 40% off until Sunday.
If you have a link to share, send me a message. Thanks to the sponsor of this week for supporting the site.`,
  },
  {
    kind: 'a podcast episode',
    title: 'Podcast: Episode 214, the future of platforms with Ada Example',
    text: `In this episode we talk with Ada Example, VP of Platform at Globex, about the future of platforms, her path into leadership and the books that shaped her thinking.
Listen on your favorite podcast app, subscribe to the show so that you do not miss an episode, and leave us a review.
Ada has spoken at conferences around the world and hosts a monthly meetup in Lisbon.
This episode is brought to you by Initech. Sign up today and get a discount of 20% with the code PLATFORM.
Show notes, a transcript and all of the links are on our web site.`,
  },
  {
    kind: 'a teaser',
    title: 'How we rebuilt our search engine',
    text: `Search is at the heart of our product, and last year we rebuilt it from scratch with vector embeddings and a new ranking pipeline. Read the full story on our engineering blog.`,
  },
  {
    kind: 'games of the week',
    title: 'Eight new games stream from the cloud this week',
    text: `Spring is in the air, and members can celebrate with eight new games that join the library this week.
Leading the line-up is the next chapter of the hit adventure series, with a new region to explore, new bosses to beat and an exclusive reward for Premium members.
Ultimate members can stream at up to 4K resolution and 120 frames per second on nearly any device, no downloads needed.
A new premium day pass is on sale at a discount for a limited time. Plus, do not miss the community event on Friday with prizes and giveaways.
What are you planning to play this weekend? Let us know on social media, follow us, and check back next week for more.`,
  },
  {
    kind: 'giving back',
    title: 'Celebrating our volunteers',
    text: `Every spring thousands of our employees around the world give their time to causes that they care about.
This year more than 3,000 of us volunteered at food banks, schools and parks, and together with our foundation we donated $4 million to nonprofits in 30 countries.
“I came for a day out of the office and left with new friends,” says Maria from our Dublin office.
We are proud to be recognized as one of the best places to work for giving back. Our commitment to our communities is part of who we are.
Thank you to everybody who took part. If you would like to join our team, visit our careers page.`,
  },
];
