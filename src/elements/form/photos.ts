import type { FormDefinition } from '../../core/definition.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { FirstBytes } from '../../core/file-signature.js';
import type { FieldNode } from '../../core/nodes.js';
import type { ChosenFile, FileDefinition } from '../../fields/file/file.type.js';
import type { FileBytes } from '../../fields/file/ready-files.js';
import type { Runner } from './runner.js';

const bring = () => import('../../fields/file/ready-files.js');

/** Has what makes photos ready here before somebody chooses one: where he does he may be without a connection. */
export function expectPhotos({ steps }: FormDefinition): void {
  // Whoever needs it asks again.
  if (steps.some(({ fields }) => hasFiles(fields))) bring().catch(() => undefined);
}

/** Takes files that a person chose for a field: they are listed at once, and each photo is made ready to be sent. */
export async function takeFiles(
  runner: Runner,
  node: FieldNode,
  files: Iterable<File>,
  firstBytes: FirstBytes,
): Promise<void> {
  const { engine } = runner.session;
  const chosen = () => node.input as readonly ChosenFile[];
  const taken = await runner.files.take(files, firstBytes);
  engine.input(node, [...chosen(), ...taken]);
  runner.session.touched = true;
  // Who has removed a photo meanwhile does not get it back.
  const settle = (settled: ChosenFile) => {
    const isChosen = chosen().some(({ id }) => id === settled.id);
    const settledList = chosen().map((file) => (file.id === settled.id ? settled : file));
    if (isChosen) engine.input(node, settledList);
  };
  const brought = await bring().catch(() => undefined);
  // Only fields for files have chosen files.
  const definition = node.definition as FileDefinition;
  const ready = await (brought?.readyFiles ?? asTheyAre)(taken, runner.files, definition, settle);
  // A file that cannot be sent is said so at once: waiting for the button would only waste the person's time.
  if (node.problem !== undefined) engine.report([node]);
  const { added } = runner.context.locale.messages.file;
  runner.announce(ready.map(({ name }) => added(name)).join(' '));
  runner.context.changed(node);
}

/** Without what makes photos ready they are sent as they are, and the person is told. */
async function asTheyAre(
  chosen: readonly ChosenFile[],
  _bytes: FileBytes,
  _definition: FileDefinition,
  settle: (file: ChosenFile) => void,
): Promise<readonly ChosenFile[]> {
  for (const { isPending, ...file } of chosen) if (isPending) settle({ ...file, isUncleaned: true });
  return chosen;
}

function hasFiles(fields: readonly FieldDefinition[]): boolean {
  return fields.some(({ type, fields: inner = [] }) => type === 'file' || hasFiles(inner));
}
