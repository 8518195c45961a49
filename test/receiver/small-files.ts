/** The media types of files that tests make. */
export type SmallType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** A file of a kind and a size in bytes, from 80 on, that is whole as far as it can be seen without decoding it. */
export function smallFile(type: SmallType, size: number): Buffer {
  if (type === 'application/pdf') return between('%PDF-1.7\n', size, '\n%%EOF\n');
  if (type === 'image/jpeg')
    return between(
      '\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00',
      size,
      '\xff\xd9',
    );
  const header = `\0\0\0\x0dIHDR${'\0\0\0\x01'.repeat(2)}\x08\0\0\0\0crc!`;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Math.max(0, size - 8 - 25 - 12 - 12));
  return between(`\x89PNG\r\n\x1a\n${header}${length.toString('latin1')}IDAT`, size, 'crc!\0\0\0\0IENDcrc!');
}

function between(start: string, size: number, end: string): Buffer {
  const [first, last] = [Buffer.from(start, 'latin1'), Buffer.from(end, 'latin1')];
  const middle = Buffer.alloc(Math.max(0, size - first.length - last.length), 7);
  return Buffer.concat([first, middle, last]).subarray(0, size);
}
