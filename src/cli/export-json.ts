import type { Kept } from '../receiver/storage/storage.js';
import { allRows } from './received-pages.js';

/**
 * A JSON array of `{reference, receivedAt, form, language, notBefore?, answers, consents, files, partner?, evidence?}`. `files` says where
 * the bytes of each file are, from the data folder.
 */
export async function* submissionsAsJson(
  { requests }: Kept,
  form: string | undefined,
): AsyncGenerator<string> {
  const rows = allRows(
    (page) => requests.submissions(page),
    ({ reference }) => reference,
    form,
  );
  yield* array(
    rows,
    ({
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
      answers: JSON.parse(answers),
      consents,
      files: files.map(({ id, file }) => ({ id, path: `uploads/${file}` })),
      ...(partner && { partner }),
      ...(evidence && { evidence: { record: JSON.parse(evidence.record), seal: JSON.parse(evidence.seal) } }),
    }),
  );
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
    const lines = JSON.stringify(write(row), null, 2).replaceAll('\n', '\n  ');
    yield `${before}\n  ${lines}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
