import { inflateRawSync } from 'node:zlib';

/** Why a file is no workbook that can be read: `locale/` has the sentence of the code. */
export class WorkbookError extends Error {
  readonly code: 'not-a-workbook' | 'old-workbook' | 'too-large' | 'broken' | 'doctype';

  constructor(code: WorkbookError['code']) {
    super(code);
    this.code = code;
  }
}

/** Bytes that all that is read of a file may have together once it is unpacked: a survey of 5,000 rows has a tenth. */
const MOST_UNPACKED = 40_000_000;
const MOST_ENTRIES = 1_000;

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The files in a zip (APPNOTE.TXT 6.3.10), unpacked when they are asked for. What is too much is refused before it is unpacked. */
export class ZipEntries {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left = MOST_UNPACKED;

  /** @throws WorkbookError where the bytes are no zip. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = entriesOf(this.#bytes);
  }

  /** The bytes of a file; undefined where there is none. @throws WorkbookError where it is broken or too large. */
  read(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const { method, packed, unpacked, offset } = entry;
    if (unpacked > this.#left) throw new WorkbookError('too-large');
    const bytes = this.#bytes;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new WorkbookError('broken');
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const content = bytes.subarray(start, start + packed);
    if (content.length !== packed) throw new WorkbookError('broken');
    const read = method === STORED ? content : method === DEFLATED ? this.#inflated(content) : undefined;
    if (read === undefined) throw new WorkbookError('broken');
    this.#left -= read.length;
    return read;
  }

  /** What the directory says of the length is only what the file says: more is never unpacked than may be. */
  #inflated(content: Buffer): Buffer {
    try {
      return inflateRawSync(content, { maxOutputLength: this.#left });
    } catch (error) {
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new WorkbookError(isTooLarge ? 'too-large' : 'broken');
    }
  }
}

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  // An old .xls, and a workbook with a password, are OLE files.
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new WorkbookError('old-workbook');
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END)
    throw new WorkbookError('not-a-workbook');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new WorkbookError('too-large');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) throw new WorkbookError('broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
