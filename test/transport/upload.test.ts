import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { httpTransport } from '../../src/transport/http-transport.js';
import type { SendFailure, UploadOptions, Wait } from '../../src/transport/transport.js';
import { SendError } from '../../src/transport/transport.js';
import type { Patience, World } from '../../src/transport/world.js';
import { endlessWorld, hastyWorld, key, nobody } from './misbehaving-receiver.js';
import type { Fault } from './tus-receiver.js';
import { breakAfter, hangUp, loseAnswer, status, TusReceiver } from './tus-receiver.js';

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));
const photo = new Blob([bytes], { type: 'image/jpeg' });
/** A clock that stands still: every connection is fast. */
const still = { now: () => 0 };
const small = { firstPiece: 100_000, largestPiece: 100_000 };

interface Sending {
  readonly file?: Blob;
  readonly name?: string;
  readonly world?: Partial<World>;
  readonly patience?: Partial<Patience>;
  readonly options?: Partial<UploadOptions>;
}

/** Uploads the photo, and gives what was told on the way. */
async function send(
  base: string,
  { file = photo, name = 'صورة.jpg', world, patience, options }: Sending = {},
) {
  const progress: number[] = [];
  const reasons: SendFailure[] = [];
  const transport = httpTransport(base, { ...hastyWorld(still), ...world }, { ...small, ...patience });
  const told = {
    signal: new AbortController().signal,
    onProgress: (sent: number) => void progress.push(sent),
    onWait: ({ reason }: Wait) => void reasons.push(reason),
  };
  await transport.upload(file, { id: key, name }, { ...told, ...options });
  return { progress, reasons };
}

function assertWhole(receiver: TusReceiver): void {
  assert.deepEqual([...receiver.files.keys()], [key]);
  assert.ok(receiver.files.get(key)?.bytes.equals(bytes), 'not the same bytes');
}

const failsWith = (failure: SendFailure, code?: number) => (error: unknown) => {
  assert.ok(error instanceof SendError, String(error));
  assert.deepEqual([error.failure, error.status], [failure, code]);
  return true;
};

describe('an upload', () => {
  test('creates, asks, and sends in pieces', async (t) => {
    const receiver = await new TusReceiver().start(t);
    const { progress, reasons } = await send(receiver.base);
    assertWhole(receiver);
    assert.equal(receiver.methods(), 'POST HEAD PATCH PATCH PATCH');
    assert.deepEqual(progress, [100_000, 200_000, 300_000]);
    assert.deepEqual(reasons, []);
    const { length, metadata } = receiver.files.get(key)!;
    assert.equal(length, 300_000);
    const [, name = ''] = /,filename (\S+)$/.exec(metadata) ?? [];
    assert.equal(Buffer.from(name, 'base64').toString(), 'صورة.jpg');
  });

  test('does not ask where the receiver says with the creation how much it has', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.tellsOffset = true;
    await send(receiver.base);
    assertWhole(receiver);
    assert.equal(receiver.methods(), 'POST PATCH PATCH PATCH');
    const { progress } = await send(receiver.base);
    assert.equal(receiver.methods(), 'POST PATCH PATCH PATCH POST HEAD');
    assert.deepEqual(progress, [300_000]);
  });

  test('has its preflights remembered, and no offset', async (t) => {
    const receiver = await new TusReceiver().start(t);
    const caches: string[] = [];
    const watching: typeof fetch = (url, request) => {
      caches.push(`${request?.method} ${request?.cache} ${request?.credentials} ${request?.redirect}`);
      return fetch(url, request);
    };
    await send(receiver.base, { world: { fetch: watching }, patience: { firstPiece: 300_000 } });
    assert.deepEqual(caches, [
      'POST default omit error',
      'HEAD no-store omit error',
      'PATCH default omit error',
    ]);
  });

  test('takes an absolute Location of the same origin', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.location = (id) => `${receiver.base}/files/${id}`;
    await send(receiver.base);
    assertWhole(receiver);
    assert.equal(receiver.seen.at(-1)?.url, `/files/${key}`);
  });

  test('sends nothing to another origin', async (t) => {
    const [receiver, stranger] = [await new TusReceiver().start(t), await new TusReceiver().start(t)];
    for (const location of [`${stranger.base}/uploads/x`, '//localhost/x', 'http://[', 'data:,x']) {
      receiver.location = () => location;
      await assert.rejects(send(receiver.base), failsWith('unexpected', 201));
    }
    assert.equal(stranger.seen.length, 0);
  });

  test('of an empty file is done once it is created', async (t) => {
    const receiver = await new TusReceiver().start(t);
    const { progress } = await send(receiver.base, { file: new Blob([]) });
    assert.deepEqual([receiver.methods(), progress], ['POST HEAD', []]);
  });

  test('needs an id from randomKey', async (t) => {
    const transport = httpTransport(await nobody(t));
    const options = { signal: new AbortController().signal };
    await assert.rejects(transport.upload(photo, { id: '../x', name: 'x' }, options), RangeError);
  });

  test('of a file the device has let go of says so', async (t) => {
    const receiver = await new TusReceiver().start(t);
    const gone = new Blob([bytes]);
    gone.slice = () => {
      const slice = new Blob([]);
      slice.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotReadableError'));
      return slice;
    };
    await assert.rejects(send(receiver.base, { file: gone }), failsWith('unreadable'));
  });
});

