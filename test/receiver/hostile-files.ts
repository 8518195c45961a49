import { deflateSync } from 'node:zlib';
import { ascii, cameraHeic, cameraJpeg, cameraPng, joined, pngChunk } from '../pictures/camera-files.js';
import { smallFile } from './small-files.js';

/** A file that nobody sends who means well, or that was damaged on the way. */
export interface HostileFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** What the answer says that it is. */
  readonly type: string;
  /** Whether it is refused when its bytes have arrived, when an answer claims it, or kept and harmless. */
  readonly fate: 'refused' | 'unclaimed' | 'kept';
  /** What those who open it are told. */
  readonly marks?: readonly string[];
  readonly name?: string;
}

const [JPEG, PNG, WEBP, HEIC, PDF] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const;

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const little = (value: number) => u32(value).reverse();

const riff = (...chunks: readonly number[][]) => {
  const all = chunks.flat();
  return joined(ascii('RIFF'), little(all.length + 4), ascii('WEBP'), all);
};
const webpChunk = (type: string, content: readonly number[]) => [
  ...ascii(type),
  ...little(content.length),
  ...content,
  ...(content.length % 2 === 1 ? [0] : []),
];
const lossy = (width: number, height: number) =>
  webpChunk('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, width & 255, width >> 8, height & 255, height >> 8]);
const canvas = (width: number, height: number) =>
  webpChunk('VP8X', [2, 0, 0, 0, ...little(width - 1).slice(0, 3), ...little(height - 1).slice(0, 3)]);

const png = (width: number, height: number, ...before: readonly Uint8Array[]) =>
  joined(
    latin('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', [...u32(width), ...u32(height), 8, 0, 0, 0, 0]),
    ...before,
    pngChunk('IDAT', [...deflateSync('pixels')]),
    pngChunk('IEND', []),
  );

const jpegOf = (width: number, height: number, middle: readonly number[] = []) =>
  joined(
    [0xff, 0xd8],
    middle,
    [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 1, 2, 3],
    [0xff, 0xd9],
  );
const segment = (marker: number, text: string) => {
  const content = ascii(text);
  return [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content];
};

const pdf = (...objects: readonly string[]) => latin(`%PDF-1.7\n${objects.join('\n')}\n%%EOF\n`);

/** Pictures that are whole. */
const whole = {
  [JPEG]: new Uint8Array(smallFile(JPEG, 600)),
  [PNG]: png(4, 4),
  [WEBP]: riff(lossy(4, 4)),
  [HEIC]: cameraHeic(4, 4),
  [PDF]: pdf('1 0 obj<<>>endobj'),
};

function* truncated(): Generator<HostileFile> {
  for (const [type, bytes] of Object.entries(whole)) {
    for (let part = 1; part <= 12; part++) {
      const end = Math.floor((bytes.length * part) / 13);
      const isKnown = end >= 16 || type === PDF;
      const fate = type === PDF && end >= 5 ? 'kept' : 'refused';
      // A HEIC that ends where a box ends has no picture in it, and says so too.
      if (end > 0 && isKnown)
        yield { what: `${type}, ${end} bytes of it`, bytes: bytes.slice(0, end), type, fate };
    }
  }
}

function* ofNoKind(): Generator<HostileFile> {
  const starts = {
    html: '<!doctype html><script>alert(1)</script>',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    xml: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    program: 'MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff',
    elf: '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00',
    archive: 'PK\x03\x04\x14\x00\x00\x00\x08\x00',
    rar: 'Rar!\x1a\x07\x01\x00',
    sevenZip: '7z\xbc\xaf\x27\x1c\x00\x04',
    gzip: '\x1f\x8b\x08\x00\x00\x00\x00\x00',
    gif: 'GIF89a\xff\xff\xff\xff\x80\x00\x00',
    bitmap: 'BM\x36\x00\x00\x00\x00\x00\x00\x00',
    tiff: 'II*\x00\x08\x00\x00\x00',
    office: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    rtf: '{\\rtf1{\\object\\objupdate}}',
    postscript: '%!PS-Adobe-3.0 (/etc/passwd) (r) file',
    video: '\0\0\0\x18ftypisom\0\0\0\0',
    avif: '\0\0\0\x1cftypavif\0\0\0\0',
    audio: 'ID3\x04\x00\x00\x00\x00\x00\x00',
    wave: 'RIFF\x24\x00\x00\x00WAVEfmt ',
    icon: '\x00\x00\x01\x00\x01\x00\x10\x10',
    shell: '#!/bin/sh\nrm -rf /\n',
    php: '<?php system($_GET["c"]); ?>',
    java: '\xca\xfe\xba\xbe\x00\x00\x00\x34',
    wasm: '\0asm\x01\0\0\0',
    shortcut: 'L\x00\x00\x00\x01\x14\x02\x00',
    registry: 'REGEDIT4\r\n[HKEY_LOCAL_MACHINE]',
    eicar: 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
    utf16: '\xff\xfe<\0s\0c\0r\0i\0p\0t\0>\0',
    spaces: ' '.repeat(40),
    zeros: '\0'.repeat(40),
    almostJpeg: '\xff\xd8\xfe\xe0 and so on',
    almostPng: '\x89PNG\n\x1a\n\0 and so on',
    latePdf: '\n%PDF-1.7 not at the start',
  };
  for (const [what, start] of Object.entries(starts))
    yield { what, bytes: joined(latin(start), new Uint8Array(60)), type: PDF, fate: 'refused' };
}

function* misnamed(): Generator<HostileFile> {
  for (const [type, bytes] of Object.entries(whole))
    for (const other of Object.keys(whole))
      if (other !== type && other !== WEBP)
        yield { what: `a ${type} that is called ${other}`, bytes, type: other, fate: 'unclaimed' };
}

function* bombs(): Generator<HostileFile> {
  const sides = [10_001, 20_000, 65_535] as const;
  for (const side of sides) {
    const refused = { type: PNG, fate: 'refused' } as const;
    yield { what: `a PNG of ${side} by ${side}`, bytes: png(side, side), ...refused };
    yield { what: `a JPEG of ${side} by ${side}`, bytes: jpegOf(side, side), type: JPEG, fate: 'refused' };
    yield {
      what: `a HEIC of ${side} by ${side}`,
      bytes: cameraHeic(side, side),
      type: HEIC,
      fate: 'refused',
    };
    yield {
      what: `a WebP of ${side} by ${side}`,
      bytes: riff(canvas(side, side), lossy(1, 1)),
      type: WEBP,
      fate: 'refused',
    };
  }
  const refused = (what: string, type: string, bytes: Uint8Array): HostileFile => ({
    what,
    bytes,
    type,
    fate: 'refused',
  });
  for (const [width, height] of [
    [0xffffffff, 0xffffffff],
    [0x7fffffff, 1],
    [1, 0xffffffff],
    [0, 1],
    [1, 0],
    [0, 0],
  ] as const)
    yield refused(`a PNG of ${width} by ${height}`, PNG, png(width, height));
  yield refused('a JPEG without height', JPEG, jpegOf(100, 0));
  yield refused('a JPEG without width', JPEG, jpegOf(0, 100));
  yield refused('a HEIC of four thousand million', HEIC, cameraHeic(0xffffffff, 0xffffffff));
  yield refused(
    'a moving PNG of a million frames',
    PNG,
    png(1_000, 1_000, pngChunk('acTL', [...u32(1_000_000), ...u32(0)])),
  );
  const frames = Array.from({ length: 2_000 }, () => webpChunk('ANMF', new Array(16).fill(0)));
  yield refused('a moving WebP', WEBP, riff(canvas(16_000, 16_000), ...frames));
  const bomb = [...deflateSync(Buffer.alloc(20_000_000))];
  for (const [type, start] of [
    ['zTXt', 'Comment\0\0'],
    ['iTXt', 'Comment\0\x01\0\0\0'],
    ['iCCP', 'profile\0\0'],
  ] as const)
    yield refused(`a PNG with a bomb in ${type}`, PNG, png(4, 4, pngChunk(type, [...ascii(start), ...bomb])));
  yield refused(
    'a PNG with a text that cannot be unpacked',
    PNG,
    png(4, 4, pngChunk('zTXt', ascii('a\0\0no zlib'))),
  );
  const packed = pngChunk('zTXt', [...ascii('a\0\0'), ...deflateSync('a')]);
  yield refused('a PNG with too many packed texts', PNG, png(4, 4, ...new Array(101).fill(packed)));
  yield refused(
    'a PNG with too many chunks',
    PNG,
    png(4, 4, ...new Array(20_001).fill(pngChunk('tEXt', []))),
  );
  yield refused(
    'a JPEG with too many segments',
    JPEG,
    jpegOf(4, 4, new Array(6_000).fill(segment(0xfe, 'a')).flat()),
  );
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 1];
  yield refused('a JPEG with too many scans', JPEG, jpegOf(4, 4, new Array(200).fill(scan).flat()));
  const boxes = new Array(10_001).fill([...u32(8), ...ascii('free')]).flat();
  yield refused('a HEIC with too many boxes', HEIC, joined(whole[HEIC], boxes));
}

