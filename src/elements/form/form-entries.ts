import { sealedAround } from '../../core/sealed-around.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import type { Runner } from './runner.js';

/**
 * The answers as entries of a host form's FormData, named by their paths; several values are several entries. What is to
 * be sealed is not among them: it leaves the page sealed or not at all.
 */
export function* formEntries({ session, files }: Runner): Generator<[string, FormDataEntryValue]> {
  for (const { answer, path, field } of session.engine.shownFields()) {
    if (answer === undefined || sealedAround(field)) continue;
    // What an answer is follows from the kind of its type.
    const { kind } = field;
    if (kind === 'signature' || kind === 'given') yield [path, JSON.stringify(answer)];
    else if (Array.isArray(answer))
      for (const value of answer as readonly (string | FileAnswer)[]) {
        const entry = typeof value === 'object' ? files.get(value.id) : value;
        if (entry) yield [path, entry];
      }
    else if (typeof answer === 'object')
      // Of a date the day goes by the name of the field itself; all others are named by their parts.
      for (const [part, value] of Object.entries(answer as object))
        yield [kind === 'date' && part === kind ? path : `${path}.${part}`, String(value)];
    else yield [path, String(answer)];
  }
}
