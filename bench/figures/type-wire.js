import { readFileSync } from 'node:fs';
import { parseDefinition } from '../../dist/src/core/parse.js';
import { catalog } from '../../dist/src/fields/catalog.js';
import { fieldSources } from '../../dist/src/fields/field-sources.js';
import { settle } from '../bench.js';
import { watchRequests } from '../requests.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {Record<string, unknown> & { type?: string, fields?: Written[] }} Written */

/** Every script comes with this type: a form of it alone is what the others are compared with. */
const LEAST = 'text';

/** @type {Figure} */
export const typeWire = {
  name: 'type-wire',
  what: 'by how many bytes of script (gzip) a form grows that uses a type of field, beside one with a line of text alone',
  async measure(bench) {
    const least = await loadedBy(bench, LEAST);
    const rows = [];
    for (const type of Object.keys(fieldSources)) {
      const grown = (await loadedBy(bench, type)) - least;
      console.log(`  ${String(grown).padStart(6)} B  ${type}`);
      rows.push({ figure: `a form with ${type}`, unit: /** @type {const} */ ('B'), kit: [grown] });
    }
    return rows;
  },
};

/**
 * Bytes of script that come after `taafi.js` for a form with one field of a type, until nothing more comes.
 * @param {Bench} bench
 * @param {string} type
 */
function loadedBy(bench, type) {
  const definition = formWith(type);
  return bench.withForm('kit', undefined, async (page, session) => {
    const requests = await watchRequests(session);
    await page.evaluate((json) => {
      const form = Object.assign(document.createElement('taafi-form'), { definition: json });
      return new Promise((resolve) => {
        form.addEventListener('taafi-ready', resolve, { once: true });
        document.body.append(form);
      });
    }, definition);
    await page.waitForNetworkIdle();
    await settle(page);
    return requests()
      .filter(({ type: kind }) => kind === 'Script')
      .reduce((sum, { bytes }) => sum + bytes, 0);
  });
}

/**
 * A form of one field: as partners' fixtures have it, without what it says of other fields.
 * @param {string} type
 */
function formWith(type) {
  const { definitions } = JSON.parse(
    readFileSync(new URL('../../test/fixtures/answers.json', import.meta.url), 'utf8'),
  );
  const documents = /** @type {Written[]} */ (Object.values(definitions));
  for (const { options, steps } of documents) {
    const field = found(type, /** @type {Written[]} */ (steps));
    if (field === undefined) continue;
    const { when: _when, purpose: _purpose, signer: _signer, ...rest } = field;
    const own = { ...rest, ...(type === 'computed' && { value: 1 }) };
    const form = documentOf([own, beside], options);
    if (parseDefinition(form, catalog).definition !== undefined) return form;
  }
  // Of some types there is no example, for they take no answer.
  return documentOf([{ id: 'only', type, label: 'Only' }, beside], {});
}

/** A page has something to be seen. */
const beside = { id: 'beside', type: LEAST, label: 'Beside' };

/**
 * @param {Written[]} fields
 * @param {unknown} options
 */
function documentOf(fields, options) {
  // What nobody sees is given by the page.
  const host = fields.flatMap(({ id, type = '' }) => (catalog.get(type)?.isUnseen ? [id] : []));
  return {
    prefill: { host },
    id: 'one-field',
    version: '1.0.0',
    languages: ['ar'],
    title: 'One field',
    options,
    steps: [{ id: 'only', title: 'Only', fields }],
  };
}

/**
 * The first field of a type, also inside of others.
 * @param {string} type
 * @param {Written[]} among
 * @returns {Written | undefined}
 */
function found(type, among) {
  for (const each of among) {
    if (each.type === type) return each;
    const inner = found(type, each.fields ?? []);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
