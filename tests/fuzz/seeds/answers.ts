/** Answers of servers as they stand on the wire, each a string of its bytes: what real ones send, and what only broken ones do. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

const feed = '<rss><channel><title>Blog</title><item><guid>a</guid><title>One</title></item></channel></rss>';
const repeated = Buffer.from(feed.repeat(2000));
const asBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const answer = (status: string, headers: readonly string[], body = ''): string =>
  [`HTTP/1.1 ${status}`, ...headers, '', body].join('\r\n');

const sized = (status: string, headers: readonly string[], body: string): string =>
  answer(status, [...headers, `Content-Length: ${body.length}`], body);

const chunked = (pieces: readonly string[]): string =>
  `${pieces.map(piece => `${piece.length.toString(16)}\r\n${piece}\r\n`).join('')}0\r\n\r\n`;

export const answers: readonly string[] = [
  sized('200 OK', ['Content-Type: application/rss+xml; charset=utf-8', 'ETag: "a"', 'Cache-Control: max-age=60'], feed),
  answer(
    '200 OK',
    ['Content-Type: text/xml', 'Transfer-Encoding: chunked'],
    chunked([feed.slice(0, 20), feed.slice(20)]),
  ),
  answer('200 OK', ['Connection: close'], feed),
  sized('200 OK', ['Content-Encoding: gzip'], asBytes(gzipSync(repeated))),
  sized('200 OK', ['Content-Encoding: br'], asBytes(brotliCompressSync(repeated))),
  sized('200 OK', ['Content-Encoding: deflate'], asBytes(deflateSync(repeated))),
  sized('200 OK', ['Content-Encoding: gzip, gzip, br'], asBytes(brotliCompressSync(gzipSync(gzipSync(repeated))))),
  sized('200 OK', ['Content-Encoding: gzip'], asBytes(gzipSync(Buffer.alloc(3_000_000)))),
  sized('301 Moved Permanently', ['Location: /elsewhere'], ''),
  sized('302 Found', ['Location: http://169.254.169.254/latest/meta-data/'], ''),
  sized('307 Temporary Redirect', ['Location: //user:pass@127.0.0.1:1/'], 'moved'),
  answer('304 Not Modified', ['ETag: "a"', 'Last-Modified: Wed, 25 Nov 2026 10:00:00 GMT']),
  sized('404 Not Found', ['Server: cloudflare'], '<html>gone</html>'),
  sized('429 Too Many Requests', ['Retry-After: 120'], ''),
  sized('503 Service Unavailable', ['Retry-After: Wed, 25 Nov 2026 10:00:00 GMT'], ''),
  answer('204 No Content', []),
  answer('206 Partial Content', ['Content-Range: bytes 0-1/99', 'Content-Length: 2'], 'ab'),
  `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${sized('200 OK', [], feed)}`,
  `HTTP/1.0 200 OK\nContent-Type: text/xml\n\n${feed}`,
  sized('200 OK', ['Content-Length: 5', 'Transfer-Encoding: chunked', 'Set-Cookie: a=b', 'X: \u00e9\u00ff'], feed),
  sized('200 OK', [`X-Long: ${'x'.repeat(20_000)}`], feed),
  `HTTP/2 200\r\n\r\n${feed}`,
  `SSH-2.0-OpenSSH_9.6\r\n${feed}`,
];
