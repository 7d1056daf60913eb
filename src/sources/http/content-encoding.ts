/** Undoes the compression of an answer, without letting a small bomb grow past the limit. */
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** For the request: the codings that are understood. */
export const acceptEncoding = 'gzip, deflate, br, zstd';

type Decoder = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

const gunzipped = promisify(gunzip);
const inflated = promisify(inflate);
const inflatedRaw = promisify(inflateRaw);
const brotliDecompressed = promisify(brotliDecompress);
const zstdDecompressed = promisify(zstdDecompress);

/** RFC 9659 bounds the window of zstd on the web to 8 MB, 2 to the 23rd. */
const zstdWindow = { [constants.ZSTD_d_windowLogMax]: 23 };

const gzip: Decoder = (bytes, limit) => gunzipped(bytes, { maxOutputLength: limit });

/** "deflate" means the zlib format (RFC 9110), yet some servers send the bare stream: the first byte tells (RFC 1950). */
const deflate: Decoder = (bytes, limit) => {
  const zlibHeader = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return (zlibHeader ? inflated : inflatedRaw)(bytes, { maxOutputLength: limit });
};

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['deflate', deflate],
  ['br', (bytes, limit) => brotliDecompressed(bytes, { maxOutputLength: limit })],
  ['zstd', (bytes, limit) => zstdDecompressed(bytes, { maxOutputLength: limit, params: zstdWindow })],
  ['identity', bytes => Promise.resolve(bytes)],
]);

/** Nobody compresses a feed thrice in good faith. */
const mostCodings = 2;

/**
 * The bytes of a body whose `Content-Encoding` is given.
 * @throws FetchError `encoding` for a coding that is unknown or a stream that is broken, `too-large` past `limit` bytes.
 */
export async function decodeContent(
  body: Uint8Array,
  encoding: string | undefined,
  { url, limit }: { readonly url: URL; readonly limit: number },
): Promise<Uint8Array> {
  const codings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(Boolean);
  if (codings.length > mostCodings)
    throw new FetchError(
      'encoding',
      url,
      `is compressed ${codings.length} times over (${encoding}), which is not read`,
    );
  let bytes = body;
  // Applied in the order listed, so undone from the last (RFC 9110, section 8.4).
  for (const coding of codings.toReversed()) bytes = await undo(coding, bytes, { url, limit });
  return bytes;
}

async function undo(
  coding: string,
  bytes: Uint8Array,
  { url, limit }: { url: URL; limit: number },
): Promise<Uint8Array> {
  const decode = decoders.get(coding);
  if (decode === undefined)
    throw new FetchError('encoding', url, `came in an encoding that was not asked for: "${coding}"`);
  // Servers label empty bodies too.
  if (bytes.length === 0) return bytes;
  try {
    return await decode(bytes, limit);
  } catch (error) {
    throw decodingError(error, coding, { url, limit });
  }
}

function decodingError(error: unknown, coding: string, { url, limit }: { url: URL; limit: number }): FetchError {
  if (error instanceof RangeError) return tooLarge(url, limit, error);
  const detail = error instanceof Error ? error.message : String(error);
  return new FetchError('encoding', url, `is not the ${coding} that it claims to be: ${detail}`, { cause: error });
}

/** The refusal of a document longer than `limit` bytes. */
export function tooLarge(url: URL, limit: number, cause?: unknown): FetchError {
  return new FetchError(
    'too-large',
    url,
    `is larger than ${limit.toLocaleString('en')} bytes, which is the most that is read`,
    {
      cause,
    },
  );
}
