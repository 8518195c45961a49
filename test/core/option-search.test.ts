import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldArabic } from '../../src/core/characters.js';
import { OptionSearch } from '../../src/core/option-search.js';

const cities = [
  ['riyadh', 'الرياض', 'Riyadh'],
  ['ahsa', 'الأحساء', 'Al Ahsa'],
  ['dammam', 'الدمام', 'Dammam'],
  ['qatif', 'القطيف', 'Qatif'],
  ['madinah', 'المدينة المنورة', 'Al Madinah'],
  ['ula', 'العُلا', 'AlUla'],
  ['unayzah', 'عنيزة', 'Unayzah'],
  ['abha', 'أبها', 'Abha'],
  ['district5', 'حي ٥', 'District 5'],
  ['sao', 'ساو باولو', 'São Paulo'],
].map(([value = '', ar = '', en = '']) => ({ value, label: { ar, en } }));

const search = new OptionSearch(cities);
const found = (text: string) => search.find(text).map((index) => cities[index]?.value);

describe('the search of a list', () => {
  it('finds what is written with other letters, marks and digits', () => {
    for (const typed of ['الاحساء', 'الأحسـاء', 'الإحساء', 'احسا'])
      assert.deepEqual(found(typed), ['ahsa'], typed);
    for (const typed of ['المدينه', 'المدينة', 'مدينَة']) assert.deepEqual(found(typed), ['madinah'], typed);
    assert.deepEqual(found('العلا'), ['ula']);
    assert.deepEqual(found('ابها'), ['abha']);
    for (const typed of ['حي 5', 'حي ٥', 'حي ۵', 'district ٥'])
      assert.deepEqual(found(typed), ['district5'], typed);
    for (const typed of ['sao', 'SÃO', 'são p']) assert.deepEqual(found(typed), ['sao'], typed);
  });

  it('finds in every language, wherever it stands', () => {
    assert.deepEqual(found('qat'), ['qatif']);
    assert.deepEqual(found('رياض'), ['riyadh']);
    assert.deepEqual(found('xyz'), []);
    assert.equal(found('').length, cities.length);
  });

  it('puts in front what begins with it, then what has a word that does', () => {
    assert.deepEqual(found('a').slice(0, 4), ['ahsa', 'madinah', 'ula', 'abha']);
    assert.deepEqual(found('ma'), ['madinah', 'dammam']);
  });

  it('knows an option by its whole name, unless two have it', () => {
    assert.equal(search.valueOf('الاحساء'), 'ahsa');
    assert.equal(search.valueOf('al  ahsa'), 'ahsa');
    assert.equal(search.valueOf('الأح'), undefined);
    const twins = new OptionSearch([
      { value: 'one', label: { ar: 'الخبر', en: 'Khobar' } },
      { value: 'two', label: { ar: 'الخُبر', en: 'Khubar' } },
    ]);
    assert.equal(twins.valueOf('الخبر'), undefined);
    assert.equal(twins.valueOf('khubar'), 'two');
  });

  it('finds the same whatever was typed before', () => {
    const typed = fc.array(fc.constantFrom('ا', 'ل', 'أ', 'م', 'a', 'l', ' ', 'd', 'ة', 'ـ'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.array(
          typed.map((letters) => letters.join('')),
          { maxLength: 6 },
        ),
        (texts) => {
          for (const text of texts) {
            const query = foldArabic(text);
            const expected = cities.flatMap(({ label }, index) =>
              [label.ar, label.en].some((words) => ` ${foldArabic(words)}`.includes(query)) ? [index] : [],
            );
            assert.deepEqual(
              [...search.find(text)].sort((one, other) => one - other),
              expected,
              text,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('looks through ten thousand options', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      value: `v${index}`,
      label: { ar: `حي الأندلس رقم ${index}`, en: `Al Andalus district ${index}` },
    }));
    const long = new OptionSearch(many);
    while (!long.prepare());
    assert.deepEqual(long.find('رقم ٩٩٩٩'), [9999]);
  });
});
