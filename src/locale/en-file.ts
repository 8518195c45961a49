import { count } from './en-count.js';
import type { FileMessages } from './messages.js';
import type { PluralForms } from './plural.js';

export const files: PluralForms = { one: '{n} file', other: '{n} files' };

const kindsOfFile = { photos: 'A photo', pdf: 'A PDF', both: 'A photo or a PDF' } as const;

/** What fields for files say in English. */
export const enFile: FileMessages = {
  file: {
    choose: 'Choose a file or take a photo',
    chooseMore: 'Add another file',
    rules: (kinds, size, most) => `${kindsOfFile[kinds]}, up to ${size}, ${count(most, files)} at most.`,
    remove: (name) => `Remove file ${name}`,
    removeShort: 'Remove',
    added: (name) => `File ${name} attached`,
    removed: (name) => `File ${name} removed`,
    size: fileSize,
  },
};

/** The size of a file in words. */
export function fileSize(bytes: number): string {
  return bytes < 999_500
    ? `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} kB`
    : `${Math.round(bytes / 100_000) / 10} MB`;
}
