import * as z from 'zod/mini';
import { parseReference } from '../core/reference.js';
import { messagesOf } from '../locale/languages.js';
import { FormLocale } from '../locale/locale.js';
import { openingWords } from '../locale/opening-words.js';
import type { OpeningKey } from '../sealing/envelope.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { givenFile, textIn } from './given-file.js';
import type { Language } from './language.js';
import { languageOf } from './language.js';
import { openedLines, problemSentence } from './opened-lines.js';
import type { OpenedRequest, SealedRequest } from './opened-request.js';
import { openRequest } from './opened-request.js';
import { plainJson, plainLine } from './plain-text.js';
import { openingKeysIn } from './sealing-keys.js';
import { readStored } from './stored-data.js';

/**
 * `taafi open`: what stands in the sealed sections of a request, read with the private key, and what the rules say of it.
 * The request comes from the receiver's data, or with `--from` out of an export, far away from any server.
 */
export const openCommand: Command = {
  options: {
    key: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean' },
    language: { type: 'string' },
  },
  words: { least: 0, most: 1, name: 'the reference' },
  async run({ values, positionals: [word] }: CommandLine, terminal: Terminal) {
    const { key, from, json } = values;
    if (typeof key !== 'string') throw new UsageError('name the files of the private keys with --key.');
    const reference = word === undefined ? undefined : parseReference(word);
    if (word !== undefined && reference === undefined)
      throw new UsageError(`${JSON.stringify(word)} is no reference: it has 14 digits.`);
    if (typeof from !== 'string' && reference === undefined) throw new UsageError('name the reference.');
    const language = languageOf(values, terminal);
    const keys = await openingKeysIn(key);
    const requests = await (typeof from === 'string'
      ? exported(from, reference)
      : stored(reference ?? '', terminal));
    return tell(requests, keys, json === true, language, terminal);
  },
};

async function tell(
  requests: readonly SealedRequest[],
  keys: readonly OpeningKey[],
  isJson: boolean,
  language: Language,
  { out, err }: Terminal,
): Promise<number> {
  const all: object[] = [];
  let isRight = true;
  for (const request of requests) {
    const opened = await openRequest(request, keys).catch((error: unknown) => {
      if (error instanceof CommandError) return error;
      throw error;
    });
    if (opened instanceof CommandError) {
      // The others can be opened all the same.
      isRight = false;
      await err(`taafi: ${opened.message}\n`);
      const { reference, receivedAt, form } = request;
      all.push({ reference, receivedAt, form, message: opened.message });
      continue;
    }
    const locale = new FormLocale(language, await messagesOf(language), opened.definition.languages);
    isRight &&= opened.problems.length === 0 && opened.sections.every(({ fault }) => fault === undefined);
    if (isJson) all.push(asJson(request, opened, locale));
    else await out(`${[...openedLines(request, opened, openingWords[language], locale)].join('\n')}\n`);
  }
  if (isJson) await out(`${plainJson(all)}\n`);
  return isRight ? 0 : 1;
}

function asJson(request: SealedRequest, opened: OpenedRequest, locale: FormLocale): object {
  const { reference, receivedAt, form } = request;
  const words = openingWords[locale.language === 'ar' ? 'ar' : 'en'];
  return {
    reference,
    receivedAt,
    form,
    sections: opened.sections.map(({ field, key, answers, fault }) => ({
      id: field.id,
      key,
      ...(answers !== undefined && { answers }),
      ...(fault !== undefined && { fault, message: words.faults[fault](key) }),
    })),
    problems: opened.problems.map(({ pointer, code }) => ({
      pointer,
      code,
      message: problemSentence(pointer, code, opened, locale),
    })),
  };
}

async function stored(reference: string, terminal: Terminal): Promise<readonly SealedRequest[]> {
  return readStored(terminal, async ({ requests, definitions }) => {
    const [submission] = await requests.submissionsOf([reference]);
    if (submission === undefined) throw new CommandError(`there is no request ${reference}.`);
    const { receivedAt, form, language, answers } = submission;
    if (answers === '')
      throw new CommandError(`the answers of ${reference} cannot be read with the master keys there are.`);
    const found = await definitions.find(form.sha256);
    const definition: unknown = found && JSON.parse(found.document);
    return [{ reference, receivedAt, form, language, answers: JSON.parse(answers), definition }];
  });
}

const exportShape = z.array(
  z.object({
    reference: z.string(),
    receivedAt: z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
    form: z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
    language: z.string(),
    answers: z.record(z.string(), z.unknown()),
    definition: z.optional(z.unknown()),
  }),
);

async function exported(path: string, reference: string | undefined): Promise<readonly SealedRequest[]> {
  const text = textIn(await givenFile(path));
  const found = exportShape.safeParse(jsonIn(text));
  if (!found.success) throw new CommandError(`${plainLine(path)}: that is no JSON of taafi export.`);
  const wanted = found.data.filter((one) => reference === undefined || one.reference === reference);
  if (wanted.length === 0) throw new CommandError(`${plainLine(path)}: there is no such request in it.`);
  const bare = wanted.find(({ definition }) => definition === undefined);
  if (bare !== undefined)
    throw new CommandError(
      `${plainLine(path)} has no definitions beside the requests: export it with --definitions.`,
    );
  return wanted.map(({ definition, ...rest }) => ({ ...rest, definition }));
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
