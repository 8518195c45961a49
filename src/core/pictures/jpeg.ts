import type { ByteSource } from './byte-source.js';
import { ByteWindow, DamagedFile, latin, viewOf } from './byte-source.js';
import { exifSegment, orientationIn } from './exif.js';
import type { Cut, Orientation, Picture } from './picture.js';

/** More segments, or passes over the picture, than any camera writes: who reads them works for a long time. */
const MOST_SEGMENTS = 5_000;
const MOST_SCANS = 100;

const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP15 = 0xef;
const COMMENT = 0xfe;

/**
 * Reads a JPEG (ISO 10918-1, Annex B). Kept of what is not the picture are the profile of its colours, and what Adobe's
 * marker says of them.
 * @throws DamagedFile
 */
export async function readJpeg(source: ByteSource): Promise<Picture> {
  const window = new ByteWindow(source);
  const cuts: Cut[] = [];
  let [width, height, scans] = [0, 0, 0];
  let orientation: Orientation | undefined;
  let at = 2;
  for (let segments = 0; ; segments++) {
    if (segments > MOST_SEGMENTS || scans > MOST_SCANS) throw new DamagedFile('too many segments');
    const { marker, start } = await nextMarker(window, at);
    if (marker === END) {
      at = start;
      break;
    }
    const length = (await window.view(start, 2)).getUint16(0);
    if (length < 2) throw new DamagedFile('a segment without length');
    const end = start + length;
    if (isFrame(marker)) {
      const size = await window.view(start + 3, 4);
      height = Math.max(height, size.getUint16(0));
      width = Math.max(width, size.getUint16(2));
    }
    if ((marker >= APP0 && marker <= APP15) || marker === COMMENT) {
      const content = await window.bytes(start + 2, length - 2);
      if (!isKept(marker, content)) cuts.push({ from: at, to: end });
      if (marker === APP1 && latin(content.subarray(0, 6)) === 'Exif\0\0')
        orientation ??= orientationIn(content.subarray(6));
    } else if (marker === SCAN) {
      scans += 1;
      at = await endOfScan(window, end);
      continue;
    }
    if (end > source.size) throw new DamagedFile('the file ends too early');
    at = end;
  }
  if (width === 0 || height === 0 || scans === 0) throw new DamagedFile('no picture in it');
  if (at < source.size) cuts.push({ from: at, to: source.size });
  if (orientation !== undefined && orientation !== 1)
    cuts.unshift({ from: 2, to: 2, by: exifSegment(orientation) });
  return {
    width,
    height,
    frames: 1,
    orientation: orientation ?? 1,
    end: at,
    cuts,
    isOpaque: false,
    packed: [],
  };
}

/** The marker at a place, and where what follows it begins. */
async function nextMarker(window: ByteWindow, at: number): Promise<{ marker: number; start: number }> {
  let start = at;
  if ((await window.bytes(start, 1))[0] !== 0xff) throw new DamagedFile('no marker where one belongs');
  // A marker may be filled up with as many of these as one likes.
  for (;;) {
    const [marker = 0] = await window.bytes(start, 1);
    start += 1;
    if (marker !== 0xff) return { marker, start };
  }
}

/** Frame headers: all of C0 to CF but three, which are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isKept(marker: number, content: Uint8Array): boolean {
  const name = latin(content.subarray(0, 12));
  // A longer JFIF header has a preview.
  if (marker === APP0) return name.startsWith('JFIF\0') && content.length <= 14;
  return (
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) || (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** Where the next marker is that is neither stuffing nor a restart. */
async function endOfScan(window: ByteWindow, from: number): Promise<number> {
  for (let at = from; ; ) {
    const held = await window.some(at);
    const found = held.indexOf(0xff);
    if (found < 0) {
      at += held.length;
      continue;
    }
    const next = viewOf(await window.bytes(at + found, 2)).getUint8(1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + found;
    at += found + (next === 0xff ? 1 : 2);
  }
}
