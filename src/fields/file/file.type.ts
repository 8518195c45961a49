import { cleanLine, isolate } from '../../core/characters.js';
import type { FieldDefinition, Reading } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { FileTypeName } from '../../core/file-signature.js';
import { fileTypes, isFileTypeName } from '../../core/file-signature.js';

const MEGABYTE = 1_000_000;
/** Largest file where the definition names no limit, in bytes: a photo of a phone fits. */
const LARGEST = 10 * MEGABYTE;
const MOST = 5;

export interface FileDefinition extends FieldDefinition {
  /** Kinds of file that are taken; photos and PDF where nothing is said. */
  readonly accept?: readonly FileTypeName[];
  /** Bytes of one file. */
  readonly maxSize?: number;
  readonly maxItems?: number;
  /** `original` leaves the pixels of photos as they are, for papers with small print; place and device are taken out all the same. */
  readonly photos?: 'smaller' | 'original';
  /** It is the photo of a paper on which everything else was signed by hand. */
  readonly signs?: boolean;
}

/** One file a person chose. `problem` says why it cannot be sent; it is shown and can be removed. */
export interface ChosenFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** What its first bytes say it is; undefined where they say nothing the kit knows. */
  readonly type: string | undefined;
  /** It is being made ready to be sent. */
  readonly isPending?: boolean;
  /** It is a picture that cannot be shown. */
  readonly isDamaged?: boolean;
  /** Where it was taken, and with what, is still in it. */
  readonly isUncleaned?: boolean;
}

/** A file that belongs to an answer. The receiver has stored its bytes under `id`. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** 128 random bits in base64url: the name of an upload, which nobody can guess. */
const uploadId = /^[A-Za-z0-9_-]{22}$/;

/** Photos and scans, kept as files apart; the answer says which they are. */
export const file = defineFieldType<FileDefinition, readonly ChosenFile[], readonly FileAnswer[]>({
  type: 'file',
  kind: 'files',
  neverPrefilled: true,
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      accept: z.optional(
        z.array(z.string().check(z.refine(isFileTypeName, 'file-type'))).check(z.minLength(1)),
      ),
      maxSize: z.optional(z.whole(1, 50 * MEGABYTE)),
      maxItems: z.optional(z.whole(1, 20)),
      photos: z.optional(z.enum(['smaller', 'original'])),
      signs: z.optional(z.boolean()),
    }),
  signs: ({ signs = false }) => signs,
  empty: [],
  read: readFiles,
  write: (answer) => answer,
  answer: (z, definition) => {
    const types = mediaTypesOf(definition);
    return z
      .array(
        z
          .strictObject(
            {
              id: z.string('type').check(z.regex(uploadId, 'type')),
              name: z
                .string('type')
                .check(z.refine((value) => value !== '' && cleanName(value) === value, 'unnormalised')),
              type: z.enum(types, 'file-type'),
              size: z
                .int('type')
                .check(z.gte(1, 'file-empty'), z.lte(largestOf(definition), 'file-too-large')),
            },
            'type',
          )
          .check(z.refine(isNamedRight, 'file-type')),
        'type',
      )
      .check(
        z.minLength(1, 'type'),
        z.maxLength(mostFilesOf(definition), 'too-many'),
        z.refine((files) => new Set(files.map(({ id }) => id)).size === files.length, 'type'),
      );
  },
  jsonSchema: (definition) => ({
    type: 'array',
    minItems: 1,
    maxItems: mostFilesOf(definition),
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'name', 'type', 'size'],
      properties: {
        id: { type: 'string', pattern: uploadId.source },
        name: { type: 'string', minLength: 1, maxLength: 120 },
        type: { enum: mediaTypesOf(definition) },
        size: { type: 'integer', minimum: 1, maximum: largestOf(definition) },
      },
    },
  }),
  unstated: () => [
    'the file has been uploaded, its bytes are what its type says',
    'no two entries share an id',
    'name is tidy, and ends as its type does',
  ],
  display: (answer, _definition, locale) =>
    locale.list(answer.map(({ name, size }) => `${isolate(name)} (${locale.fileSize(size)})`)),
  limits: (definition, _context, code) => ({
    most: code === 'file-too-large' ? largestOf(definition) : mostFilesOf(definition),
  }),
  problems: ['file-empty', 'file-too-large', 'file-type', 'file-pending', 'file-damaged', 'too-many'],
});

/** A file name fit to store and show: one line, without path separators, at most 120 characters, its ending kept. */
export function cleanName(name: string): string {
  const line = cleanLine(name.replaceAll(/[/\\\u0000-\u001f]/g, ' '));
  if (line.length <= 120) return line;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(line)?.[0] ?? '';
  return cleanLine(line.slice(0, 120 - ending.length)) + ending;
}

/** The name of a file as it is stored. */
export function storedName(name: string, mediaType: string): string {
  return cleanName(endedName(cleanName(name) || 'file', mediaType));
}

/** A name with an ending of its type: what it had before stays readable in front. */
export function endedName(name: string, mediaType: string): string {
  const [ending] = endingsOf(mediaType);
  if (ending === undefined || isNamedRight({ name, type: mediaType })) return name;
  const isPicture = /\.(jpe?g|jfif|png|webp|hei[cf])$/i;
  return `${name.replace(isPicture, '')}.${ending}`;
}

/** Whether a name ends as files of its type do: by their names people and programs know what they open. */
export function isNamedRight({ name, type }: { readonly name: string; readonly type: string }): boolean {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endingsOf(type).includes(ending);
}

function endingsOf(mediaType: string): readonly string[] {
  const known = Object.values(fileTypes).find((type) => type.mediaType === mediaType);
  return known?.endings ?? [];
}

/** Kinds of file that a field takes: photos and PDF where nothing is said. */
export function acceptedTypes({
  accept = ['jpeg', 'png', 'heic', 'pdf'],
}: FileDefinition): readonly FileTypeName[] {
  return accept;
}

/** Media types that a field takes. */
export function mediaTypesOf(definition: FileDefinition): readonly string[] {
  return acceptedTypes(definition).map((name) => fileTypes[name].mediaType);
}

/** Bytes that one file may have at most. */
export function largestOf({ maxSize = LARGEST }: FileDefinition): number {
  return maxSize;
}

export function mostFilesOf({ maxItems = MOST }: FileDefinition): number {
  return maxItems;
}

/** What is wrong with one chosen file; undefined when it can be sent. */
export function fileProblem(
  { size, type, isPending, isDamaged }: ChosenFile,
  definition: FileDefinition,
): string | undefined {
  if (isPending && type !== undefined) return 'file-pending';
  if (isDamaged) return 'file-damaged';
  if (size === 0) return 'file-empty';
  if (size > largestOf(definition)) return 'file-too-large';
  return type !== undefined && mediaTypesOf(definition).includes(type) ? undefined : 'file-type';
}

function readFiles(input: readonly ChosenFile[], definition: FileDefinition): Reading<readonly FileAnswer[]> {
  if (input.length === 0) return {};
  for (const chosen of input) {
    const problem = fileProblem(chosen, definition);
    if (problem !== undefined) return { problem };
  }
  return {
    answer: input.map(({ id, name, size, type = '' }) => ({
      id,
      name: storedName(name, type),
      type,
      size,
    })),
  };
}
