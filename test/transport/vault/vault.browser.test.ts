import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mayHaveKept } from '../../../src/transport/vault/may-have-kept.js';
import { LONGEST_KEPT, Vault } from '../../../src/transport/vault/vault.js';
import { VaultError } from '../../../src/transport/vault/vault-error.js';
import { deviceFor, forgetDevice, storedBytes } from './device.js';

const DAY = 24 * 60 * 60 * 1000;

describe('the vault on a device', () => {
  let opened: Vault[] = [];

  /** A vault as another page of the same site opens it. */
  function open(...[device, onTaken]: ConstructorParameters<typeof Vault>): Vault {
    const vault = new Vault(device ?? deviceFor().device, onTaken);
    opened.push(vault);
    return vault;
  }

  beforeEach(forgetDevice);
  afterEach(() => {
    for (const vault of opened) vault.close();
    opened = [];
  });

  it('gives back what was kept, in another page too, with its files', async () => {
    const { device } = deviceFor();
    const photo = new Blob([new Uint8Array([1, 2, 250])], { type: 'image/jpeg' });
    await open(device).put('outbox', 'one', device.now() + DAY, {
      letter: { name: 'سارة', ids: [1, null, { deep: photo }] },
      other: 'word',
    });

    const vault = open(device);
    const letter = (await vault.get('outbox', 'one', 'letter')) as { ids: [number, null, { deep: Blob }] };
    expect(letter).to.deep.include({ name: 'سارة' });
    const { deep } = letter.ids[2];
    expect(deep.type).to.equal('image/jpeg');
    expect([...new Uint8Array(await deep.arrayBuffer())]).to.deep.equal([1, 2, 250]);
    expect(await vault.get('outbox', 'one', 'other')).to.equal('word');
    expect(await vault.get('outbox', 'one', 'nothing')).to.equal(undefined);
    expect(await vault.get('drafts', 'one', 'letter')).to.equal(undefined);
    expect(await vault.list('outbox')).to.deep.equal([{ id: 'one', until: device.now() + DAY }]);
  });

  it('gives back any value, whatever it holds', async () => {
    const vault = open();
    const leaf = fc.oneof(
      fc.jsonValue(),
      fc.uint8Array().map((bytes) => new Blob([bytes], { type: 'x/y' })),
    );
    const value = fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(leaf))));
    await fc.assert(
      fc.asyncProperty(value, fc.string(), async (given, id) => {
        await vault.put('drafts', id, deviceFor().device.now() + 1, { value: given });
        expect(await readable(await vault.get('drafts', id, 'value'))).to.equal(await readable(given));
        await vault.delete('drafts', id);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps other values of the same id, and replaces those of the same name', async () => {
    const { device } = deviceFor();
    const vault = open(device);
    await vault.put('drafts', 'form', device.now() + DAY, { answers: 1, photo: 2 });
    await vault.put('drafts', 'form', device.now() + 2 * DAY, { answers: 3 });
    expect(await vault.get('drafts', 'form', 'answers')).to.equal(3);
    expect(await vault.get('drafts', 'form', 'photo')).to.equal(2);
    expect(await vault.list('drafts')).to.deep.equal([{ id: 'form', until: device.now() + 2 * DAY }]);
  });

  it('writes nothing that can be read, and a key that cannot be read out', async () => {
    const { device } = deviceFor();
    await open(device).put('outbox', 'one', device.now() + DAY, { letter: 'سارة بنت عبدالله' });
    const { bytes, keys } = await storedBytes();
    expect(bytes).not.to.contain('سارة');
    expect(keys).to.have.length(1);
    expect(keys[0]?.extractable).to.equal(false);
    expect(keys[0]?.algorithm).to.deep.equal({ name: 'AES-GCM', length: 256 });
    const refusal = await crypto.subtle
      .exportKey('raw', keys[0] as CryptoKey)
      .catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(DOMException);
  });

  it('seals the same value anew each time, for its own place', async () => {
    const { device } = deviceFor();
    const vault = open(device);
    await vault.put('outbox', 'one', device.now() + DAY, { letter: 'x' });
    await vault.put('outbox', 'two', device.now() + DAY, { letter: 'x' });
    const [one, two] = await parts();
    expect(new Uint8Array(one?.bytes as ArrayBuffer)).not.to.deep.equal(
      new Uint8Array(two?.bytes as ArrayBuffer),
    );

    // One is put in the place of the other.
    await writeRaw('parts', { ...one, id: 'two' });
    expect(await failureOf(vault.get('outbox', 'two', 'letter'))).to.equal('damaged');
    expect(await vault.get('outbox', 'one', 'letter')).to.equal('x');
  });

  it('says that what was changed, or whose key is gone, cannot be opened', async () => {
    const { device } = deviceFor();
    const vault = open(device);
    await vault.put('outbox', 'one', device.now() + DAY, { letter: 'x' });
    const [part] = await parts();
    const bytes = new Uint8Array(part?.bytes as ArrayBuffer);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await writeRaw('parts', part);
    expect(await failureOf(vault.get('outbox', 'one', 'letter'))).to.equal('damaged');
    await clearRaw('keys');
    expect(await failureOf(vault.get('outbox', 'one', 'letter'))).to.equal('damaged');
  });

  it('does away with what is past its time, and knows only that it is gone', async () => {
    const clock = deviceFor();
    const { device } = clock;
    const vault = open(device);
    await vault.put('outbox', 'one', device.now() + DAY, { letter: 'x' });
    await vault.put('outbox', 'two', device.now() + 3 * DAY, { letter: 'y' });
    clock.pass(DAY);
    // In a page that was open all the time it can no longer be had.
    expect(await vault.get('outbox', 'one', 'letter')).to.equal(undefined);
    expect(await vault.list('outbox')).to.have.length(1);

    const next = open(device);
    expect((await next.list('outbox')).map(({ id }) => id)).to.deep.equal(['two']);
    expect((await parts()).map(({ id }) => id)).to.deep.equal(['two']);
    expect(await next.gone('outbox')).to.deep.equal(['one']);
    await next.forgetGone('outbox');
    expect(await next.gone('outbox')).to.deep.equal([]);
    expect(await next.get('outbox', 'two', 'letter')).to.equal('y');
  });

  it('keeps nothing longer than seven days, not by a clock that was ahead either', async () => {
    const clock = deviceFor();
    const { device } = clock;
    const tooLong = await open(device)
      .put('outbox', 'one', device.now() + LONGEST_KEPT + 1, { letter: 'x' })
      .catch((error: unknown) => error);
    expect(tooLong).to.be.instanceOf(RangeError);

    clock.pass(400 * DAY);
    await open(device).put('outbox', 'one', device.now() + LONGEST_KEPT, { letter: 'x' });
    await open(device).sayOwnDevice(true);
    clock.pass(-400 * DAY);
    const vault = open(device);
    expect(await vault.list('outbox')).to.deep.equal([{ id: 'one', until: device.now() + LONGEST_KEPT }]);
    expect(await vault.isOwnDevice()).to.equal(false);
  });

  it('knows for seven days that the device is somebody’s own', async () => {
    const clock = deviceFor();
    const vault = open(clock.device);
    expect(await vault.isOwnDevice()).to.equal(false);
    await vault.sayOwnDevice(true);
    clock.pass(6 * DAY);
    expect(await open(clock.device).isOwnDevice()).to.equal(true);
    await open(clock.device).sayOwnDevice(true);
    clock.pass(6 * DAY);
    expect(await open(clock.device).isOwnDevice()).to.equal(true);
    await vault.sayOwnDevice(false);
    expect(await vault.isOwnDevice()).to.equal(false);
    await vault.sayOwnDevice(true);
    clock.pass(7 * DAY);
    expect(await vault.isOwnDevice()).to.equal(false);
  });

  it('forgets all at once, in other pages too, and tells them', async () => {
    const { device } = deviceFor();
    let told = 0;
    const other = open(device, () => {
      told += 1;
    });
    await other.put('drafts', 'form', device.now() + DAY, { answers: 1 });
    const vault = open(device);
    await vault.put('outbox', 'one', device.now() + DAY, { letter: 'x' });
    await vault.sayOwnDevice(true);
    expect(await mayHaveKept()).to.equal(true);

    await vault.forgetAll();
    expect(await mayHaveKept()).to.equal(false);
    expect(told).to.equal(1);
    expect(await other.get('drafts', 'form', 'answers')).to.equal(undefined);
    // It can be used anew.
    await other.put('outbox', 'two', device.now() + DAY, { letter: 'y' });
    expect(await vault.get('outbox', 'two', 'letter')).to.equal('y');
    expect(await vault.isOwnDevice()).to.equal(false);
  });

  it('leaves no trace when it is empty, and takes away nothing that is not', async () => {
    const { device } = deviceFor();
    const vault = open(device);
    await vault.put('outbox', 'one', device.now() + DAY, { letter: 'x' });
    await vault.tidy();
    expect(await vault.get('outbox', 'one', 'letter')).to.equal('x');
    await vault.delete('outbox', 'one');
    expect(await parts()).to.deep.equal([]);
    await vault.tidy();
    expect(await mayHaveKept()).to.equal(false);

    // What another page is writing just then is not taken away with it.
    const other = open(device);
    const writing = other.put('drafts', 'form', device.now() + DAY, { answers: new Blob(['x'.repeat(1e6)]) });
    await vault.tidy();
    await writing;
    await vault.tidy();
    expect(await vault.list('drafts')).to.have.length(1);
  });

  it('says so where the browser keeps nothing, has no room, or lends its storage to a newer page', async () => {
    const { device } = deviceFor();
    const put = (other: object): Promise<unknown> => {
      const vault = open(Object.create(device, Object.getOwnPropertyDescriptors(other)));
      return failureOf(vault.put('outbox', 'one', device.now() + DAY, { letter: 'x' }));
    };
    expect(await put({ indexedDB: undefined })).to.equal('refused');
    expect(await put({ subtle: undefined })).to.equal('refused');
    const throwing = (name: string) => ({
      get indexedDB(): IDBFactory {
        throw new DOMException('', name);
      },
    });
    expect(await put(throwing('SecurityError'))).to.equal('refused');
    expect(await put(throwing('QuotaExceededError'))).to.equal('full');
    expect(await mayHaveKept(throwing('SecurityError'))).to.equal(false);
    expect(await mayHaveKept({ indexedDB: undefined })).to.equal(false);

    await forgetDevice();
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('taafi-kit', 1000);
      request.onsuccess = () => resolve(request.result);
    });
    expect(await put({})).to.equal('blocked');
    newer.close();
  });
});

