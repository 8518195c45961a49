import type { Engine } from '../../core/engine.js';
import { sealedAround } from '../../core/sealed.js';
import type { DateAnswer } from '../../fields/date/date.type.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import type { ChosenFiles } from './chosen-files.js';

/**
 * The answers as entries of a host form's FormData, named by their paths; several values are several entries. What is to
 * be sealed is not among them: it leaves the page sealed or not at all.
 */
export function* formEntries(engine: Engine, files: ChosenFiles): Generator<[string, FormDataEntryValue]> {
  for (const node of engine.shownFields()) {
    const { answer, path } = node;
    if (answer === undefined || sealedAround(node.field)) continue;
    // What an answer is follows from the kind of its type.
    switch (node.field.kind) {
      case 'date': {
        const { date, calendar } = answer as DateAnswer;
        yield [path, date];
        yield [`${path}.calendar`, calendar];
        break;
      }
      case 'options':
        for (const value of answer as readonly string[]) yield [path, value];
        break;
      case 'files':
        for (const { id } of answer as readonly FileAnswer[]) {
          const file = files.get(id);
          if (file !== undefined) yield [path, file];
        }
        break;
      case 'matrix':
      case 'range':
      case 'parts':
        for (const [part, text] of Object.entries(answer as Readonly<Record<string, unknown>>))
          yield [`${path}.${part}`, String(text)];
        break;
      case 'signature':
      case 'given':
        yield [path, JSON.stringify(answer)];
        break;
      default:
        yield [path, String(answer)];
    }
  }
}
