import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { fileTypes } from '../../core/file-signature.js';
import type { ByteSource } from '../../core/pictures/byte-source.js';
import { DamagedFile } from '../../core/pictures/byte-source.js';
import type { Picture } from '../../core/pictures/picture.js';
import { isShowable, readPicture } from '../../core/pictures/picture.js';
import { Problem } from '../http/problem.js';
import type { PdfMark } from './pdf-marks.js';
import { pdfMarks } from './pdf-marks.js';

/** What is odd about a file that is kept all the same, for those who open it. */
export type FileMark = PdfMark | 'metadata';

/** Bytes that a packed text or profile of colours may come to. */
const UNPACKED = 4_000_000;
const MOST_PACKED = 100;

const unpack = promisify(inflate);

/**
 * Looks into a file that has arrived whole, without decoding it. A picture must be whole, end where its file ends and have no
 * more pixels than can be shown; a PDF may hold what it likes, for no reader of this one could be sure, and is marked.
 * @throws Problem `file-type`
 */
export async function inspect(source: ByteSource, mediaType: string): Promise<readonly FileMark[]> {
  if (mediaType === fileTypes.pdf.mediaType) return pdfMarks(source);
  let picture: Picture | undefined;
  try {
    picture = await readPicture(source, mediaType);
  } catch (error) {
    if (error instanceof DamagedFile) throw refused(`The picture is damaged: ${error.message}.`);
    throw error;
  }
  if (picture === undefined) return [];
  if (!isShowable(picture)) throw refused('The picture has more pixels than can be shown.');
  if (picture.end < source.size) throw refused('There is something after the end of the picture.');
  await mustUnpack(source, picture.packed);
  return picture.isOpaque || picture.cuts.length > 0 ? ['metadata'] : [];
}

/** Texts and profiles are unpacked by programs that show a picture: none may come to more than they can hold. */
async function mustUnpack(source: ByteSource, packed: Picture['packed']): Promise<void> {
  if (packed.length > MOST_PACKED) throw refused('The picture has too many packed texts.');
  for (const { from, to } of packed) {
    try {
      await unpack(await source.read(from, Math.min(to - from, UNPACKED)), { maxOutputLength: UNPACKED });
    } catch {
      throw refused('A packed text of the picture comes to too much, or cannot be unpacked.');
    }
  }
}

function refused(detail: string): Problem {
  return new Problem('file-type', { detail });
}
