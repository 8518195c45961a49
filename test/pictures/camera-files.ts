/*
 * Pictures as cameras write them, put together here byte by byte: with place, device, time, comments and previews beside the
 * pixels, and lying on their side.
 */

/** What must be nowhere in what is sent. */
export const secrets = [
  'GPS-SECRET',
  'Galaxy A14',
  'COMMENT-SECRET',
  'XMP-SECRET',
  'PREVIEW-SECRET',
] as const;

type Bytes = readonly number[] | Uint8Array;

export function joined(...parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

const u16 = (value: number) => [(value >> 8) & 255, value & 255];
const u32 = (value: number) => [...u16(Math.floor(value / 65_536)), ...u16(value % 65_536)];
const little = (value: number) => u32(value).reverse();

/** EXIF as a TIFF block: the model, how it lies, and a directory of GPS with Dammam in it. */
export function exif(orientation: number): Uint8Array<ArrayBuffer> {
  const entry = (tag: number, type: number, count: number, value: Bytes) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];
  const model = [...ascii('Galaxy A14'), 0, 0];
  const area = [...ascii('GPS-SECRET 26.4207 50.0888'), 0, 0];
  const first = 8;
  const after = first + 2 + 3 * 12 + 4;
  const gps = after + model.length;
  const gpsArea = gps + 2 + 12 + 4;
  return joined(
    ascii('MM\0*'),
    u32(first),
    u16(3),
    entry(0x0110, 2, model.length, u32(after)),
    entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    entry(0x8825, 4, 1, u32(gps)),
    u32(0),
    model,
    u16(1),
    entry(0x001c, 7, area.length, u32(gpsArea)),
    u32(0),
    area,
  );
}

const segment = (marker: number, content: Bytes) => [0xff, marker, ...u16(content.length + 2), ...content];

/** A JPEG of a browser with all that a phone adds. `after` stands behind its end, as the videos of some phones do. */
export function cameraJpeg(
  jpeg: Uint8Array,
  orientation: number,
  after: Bytes = [],
): Uint8Array<ArrayBuffer> {
  const added = [
    ...segment(0xe1, [...ascii('Exif\0\0'), ...exif(orientation)]),
    ...segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x>XMP-SECRET</x>')),
    ...segment(0xe0, ascii('JFXX\0\x10PREVIEW-SECRET')),
    ...segment(0xed, ascii('Photoshop 3.0\0GPS-SECRET')),
    ...segment(0xfe, ascii('COMMENT-SECRET')),
  ];
  return joined(jpeg.subarray(0, 2), added, jpeg.subarray(2), after);
}

/** CRC-32 as PNG has it (§D). */
function crc(bytes: Bytes): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

export function pngChunk(type: string, content: Bytes): Uint8Array<ArrayBuffer> {
  const named = joined(ascii(type), content);
  return joined(u32(content.length), named, u32(crc(named)));
}

/** A PNG of a browser with texts and EXIF in front of its pixels. */
export function cameraPng(png: Uint8Array, after: Bytes = []): Uint8Array<ArrayBuffer> {
  const added = joined(
    pngChunk('tEXt', ascii('Comment\0COMMENT-SECRET')),
    pngChunk('eXIf', exif(1)),
    pngChunk('iTXt', ascii('XML:com.adobe.xmp\0\0\0\0\0XMP-SECRET')),
  );
  // The header has 25 bytes after the signature.
  return joined(png.subarray(0, 33), added, png.subarray(33), after);
}

const webpChunk = (type: string, content: Bytes) => [
  ...ascii(type),
  ...little(content.length),
  ...content,
  ...(content.length % 2 === 1 ? [0] : []),
];

/** A WebP around the picture of another one, with EXIF and XMP behind it. */
export function cameraWebp(webp: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const size = (value: number) => little(value - 1).slice(0, 3);
  // A browser may have written an extended one already, whose first chunk has 18 bytes.
  const start = webp[15] === 0x58 ? 30 : 12;
  const chunks = [
    ...webpChunk('VP8X', [0b1100, 0, 0, 0, ...size(width), ...size(height)]),
    ...webp.subarray(start),
    ...webpChunk('EXIF', exif(1)),
    ...webpChunk('XMP ', ascii('XMP-SECRET')),
  ];
  return joined(ascii('RIFF'), little(chunks.length + 4), ascii('WEBP'), chunks);
}

const box = (type: string, ...content: readonly Bytes[]) => {
  const inner = joined(...content);
  return joined(u32(inner.length + 8), ascii(type), inner);
};
const fullBox = (type: string, version: number, ...content: readonly Bytes[]) =>
  box(type, [version, 0, 0, 0], ...content);

/**
 * A HEIC of that size with EXIF, XMP and something for its pixels. Nothing decodes it: what its bytes say is as of a phone.
 */
export function cameraHeic(width: number, height: number, orientation = 6): Uint8Array<ArrayBuffer> {
  const items: readonly [id: number, type: string, bytes: Bytes][] = [
    [1, 'hvc1', ascii('PIXELS-OF-THE-PICTURE')],
    [2, 'Exif', joined(u32(0), exif(orientation))],
    [3, 'mime', ascii('<x>XMP-SECRET</x>')],
  ];
  const infos = items.map(([id, type]) =>
    fullBox(
      'infe',
      2,
      u16(id),
      u16(0),
      ascii(type),
      ascii(type === 'mime' ? 'x\0application/rdf+xml\0' : '\0'),
    ),
  );
  const metaWith = (start: number) => {
    let at = start;
    const places = items.flatMap(([id, , { length }]) => {
      const place = [...u16(id), ...u16(0), ...u16(1), ...u32(at), ...u32(length)];
      at += length;
      return place;
    });
    return fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), ascii('pict'), u32(0), u32(0), u32(0), [0]),
      fullBox('pitm', 0, u16(1)),
      fullBox('iloc', 0, [0x44, 0x00], u16(items.length), places),
      fullBox('iinf', 0, u16(items.length), ...infos),
      box('iprp', box('ipco', fullBox('ispe', 0, u32(width), u32(height)))),
    );
  };
  const ftyp = box('ftyp', ascii('heic'), u32(0), ascii('mif1heic'));
  const start = ftyp.length + metaWith(0).length + 8;
  return joined(ftyp, metaWith(start), box('mdat', ...items.map(([, , bytes]) => bytes)));
}

/** Whether some text stands in bytes, as it is. */
export function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = ascii(text);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((code, index) => bytes[at + index] === code)) return true;
  return false;
}
