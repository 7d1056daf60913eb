/** How `run` ends while a language model takes its time over an edition. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { recordItems } from '../../src/archive/items.ts';
import { digestScript } from '../servers/model/digest-script.ts';
import { always } from '../servers/model/faults.ts';
import { type ModelServer, startModelServer } from '../servers/model/server.ts';
import { chatServers, longAgo } from './chat-servers.ts';
import { begin, emptyFolder } from './digest.ts';

const servers = chatServers();

let model: ModelServer;
beforeEach(async () => {
  model = await startModelServer({ script: digestScript, key: null });
  model.setFaults(always({ kind: 'held', until: new Promise(() => {}) }));
});
afterEach(() => model.close());

const article = readFileSync(
  join(import.meta.dirname, '../../samples/day/dropbox.tech/infrastructure/moving-small-records-without-a-window.html'),
  'utf8',
);

const nowhere =
  '<opml version="2.0"><body><outline type="rss" text="Dropbox Tech" xmlUrl="http://127.0.0.1:1/feed" htmlUrl="http://127.0.0.1:1/"/></body></opml>';

/** A folder whose archive has an article of today and no edition. */
const folderWithNews = async (): Promise<string> => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'list.opml'), nowhere);
  const archive = await openArchive({ path: join(cwd, 'data/archive.db') });
  const item = (id: string, content: string) => ({
    id,
    url: `https://dropbox.tech/${id}`,
    title: 'How we moved two billion small records',
    authors: [],
    categories: [],
    content,
  });
  await recordItems(archive, 'Dropbox Tech', [item('earlier', '')], longAgo);
  await recordItems(archive, 'Dropbox Tech', [item('earlier', ''), item('news', article)], new Date().toISOString());
  await archive.close();
  return cwd;
};

it('ends in order and in time where a model does not answer', async () => {
  const cwd = await folderWithNews();
  const env = { DIGEST_SOURCES: 'list.opml', ...servers.slackEnv(), DIGEST_MODEL: `${model.baseUrl}#llama3.1` };
  const run = begin(['run'], { cwd, env });
  await model.asked(1);
  const asked = performance.now();
  run.kill('SIGTERM');
  const { code, stderr } = await run.ended;
  expect(code).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(stderr).toContain('Stopping: what is in hand is finished.');
  expect(stderr).not.toContain('could not be made');
});