function* polyglots(): Generator<HostileFile> {
  const after = {
    archive: 'PK\x03\x04\x14\x00\x00\x00\x08\x00 and more',
    page: '<html><script>alert(document.domain)</script>',
    program: '<?php system($_GET["c"]); ?>',
    pdf: '%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF',
    script: '=alert(1)/*',
    byte: 'x',
    picture: Buffer.from(smallFile(JPEG, 200)).toString('latin1'),
  };
  for (const [type, bytes] of Object.entries(whole)) {
    for (const [what, more] of Object.entries(after)) {
      const fate = type === PDF ? 'kept' : 'refused';
      // A PDF inside a PDF ends as one does.
      const marks = what === 'pdf' ? [] : ['trailing'];
      yield {
        what: `a ${type} with ${what} behind it`,
        bytes: joined(bytes, latin(more)),
        type,
        fate,
        ...(type === PDF && { marks }),
      };
    }
  }
  for (const text of [
    '%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>endobj\n%%EOF',
    '<script>alert(1)</script>',
    '<?php phpinfo(); ?>',
    'PK\x03\x04 an archive',
  ]) {
    const marks = ['metadata'];
    yield {
      what: `a JPEG with ${text.slice(0, 8)} in its comment`,
      bytes: jpegOf(4, 4, segment(0xfe, text)),
      type: JPEG,
      fate: 'kept',
      marks,
    };
    yield {
      what: `a PNG with ${text.slice(0, 8)} in a text`,
      bytes: png(4, 4, pngChunk('tEXt', ascii(`Comment\0${text}`))),
      type: PNG,
      fate: 'kept',
      marks,
    };
  }
  yield {
    what: 'a JPEG with its place',
    bytes: cameraJpeg(whole[JPEG], 6),
    type: JPEG,
    fate: 'kept',
    marks: ['metadata'],
  };
  yield {
    what: 'a PNG with its place',
    bytes: cameraPng(whole[PNG]),
    type: PNG,
    fate: 'kept',
    marks: ['metadata'],
  };
  yield { what: 'a HEIC with its place', bytes: whole[HEIC], type: HEIC, fate: 'kept', marks: ['metadata'] };
}

