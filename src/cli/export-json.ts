import type { Answers } from '../core/engine.js';
import type { ExportedFile, ExportedSubmission } from '../receiver/storage/request-reader.js';
import type { Kept } from '../receiver/storage/storage.js';
import type { AnswerShapes } from './answer-shapes.js';
import { CommandError } from './command.js';
import type { FilePlace } from './file-place.js';
import { inUploads } from './file-place.js';
import { allRows } from './received-pages.js';

/**
 * A JSON array of `{reference, receivedAt, form, language, notBefore?, answers, consents, files, partner?, evidence?}`. `files` says where
 * each file is. With `shapes` the answers of a form that was made of a JSON Schema have the shape of that.
 */
export async function* submissionsAsJson(
  { requests, definitions }: Kept,
  form: string | undefined,
  placeOf: FilePlace = inUploads,
  { shapes, reference, hasDefinitions = false }: JsonChoices = {},
): AsyncGenerator<string> {
  const rows =
    reference === undefined
      ? allRows(
          (page) => requests.submissions(page),
          (row) => row.reference,
          form,
        )
      : onlyOf(await requests.submissionsOf([reference]));
  yield* array(
    rows,
    async ({
      reference: own,
      receivedAt,
      form: filed,
      language,
      notBefore,
      answers,
      consents,
      files,
      partner,
      evidence,
    }) => ({
      reference: own,
      receivedAt,
      form: filed,
      language,
      notBefore,
      answers: await answersIn(answers, filed.sha256, files, shapes),
      ...(hasDefinitions && { definition: await definitionOf(filed.sha256, definitions) }),
      consents,
      files: await placesOf(files, placeOf),
      ...(partner && { partner }),
      ...(evidence && { evidence: { record: JSON.parse(evidence.record), seal: JSON.parse(evidence.seal) } }),
    }),
  );
}

/** What is wanted besides all requests as they are. */
export interface JsonChoices {
  readonly shapes?: AnswerShapes | undefined;
  /** Only this request. */
  readonly reference?: string | undefined;
  /** Each with the definition it was filled in by: with it what is sealed can be opened elsewhere. */
  readonly hasDefinitions?: boolean;
}

/** @throws CommandError where there is no such request, or its answers cannot be read */
async function* onlyOf(rows: readonly ExportedSubmission[]): AsyncGenerator<ExportedSubmission> {
  if (rows.length === 0) throw new CommandError('there is no request of this reference.');
  if (rows.some(({ answers }) => answers === ''))
    throw new CommandError('its answers cannot be read with the master keys there are.');
  yield* rows;
}

async function definitionOf(sha256: string, definitions: Kept['definitions']): Promise<unknown> {
  const found = await definitions.find(sha256);
  return found && JSON.parse(found.document);
}

async function placesOf(
  files: readonly ExportedFile[],
  placeOf: FilePlace,
): Promise<readonly { readonly id: string; readonly path?: string; readonly scan?: string }[]> {
  const places = [];
  for (const file of files) {
    const path = await placeOf(file);
    places.push({
      id: file.id,
      ...(path !== undefined && { path }),
      ...(file.scan !== null && { scan: file.scan === 'found' ? 'infected' : file.scan }),
    });
  }
  return places;
}

async function answersIn(
  json: string,
  sha256: string,
  files: readonly ExportedFile[],
  shapes: AnswerShapes | undefined,
): Promise<unknown> {
  const answers = JSON.parse(json) as Answers;
  return shapes === undefined ? answers : shapes.shaped(answers, sha256, files);
}

/** A JSON array of `{id, receivedAt, form, language, step, question, contact?}`. */
export async function* referralsAsJson({ requests }: Kept, form: string | undefined): AsyncGenerator<string> {
  const rows = allRows(
    (page) => requests.referrals(page),
    ({ id }) => id,
    form,
  );
  yield* array(rows, ({ body, ...rest }) => ({ ...rest, ...JSON.parse(body) }));
}

async function* array<Row>(rows: AsyncIterable<Row>, write: (row: Row) => unknown): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    const lines = JSON.stringify(await write(row), null, 2).replaceAll('\n', '\n  ');
    yield `${before}\n  ${lines}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
