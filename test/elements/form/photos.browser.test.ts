import { expect } from '@open-wc/testing';
import { readyPhoto } from '../../../src/fields/file/ready-photo.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import { pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import {
  ascii,
  cameraHeic,
  cameraJpeg,
  cameraPng,
  cameraWebp,
  holds,
  joined,
  secrets,
} from '../../pictures/camera-files.js';
import { openForm } from '../open-form.js';

const accepted = ['image/jpeg', 'image/png', 'image/heic', 'image/webp', 'application/pdf'];
const smaller = { accepted, isOriginal: false };

/** The colours of four corners: red, green, blue, white. */
const corners = ['#f00', '#0f0', '#00f', '#fff'] as const;

/** A picture with one colour in each corner: left above, right above, left below, right below. */
async function picture(width: number, height: number, type: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  for (const [index, colour] of corners.entries()) {
    if (context === null) break;
    context.fillStyle = colour;
    context.fillRect((index % 2) * (width / 2), index < 2 ? 0 : height / 2, width / 2, height / 2);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 1));
  return new Uint8Array((await blob?.arrayBuffer()) ?? []);
}

/** Such a picture of 300 × 100 pixels as a WebP without loss, which Safari can show and not write. */
const webpPicture =
  'UklGRmYAAABXRUJQVlA4TFkAAAAvK8EYAB8gEEjeHzqN+RcQFPwf3fxHZA+AISRJkkqy7kNsujMojI3of2zbtm3btm3btm3btm3bPlVVVVVVVVVVVY+WAAAAAAAAAAAA/FVVVVVVVVVVVZ0sAwA=';

/** What is seen in the four corners of a picture, and its size. */
async function seen(blob: Blob): Promise<{ corners: string; width: number; height: number }> {
  // The bytes as they arrive: Firefox decodes no blob that is put together of parts.
  const bitmap = await createImageBitmap(new Blob([await blob.arrayBuffer()]));
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const names = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const [red = 0, green = 0, blue = 0] = context?.getImageData(width * x, height * y, 1, 1).data ?? [];
    if (red > 128 && green > 128) return 'W';
    return red > 128 ? 'R' : green > 128 ? 'G' : blue > 128 ? 'B' : '?';
  });
  return { corners: names.join(''), width, height };
}

const bytesIn = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

function mustBeSilent(bytes: Uint8Array): void {
  for (const secret of secrets) expect(holds(bytes, secret), secret).to.equal(false);
  expect(holds(bytes, 'Exif\0\0MM'), 'EXIF').to.equal(false);
}

