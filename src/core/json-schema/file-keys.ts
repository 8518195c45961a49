import type { ReaderState } from './reader-state.js';
import type { SchemaView } from './schema-view.js';

const mediaTypes: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
};

/** Whether a text is the content of a file. */
export function isFile(view: SchemaView): boolean {
  return (
    view.peek('format').some(({ value }) => value === 'data-url') ||
    view.peek('contentEncoding').some(({ value }) => value === 'base64')
  );
}

/** The kinds of file that are taken, where they are said. */
export function acceptOf(view: SchemaView, { report }: ReaderState): { accept?: readonly string[] } {
  for (const keyword of ['format', 'contentEncoding']) view.take(keyword);
  const accept = view.take('contentMediaType').flatMap(({ value, path }) => {
    const name = mediaTypes[String(value)];
    if (name === undefined) report(path, 'schema-media-type', { value: String(value) });
    return name === undefined ? [] : [name];
  });
  return accept.length > 0 ? { accept } : {};
}
