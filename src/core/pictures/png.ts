import type { ByteSource } from './byte-source.js';
import { ByteWindow, DamagedFile, latin } from './byte-source.js';
import { orientationIn } from './exif.js';
import type { Cut, Orientation, Picture } from './picture.js';

const MOST_CHUNKS = 20_000;
/** Bytes of a chunk that is read for what it says. */
const MOST_READ = 65_536;

const pictureChunks =
  /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

/** Reads a PNG (PNG 3rd edition, §5). @throws DamagedFile */
export async function readPng(source: ByteSource): Promise<Picture> {
  const window = new ByteWindow(source);
  const cuts: Cut[] = [];
  const packed: Pick<Cut, 'from' | 'to'>[] = [];
  let [width, height, frames, pixels] = [0, 0, 1, 0];
  let orientation: Orientation = 1;
  let at = 8;
  for (let count = 0; ; count++) {
    if (count > MOST_CHUNKS) throw new DamagedFile('too many chunks');
    const header = await window.view(at, 8);
    const length = header.getUint32(0);
    const type = latin(new Uint8Array(header.buffer, header.byteOffset + 4, 4));
    const [from, end] = [at + 8, at + 12 + length];
    if (end > source.size) throw new DamagedFile('the file ends too early');
    if ((count === 0) !== (type === 'IHDR')) throw new DamagedFile('no header where it belongs');
    if (type === 'IHDR') {
      const size = await window.view(from, 8);
      [width, height] = [size.getUint32(0), size.getUint32(4)];
    } else if (type === 'IDAT') pixels += length;
    else if (type === 'acTL') frames = Math.max(1, (await window.view(from, 4)).getUint32(0));
    else if (type === 'eXIf' && length <= MOST_READ)
      orientation = orientationIn(await window.bytes(from, length));
    if (/^(zTXt|iCCP|iTXt)$/.test(type)) {
      const text = await window.bytes(from, Math.min(length, MOST_READ));
      const start = startOfPacked(type, text);
      if (start !== undefined) packed.push({ from: from + start, to: from + length });
    }
    // What every reader must know and this one does not, no reader shows.
    if (!pictureChunks.test(type) && !/^[a-z][A-Za-z]{3}$/.test(type))
      throw new DamagedFile('a chunk of no known kind');
    if (!pictureChunks.test(type)) cuts.push({ from: at, to: end });
    at = end;
    if (type === 'IEND') break;
  }
  if (pixels === 0) throw new DamagedFile('no picture in it');
  if (at < source.size) cuts.push({ from: at, to: source.size });
  return { width, height, frames, orientation, end: at, cuts, isOpaque: false, packed };
}

/** Where the zlib stream of a chunk begins: after its keyword, and what else stands before it. */
function startOfPacked(type: string, content: Uint8Array): number | undefined {
  const keyword = content.indexOf(0);
  if (keyword < 0) return undefined;
  if (type !== 'iTXt') return keyword + 2;
  if (content[keyword + 1] !== 1) return undefined;
  const language = content.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : content.indexOf(0, language + 1);
  return translated < 0 ? undefined : translated + 1;
}
