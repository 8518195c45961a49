import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { DamagedFile } from '../../src/core/pictures/byte-source.js';
import type { Picture } from '../../src/core/pictures/picture.js';
import { readPicture } from '../../src/core/pictures/picture.js';
import { smallFile } from '../receiver/small-files.js';
import {
  ascii,
  cameraHeic,
  cameraJpeg,
  cameraPng,
  cameraWebp,
  holds,
  joined,
  secrets,
} from './camera-files.js';

const sourceOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (from: number, length: number) => bytes.subarray(from, from + length),
});

async function read(bytes: Uint8Array, type: string): Promise<Picture> {
  const picture = await readPicture(sourceOf(bytes), type);
  assert.ok(picture !== undefined);
  return picture;
}

/** What the cuts of a picture leave of it. */
function left(bytes: Uint8Array, { cuts }: Picture): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, by } of cuts) {
    assert.ok(from >= at && to >= from, 'cuts are in order');
    parts.push(bytes.subarray(at, from), by ?? new Uint8Array());
    at = to;
  }
  return joined(...parts, bytes.subarray(at));
}

/** A lossy WebP of 3 by 5 pixels, as far as its header goes. */
const webp = joined(ascii('RIFF\0\0\0\0WEBPVP8 '), [10, 0, 0, 0], [0, 0, 0, 0x9d, 0x01, 0x2a, 3, 0, 5, 0]);

const pictures = {
  'image/jpeg': cameraJpeg(smallFile('image/jpeg', 400), 6, ascii('GPS-SECRET of a video')),
  'image/png': cameraPng(smallFile('image/png', 400), ascii('GPS-SECRET behind it')),
  'image/webp': cameraWebp(webp, 3, 5),
  'image/heic': cameraHeic(4000, 3000),
} as const;

describe('what the bytes of a picture say', () => {
  it('is its size, how it lies and where it ends', async () => {
    const jpeg = await read(pictures['image/jpeg'], 'image/jpeg');
    assert.deepEqual([jpeg.width, jpeg.height, jpeg.orientation], [1, 1, 6]);
    assert.equal(jpeg.end, pictures['image/jpeg'].length - 'GPS-SECRET of a video'.length);
    const heic = await read(pictures['image/heic'], 'image/heic');
    assert.deepEqual([heic.width, heic.height, heic.isOpaque], [4000, 3000, false]);
    const moving = await read(pictures['image/webp'], 'image/webp');
    assert.deepEqual([moving.width, moving.height, moving.frames], [3, 5, 1]);
  });

  for (const [type, bytes] of Object.entries(pictures)) {
    it(`tells what of a ${type} is no picture`, async () => {
      const before = await read(bytes, type);
      assert.ok(secrets.some((secret) => holds(bytes, secret)));
      const clean = left(bytes, before);
      for (const secret of secrets) assert.ok(!holds(clean, secret), secret);
      const after = await read(clean, type);
      assert.deepEqual(
        [after.width, after.height, after.orientation, after.end],
        [before.width, before.height, type === 'image/jpeg' ? 6 : 1, clean.length],
      );
      // Of what tells how it lies nothing but that is left, and zeros stay where they are.
      assert.deepEqual(left(clean, after), clean);
    });

    it(`is nothing of a ${type} that is damaged, and never anything but that`, async () => {
      const change = fc.record({ at: fc.nat(bytes.length - 1), by: fc.nat(255), end: fc.nat(bytes.length) });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          const damaged = bytes.slice(0, Math.max(12, changes[0]?.end ?? 0));
          for (const { at, by } of changes) if (at >= 12 && at < damaged.length) damaged[at] = by;
          const picture = await readPicture(sourceOf(damaged), type).catch((error: unknown) => {
            assert.ok(error instanceof DamagedFile, String(error));
            return undefined;
          });
          if (picture !== undefined) left(damaged, picture);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('is where texts are packed', async () => {
    const packed = deflateSync('a text');
    const chunk = joined(ascii('zTXt'), ascii('Comment\0\0'), packed);
    const png = smallFile('image/png', 400);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length - 4);
    const bytes = joined(png.subarray(0, 33), length, chunk, ascii('crc!'), png.subarray(33));
    const [place] = (await read(bytes, 'image/png')).packed;
    assert.deepEqual(Buffer.from(bytes.subarray(place?.from, place?.to)), packed);
  });
});
