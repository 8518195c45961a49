import { parseReference } from '../core/reference.js';
import type { ExportedFile } from '../receiver/storage/request-reader.js';
import type { Kept } from '../receiver/storage/storage.js';
import type { KeptFiles } from '../receiver/uploads/kept-files.js';
import { AnswerShapes } from './answer-shapes.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { referralsAsCsv, submissionsAsCsv } from './export-csv.js';
import { referralsAsJson, submissionsAsJson } from './export-json.js';
import type { FilePlace } from './file-place.js';
import { inUploads } from './file-place.js';
import { keptFiles } from './kept-files.js';
import { readStored } from './stored-data.js';
import { writeOut } from './write-out.js';
import { WrittenFiles } from './written-files.js';

/** `taafi export`: all that was received, oldest first. The receiver may be running meanwhile. */
export const exportCommand: Command = {
  options: {
    form: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    shape: { type: 'string' },
    referrals: { type: 'boolean' },
    files: { type: 'string' },
    reference: { type: 'string' },
    definitions: { type: 'boolean' },
  },
  words: { least: 0, most: 0 },
  async run(line, terminal) {
    const text = chosen(line);
    await readStored(terminal, async (kept, folder) => {
      const files = keptFiles(folder, terminal.environment);
      const { files: into } = line.values;
      const written = typeof into === 'string' ? new WrittenFiles(into, files) : undefined;
      const placeOf = written === undefined ? inUploads : (file: ExportedFile) => written.write(file);
      await write(kept, { files, placeOf }, line, text, terminal);
    });
    return 0;
  },
};

async function write(
  kept: Kept,
  from: Files,
  { values }: CommandLine,
  text: Text,
  terminal: Terminal,
): Promise<void> {
  const { form, out, referrals } = values;
  const known = [...new Set((await kept.definitions.used()).map(({ formId }) => formId))];
  if (typeof form === 'string' && !known.includes(form) && referrals !== true) {
    throw new CommandError(`nothing was received for the form ${JSON.stringify(form)}.`);
  }
  await writeOut(text(kept, known, from), typeof out === 'string' ? out : undefined, terminal);
}

/** The files of what is handed out, and where each is. */
interface Files {
  readonly files: KeptFiles;
  readonly placeOf: FilePlace;
}

/** A text in pieces. `known` are the forms there are submissions for. */
type Text = (kept: Kept, known: readonly string[], from: Files) => AsyncIterable<string>;

/** What the options ask for. */
function chosen({ values }: CommandLine): Text {
  const { format = 'json', form, shape, referrals = false, reference, definitions = false } = values;
  const only = typeof reference === 'string' ? parseReference(reference) : undefined;
  if (reference !== undefined && only === undefined)
    throw new UsageError('--reference is a reference: it has 14 digits.');
  if ((only !== undefined || definitions === true) && (format !== 'json' || referrals === true))
    throw new UsageError('--reference and --definitions are for requests in JSON.');
  if (format !== 'json' && format !== 'csv') throw new UsageError('--format must be json or csv.');
  const isShaped = shape === 'schema';
  if (shape !== undefined && !isShaped) throw new UsageError('--shape must be schema.');
  if (isShaped && (format !== 'json' || referrals === true))
    throw new UsageError('--shape is for answers in JSON.');
  // parseArgs has seen to it that this is a text where it is there.
  const wanted = form as string | undefined;
  if (referrals) return (kept) => (format === 'json' ? referralsAsJson : referralsAsCsv)(kept, wanted);
  if (format === 'json')
    return (kept, _known, { files, placeOf }) => {
      const shapes = isShaped ? new AnswerShapes(kept.definitions, files) : undefined;
      const hasDefinitions = definitions === true;
      return submissionsAsJson(kept, wanted, placeOf, { shapes, reference: only, hasDefinitions });
    };
  return (kept, known, { placeOf }) => {
    if (wanted === undefined && known.length > 1) {
      throw new UsageError(`a table is of one form; name it with --form: ${known.join(', ')}.`);
    }
    return submissionsAsCsv(kept, wanted, placeOf);
  };
}
