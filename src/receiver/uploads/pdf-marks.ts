import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { ByteSource } from '../../core/pictures/byte-source.js';
import { latin } from '../../core/pictures/byte-source.js';

/** What a PDF can do besides being read, by the names that stand for it (ISO 32000-1 §12.6, §7.11, §7.6). */
const names = {
  script: /\/(JavaScript|JS)(?![A-Za-z])/,
  launch: /\/(Launch|ImportData|SubmitForm|GoToR|GoToE)(?![A-Za-z])/,
  embedded: /\/(EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z])/,
  encrypted: /\/Encrypt(?![A-Za-z])/,
} as const;

export type PdfMark = keyof typeof names | 'unfinished' | 'trailing';

/** Bytes that are looked at together, and those of the part before that are looked at again. */
const PIECE = 262_144;
const OVERLAP = 64;
/** Streams of objects that are unpacked, bytes that are read and made of one, and bytes that are made of all. */
const MOST_STREAMS = 500;
const PACKED = 1_000_000;
const UNPACKED = 4_000_000;
const ALL_UNPACKED = 32_000_000;
/** Bytes at the end of a file in which its end is looked for. */
const TAIL = 4_096;

const unpack = promisify(inflate);

/**
 * What is odd about a PDF. Nothing here proves that it is harmless: names in encrypted or unusual streams are not seen.
 */
export async function pdfMarks(source: ByteSource): Promise<readonly PdfMark[]> {
  const found = new Set<PdfMark>();
  const streams: number[] = [];
  for (let at = 0; at < source.size; at += PIECE) {
    const from = Math.max(0, at - OVERLAP);
    const text = latin1(await source.read(from, PIECE + at - from));
    noteNames(text, found);
    for (const { index } of plain(text).matchAll(/\/ObjStm/g))
      if (streams.length < MOST_STREAMS) streams.push(from + index);
  }
  let left = ALL_UNPACKED;
  for (const at of streams) {
    if (left <= 0) break;
    const text = await objectsAt(source, at);
    left -= text.length;
    noteNames(text, found);
  }
  const tail = latin1(await source.read(Math.max(0, source.size - TAIL), TAIL));
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) found.add('unfinished');
  else if (tail.slice(end + 5).trim() !== '') found.add('trailing');
  return [...found].sort();
}

function noteNames(text: string, found: Set<PdfMark>): void {
  const written = plain(text);
  for (const [mark, name] of Object.entries(names)) if (name.test(written)) found.add(mark as PdfMark);
}

/** Names may be written with the codes of their letters; what is written so has the same length no more. */
function plain(text: string): string {
  return text.includes('#')
    ? text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/** The text of a stream of objects whose dictionary is at a place; empty where it cannot be unpacked. */
async function objectsAt(source: ByteSource, at: number): Promise<string> {
  const near = latin1(await source.read(at, 1_024));
  const start = /stream\r?\n/.exec(near);
  if (start === null) return '';
  const packed = await source.read(at + start.index + start[0].length, PACKED);
  try {
    // What comes after the stream is left alone; one that is cut off gives what it has.
    return latin1(await unpack(packed, { maxOutputLength: UNPACKED, finishFlush: 2 }));
  } catch {
    return '';
  }
}

function latin1(bytes: Uint8Array): string {
  return bytes.length < 1_024 ? latin(bytes) : Buffer.from(bytes).toString('latin1');
}
