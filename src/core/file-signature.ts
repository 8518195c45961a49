/** Kinds of file the kit knows by their first bytes. */
export const fileTypes = {
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  heic: { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
} as const;

export type FileTypeName = keyof typeof fileTypes;

/** How many bytes of the start of a file {@link mediaTypeOf} looks at. */
export const SIGNATURE_LENGTH = 16;

export function isFileTypeName(name: string): name is FileTypeName {
  return Object.hasOwn(fileTypes, name);
}

/**
 * The media type that the first bytes of a file tell, whatever its name says; undefined for any other kind.
 * Signatures: ISO 10918-1, PNG §5.2, RFC 9649 (WebP), ISO 23008-12 (HEIF brands), ISO 32000-1 §7.5.2.
 */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, SIGNATURE_LENGTH));
  if (text.startsWith('\xff\xd8\xff')) return fileTypes.jpeg.mediaType;
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return fileTypes.png.mediaType;
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return fileTypes.webp.mediaType;
  if (text.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|mif1|msf1)/.test(text.slice(8, 12)))
    return fileTypes.heic.mediaType;
  if (text.startsWith('%PDF-')) return fileTypes.pdf.mediaType;
  return undefined;
}

/** How many bytes of the start of a file are looked at, and what media type they tell. */
export interface FirstBytes {
  readonly length: number;
  readonly typeOf: (bytes: Uint8Array) => string | undefined;
}

export const firstBytes: FirstBytes = { length: SIGNATURE_LENGTH, typeOf: mediaTypeOf };
