/**
 * A zip whose files are stored as they are (APPNOTE.TXT 6.3.10, 4.3): no clock, no compressor and no platform can make it
 * differ between two builds.
 */

/** The earliest day a zip can tell: 1 January 1980. */
const EPOCH_DATE = 0x21;
const UTF8_NAMES = 0x0800;
/** A regular file that all may read, as Unix writes it. */
const MODE = (0o100644 << 16) >>> 0;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

/** @param {Buffer} content */
function crc32(content) {
  let rest = 0xffffffff;
  for (const byte of content) rest = crcTable[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/**
 * @param {{ path: string, content: Buffer }[]} files together less than 4 GiB
 * @returns {Buffer}
 */
export function zipOf(files) {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const local = [];
  const central = [];
  let offset = 0;
  for (const { path, content } of sorted) {
    const name = Buffer.from(path);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(UTF8_NAMES, 2);
    shared.writeUInt16LE(EPOCH_DATE, 8);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), shared, name, content);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(MODE, 6);
    rest.writeUInt32LE(offset, 10);
    // Version 2.0 made on Unix, then what the local header says.
    central.push(Buffer.from('PK\x01\x02\x14\x03'), shared, rest, name);
    offset += 30 + name.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
