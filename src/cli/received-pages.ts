import type { Page } from '../receiver/storage/request-reader.js';

/** Rows that are held in memory at once. */
const MOST = 500;

/** All rows in the order they came. `read` gives a page, `nameOf` what tells rows of the same moment apart. */
export async function* allRows<Row extends { readonly receivedAt: string }>(
  read: (page: Page) => Promise<readonly Row[]>,
  nameOf: (row: Row) => string,
  form: string | undefined,
  most = MOST,
): AsyncGenerator<Row> {
  for (let after: Page['after']; ; ) {
    const rows = await read({ form, after, most });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < most) return;
    after = { receivedAt: last.receivedAt, name: nameOf(last) };
  }
}
