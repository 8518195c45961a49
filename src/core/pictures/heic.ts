import type { ByteSource } from './byte-source.js';
import { ByteWindow, DamagedFile, latin, viewOf } from './byte-source.js';
import type { Cut, Picture } from './picture.js';

const MOST_BOXES = 10_000;
/** Bytes of the box that says what is in the file: a phone writes some thousand. */
const LARGEST_META = 1_000_000;
/** Items of a picture: one for each tile. */
const MOST_ITEMS = 5_000;

interface Box {
  readonly type: string;
  readonly start: number;
  /** Where what is in it begins. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a HEIC (ISO 23008-12, boxes of ISO 14496-12). What tells of the person is not cut but made zeros, for everything
 * else is found by its place. It is turned by its own properties, which every reader follows.
 * @throws DamagedFile
 */
export async function readHeic(source: ByteSource): Promise<Picture> {
  const window = new ByteWindow(source);
  const cuts: Cut[] = [];
  let meta: Uint8Array | undefined;
  let metaStart = 0;
  let isOpaque = false;
  let at = 0;
  for (let count = 0; at < source.size; count++) {
    if (count > MOST_BOXES) throw new DamagedFile('too many boxes');
    const box = boxAt(await window.bytes(at, Math.min(16, source.size - at)), at, source.size);
    if (box.to > source.size) throw new DamagedFile('the file ends too early');
    if (box.type === 'meta' && meta === undefined) {
      if (box.to - box.from > LARGEST_META) throw new DamagedFile('too much about the picture');
      metaStart = box.from;
      meta = Uint8Array.from(await window.bytes(box.from, box.to - box.from));
    } else if (/^(uuid|mpvd|sefd|free|skip|udta)$/.test(box.type)) {
      if (box.to > box.from) cuts.push(zeros(box.from, box.to));
      // A sequence of pictures has what it says of itself in places of its own.
    } else if (!/^(ftyp|mdat|wide|meta)$/.test(box.type)) isOpaque = true;
    at = box.to;
  }
  if (meta === undefined) throw new DamagedFile('nothing says what is in it');
  const { width, height, telling, isUnknown } = readMeta(meta, metaStart, source.size);
  if (width === 0 || height === 0) throw new DamagedFile('no picture in it');
  const all = [...cuts, ...telling.map(({ from, to }) => zeros(from, to))];
  all.sort((one, other) => one.from - other.from);
  const isTangled = all.some(({ from }, index) => from < (all[index - 1]?.to ?? 0));
  return {
    width,
    height,
    frames: 1,
    orientation: 1,
    end: source.size,
    cuts: isTangled ? [] : all,
    isOpaque: isOpaque || isUnknown || isTangled,
    packed: [],
  };
}

function zeros(from: number, to: number): Cut {
  return { from, to, by: new Uint8Array(to - from) };
}

function boxAt(head: Uint8Array, start: number, end: number): Box {
  if (head.length < 8) throw new DamagedFile('half a box');
  const view = viewOf(head);
  const type = latin(head.subarray(4, 8));
  if (!/^[\x20-\x7e]{4}$/.test(type)) throw new DamagedFile('a box of no kind');
  let size = view.getUint32(0);
  let header = 8;
  if (size === 1) {
    if (head.length < 16) throw new DamagedFile('half a box');
    size = Number(view.getBigUint64(8));
    header = 16;
  }
  if (size === 0) size = end - start;
  if (size < header) throw new DamagedFile('a box smaller than itself');
  return { type, start, from: start + header, to: start + size };
}

function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  for (let at = from; at < to; ) {
    const box = boxAt(bytes.subarray(at, Math.min(at + 16, to)), at, to);
    if (box.to > to) throw new DamagedFile('a box larger than the one around it');
    yield box;
    at = box.to;
  }
}

interface Meta {
  readonly width: number;
  readonly height: number;
  /** Where EXIF and XMP are in the file. */
  readonly telling: readonly Pick<Cut, 'from' | 'to'>[];
  /** Something stands where this reader does not find it. */
  readonly isUnknown: boolean;
}

