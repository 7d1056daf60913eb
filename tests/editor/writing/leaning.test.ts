import { describe, expect, it } from 'vitest';
import { leansOnPrevious, opensOnPrevious } from '../../../src/editor/writing/leaning.ts';

describe('sentences that make no sense on their own', () => {
  it.each([
    'This helps users to write callbacks without a lock.',
    'It was designed when publishing meant copying files.',
    'They moved the search workload to a dedicated platform.',
    'However, heartbeats might fail while the task goes on.',
    'But the token can be carried off.',
    'Instead, we generate the training data.',
    'In addition, isolation is achieved through quotas.',
    'As a result, dashboards looked healthiest during the outage.',
    'The second breaks whenever a shop changes its layout.',
    'The first way is slow and full of mistakes.',
    'One that was meant to test reasoning measures knowledge.',
    'To avoid this situation, an executor terminates itself.',
    'To remedy the situation, the team lowered its target.',
    'When it is idle, the worker asks for more.',
    'While they wait, the queue grows.',
    'With this in place, the queue drains.',
    'The scheduler supports this capability through callbacks.',
    'Acme has worked for a year to make that string unnecessary.',
    'Teams should plan for that from the beginning.',
    'Every vendor said no, which left us to build our own.',
    'If two of them write to the same file, the last one wins.',
    'Reuse, however, undermines the isolation.',
    'Careers often end at that level, she argues, for lack of a ladder.',
    'We think the lesson travels to other systems.',
    'From then on, each workflow asks for a token.',
    'To support small devices, they keep the memory on the die.',
    'If none are free, the request waits.',
    'What they measure is the practice of the author.',
    'Before, each branch of the repository started cold.',
    'Each write therefore carries the version of the row.',
    'Acme deployed a set of servers instead, one for each team.',
    'A breaking change of the interface brought back a good part of it.',
    'Scaling on depth helps, and the remainder is the price of latency.',
    'Ada Example is frank about where: engineers write less code.',
    'A year in another domain, she proposes, is worth the delay on a CV at Acme.',
    'The founder of Acme considers that picture too tidy for a firm.',
    'In most other engines, it is built from a counter.',
    'Instead of waiting for the lock, they gave up at once.',
    'To dig even deeper, an engineer can profile the query.',
    'Isolation by site has made it even more so.',
    'A later patch fixed this, as well as a leak.',
    'The setup of the proxies is much cleaner in both.',
    'Acme scaled that up by splitting each year into shards.',
    'Traffic past that point stays flat.',
    'Each has drawbacks and advantages of its own.',
    'Separately, Acme caches each file in segments.',
  ])('%s', text => {
    expect(leansOnPrevious(text)).toBe(true);
  });

  it.each([
    'There were no open-source projects that worked at our scale.',
    'It is important to alert on symptoms rather than causes.',
    'It’s tempting to build the system on the mean of some quantity.',
    'Once a task is claimed, no other worker can claim the task.',
    'A team that plans a migration should keep that team small.',
    'Since its launch a year ago, Atlas has grown to 30 teams.',
    'Now that the scheduler is deployed, it runs 9,000 tasks per second.',
    'Tools such as linters read the file first.',
    'Early this year, Acme patched the queue in every region.',
    'It was not until May that the team noticed the leak.',
    'It should not have been possible for one client to fill the queue.',
    'In 2019, it was hard to find a database that fitted.',
    'Ada Example argues that she writes less code on purpose.',
    'Each worker has a queue of its own, and drains it.',
    'No single database could hold the index.',
    'First-class support for retries took a year.',
    'No existing library fitted our scale, so we had to write our own.',
    'Instead of a permanent role, each run is granted a token for an hour.',
    'Acme does not lock the row, and instead retries the write.',
    'Email is soon overrun with noise; instead, a dashboard shows what can wait.',
    'Each run asks for a token and gives it back.',
    'Rows are compared one by one, and therefore the copy can be trusted.',
    'The lesson holds beyond metrics: a store should do what it is good at.',
    'The lesson we draw is that networks still matter.',
    'The interactions between people count as much as those between machines.',
  ])('but not: %s', text => {
    expect(leansOnPrevious(text)).toBe(false);
  });
});

describe('sentences that no digest opens, wherever they stand', () => {
  it.each([
    'But the queue is full.',
    'So we split the queue.',
    'And the queue was split.',
    'Also, each queue is short.',
  ])('%s', text => {
    expect(opensOnPrevious(text)).toBe(true);
  });

  it.each(['This queue is full.', 'These queues are full.', 'They split the queue.', 'Such a queue fills up.'])(
    '%s',
    text => {
      expect(opensOnPrevious(text)).toBe(true);
    },
  );

  it('but not one that points back further in', () => {
    expect(opensOnPrevious('Atlas is the system that serves this need.')).toBe(false);
  });
});

describe('a pointer to what the title names', () => {
  it.each(['The cause of this outage was a full disk.', 'A queue without a limit led to these outages.'])(
    'stands under it: %s',
    text => {
      expect(leansOnPrevious(text)).toBe(true);
      expect(leansOnPrevious(text, 'Report on the outage of March 4')).toBe(false);
    },
  );

  it('never opens a quotation', () => {
    expect(opensOnPrevious('This outage was caused by a full disk.')).toBe(true);
    expect(leansOnPrevious('This outage was caused by a full disk.', 'Report on the outage of March 4')).toBe(true);
  });
});