function* documents(): Generator<HostileFile> {
  const kept = (what: string, bytes: Uint8Array, ...marks: string[]): HostileFile => ({
    what,
    bytes,
    type: PDF,
    fate: 'kept',
    marks,
  });
  yield kept('a PDF with a script', pdf('1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj'), 'script');
  yield kept('a PDF with a script in codes', pdf('1 0 obj<</S/J#61vaScript/#4a#53(1)>>endobj'), 'script');
  yield kept('a PDF that starts a program', pdf('1 0 obj<</S/Launch/F(cmd.exe)>>endobj'), 'launch');
  yield kept('a PDF that sends itself', pdf('1 0 obj<</S/SubmitForm/F(http://x)>>endobj'), 'launch');
  yield kept('a PDF that opens another', pdf('1 0 obj<</S/GoToR/F(\\\\\\\\host\\\\share)>>endobj'), 'launch');
  yield kept(
    'a PDF with a file in it',
    pdf('1 0 obj<</Type/EmbeddedFile>>stream\nMZ\nendstream'),
    'embedded',
  );
  yield kept('a PDF with a film', pdf('1 0 obj<</Subtype/RichMedia>>endobj'), 'embedded');
  yield kept('a PDF with an XFA form', pdf('1 0 obj<</AcroForm<</XFA 2 0 R>>>>endobj'), 'embedded');
  yield kept('a PDF that is encrypted', pdf('trailer<</Encrypt 5 0 R>>'), 'encrypted');
  const packed = (text: string) => {
    const stream = deflateSync(text).toString('latin1');
    return pdf(
      `1 0 obj<</Type/ObjStm/Filter/FlateDecode/Length ${stream.length}>>stream\n${stream}\nendstream`,
    );
  };
  yield kept('a PDF with a packed script', packed('1 0 <</S/JavaScript/JS(app.alert(1))>>'), 'script');
  yield kept('a PDF with a packed bomb', packed('a'.repeat(20_000_000)));
  yield kept(
    'a PDF of streams that are none',
    pdf(...new Array(600).fill('<</Type/ObjStm>>stream\nno zlib\nendstream')),
  );
  yield kept('a PDF without an end', latin('%PDF-1.7\n'), 'unfinished');
  yield kept('a PDF of zeros', joined(latin('%PDF-1.7\n'), new Uint8Array(200_000)), 'unfinished');
  yield kept(
    'a PDF of slashes',
    joined(latin('%PDF-1.7\n'), new Uint8Array(300_000).fill(47), latin('%%EOF')),
  );
  yield kept(
    'a PDF of number signs',
    joined(latin('%PDF-1.7\n'), new Uint8Array(300_000).fill(35), latin('%%EOF')),
  );
  yield kept(
    'a PDF with a script across pieces',
    joined(latin('%PDF-1.7\n'), new Uint8Array(262_130).fill(32), latin('/JavaScript %%EOF')),
    'script',
  );
}

