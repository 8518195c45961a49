/*
 * A value as bytes: the length of what follows (four bytes, the highest first), JSON that says the value and where in it
 * each Blob belongs, and after that the Blobs, one behind the other.
 */

type Path = readonly (string | number)[];

interface Head {
  /** The value, with `null` where a Blob belongs. */
  readonly value?: unknown;
  readonly blobs: readonly { readonly at: Path; readonly size: number; readonly type: string }[];
}

const LENGTH = 4;

/**
 * The bytes of a value that JSON can say, and of the Blobs that stand anywhere in it. Of a File its name is not kept.
 * @throws the DOMException of a file that the device can no longer read
 */
export async function packed(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const found: { at: Path; blob: Blob }[] = [];
  const plain = withoutBlobs(value, [], found);
  const head: Head = {
    value: plain,
    blobs: found.map(({ at, blob: { size, type } }) => ({ at, size, type })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const length = new DataView(new ArrayBuffer(LENGTH));
  length.setUint32(0, json.length);
  const whole = new Blob([length.buffer, json, ...found.map(({ blob }) => blob)]);
  return new Uint8Array(await whole.arrayBuffer());
}

/** The value of bytes that {@link packed} has made. */
export function unpacked(bytes: Uint8Array<ArrayBuffer>): unknown {
  const start = LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH, start))) as Head;
  const holder = { value: head.value };
  let from = start;
  for (const { at, size, type } of head.blobs) {
    put(holder, ['value', ...at], new Blob([bytes.subarray(from, from + size)], { type }));
    from += size;
  }
  return holder.value;
}

function withoutBlobs(value: unknown, at: Path, found: { at: Path; blob: Blob }[]): unknown {
  if (value instanceof Blob) {
    found.push({ at, blob: value });
    return null;
  }
  if (Array.isArray(value)) return value.map((inner, index) => withoutBlobs(inner, [...at, index], found));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, withoutBlobs(inner, [...at, name], found)]),
  );
}

function put(holder: object, path: Path, blob: Blob): void {
  const last = path.at(-1) as string | number;
  let inner = holder as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) inner = inner[step] as typeof inner;
  // A member of any name, `__proto__` too, is one that the value had.
  Object.defineProperty(inner, last, { value: blob, configurable: true, enumerable: true, writable: true });
}
