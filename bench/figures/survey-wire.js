import { neededBy, row } from '../needed.js';

/** @typedef {import('../bench.js').Figure} Figure */

/** @type {Figure} */
export const surveyWire = {
  name: 'survey-wire',
  what: 'all that a page with only a survey needs until its first question can be answered (gzip)',
  async measure(bench) {
    const rows = [];
    for (const language of ['ar', 'en']) {
      console.log(`  ${language}`);
      const { all, needed } = await neededBy(
        await bench.browser,
        `${bench.origin}/survey-${language}.html`,
        'taafi-satisfaction-survey',
      );
      rows.push(
        row(`survey: everything until the first question (${language})`, needed, 35_000),
        row(`survey: everything that was loaded (${language})`, all),
      );
    }
    return rows;
  },
};
