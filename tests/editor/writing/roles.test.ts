import { describe, expect, it } from 'vitest';
import { facetNames } from '../../../src/edition/edition.ts';
import { cueStrengths } from '../../../src/editor/writing/roles.ts';

describe('the part of the story that a sentence tells by its words', () => {
  it.each([
    ['problem', 'Custom integrations with fragmented tools became unmaintainable as the number of agents grew.'],
    ['problem', 'By default, a stolen token could not be told from a good one, and nobody noticed.'],
    ['problem', 'When pages occur too often, engineers ignore the real ones among the noise.'],
    ['problem', 'Sequential generation is the bottleneck of any change that crosses many files.'],
    ['problem', 'Requests to translated pages did not resolve as expected.'],
    ['approach', 'We moved the search workload to a dedicated platform by streaming the write-ahead log.'],
    ['approach', 'Acme deployed domain-specific servers alongside a central registry.'],
    ['approach', 'Durable delivery is guaranteed in Atlas by resending an event until its receiver answers.'],
    ['approach', 'Atlas is a framework that runs callbacks on a schedule.'],
    ['tradeoff', 'We chose asynchronous replication, giving up strong consistency in exchange for availability.'],
    ['approach', 'Atlas v2 prepares a request that lists each permission.'],
    ['approach', 'The four rules of paging are urgency, novelty, action and thought.'],
    ['approach', 'The release removes the old format and leaves a single file, so that every tool reads the same.'],
    ['approach', 'Moving the index to a disk of its own halved the time of a search.'],
    ['approach', 'Acme has since removed its traffic from the canary programme.'],
    ['tradeoff', 'The new machines are quite expensive, and the move was an undertaking of months.'],
    ['tradeoff', 'Isolates trade generality for speed, with no shell and no sockets.'],
    ['tradeoff', 'The price of an allow list is upkeep.'],
    ['tradeoff', 'We chose a calm that suits a billion devices over the fastest pace of releases.'],
    ['tradeoff', 'The downside is that a native binary cannot be run at all.'],
    ['tradeoff', 'The sandbox has a cost in start-up time, since every import is verified first.'],
    ['tradeoff', 'Somebody has to run connectors and registries that did not exist before.'],
    ['lesson', 'The lesson is that data layers should be decoupled on purpose.'],
    ['lesson', 'In hindsight we should have measured peak memory first.'],
    ['lesson', 'Infrastructure of every kind should rely exclusively on federated identities.'],
    ['lesson', 'The median size of the heap per site has decreased by 4%.'],
    ['lesson', 'Compared with the old loader, Acme cut the median start-up time by 19%.'],
    ['lesson', 'One client should not have been able to fill the whole queue.'],
    ['lesson', 'The p99 latency fell from 2.3 s to 40 ms, and the bill was 60% lower.'],
  ] as const)('%s: %s', (facet, text) => {
    const strengths = cueStrengths(text);
    const strongest = facetNames.reduce((a, b) => (strengths[b] > strengths[a] ? b : a));
    expect(strongest).toBe(facet);
    expect(strengths[facet]).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['approach', 'Today we are adding allow lists to Atlas.'],
    ['approach', 'Acme has opened the beta of Dashers to all paying customers.'],
    ['approach', 'Atlas is an open protocol that lets a program ask for tasks.'],
    ['lesson', 'Allow lists are available now in the Standard and Premium editions.'],
    ['lesson', 'Anyone who only wants to compare two models will find a trial quicker.'],
    ['lesson', 'If the limit drops from 9 to 2, we should get fuller queues.'],
    ['lesson', 'We learned a lot from the outage of the queue.'],
    ['approach', 'We have released the source and a specification.'],
    ['approach', 'We will be adding a limit for each client.'],
    ['tradeoff', 'A comparison of rows has less overhead than an election.'],
    ['approach', 'Creating a column is not enough to make a query fast.'],
    ['tradeoff', 'Minimizing complexity is good for every team.'],
    ['tradeoff', 'Customers pay for each task, in addition to requests and storage.'],
    ['problem', 'Several teams had built agents, such as one that looks up a failed job in an incident.'],
    ['problem', 'If no slot is left, the design is too large.'],
  ] as const)('does not take a notice or a definition for the %s: %s', (facet, text) => {
    expect(cueStrengths(text)[facet]).toBeLessThan(1.5);
  });

  it('hears nothing in a sentence without a cue', () => {
    expect(cueStrengths('The address of the office is on the first page.')).toEqual({
      problem: 0,
      approach: 0,
      tradeoff: 0,
      lesson: 0,
    });
  });
});
