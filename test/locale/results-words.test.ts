import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formulaOf, intervalFormula } from '../../src/core/survey/formula.js';
import { tableWords } from '../../src/core/survey/table-words.js';
import { resultsWordsAr } from '../../src/locale/results-words-ar.js';
import { resultsWordsEn } from '../../src/locale/results-words-en.js';

const kinds = ['csat', 'ces', 'nps', 'shares', 'ranking'] as const;

/** Everything that is said in a language, functions called with words and numbers of no account. */
function everything(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [7].flatMap((n) => everything(words(n, n, n, n)));
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) =>
    key === 'dates' || key === 'tooMany' ? [] : everything(value),
  );
}

const said = {
  ar: [
    resultsWordsAr,
    tableWords('ar'),
    ...kinds.flatMap((kind) => [formulaOf({ kind }, 'ar'), intervalFormula(kind, 'ar')]),
  ],
  en: [
    resultsWordsEn,
    tableWords('en'),
    ...kinds.flatMap((kind) => [formulaOf({ kind }, 'en'), intervalFormula(kind, 'en')]),
  ],
};

describe('the words of the results', () => {
  it('count those to whom a question does not apply as Arabic counts people', () => {
    const rest = '«لا ينطبق / لا أرغب في الإجابة»، ولا يدخل ذلك في الحساب';
    assert.deepEqual([0, 1, 2, 3, 27, 100].map(resultsWordsAr.notApplicable), [
      'لم يختر أحد «لا ينطبق / لا أرغب في الإجابة»',
      ...['شخص واحد', 'شخصان', '3 أشخاص', '27 شخصًا', '100 شخص'].map((who) => `اختار ${who} ${rest}`),
    ]);
    assert.match(resultsWordsEn.notApplicable(1), /^1 person chose .+ is not counted$/);
  });

  it('have one term for each thing', () => {
    for (const text of said.ar.flatMap(everything))
      assert.doesNotMatch(text, /يعيق|مدى الثقة|التقسيم|القسم|الأقسام/);
    const terms = said.ar.flatMap(everything).filter((text) => /الثقة/.test(text));
    assert.ok(terms.length > 4);
    for (const text of terms) assert.match(text, /مجال الثقة|مجالات الثقة/);
  });

  it('write per cent without a space, which a line would be broken at', () => {
    for (const text of [...said.ar, ...said.en].flatMap(everything)) assert.doesNotMatch(text, /\d\s[%٪]/);
  });

  it('give the same reason on the page and in the table', () => {
    for (const [page, table] of [
      [resultsWordsAr, tableWords('ar')],
      [resultsWordsEn, tableWords('en')],
    ] as const) {
      assert.equal(page.hidden.toLowerCase(), table.hidden.answers);
      assert.equal(page.participation.hidden.toLowerCase(), table.hidden.people);
    }
  });
});