function* tangledHeic(): Generator<HostileFile> {
  const refused = (what: string, bytes: Uint8Array): HostileFile => ({
    what,
    bytes,
    type: HEIC,
    fate: 'refused',
  });
  const ftyp = joined(u32(16), ascii('ftypheic'), u32(0));
  const meta = (...content: readonly (readonly number[])[]) => {
    const inner = content.flat();
    return joined(u32(inner.length + 12), ascii('meta'), u32(0), inner);
  };
  const box = (type: string, content: readonly number[]) => [
    ...u32(content.length + 8),
    ...ascii(type),
    ...content,
  ];
  yield refused('a HEIC of nothing', ftyp);
  yield refused('a HEIC about nothing', joined(ftyp, meta()));
  yield refused('a HEIC with a box smaller than itself', joined(ftyp, u32(4), ascii('mdat')));
  yield refused('a HEIC with a box beyond its end', joined(ftyp, u32(0x7fffffff), ascii('mdat')));
  yield refused('a HEIC with an endless box', joined(ftyp, u32(1), ascii('mdat'), new Array(8).fill(255)));
  yield refused('a HEIC with a box of no kind', joined(ftyp, u32(8), [0, 1, 2, 3]));
  yield refused('a HEIC with boxes that overlap', joined(ftyp, meta([...u32(400), ...ascii('iprp')])));
  yield refused('a HEIC with half a list', joined(ftyp, meta(box('iloc', [0, 0, 0, 0, 0x44]))));
  yield refused(
    'a HEIC with too many items',
    joined(ftyp, meta(box('iloc', [1, 0, 0, 0, 0x44, 0, 0xff, 0xff]))),
  );
  yield refused(
    'a HEIC that says too much',
    joined(ftyp, u32(1_100_012), ascii('meta'), new Uint8Array(1_100_004)),
  );
}

function* namedOddly(): Generator<HostileFile> {
  const names = [
    '../../../etc/passwd.pdf',
    '..\\..\\windows\\system32\\x.pdf',
    '/etc/passwd.pdf',
    'C:\\con.pdf',
    'a\0b.pdf',
    'a\nb.pdf',
    'a\rSet-Cookie: x=y.pdf',
    '\u202efdp.exe',
    '\u2066a\u2069.pdf.exe',
    'a\u200b.pdf',
    '\ufeffa.pdf',
    ' a.pdf',
    'a.pdf ',
    'a.pdf.exe',
    'a.exe',
    'a.pdf::$DATA',
    'a.pdf%00.exe',
    '.htaccess',
    'web.config',
    'x'.repeat(300),
    `${'x'.repeat(117)}.pdf`,
    '',
    '.',
    '..',
    'a/b.pdf',
    'ملف'.repeat(100),
  ];
  for (const name of names)
    yield {
      what: `a name such as ${JSON.stringify(name).slice(0, 30)}`,
      bytes: whole[PDF],
      type: PDF,
      fate: 'unclaimed',
      name,
    };
  for (const name of [
    '<img src=x onerror=alert(1)>.pdf',
    '=cmd|calc.pdf',
    '"; rm -rf ~; ".pdf',
    "a'b.PDF",
    '$(id).pdf',
    '%2e%2e%2f.pdf',
    'con.pdf',
  ])
    yield { what: `a name such as ${name}`, bytes: whole[PDF], type: PDF, fate: 'kept', name };
}

/** All of them, the same each time. */
export function hostileFiles(): readonly HostileFile[] {
  return [
    ...truncated(),
    ...ofNoKind(),
    ...misnamed(),
    ...bombs(),
    ...polyglots(),
    ...documents(),
    ...tangledHeic(),
    ...namedOddly(),
  ];
}
