// The first bytes say what a file is; the rest of an example is empty. A picture has what
// its readers look for, and no pixels: it says that it has twelve bits a colour, which no browser decodes.
const starts = {
  'image/jpeg':
    '\xff\xd8\xff\xc0\x00\x0b\x0c\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00',
  'image/png': '\x89PNG\r\n\x1a\n',
  'application/pdf': '%PDF-',
} as const;
const ends = { 'image/jpeg': '\xff\xd9', 'image/png': '', 'application/pdf': '' } as const;

/** A file of a kind and a size in bytes. */
export function exampleFile(name: string, type: keyof typeof starts, size = 310_000): File {
  const bytes = new Uint8Array(size);
  bytes.set(codes(starts[type]));
  bytes.set(codes(ends[type]), size - ends[type].length);
  return new File([bytes], name, { type });
}

function codes(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
