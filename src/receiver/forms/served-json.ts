import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../digest.js';

/** The bytes of a JSON file in the encodings a browser may ask for. */
export interface ServedJson {
  readonly identity: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly digest: string;
}

/** Compressed when a file is read, which is seldom, and not when it is asked for. */
export function servedJson(bytes: Buffer): ServedJson {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    identity: bytes,
    br: brotliCompressSync(bytes, { params }),
    gzip: gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
    digest: sha256Hex(bytes).slice(0, 32),
  };
}

/** Sends a file, or 304 where the browser has it: it asks each time, for a form must not be an old one. */
export function sendJson(request: FastifyRequest, reply: FastifyReply, json: ServedJson): FastifyReply {
  const accepted = request.headers['accept-encoding'];
  const encoding = takes(accepted, 'br') ? 'br' : takes(accepted, 'gzip') ? 'gzip' : 'identity';
  const tag = `"${json.digest}-${encoding}"`;
  reply.header('ETag', tag).header('Cache-Control', 'no-cache').header('Vary', 'Origin, Accept-Encoding');
  reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
  if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
  return reply.type('application/json; charset=utf-8').send(json[encoding]);
}

function takes(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, weight = 'q=1']) => name === encoding && !/^q=0(\.0*)?$/.test(weight));
}

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