async function failureOf(doing: Promise<unknown>): Promise<unknown> {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(VaultError);
  return (error as VaultError).failure;
}

/** A value as a text in which Blobs are what they hold. */
async function readable(value: unknown): Promise<string> {
  if (value instanceof Blob) return `${value.type}:${new Uint8Array(await value.arrayBuffer())}`;
  if (Array.isArray(value)) return `[${await Promise.all(value.map(readable))}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === 0 ? 0 : value);
  const entries = Object.entries(value).map(async ([name, inner]) => [name, await readable(inner)].join());
  return `{${(await Promise.all(entries)).sort()}}`;
}

interface RawPart {
  readonly id: string;
  readonly bytes: ArrayBuffer;
}

const parts = (): Promise<RawPart[]> => raw('parts', (table) => table.getAll() as IDBRequest<RawPart[]>);
const writeRaw = (name: string, value: unknown) => raw(name, (table) => table.put(value));
const clearRaw = (name: string) => raw(name, (table) => table.clear());

/** What is behind the vault, as somebody sees it who has the device. */
async function raw<T>(name: string, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('taafi-kit');
    request.onsuccess = () => resolve(request.result);
  });
  try {
    return await new Promise<T>((resolve) => {
      const request = ask(database.transaction(name, 'readwrite').objectStore(name));
      request.onsuccess = () => resolve(request.result);
    });
  } finally {
    database.close();
  }
}
