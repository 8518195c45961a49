import type { ExportedFile } from '../receiver/storage/request-reader.js';

/** Says where a file is that an export names; undefined where it is not to be had. */
export type FilePlace = (file: ExportedFile) => Promise<string | undefined>;

/** Where the receiver keeps it, sealed: from the data folder. */
export const inUploads: FilePlace = async ({ file }) => `uploads/${file}`;
