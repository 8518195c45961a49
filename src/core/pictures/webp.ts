import type { ByteSource } from './byte-source.js';
import { ByteWindow, DamagedFile, latin } from './byte-source.js';
import { orientationIn } from './exif.js';
import type { Cut, Orientation, Picture } from './picture.js';

const MOST_CHUNKS = 20_000;
const MOST_READ = 65_536;
/** Bits of the first byte of `VP8X`: there is EXIF, there is XMP. */
const TELLING = 0b1100;

const pictureChunks = /^(VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/;

/** Reads a WebP (RFC 9649). @throws DamagedFile */
export async function readWebp(source: ByteSource): Promise<Picture> {
  const window = new ByteWindow(source);
  const declared = 8 + (await window.view(4, 4)).getUint32(0, true);
  if (declared > source.size) throw new DamagedFile('the file ends too early');
  const cuts: Cut[] = [];
  let [width, height, frames, pictures] = [0, 0, 0, 0];
  let orientation: Orientation = 1;
  let at = 12;
  for (let count = 0; at + 8 <= declared; count++) {
    if (count > MOST_CHUNKS) throw new DamagedFile('too many chunks');
    const header = await window.view(at, 8);
    const type = latin(new Uint8Array(header.buffer, header.byteOffset, 4));
    const length = header.getUint32(4, true);
    const from = at + 8;
    const end = from + length + (length % 2);
    if (from + length > declared) throw new DamagedFile('a chunk longer than its file');
    if (type === 'VP8X') {
      const extended = await window.view(from, 10);
      [width, height] = [1 + threeBytes(extended, 4), 1 + threeBytes(extended, 7)];
      const flags = extended.getUint8(0);
      if ((flags & TELLING) !== 0)
        cuts.push({ from, to: from + 1, by: Uint8Array.of(flags & ~TELLING & 0xff) });
    } else if (type === 'VP8 ' || type === 'VP8L') {
      pictures += 1;
      const size = type === 'VP8 ' ? await lossySize(window, from) : await losslessSize(window, from);
      [width, height] = [Math.max(width, size.width), Math.max(height, size.height)];
    } else if (type === 'ANMF') frames += 1;
    else if (type === 'EXIF' && length <= MOST_READ) {
      const content = await window.bytes(from, length);
      const start = latin(content.subarray(0, 6)) === 'Exif\0\0' ? 6 : 0;
      orientation = orientationIn(content.subarray(start));
    }
    if (!pictureChunks.test(type)) cuts.push({ from: at, to: Math.min(end, source.size) });
    at = end;
  }
  if (pictures + frames === 0) throw new DamagedFile('no picture in it');
  const end = Math.min(declared + (declared % 2), source.size);
  if (end < source.size) cuts.push({ from: end, to: source.size });
  const left = end - cuts.reduce((sum, { from, to, by }) => (by || to > end ? sum : sum + to - from), 0);
  const isShorter = left !== declared;
  const shorter = { from: 4, to: 8, by: littleEndian(left - 8) };
  return {
    width,
    height,
    frames: Math.max(1, frames),
    orientation,
    end,
    cuts: isShorter && cuts.length > 0 ? [shorter, ...cuts] : cuts,
    isOpaque: false,
    packed: [],
  };
}

/** RFC 6386 §9.1: after the start code, fourteen bits each. */
async function lossySize(window: ByteWindow, from: number): Promise<{ width: number; height: number }> {
  const frame = await window.view(from, 10);
  if (frame.getUint8(3) !== 0x9d || frame.getUint8(4) !== 0x01 || frame.getUint8(5) !== 0x2a)
    throw new DamagedFile('no picture in it');
  return { width: frame.getUint16(6, true) & 0x3fff, height: frame.getUint16(8, true) & 0x3fff };
}

async function losslessSize(window: ByteWindow, from: number): Promise<{ width: number; height: number }> {
  const frame = await window.view(from, 5);
  if (frame.getUint8(0) !== 0x2f) throw new DamagedFile('no picture in it');
  const bits = frame.getUint32(1, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
