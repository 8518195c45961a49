import { fileTypes } from '../../core/file-signature.js';
import { DamagedFile } from '../../core/pictures/byte-source.js';
import type { Cut, Picture } from '../../core/pictures/picture.js';
import { isShowable, readPicture } from '../../core/pictures/picture.js';
import { drawnPhoto } from './drawn-photo.js';

/** Pixels of the longest side of a photo that is made smaller: the writing on a page of A4 stays readable. */
export const LONGEST_SIDE = 2_000;

/** Pixels that are decoded at once, of four bytes each: on a phone with little memory, and on others. */
const FEW_PIXELS = 16_000_000;
const MANY_PIXELS = 64_000_000;
/** Gigabytes, as browsers tell them roughly; those that do not are no old phones of the cheapest kind. */
const LITTLE_MEMORY = 1;

const { jpeg, png } = fileTypes;

/** What is sent of a photo. */
export interface ReadyPhoto {
  readonly bytes: Blob;
  readonly mediaType: string;
  /** Where it was taken, and with what, could not be taken out of it. */
  readonly isUncleaned: boolean;
}

/**
 * Makes a photo ready to be sent: upright, not larger than it is readable, and without place, device and comments. One that
 * cannot be decoded here, or is to stay as it is, has what is not picture cut out of its bytes instead.
 * @param accepted media types that the field takes.
 * @returns undefined where it is damaged, or has too many pixels to be shown.
 */
export async function readyPhoto(
  photo: Blob,
  mediaType: string,
  { accepted, isOriginal }: { readonly accepted: readonly string[]; readonly isOriginal: boolean },
): Promise<ReadyPhoto | undefined> {
  const picture = await pictureIn(photo, mediaType);
  if (picture !== undefined && !isShowable(picture)) return undefined;
  if (picture === undefined || (!isOriginal && isDecodable(picture))) {
    // Without its orientation every browser decodes it alike, and it is turned here.
    const bare = picture === undefined ? photo : cut(photo, picture.cuts.filter(isNoOrientation));
    const mediaTypes = [mediaType, jpeg.mediaType].filter(
      (type, index, all) => accepted.includes(type) && isWritable(type) && all.indexOf(type) === index,
    );
    const orientation = picture?.orientation ?? 1;
    const drawn = await drawnPhoto(bare, { orientation, longest: LONGEST_SIDE, mediaTypes });
    if (drawn !== undefined && drawn.size < photo.size)
      return { bytes: drawn, mediaType: drawn.type, isUncleaned: false };
  }
  if (picture === undefined) return undefined;
  return { bytes: cut(photo, picture.cuts), mediaType, isUncleaned: picture.isOpaque };
}

/** What its bytes say; undefined where they are damaged, which a browser may put up with. */
async function pictureIn(photo: Blob, mediaType: string): Promise<Picture | undefined> {
  const read = async (from: number, length: number) =>
    new Uint8Array(await photo.slice(from, from + length).arrayBuffer());
  try {
    return await readPicture({ size: photo.size, read }, mediaType);
  } catch (error) {
    if (error instanceof DamagedFile) return undefined;
    throw error;
  }
}

/** A file without some of its bytes: put together of its parts, which nobody reads for that. */
function cut(photo: Blob, cuts: readonly Cut[]): Blob {
  const parts: BlobPart[] = [];
  let at = 0;
  for (const { from, to, by } of cuts) {
    parts.push(photo.slice(at, from));
    // Made by the kit, of an ordinary buffer.
    if (by !== undefined) parts.push(by as Uint8Array<ArrayBuffer>);
    at = to;
  }
  return new Blob([...parts, photo.slice(at)], { type: photo.type });
}

/** Only the orientation is put in where nothing was. */
function isNoOrientation({ from, to }: Cut): boolean {
  return from !== to;
}

function isDecodable({ width, height }: Picture): boolean {
  const { deviceMemory = Number.POSITIVE_INFINITY } = navigator as { readonly deviceMemory?: number };
  return width * height <= (deviceMemory <= LITTLE_MEMORY ? FEW_PIXELS : MANY_PIXELS);
}

function isWritable(mediaType: string): boolean {
  return mediaType === jpeg.mediaType || mediaType === png.mediaType;
}
