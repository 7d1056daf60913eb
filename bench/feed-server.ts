/** A process of its own that serves many feeds on loopback, each after a fixed latency. Started with `fork`; sends its port. */
import { createServer } from 'node:http';

/** Milliseconds before an answer: a blog on the same continent. */
const latency = 20;

/** The mean size of the feeds that were measured for design.md, in bytes. */
const feedSize = 27_000;

const words =
  'latency replica shard queue cache token agent cluster tenant schema deploy region index stream worker'.split(' ');

/** Prose without end, the same for the same feed. */
function* prose(feed: number): Generator<string> {
  for (let step = feed + 1; ; step = (step * 48_271) % 2_147_483_647) yield words[step % words.length] ?? '';
}

function feedXml(feed: number): string {
  const text = prose(feed);
  const sentence = (length: number): string => Array.from({ length }, () => text.next().value).join(' ');
  const items: string[] = [];
  for (let size = 0; size < feedSize; size += items.at(-1)?.length ?? 0) {
    const paragraphs = Array.from({ length: 6 }, () => `<p>${sentence(40)} <a href="/${items.length}">more</a></p>`);
    items.push(`<item><title>${sentence(8)}</title><link>https://blog.example/${feed}/${items.length}</link>
<guid>https://blog.example/${feed}/${items.length}</guid><pubDate>Tue, 31 Mar 2026 10:00:00 GMT</pubDate>
<description>${sentence(30)}</description><content:encoded><![CDATA[${paragraphs.join('')}]]></content:encoded></item>`);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog ${feed}</title>${items.join('')}</channel></rss>`;
}

const feeds = new Map<string, Buffer>();

function bodyOf(path: string): Buffer {
  const body = feeds.get(path) ?? Buffer.from(feedXml(Number(path.slice(1))));
  feeds.set(path, body);
  return body;
}

const server = createServer(({ url = '/', headers }, response) => {
  const etag = `"${url.slice(1)}"`;
  setTimeout(() => {
    if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(bodyOf(url));
  }, latency);
});

server.listen(0, '0.0.0.0', 4096, () => process.send?.(server.address()));
process.once('disconnect', () => process.exit());
