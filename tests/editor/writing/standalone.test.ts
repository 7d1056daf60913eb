import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src/editor/writing/standalone.ts';

describe('what no digest quotes', () => {
  it.each([
    ['does not open like a sentence', 'and then the queue was drained by the workers of the other region.'],
    ['does not open like a sentence', '(Normally the worker would start here, but it has nothing to do.)'],
    ['does not open like a sentence', '23If one request in a hundred is slow, the others are fast on average.'],
    ['does not end like a sentence', 'A second service to collect and compress old records of the ledger'],
    ['does not end like a sentence', 'The whole pipeline went down for the third time in a week...'],
    ['does not end like a sentence', 'More than four thousand people are expected to hear soon (Photo: Ada Example)'],
    ['ends on an abbreviation', 'The agent reads lists, maps, sets, queues, stacks, etc.'],
    ['asks', 'So how do we keep the copy fresh when the primary is down?'],
    ['opens on a label', 'Note: the flag is only read when the process starts for the first time.'],
    ['opens on a label', '2. The worker takes the first task from the queue and runs it.'],
    ['opens on a label', '20:50 UTC: The client is reported to the team on call in the region.'],
    ['opens on a label', '2026-03-04: A token with every permission was created for the build.'],
    ['opens on a label', 'Fault tolerance - Atlas keeps replicas of every shard in the cluster.'],
    ['leads to what follows', 'The request then passes the following gates before it is accepted by the server.'],
    ['leads to what follows', 'We chose the second design over the first one for three reasons.'],
    ['leads to what follows', 'When every team of the company launched on its own, it met two problems.'],
    ['speaks of the article', 'Every month we gather what the teams of the company have announced.'],
    ['points to a figure', 'The flow of a request is the one that Figure 3 shows for the old system.'],
    ['points elsewhere in the text', 'The frontend writes each task to the task store described below and returns.'],
    ['points elsewhere in the text', 'More details can be found in the section on the data model of the store.'],
    ['points elsewhere in the text', 'The queue is drained by the workers as mentioned earlier, once a second.'],
    ['points elsewhere in the text', 'With the design of the previous sections, the queue drains in half the time.'],
    ['speaks of the article', 'In this post we look at how the scheduler decides which task to run.'],
    ['speaks of the article', 'Today we will walk through the design of the scheduler step by step.'],
    ['speaks of the article', 'We saw that the scheduler needs a lock for each of its queues.'],
    ['calls to action', 'If that sounds like fun to you, check out our open roles in Berlin.'],
    ['calls to action', 'Please file bugs in our tracker, and of course every kind of help counts.'],
    ['greets or thanks', 'Many thanks to everyone who reviewed the drafts of the design document.'],
    ['announces itself', 'We are excited to announce that the new scheduler is now in general use.'],
    ['is advertising', 'The new scheduler is a revolutionary platform for every kind of workload.'],
    ['is a byline or a credit', 'Originally published on the blog of the platform team in March 2024.'],
    ['is a byline or a credit', 'Ada Example is a senior software engineer at Acme who likes compilers.'],
    ['is code or an address', 'The client calls https://example.com/tasks and waits for the answer.'],
    ['is code or an address', 'Each <lambda, priority> pair gets a queue of its own in the store.'],
    ['is code or an address', 'Set retries == 3 and the worker tries the task three times in a row.'],
    ['is code or an address', 'The cost of all copies used to be c * n where n counts the processes.'],
    ['is an author’s aside', 'I joined Acme not long after graduating with a degree in physics.'],
    ['supposes', 'Imagine that a task waits in the queue for longer than its deadline.'],
    ['supposes', 'For example, a worker may die right after it has claimed the task.'],
    ['instructs', 'Open the console and choose the region in which the cluster should run.'],
    ['is too short', 'The sources of complexity are never-ending.'],
    ['is too long', `The scheduler ${'very '.repeat(45)}slowly drains the queue.`],
    ['has half a quotation or bracket', 'The worker said “done and went on with the next task in line.'],
  ])('%s: %s', (fault, text) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each([
    'Scheduling tasks on demand is a capability that powers many features at Acme.',
    'The p99 latency fell from 2.3 s to 40 ms, since the index holds each row already joined.',
    '“Replication is asynchronous by choice,” says the team, which accepts a lag of 300 ms.',
    'Durable delivery is guaranteed by resending an event until its receiver answers (or is removed).',
    '404 responses were cached for four hours: no request reached the origin.',
    'Pages should be about a problem that nobody on the team has seen before.',
    'The service lets a team store images a day after they were taken.',
  ])('lets a plain statement stand: %s', text => {
    expect(faultOf(text)).toBeUndefined();
  });
});
