/** Bytes that are read where they are needed: a file on a phone or on a disk, never all of it at once. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from a place on; fewer where there are no more. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** Thrown where a file is not what it says it is, or ends before its end. The message is for a developer. */
export class DamagedFile extends Error {}

/** Bytes of the source that are held at once. */
const BLOCK = 65_536;

/** Reads a source block by block, so that small steps cost little. */
export class ByteWindow {
  readonly source: ByteSource;
  #block: Uint8Array = new Uint8Array();
  #start = 0;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** Exactly so many bytes. @throws DamagedFile where the file ends before. */
  async bytes(from: number, length: number): Promise<Uint8Array> {
    if (from + length > this.source.size) throw new DamagedFile('the file ends too early');
    if (from < this.#start || from + length > this.#start + this.#block.length) {
      this.#block = await this.source.read(from, Math.max(length, BLOCK));
      this.#start = from;
      if (this.#block.length < length) throw new DamagedFile('the file ends too early');
    }
    return this.#block.subarray(from - this.#start, from - this.#start + length);
  }

  /** What is held from a place on: at least one byte. @throws DamagedFile at the end of the file. */
  async some(from: number): Promise<Uint8Array> {
    await this.bytes(from, 1);
    return this.#block.subarray(from - this.#start);
  }

  async view(from: number, length: number): Promise<DataView> {
    return viewOf(await this.bytes(from, length));
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as the characters of those codes. */
export function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
