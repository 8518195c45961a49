import { latin, viewOf } from './byte-source.js';
import type { Orientation } from './picture.js';

const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a TIFF block, as EXIF is one, says that its picture lies. What cannot be read says nothing. */
export function orientationIn(tiff: Uint8Array): Orientation {
  if (tiff.length < 14) return 1;
  const order = latin(tiff.subarray(0, 2));
  const isLittle = order === 'II';
  if (!isLittle && order !== 'MM') return 1;
  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) break;
    if (view.getUint16(entry, isLittle) !== ORIENTATION || view.getUint16(entry + 2, isLittle) !== SHORT)
      continue;
    const value = view.getUint16(entry + 8, isLittle);
    return isOrientation(value) ? value : 1;
  }
  return 1;
}

/** The EXIF segment of a JPEG that says how it lies, and nothing else. */
export function exifSegment(orientation: Orientation): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const directory = [0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const content = [...exif, ...header, ...directory];
  return Uint8Array.from([0xff, 0xe1, 0, content.length + 2, ...content]);
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
