import type { Orientation } from '../../core/pictures/picture.js';

/** How a photo is drawn anew. */
export interface Drawing {
  /** How it lies; it is turned upright. */
  readonly orientation: Orientation;
  /** Pixels that its longest side may have. */
  readonly longest: number;
  readonly mediaTypes: readonly string[];
}

/** How good a JPEG is made: writing of a few millimetres stays sharp. The second is for what would be larger than it was. */
const QUALITIES = [0.85, 0.7];

/**
 * A photo decoded and encoded anew, upright, in the smallest of some media types, and smaller than it was; undefined where this
 * browser cannot decode it, or what it draws cannot be trusted. Nothing but pixels comes through.
 */
export async function drawnPhoto(photo: Blob, drawing: Drawing): Promise<Blob | undefined> {
  if (typeof createImageBitmap !== 'function' || !isTrueToColours()) return undefined;
  const bitmap = await decoded(photo);
  if (bitmap === undefined) return undefined;
  const canvas = document.createElement('canvas');
  try {
    if (!draw(bitmap, canvas, drawing)) return undefined;
    bitmap.close();
    for (const quality of QUALITIES) {
      const smallest = await smallestOf(canvas, drawing.mediaTypes, quality);
      if (smallest !== undefined && smallest.size < photo.size) return smallest;
    }
    return undefined;
  } finally {
    bitmap.close();
    // Safari keeps the memory of a canvas until it is collected.
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Firefox decodes no blob that is put together of parts, whose bytes are a whole picture all the same. */
function decoded(photo: Blob): Promise<ImageBitmap | undefined> {
  const inOnePiece = async () => createImageBitmap(new Blob([await photo.arrayBuffer()]));
  return createImageBitmap(photo)
    .catch(inOnePiece)
    .catch(() => undefined);
}

async function smallestOf(
  canvas: HTMLCanvasElement,
  mediaTypes: readonly string[],
  quality: number,
): Promise<Blob | undefined> {
  let smallest: Blob | undefined;
  for (const mediaType of mediaTypes) {
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, mediaType, quality);
    });
    // A browser that cannot write a kind writes PNG instead.
    if (blob === null || blob.type !== mediaType || blob.size === 0) continue;
    if (smallest === undefined || blob.size < smallest.size) smallest = blob;
  }
  return smallest;
}

function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement, { orientation, longest }: Drawing): boolean {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const isAside = orientation >= 5;
  canvas.width = isAside ? height : width;
  canvas.height = isAside ? width : height;
  const context = canvas.getContext('2d');
  if (context === null) return false;
  // JPEG has no transparency: what shows through is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.setTransform(...turned(orientation, width, height));
  context.drawImage(bitmap, 0, 0, width, height);
  return true;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The turning that each orientation of EXIF asks for, of a picture of that size. */
function turned(orientation: Orientation, width: number, height: number): Matrix {
  const matrices: Readonly<Record<Orientation, Matrix>> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  return matrices[orientation];
}

/** What four pixels are painted with, and how far what is read may be from it: some browsers add a little noise. */
const colours = [250, 10, 120, 60];
const NOISE = 16;

/**
 * Whether a canvas gives back what was drawn. Browsers that guard against being recognised may give noise instead, and nobody
 * would notice before an officer opens the paper.
 */
function isTrueToColours(): boolean {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [colours.length, 1];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return false;
  for (const [x, colour] of colours.entries()) {
    context.fillStyle = `rgb(${colour}, ${255 - colour}, ${colour})`;
    context.fillRect(x, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return colours.every((colour, x) =>
    [colour, 255 - colour, colour].every((value, channel) => {
      return Math.abs((data[x * 4 + channel] ?? 0) - value) <= NOISE;
    }),
  );
}
