import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJson } from '../../core/json-source.js';
import { problemSentence } from '../../locale/definition-problems.js';
import { Problem } from './problem.js';

/** Bytes of a JSON body. */
export const LARGEST_BODY = 1_000_000;

/**
 * Reads JSON bodies, and no others: UTF-8 only, not compressed (a small body could become a huge one), and as strict
 * as definitions are read, so that nobody else can read the same bytes differently.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
    async (request: FastifyRequest, body: Buffer) => {
      const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
      const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1] ?? 'utf-8';
      if (encoding !== 'identity' || charset.toLowerCase() !== 'utf-8') throw new Problem('media-type');
      return jsonFrom(body);
    },
  );
}

function jsonFrom(body: Buffer): unknown {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new Problem('malformed', { detail: 'The body is not UTF-8.' });
  }
  const parsed = parseJson(source);
  if ('value' in parsed) return parsed.value;
  // The sentence is one of a fixed list and quotes nothing.
  const sentence = problemSentence({ pointer: '', severity: 'error', ...parsed }, 'en');
  throw new Problem('malformed', { detail: `Line ${parsed.line}, column ${parsed.column}: ${sentence}` });
}