function readMeta(meta: Uint8Array, metaStart: number, size: number): Meta {
  const boxes = new Map([...boxesIn(meta, 4, meta.length)].map((box) => [box.type, box]));
  const sizes = sizesIn(meta, boxes.get('iprp'));
  const largest = sizes.reduce(
    (most, one) => (one.width * one.height > most.width * most.height ? one : most),
    { width: 0, height: 0 },
  );
  const wanted = tellingItems(meta, boxes.get('iinf'));
  const idat = boxes.get('idat');
  const places = itemPlaces(meta, boxes.get('iloc'), idat && { from: idat.from + metaStart });
  const found = [...wanted].flatMap((id) => places.get(id) ?? [undefined]);
  const telling = found.filter((place) => place !== undefined && place.to > place.from && place.to <= size);
  return {
    ...largest,
    telling: telling as readonly Pick<Cut, 'from' | 'to'>[],
    isUnknown: telling.length < found.length,
  };
}

function sizesIn(meta: Uint8Array, iprp: Box | undefined): { width: number; height: number }[] {
  if (iprp === undefined) return [];
  const view = viewOf(meta);
  return [...boxesIn(meta, iprp.from, iprp.to)]
    .filter(({ type }) => type === 'ipco')
    .flatMap((ipco) => [...boxesIn(meta, ipco.from, ipco.to)])
    .filter(({ type, from, to }) => type === 'ispe' && to - from >= 12)
    .map(({ from }) => ({ width: view.getUint32(from + 4), height: view.getUint32(from + 8) }));
}

/** Ids of the items that are no pictures: EXIF, XMP and whatever else is text. */
function tellingItems(meta: Uint8Array, iinf: Box | undefined): ReadonlySet<number> {
  const ids = new Set<number>();
  if (iinf === undefined) return ids;
  const header = meta[iinf.from] === 0 ? 6 : 8;
  for (const { type, from, to } of boxesIn(meta, iinf.from + header, iinf.to)) {
    const view = viewOf(meta.subarray(from, to));
    const version = meta[from] ?? 0;
    const isShort = version === 2;
    if (type !== 'infe' || version < 2 || view.byteLength < (isShort ? 12 : 14)) continue;
    const id = isShort ? view.getUint16(4) : view.getUint32(4);
    const kind = latin(meta.subarray(from + (isShort ? 8 : 10), from + (isShort ? 12 : 14)));
    if (/^(Exif|mime|uri )$/.test(kind)) ids.add(id);
  }
  return ids;
}

/** Where in the file the bytes of each item are; undefined where that is not said by places in the file. */
function itemPlaces(
  meta: Uint8Array,
  iloc: Box | undefined,
  idat: { readonly from: number } | undefined,
): ReadonlyMap<number, readonly (Pick<Cut, 'from' | 'to'> | undefined)[]> {
  const places = new Map<number, (Pick<Cut, 'from' | 'to'> | undefined)[]>();
  if (iloc === undefined) return places;
  const reading = new Reading(meta.subarray(iloc.from, iloc.to));
  const version = reading.number(1);
  reading.number(3);
  const sizes = reading.number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const count = reading.number(version < 2 ? 2 : 4);
  if (count > MOST_ITEMS) throw new DamagedFile('too many items');
  for (let item = 0; item < count; item++) {
    const id = reading.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reading.number(2) & 15;
    reading.number(2);
    const base = reading.number(baseSize);
    const extents = reading.number(2);
    const own: (Pick<Cut, 'from' | 'to'> | undefined)[] = [];
    for (let extent = 0; extent < extents; extent++) {
      reading.number(indexSize);
      const offset = reading.number(offsetSize);
      const length = reading.number(lengthSize);
      const start = method === 0 ? 0 : method === 1 ? idat?.from : undefined;
      own.push(
        start === undefined ? undefined : { from: start + base + offset, to: start + base + offset + length },
      );
    }
    places.set(id, own);
  }
  return places;
}

/** Numbers of so many bytes, one after the other. */
class Reading {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(length: number): number {
    let value = 0;
    for (let index = 0; index < length; index++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new DamagedFile('half a list');
      value = value * 256 + byte;
      this.#at += 1;
    }
    return value;
  }
}
