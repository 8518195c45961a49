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
  photos: {
    smaller:
      'Before photos are sent, they are made smaller, and the place and the device are taken out of them.',
    original: 'Before photos are sent, the place and the device are taken out of them.',
    pending: 'Making the photo ready…',
    uncleaned: 'We could not take the place and the device out of this picture.',
  },
};

/** The size of a file in words. */
export function fileSize(bytes: number): string {
  return bytes < 999_500
    ? `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} kB`
    : `${Math.round(bytes / 100_000) / 10} MB`;
}
