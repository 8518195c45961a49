import type { GivenFile } from '../../evidence/verify.js';

/** More bytes than any receipt has: each of its characters may take four. */
const LARGEST_RECEIPT = 12_000_000;

/** The device did not give a file. */
export class UnreadableFileError extends Error {
  readonly fileName: string;

  constructor(fileName: string) {
    super('a file cannot be read');
    this.fileName = fileName;
  }
}

/** The text of a receipt; an empty one, which is no receipt, where it is no UTF-8. @throws UnreadableFileError */
export async function receiptText(file: File): Promise<string> {
  if (file.size > LARGEST_RECEIPT) return '';
  const { bytes } = await givenFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** @throws UnreadableFileError */
export async function givenFile(file: File): Promise<GivenFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new UnreadableFileError(file.name);
  }
}
