import { fileTypes } from '../file-signature.js';
import type { ByteSource } from './byte-source.js';
import { readHeic } from './heic.js';
import { readJpeg } from './jpeg.js';
import { readPng } from './png.js';
import { readWebp } from './webp.js';

/** How a picture lies, as EXIF counts it: 1 is upright, 6 is to be turned a quarter to the right. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Bytes from `from` to before `to` that are left out, or have others in their place. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly by?: Uint8Array;
}

/** What the bytes of a picture say without being decoded. */
export interface Picture {
  /** Pixels, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** How many pictures of that size are in it: more than one where it moves. */
  readonly frames: number;
  readonly orientation: Orientation;
  /** Where the picture ends. What comes after is none of it. */
  readonly end: number;
  /** What has to be cut for nothing to be left but the picture: place, device, time, comments, previews. In order. */
  readonly cuts: readonly Cut[];
  /** There is something that may tell of the person and cannot be cut. */
  readonly isOpaque: boolean;
  /** Places of zlib streams beside the pixels, which a program that shows the picture may unpack. */
  readonly packed: readonly Pick<Cut, 'from' | 'to'>[];
}

/** Pixels of the largest picture that is taken; shown it has four bytes for each. A phone makes up to 50 million of them. */
export const MOST_PIXELS = 100_000_000;

const readers: Readonly<Record<string, (source: ByteSource) => Promise<Picture>>> = {
  [fileTypes.jpeg.mediaType]: readJpeg,
  [fileTypes.png.mediaType]: readPng,
  [fileTypes.webp.mediaType]: readWebp,
  [fileTypes.heic.mediaType]: readHeic,
};

/**
 * Reads what a picture is; undefined for other kinds of file.
 * @throws DamagedFile where the bytes are none of that kind, or end too early.
 */
export async function readPicture(source: ByteSource, mediaType: string): Promise<Picture | undefined> {
  return readers[mediaType]?.(source);
}

/** Whether so many pixels may be shown. */
export function isShowable({ width, height, frames }: Picture): boolean {
  return width > 0 && height > 0 && width * height * frames <= MOST_PIXELS;
}
