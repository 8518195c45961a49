// The first bytes say what a file is; the rest of an example is empty.
const starts = {
  'image/jpeg': [0xff, 0xd8, 0xff, 0xe0],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
} as const;

/** A file of a kind and a size in bytes. */
export function exampleFile(name: string, type: keyof typeof starts, size = 310_000): File {
  const bytes = new Uint8Array(size);
  bytes.set(starts[type]);
  return new File([bytes], name, { type });
}
