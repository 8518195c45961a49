import type { FormDefinition } from '../core/definition.js';
import type { WordList } from '../core/lint/word-list.js';
import { lintWords } from '../locale/lint-words.js';
import type { DocumentSource } from '../receiver/forms/definition-source.js';
import { problemLine, readDefinition } from '../receiver/forms/definition-source.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { bytesOf } from './definition-file.js';
import type { Language } from './language.js';
import { languageOf } from './language.js';
import type { Linted } from './linted-document.js';
import { lintedDocument, wordListIn } from './linted-document.js';

/** One file that is to be looked at. */
interface Given {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * `taafi lint`: what is wrong with forms, with processes beside those forms and with themes, and what could be better.
 * Warnings are no failure where nobody asks for that.
 */
export const lintCommand: Command = {
  options: {
    language: { type: 'string' },
    format: { type: 'string' },
    strict: { type: 'boolean' },
    words: { type: 'string' },
  },
  words: { least: 1, most: 1_000 },
  async run({ values, positionals }: CommandLine, terminal: Terminal) {
    const language = languageOf(values, terminal);
    const { format = 'text' } = values;
    if (format !== 'text' && format !== 'json') throw new UsageError('--format must be text or json.');
    const words = await wordListIn(values.words === undefined ? undefined : String(values.words));
    const given = positionals.flatMap((file): Given[] => {
      const bytes = bytesOf(file, terminal, language);
      return bytes === undefined ? [] : [{ file, bytes }];
    });
    const linted = await lintedFiles(given, words);
    if (format === 'json') terminal.out(`${JSON.stringify(linted.map(asJson(language)), null, 2)}\n`);
    else for (const one of linted) for (const line of toldLines(one, language)) terminal.out(`${line}\n`);
    const isFine = linted.every(
      ({ isWhole, source: { problems } }) => isWhole && !(values.strict && problems.length > 0),
    );
    return isFine && given.length === positionals.length ? 0 : 1;
  },
};

interface LintedFile extends Linted {
  readonly file: string;
}

/** Forms first, for a process is looked at beside them, in whatever order they were named. */
function lintedFiles(given: readonly Given[], words: WordList): Promise<LintedFile[]> {
  const forms: FormDefinition[] = given.flatMap(({ bytes }) => readDefinition(bytes).definition ?? []);
  return Promise.all(
    given.map(async ({ file, bytes }) => ({ file, ...(await lintedDocument(file, bytes, forms, words)) })),
  );
}

function* toldLines({ file, kind, name, version, isWhole, source }: LintedFile, language: Language) {
  const words = lintWords[language];
  for (const problem of source.problems) yield problemLine(file, problem, language);
  if (isWhole) yield `${file}: ${words.isA[kind](name, version)}`;
}

const asJson =
  (language: Language) =>
  ({ file, kind, name, version, isWhole, source }: LintedFile) => ({
    file,
    kind,
    ...(name !== undefined && { id: name }),
    ...(version !== undefined && { version }),
    ok: isWhole,
    problems: source.problems.map(({ sentence, ...problem }: DocumentSource['problems'][number]) => ({
      ...problem,
      message: sentence[language],
    })),
  });