describe('an upload that is interrupted', () => {
  const twice = (fault: Fault): [Fault, Fault] => [fault, fault];

  test('in the middle of a piece goes on where the line broke', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', breakAfter(40_000));
    const { progress, reasons } = await send(receiver.base);
    assertWhole(receiver);
    assert.deepEqual(reasons, ['unreachable']);
    assert.deepEqual(progress, [40_000, 90_000, 190_000, 290_000, 300_000]);
  });

  test('with the answer lost does not send the piece again', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', loseAnswer);
    await send(receiver.base);
    assertWhole(receiver);
    assert.equal(receiver.methods(), 'POST HEAD PATCH HEAD PATCH PATCH PATCH');
  });

  test('with the last answer lost only asks', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', loseAnswer);
    const { progress } = await send(receiver.base, { patience: { firstPiece: 300_000 } });
    assertWhole(receiver);
    assert.equal(receiver.methods(), 'POST HEAD PATCH HEAD');
    assert.deepEqual(progress, [300_000]);
  });

  test('at its creation is still one upload', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('POST', loseAnswer, hangUp, status(500), status(200));
    await send(receiver.base);
    assertWhole(receiver);
  });

  test('goes on when it is called again with the same id', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', breakAfter(50_000), hangUp, hangUp);
    await assert.rejects(send(receiver.base, { patience: { attempts: 2 } }), failsWith('unreachable'));
    const { progress } = await send(receiver.base);
    assertWhole(receiver);
    assert.deepEqual(progress, [50_000, 150_000, 250_000, 300_000]);
  });

  test('by wrong offsets asks and goes on', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', status(409), status(204, { 'Upload-Offset': '7000000' }));
    receiver.next('PATCH', status(204, { 'Upload-Offset': '0' }), status(204));
    const { progress, reasons } = await send(receiver.base);
    assertWhole(receiver);
    assert.deepEqual(reasons, ['busy', 'unexpected', 'unexpected', 'unexpected']);
    assert.equal(progress.at(-1), 300_000);
  });

  test('by a page in place of an offset asks again', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('HEAD', status(200), status(200, { 'Upload-Offset': '300001' }));
    receiver.next('HEAD', status(200, { 'Upload-Offset': '1e3' }), status(500, { 'Upload-Offset': '0' }));
    await send(receiver.base);
    assertWhole(receiver);
    assert.ok(receiver.methods().startsWith('POST HEAD HEAD HEAD HEAD HEAD PATCH PATCH'));
  });

  test('by an answer with another status than the contract has is not believed', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('POST', status(200, { Location: 'uploads/elsewhere' }));
    // Half a piece, after the failure before.
    receiver.next('PATCH', status(200, { 'Upload-Offset': '50000' }));
    const { reasons } = await send(receiver.base);
    assertWhole(receiver);
    assert.deepEqual(reasons, ['unexpected', 'unexpected']);
    assert.ok(receiver.methods().startsWith('POST POST HEAD PATCH HEAD PATCH'));
    assert.ok(receiver.seen.every(({ url }) => !url.endsWith('elsewhere')));
  });

  test('by a receiver that forgot it is created again, and progress does not go back', async (t) => {
    for (const code of [404, 410]) {
      const receiver = await new TusReceiver().start(t);
      const forget: Fault = (request, response) => {
        receiver.files.clear();
        return status(code)(request, response, receiver);
      };
      receiver.next(
        'PATCH',
        () => false,
        () => false,
        forget,
      );
      const { progress } = await send(receiver.base);
      assertWhole(receiver);
      assert.equal(receiver.seen.filter(({ method }) => method === 'POST').length, 2);
      assert.deepEqual(
        progress,
        [...progress].sort((a, b) => a - b),
      );
      assert.equal(new Set(progress).size, progress.length);
    }
  });

  test('may fail often, as long as something arrives in between', async (t) => {
    const receiver = await new TusReceiver().start(t);
    for (let count = 0; count < 10; count += 1) receiver.next('PATCH', hangUp, breakAfter(20_000));
    const { reasons } = await send(receiver.base, { patience: { attempts: 3 } });
    assertWhole(receiver);
    assert.ok(reasons.length >= 10);
  });

  test('again and again is given up', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', () => false, ...twice(hangUp), ...twice(hangUp), ...twice(hangUp));
    const world = hastyWorld(still);
    await assert.rejects(send(receiver.base, { world }), failsWith('unreachable'));
    assert.equal(receiver.seen.filter(({ method }) => method === 'PATCH').length, 6);
    assert.deepEqual(world.waits, [500, 1000, 2000, 4000]);
  });

  test('by a receiver that takes everything and forgets everything is given up', async (t) => {
    const receiver = await new TusReceiver().start(t);
    const forget: Fault = (request, response) => {
      receiver.files.clear();
      return status(404)(request, response, receiver);
    };
    for (let count = 0; count < 20; count += 1) receiver.next('PATCH', () => false, forget);
    await assert.rejects(send(receiver.base), failsWith('unexpected', 404));
    assert.equal(receiver.seen.filter(({ method }) => method === 'POST').length, 5);
  });

  test('by a busy receiver waits as long as it asks', async (t) => {
    const receiver = await new TusReceiver().start(t);
    receiver.next('PATCH', status(503, { 'Retry-After': '20' }));
    const world = hastyWorld(still);
    await send(receiver.base, { world });
    assertWhole(receiver);
    assert.deepEqual(world.waits, [20_500]);
  });

  test('whatever breaks and where, arrives whole and tells its progress in order', async (t) => {
    // A receiver that has no place for uploads at all is a wrong address and no mishap: POST only loses its answer.
    const faults = [hangUp, loseAnswer, status(500), status(409), status(204), status(410)];
    const mishap = fc.oneof(
      fc.tuple(fc.constant('POST'), fc.constantFrom(hangUp, loseAnswer, status(500), status(200))),
      fc.tuple(fc.constant('HEAD'), fc.constantFrom(...faults)),
      fc.tuple(fc.constant('PATCH'), fc.constantFrom(...faults)),
      fc.tuple(fc.constant('PATCH'), fc.integer({ min: 1, max: 120_000 }).map(breakAfter)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { maxLength: 4 }), fc.boolean(), async (mishaps, tellsOffset) => {
        const receiver = await new TusReceiver().start(t);
        receiver.tellsOffset = tellsOffset;
        for (const [method, fault] of mishaps) receiver.next(method, fault);
        const { progress } = await send(receiver.base);
        assertWhole(receiver);
        assert.equal(progress.at(-1), 300_000);
        assert.ok(progress.every((sent, index) => sent > (progress[index - 1] ?? 0)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('an upload that is refused', () => {
  const final: [string, number, SendFailure][] = [
    ['POST', 413, 'too-large'],
    ['PATCH', 413, 'too-large'],
    ['PATCH', 415, 'file-type'],
    ['POST', 404, 'refused'],
    ['POST', 400, 'refused'],
    ['HEAD', 403, 'refused'],
    ['PATCH', 403, 'refused'],
  ];
  for (const [method, code, failure] of final) {
    test(`with ${code} on ${method} is not tried again`, async (t) => {
      const receiver = await new TusReceiver().start(t);
      receiver.next(method, status(code));
      await assert.rejects(send(receiver.base), failsWith(failure, code));
      assert.equal(receiver.seen.at(-1)?.method, method);
    });
  }
});

describe('the pieces', () => {
  /** The sizes of the pieces on a connection of so many bytes in a millisecond. */
  async function piecesAt(t: test.TestContext, speed: number, file: Blob): Promise<number[]> {
    const receiver = await new TusReceiver().start(t);
    let clock = 0;
    const timed: typeof fetch = (url, request) => {
      if (request?.body instanceof ArrayBuffer) clock += request.body.byteLength / speed;
      return fetch(url, request);
    };
    const { progress } = await send(receiver.base, {
      file,
      world: { now: () => clock, fetch: timed },
      patience: { firstPiece: 256_000, largestPiece: 1_000_000 },
    });
    return progress.map((sent, index) => sent - (progress[index - 1] ?? 0));
  }

  test('grow on a fast connection, up to the largest', async (t) => {
    const file = new Blob([Buffer.alloc(3_000_000)]);
    assert.deepEqual(await piecesAt(t, 5_000, file), [256_000, 1_000_000, 1_000_000, 744_000]);
  });

  test('take about two seconds on a slow one', async (t) => {
    assert.deepEqual(await piecesAt(t, 30, photo), [256_000, 44_000]);
    const file = new Blob([Buffer.alloc(400_000)]);
    assert.deepEqual(await piecesAt(t, 30, file), [256_000, 60_000, 60_000, 24_000]);
  });

  test('are never so small that they are mostly headers', async (t) => {
    const file = new Blob([Buffer.alloc(330_000)]);
    assert.deepEqual(await piecesAt(t, 1, file), [256_000, 32_000, 32_000, 10_000]);
  });
});

describe('an upload that is cancelled', () => {
  const deleted = async (receiver: TusReceiver) => {
    while (receiver.files.size > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  test('in the middle of a piece is forgotten by the receiver', { timeout: 5_000 }, async (t) => {
    const receiver = await new TusReceiver().start(t);
    const stop = new AbortController();
    receiver.next(
      'PATCH',
      () => false,
      (request) => {
        request.resume();
        stop.abort();
        return true;
      },
    );
    await assert.rejects(send(receiver.base, { options: { signal: stop.signal } }), failsWith('cancelled'));
    await deleted(receiver);
  });

  test('while it waits is forgotten too', { timeout: 5_000 }, async (t) => {
    const receiver = await new TusReceiver().start(t);
    const stop = new AbortController();
    receiver.next('PATCH', () => false, hangUp);
    const onWait = () => void setImmediate(() => stop.abort());
    const sending = send(receiver.base, { world: endlessWorld(), options: { signal: stop.signal, onWait } });
    await assert.rejects(sending, failsWith('cancelled'));
    await deleted(receiver);
  });

  test('does not mind when the receiver cannot forget it', { timeout: 5_000 }, async (t) => {
    const receiver = await new TusReceiver().start(t);
    const stop = new AbortController();
    receiver.next('PATCH', () => {
      stop.abort();
      return true;
    });
    receiver.next('DELETE', hangUp);
    await assert.rejects(send(receiver.base, { options: { signal: stop.signal } }), failsWith('cancelled'));
    while (!receiver.methods().endsWith('DELETE')) await new Promise((resolve) => setTimeout(resolve, 2));
  });

  test('before it starts asks for nothing', async (t) => {
    const receiver = await new TusReceiver().start(t);
    await assert.rejects(
      send(receiver.base, { options: { signal: AbortSignal.abort() } }),
      failsWith('cancelled'),
    );
    assert.equal(receiver.methods(), '');
  });
});
