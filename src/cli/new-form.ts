import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FormPlan } from '../core/new-form/form-plan.js';
import { formIdFrom, plannedForm } from '../core/new-form/form-plan.js';
import type { PlainField, Words } from '../core/new-form/plain-fields.js';
import { keepingTimes, plainFields, usualPurpose } from '../core/new-form/plain-fields.js';
import { suggest } from '../core/suggestion.js';
import { catalog } from '../fields/catalog.js';
import { newFormWords } from '../locale/new-form-words.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { Interrupted } from './conversation.js';
import type { Language } from './language.js';
import { languageOf } from './language.js';
import { NewFormDialogue } from './new-form-dialogue.js';
import { readableJson } from './readable-json.js';
import { writeOut } from './write-out.js';

/** A program that was interrupted (128 and the number of SIGINT), as shells have it. */
const INTERRUPTED = 130;

/** Everybody may read a form: the receiver may run as somebody else. */
const PUBLIC = 0o644;

/** What is wanted of the form, as far as it is known. */
type Wanted = Partial<Omit<FormPlan, 'schema' | 'id'>> & { readonly file?: string | undefined };

/** `taafi new`: a form by questions and answers, or by options alone. It is written when all is answered, and never over another. */
export const newCommand: Command = {
  options: {
    'title-ar': { type: 'string' },
    'title-en': { type: 'string' },
    'purpose-ar': { type: 'string' },
    'purpose-en': { type: 'string' },
    fields: { type: 'string' },
    required: { type: 'string' },
    keep: { type: 'string' },
    receiver: { type: 'string' },
    yes: { type: 'boolean' },
    overwrite: { type: 'boolean' },
    language: { type: 'string' },
  },
  words: { least: 0, most: 1 },
  async run({ values, positionals: [name] }: CommandLine, terminal: Terminal) {
    const language = languageOf(values, terminal);
    const words = newFormWords[language];
    const given = wantedBy(values, name);
    const mayOverwrite = values.overwrite === true;
    const { converse } = terminal;
    try {
      const isTalk = values.yes !== true && converse !== undefined;
      if (values.yes !== true && converse === undefined)
        throw new UsageError('nobody is there to be asked: give --title-ar or --title-en, and --yes.');
      const wanted = isTalk
        ? await converse((ask) => talk(new NewFormDialogue(ask, terminal.out, language), given, mayOverwrite))
        : usual(given);
      if (wanted === undefined) {
        terminal.err(`${words.nothingWritten}\n`);
        return 1;
      }
      if (!isTalk && !mayOverwrite && existsSync(wanted.file))
        throw new CommandError(`${wanted.file} is there already. Name another, or say --overwrite.`);
      await write(wanted, values, terminal);
      for (const line of words.next(wanted.file, wanted.id)) terminal.out(`${line}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      terminal.err(`\n${words.nothingWritten}\n`);
      return INTERRUPTED;
    }
  },
};

async function write(
  { file, ...plan }: Finished,
  { receiver = 'http://localhost:8080/' }: CommandLine['values'],
  terminal: Terminal,
): Promise<void> {
  const schema = new URL('form-definition.schema.json', String(receiver)).href;
  const text = `${readableJson(plannedForm({ ...plan, schema }))}\n`;
  const pieces = async function* () {
    yield text;
  };
  // What keeps the folder from being made keeps the file from being written, which says so.
  await mkdir(dirname(file), { recursive: true }).catch(() => undefined);
  await writeOut(pieces(), file, terminal, PUBLIC);
}

/** All that is wanted, and where it goes. */
type Finished = Omit<FormPlan, 'schema'> & { readonly file: string };

/** Asks for all that is not given yet; undefined where a file that is there is to stay. */
async function talk(
  dialogue: NewFormDialogue,
  given: Wanted,
  mayOverwrite: boolean,
): Promise<Finished | undefined> {
  const { words } = dialogue;
  const title = given.title ?? (await dialogue.bothLanguages(words.title));
  const languages = languagesOf(title);
  const purpose = given.purpose ?? (await dialogue.eachLanguage(words.purpose, languages, usualPurpose));
  const fields = given.fields ?? (await dialogue.fields(offeredFields()));
  const required = given.required ?? (await dialogue.required(fields));
  const questions = await dialogue.questions(languages);
  const retention = given.retention ?? (await dialogue.retention(languages));
  const plan = { title, languages, purpose, fields, required, questions, retention };
  const file = given.file ?? (await fileFor(dialogue, title));
  if (!mayOverwrite && existsSync(file) && !(await dialogue.isYes(words.overwrite(file)))) return undefined;
  return { ...plan, file, id: idOf(file) };
}

async function fileFor(dialogue: NewFormDialogue, title: Words): Promise<string> {
  for (let question = dialogue.words.file; ; question = dialogue.words.badName) {
    const file = fileNamed(await dialogue.needed(question, `${formIdFrom(title.en) ?? 'form'}.json`));
    if (isFormId(idOf(file))) return file;
  }
}

/** What is wanted, with what is usual in the place of what nobody has said. */
function usual(given: Wanted): Finished {
  const { title, questions = [] } = given;
  if (title === undefined)
    throw new UsageError('say what the form is called, with --title-ar or --title-en.');
  const fields = given.fields ?? offeredFields().filter((field) => field.usual);
  const file = given.file ?? `${formIdFrom(title.en) ?? 'form'}.json`;
  return {
    title,
    languages: languagesOf(title),
    purpose: { ...usualPurpose, ...given.purpose },
    fields,
    required:
      given.required ?? new Set(fields.filter(({ isRequired }) => isRequired).map((field) => field.name)),
    questions,
    retention: given.retention ?? keepingTimes['1-year'] ?? {},
    file,
    id: idOf(file),
  };
}

/** @throws UsageError where an option says what cannot be */
function wantedBy(values: CommandLine['values'], name: string | undefined): Wanted {
  const words = (key: 'title' | 'purpose'): Words | undefined => {
    const [ar, en] = [values[`${key}-ar`], values[`${key}-en`]];
    if (ar === undefined && en === undefined) return undefined;
    return { ...(ar !== undefined && { ar: String(ar) }), ...(en !== undefined && { en: String(en) }) };
  };
  const [title, purpose] = [words('title'), words('purpose')];
  const fields = values.fields === undefined ? undefined : fieldsNamed(String(values.fields), '--fields');
  const required =
    values.required === undefined ? undefined : fieldsNamed(String(values.required), '--required');
  const keep = values.keep === undefined ? undefined : keepingTimes[String(values.keep)];
  if (values.keep !== undefined && keep === undefined)
    throw new UsageError(`--keep is one of ${Object.keys(keepingTimes).join(', ')}.`);
  const file = name === undefined ? undefined : fileNamed(name);
  if (file !== undefined && !isFormId(idOf(file)))
    throw new UsageError('name the file with small Latin letters, digits and hyphens, as in visit.');
  return {
    ...(title !== undefined && { title }),
    ...(purpose !== undefined && { purpose }),
    ...(fields !== undefined && { fields }),
    ...(required !== undefined && { required: new Set(required.map((field) => field.name)) }),
    ...(keep !== undefined && { retention: keep }),
    file,
  };
}

/** The fields that can be offered: those whose type the kit has. */
function offeredFields(): readonly PlainField[] {
  return plainFields.filter(({ type }) => catalog.has(type));
}

function fieldsNamed(list: string, option: string): readonly PlainField[] {
  const offered = offeredFields();
  const names = list.split(',').map((name) => name.trim());
  for (const name of names) {
    if (offered.some((field) => field.name === name)) continue;
    const known = offered.map((field) => field.name);
    const { suggestion } = suggest(name, known);
    const meant = suggestion === undefined ? `one of ${known.join(', ')}` : `${suggestion}, perhaps`;
    throw new UsageError(`${option} names ${JSON.stringify(name)}, which is no field: ${meant}.`);
  }
  return offered.filter((field) => names.includes(field.name));
}

/** Arabic first, where the form has it. */
function languagesOf(title: Words): readonly Language[] {
  return (['ar', 'en'] as const).filter((language) => title[language] !== undefined);
}

function fileNamed(name: string): string {
  return name.endsWith('.json') ? name : `${name}.json`;
}

function idOf(file: string): string {
  return basename(file, '.json');
}

function isFormId(id: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(id);
}