describe('a photo', () => {
  it('is turned upright from however it lies, and says no more where it was taken', async () => {
    const jpeg = await picture(400, 200, 'image/jpeg');
    // EXIF 2.32 §4.6.5: which corner the first row and column of the file are at.
    const upright = ['RGBW', 'GRWB', 'WBGR', 'BWRG', 'RBGW', 'BRWG', 'WGBR', 'GWRB'];
    for (const [index, expected] of upright.entries()) {
      const photo = new Blob([cameraJpeg(jpeg, index + 1)], { type: 'image/jpeg' });
      const ready = await readyPhoto(photo, 'image/jpeg', smaller);
      const shown = await seen(ready?.bytes ?? photo);
      expect(shown.corners, `orientation ${index + 1}`).to.equal(expected);
      expect([shown.width, shown.height]).to.deep.equal(index < 4 ? [400, 200] : [200, 400]);
      expect(ready?.isUncleaned).to.equal(false);
      mustBeSilent(await bytesOf(ready?.bytes ?? photo));
    }
  });

  it('is made no larger than it is readable, and never larger than it was', async () => {
    for (const [width, height, type] of [
      [3000, 1500, 'image/jpeg'],
      [1500, 3000, 'image/png'],
      [40, 20, 'image/jpeg'],
      [2, 2, 'image/png'],
    ] as const) {
      const photo = new Blob([await picture(width, height, type)], { type });
      const ready = await readyPhoto(photo, type, smaller);
      expect(ready?.bytes.size).to.be.at.most(photo.size);
      const shown = await seen(ready?.bytes ?? photo);
      expect(shown.corners).to.equal('RGBW');
      expect(Math.max(shown.width, shown.height)).to.equal(Math.min(2000, Math.max(width, height)));
    }
  });

  it('may keep its pixels, and says nothing all the same', async () => {
    const original = { accepted, isOriginal: true };
    const jpeg = cameraJpeg(await picture(3000, 100, 'image/jpeg'), 6, ascii('GPS-SECRET'));
    const png = cameraPng(await picture(300, 100, 'image/png'));
    const webp = cameraWebp(bytesIn(webpPicture), 300, 100);
    for (const [bytes, type, width] of [
      [jpeg, 'image/jpeg', 100],
      [png, 'image/png', 300],
      [webp, 'image/webp', 300],
    ] as const) {
      const ready = await readyPhoto(new Blob([bytes], { type }), type, original);
      expect(ready?.mediaType).to.equal(type);
      const shown = await seen(ready?.bytes ?? new Blob());
      expect(shown.width, type).to.equal(width);
      const left = await bytesOf(ready?.bytes ?? new Blob());
      for (const secret of secrets) expect(holds(left, secret), secret).to.equal(false);
    }
  });

  it('that cannot be decoded here has what is no picture cut out of it, or the person is told', async () => {
    const heic = cameraHeic(4000, 3000);
    const ready = await readyPhoto(new Blob([heic]), 'image/heic', smaller);
    const left = await bytesOf(ready?.bytes ?? new Blob());
    mustBeSilent(left);
    expect(left.length).to.equal(heic.length);
    expect(ready?.isUncleaned).to.equal(false);
    const odd = joined(heic, [0, 0, 0, 8], ascii('moov'));
    expect((await readyPhoto(new Blob([odd]), 'image/heic', smaller))?.isUncleaned).to.equal(true);
  });

  it('that is damaged, or has more pixels than can be shown, is not sent', async () => {
    const jpeg = await picture(400, 200, 'image/jpeg');
    const head = new Blob([jpeg.slice(0, 100)]);
    expect(await readyPhoto(head, 'image/jpeg', smaller)).to.equal(undefined);
    const bomb = new Blob([cameraHeic(65_535, 65_535)]);
    expect(await readyPhoto(bomb, 'image/heic', smaller)).to.equal(undefined);
  });

  it('is sent as it was made, and the person is told before', async () => {
    const definition = {
      id: 'trial',
      version: '1.0.0',
      languages: ['en'],
      title: 'Trial',
      steps: [
        {
          id: 'papers',
          title: 'Papers',
          fields: [
            { id: 'name', type: 'text', label: 'Name' },
            { id: 'identity', type: 'file', label: 'Identity card' },
          ],
        },
      ],
    };
    const uploaded: Blob[] = [];
    let sent: unknown;
    const person = await openForm(definition, {
      transport: pretendedTransport({
        upload: async (file) => {
          uploaded.push(file);
        },
        submit: async (submission) => {
          sent = submission.answers.identity;
          return receiptFor(submission);
        },
      }),
    });
    const jpeg = cameraJpeg(await picture(2400, 1200, 'image/jpeg'), 6);
    await person.attach('identity', new File([jpeg], 'IMG_2031.JPG', { type: 'image/jpeg' }));
    expect(person.text).to.contain('made smaller');
    await person.attach('identity', exampleFile('lease.pdf', 'application/pdf', 900));
    const odd = joined(cameraHeic(40, 30), [0, 0, 0, 8], ascii('moov'));
    await person.attach('identity', new File([odd], 'odd.heic', { type: 'image/heic' }));
    expect(person.text).to.contain('could not take the place');
    await person.goOn();
    await person.isOn('review');
    await person.goOn();
    await person.isOn('receipt');
    const [photo = new Blob(), pdf] = uploaded;
    mustBeSilent(await bytesOf(photo));
    expect(await seen(photo)).to.deep.equal({ corners: 'BRWG', width: 1000, height: 2000 });
    expect(pdf?.size).to.equal(900);
    const answers = sent as { name: string; size: number; type: string }[];
    expect(answers.map(({ name, type, size }) => [name, type, size])).to.deep.equal([
      ['IMG_2031.JPG', 'image/jpeg', photo.size],
      ['lease.pdf', 'application/pdf', 900],
      ['odd.heic', 'image/heic', odd.length],
    ]);
  });
});
