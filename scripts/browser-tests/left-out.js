/**
 * Tests that a browser beside Chromium cannot run, and why: what it has no way to be told, not what it does wrongly.
 * Each run says them by name; one that names no test fails the run.
 *
 * @typedef {{ file: string, test: string, why: string }} LeftOut `file`: below dist/test; `test`: its full name, or the
 *   name of all that it begins with
 */

const noTree = 'its driver does not tell what a screen reader is given; Chromium does';

/** What asks for the tree of accessibility. */
const trees = [
  ['elements/data-declaration/names-and-roles', 'names and roles of a declaration'],
  ['elements/form/names-and-roles', 'names and roles'],
  [
    'elements/form/broken-definition',
    'a definition that cannot be used says something of its own where the page says nothing',
  ],
  ['elements/form/referral', 'the question to the officer has a name, is modal, and gives the focus back'],
  ['elements/form/referral', 'the question to the officer says that there is no question yet'],
  [
    'elements/receipt-check/receipt-check',
    'a receipt that is checked on somebody’s page is told to a screen reader',
  ],
].map(([file, test]) => ({ file: `${file}.browser.test.js`, test, why: noTree }));

/** @type {Record<string, LeftOut[]>} */
export const leftOut = {
  chromium: [],
  firefox: trees,
  webkit: [
    ...trees,
    {
      file: 'elements/survey-results/charts.browser.test.js',
      test: 'the page of the results has nothing on paper that can only be pressed',
      why: 'its driver has no way to show a page as on paper',
    },
  ],
};
