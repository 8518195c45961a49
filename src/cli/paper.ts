import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Association } from '../core/association.js';
import { associationSchema } from '../core/association.js';
import type { FormDefinition } from '../core/definition.js';
import { parseJson } from '../core/json-source.js';
import { messagesOf } from '../locale/languages.js';
import { FormLocale } from '../locale/locale.js';
import { paperWordsAr } from '../locale/paper-words-ar.js';
import { paperWordsEn } from '../locale/paper-words-en.js';
import { problemLine } from '../receiver/forms/definition-source.js';
import type { Command, CommandLine } from './command.js';
import { CommandError, UsageError } from './command.js';
import { definitionIn } from './definition-file.js';
import { givenFile, textIn } from './given-file.js';
import { languageOf } from './language.js';
import { numbered } from './paper/numbered-form.js';
import { paperPage } from './paper/paper-page.js';
import { printPdf } from './paper/print-pdf.js';
import { Sheet } from './paper/sheet.js';
import { writeOut } from './write-out.js';

/** `taafi paper`: the same form to print on A4 and fill in by hand. */
export const paperCommand: Command = {
  options: {
    language: { type: 'string' },
    numerals: { type: 'string' },
    association: { type: 'string' },
    out: { type: 'string' },
  },
  words: { least: 1, most: 1 },
  async run({ values, positionals: [file = ''] }, terminal) {
    const numerals = oneOf(values.numerals ?? 'latn', ['latn', 'arab'], '--numerals');
    const out = values.out === undefined ? undefined : String(values.out);
    if (out !== undefined && !/\.(html|pdf)$/i.test(out))
      throw new UsageError('--out must end in .html or .pdf.');
    const spoken = languageOf(values, terminal);
    const source = definitionIn(file, terminal, spoken);
    if (source?.definition === undefined) {
      for (const problem of source?.problems ?? []) terminal.err(`${problemLine(file, problem, spoken)}\n`);
      return 1;
    }
    const { definition } = source;
    const language = languageFrom(values, definition);
    const locale = new FormLocale(language, await messagesOf(language), definition.languages, {
      numerals: language === 'ar' ? numerals : 'latn',
    });
    const words = language === 'ar' ? paperWordsAr : paperWordsEn;
    const association = await associationFor(values.association, file);
    const page = paperPage(
      new Sheet(numbered(definition, language === 'ar' ? '/' : '.'), locale, words),
      association,
    );
    await writeOut(pieces(/\.pdf$/i.test(out ?? '') ? await printPdf(page, terminal) : page), out, terminal);
    return 0;
  },
};

async function* pieces(whole: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield whole;
}

function oneOf<Word extends string>(given: string | boolean, words: readonly Word[], option: string): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`${option} must be ${words.join(' or ')}.`);
  return found;
}

/** The language that was asked for, or the first that the form has of those the kit can write. */
function languageFrom({ language }: CommandLine['values'], { languages }: FormDefinition): 'ar' | 'en' {
  const asked = language ?? languages.find((one) => one === 'ar' || one === 'en') ?? 'ar';
  return oneOf(asked, ['ar', 'en'], '--language');
}

/** The association that was named, or the one beside the form, if there is one. */
async function associationFor(
  named: string | boolean | undefined,
  form: string,
): Promise<Association | undefined> {
  const path = named === undefined ? join(dirname(form), 'association.json') : String(named);
  if (named === undefined && !existsSync(path)) return undefined;
  const read = parseJson(textIn(await givenFile(path)) ?? '');
  const parsed = 'value' in read ? associationSchema.safeParse(read.value) : undefined;
  if (parsed?.success !== true) throw new CommandError(`${path} is no document of an association.`);
  return parsed.data;
}
