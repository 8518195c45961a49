/**
 * Tests that a browser beside Chromium cannot run, and why: what it has no way to be told, not what it does wrongly.
 * Each run says them by name; one that names no test fails the run.
 *
 * @typedef {{ file: string, test: string, why: string }} LeftOut `file`: below dist/test; `test`: its full name
 * @type {Record<string, LeftOut[]>}
 */
export const leftOut = {
  chromium: [],
  firefox: [],
  webkit: [],
};
