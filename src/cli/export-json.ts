import type { Answers } from '../core/engine.js';
import type { Kept } from '../receiver/storage/storage.js';
import { AnswerShapes } from './answer-shapes.js';
import { allRows } from './received-pages.js';

/**
 * A JSON array of `{reference, receivedAt, form, language, notBefore?, answers, consents, files, partner?, evidence?}`. `files` says where
 * the bytes of each file are, from the data folder. With `folder`, where all that is kept stands, the answers of a form that
 * was made of a JSON Schema have the shape of that.
 */
export async function* submissionsAsJson(
  { requests, definitions }: Kept,
  form: string | undefined,
  folder?: string,
): AsyncGenerator<string> {
  const shapes = folder === undefined ? undefined : new AnswerShapes(definitions, folder);
  const rows = allRows(
    (page) => requests.submissions(page),
    ({ reference }) => reference,
    form,
  );
  yield* array(
    rows,
    async ({
      reference,
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
      reference,
      receivedAt,
      form: filed,
      language,
      notBefore,
      answers: await answersIn(answers, filed.sha256, files, shapes),
      consents,
      files: files.map(({ id, file }) => ({ id, path: `uploads/${file}` })),
      ...(partner && { partner }),
      ...(evidence && { evidence: { record: JSON.parse(evidence.record), seal: JSON.parse(evidence.seal) } }),
    }),
  );
}

async function answersIn(
  json: string,
  sha256: string,
  files: readonly { readonly id: string; readonly file: string }[],
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
