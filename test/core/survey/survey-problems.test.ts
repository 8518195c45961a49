import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDefinition } from '../../../src/core/index.js';
import { problemSentence } from '../../../src/locale/definition-problems.js';
import type { Json } from '../trial-form.js';
import { field, list, options } from '../trial-form.js';
import { points, surveyCatalog, surveyFields, surveyForm } from './survey-form.js';

function told(json: unknown): string[] {
  return parseDefinition(json, surveyCatalog).problems.map(({ pointer, code }) => `${pointer}: ${code}`);
}

/** The problems of one measure of one field. */
function toldOf(kind: string, of: string, ...fields: Json[]): string[] {
  const json = surveyForm({ measures: [{ id: 'a', kind, of }] }, [...surveyFields, ...fields]);
  return told(json).map((line) => line.replace('/survey/measures/0/', ''));
}

describe('a survey', () => {
  it('has nothing wrong with it where its measures, dimensions and comments are there', () => {
    assert.deepEqual(told(surveyForm()), []);
  });

  it('measures what there is, outside of lists', () => {
    assert.deepEqual(toldOf('csat', 'satisfide'), ['of: unknown-field']);
    assert.deepEqual(toldOf('csat', 'service'), ['of: row-missing']);
    assert.deepEqual(toldOf('csat', 'service.respekt'), ['of: unknown-row']);
    assert.deepEqual(toldOf('csat', 'satisfied.respect'), ['of: no-rows']);
    const inner = list('visits', [field('inside', 'rating', { points: points(5) })]);
    assert.ok(toldOf('csat', 'inside', inner).includes('of: in-a-list'));
  });

  it('measures each kind by a fitting question', () => {
    assert.deepEqual(toldOf('csat', 'obstacles'), ['of: survey-type']);
    assert.deepEqual(toldOf('nps', 'satisfied'), ['of: survey-type']);
    assert.deepEqual(toldOf('shares', 'easy'), ['of: survey-type']);
    assert.deepEqual(toldOf('ranking', 'obstacles'), ['of: survey-type']);
    assert.deepEqual(toldOf('ces', 'satisfied'), ['of: seven-points']);
    assert.deepEqual(toldOf('csat', 'three', field('three', 'rating', { points: points(3) })), [
      'of: too-few-points',
    ]);
    assert.deepEqual(toldOf('nps', 'ten', field('ten', 'scale', { least: 1, most: 10 })), [
      'of: zero-to-ten',
    ]);
    assert.deepEqual(toldOf('csat', 'ten', field('ten', 'scale', { least: 1, most: 10 })), []);
    assert.deepEqual(toldOf('ces', 'seven', field('seven', 'scale', { least: 1, most: 7 })), []);
  });

  it('tells results apart by choices, and takes comments from texts', () => {
    assert.deepEqual(told(surveyForm({ dimensions: ['comment'] })), ['/survey/dimensions/0: survey-type']);
    assert.deepEqual(told(surveyForm({ dimensions: ['chanel'] })), ['/survey/dimensions/0: unknown-field']);
    assert.deepEqual(told(surveyForm({ comments: ['channel'] })), ['/survey/comments/0: survey-type']);
  });

  it('has each name once', () => {
    const measure = { id: 'a', kind: 'csat', of: 'satisfied' };
    assert.deepEqual(told(surveyForm({ measures: [measure, measure] })), [
      '/survey/measures/1/id: duplicate',
    ]);
    assert.deepEqual(told(surveyForm({ dimensions: ['channel', 'channel'] })), [
      '/survey/dimensions/1: duplicate',
    ]);
    assert.deepEqual(told(surveyForm({ comments: ['comment', 'comment'] })), [
      '/survey/comments/1: duplicate',
    ]);
    const title = { ar: 'أ', en: 'A' };
    const steps = [
      { id: 'b', title },
      { id: 'b', title },
    ];
    assert.deepEqual(told(surveyForm({ steps })), ['/survey/steps/1/id: duplicate']);
  });

  it('leaves the results the names that they use themselves', () => {
    for (const id of ['from', 'to', 'step', 'format', 'language']) {
      const json = surveyForm({ dimensions: ['channel', id] }, [
        ...surveyFields,
        field(id, 'choice', { options: options('a', 'b') }),
      ]);
      assert.deepEqual(told(json), ['/survey/dimensions/1: dimension-name'], id);
      assert.deepEqual(told({ ...json, survey: surveyForm().survey }), [], 'a field may be named so');
      const [problem] = parseDefinition(json, surveyCatalog).problems;
      assert.ok(problem);
      assert.match(problemSentence(problem, 'en'), new RegExp(`“${id}”.+such as ${id}Choice`));
      assert.match(problemSentence(problem, 'ar'), new RegExp(`«${id}».+${id}Choice`));
    }
    for (const id of ['responses', 'response', 'completion'])
      assert.deepEqual(told(surveyForm({ measures: [{ id, kind: 'csat', of: 'satisfied' }] })), [
        '/survey/measures/0/id: measure-name',
      ]);
  });

  it('is told how what it measures, and the clause, are written', () => {
    const sentences = (measure: Json) =>
      parseDefinition(
        surveyForm({ measures: [{ id: 'a', kind: 'csat', of: 'satisfied', ...measure }] }),
        surveyCatalog,
      ).problems.map((problem) => [problem.pointer, problemSentence(problem, 'en')]);
    for (const of of ['satisfied!', 'service.respect.more', ''])
      assert.deepEqual(sentences({ of }), [
        [
          '/survey/measures/0/of',
          'Write the id of a field here, as in overall, or the id of a matrix, a dot and the id of one of its statements, as in experience.respect.',
        ],
      ]);
    for (const clause of ['s1', 'clause 3', 'S'])
      assert.match(sentences({ clause })[0]?.[1] ?? '', /capital letter and a number .+ as in S1 or D6c/);
  });

  it('does not ask who somebody is', () => {
    const asking: Json[] = [
      field('paper', 'file'),
      field('signed', 'signature'),
      field('identity', 'national-id'),
      field('mobile', 'phone'),
      field('when', 'date'),
      list('people', [field('age', 'number')]),
      field('health', 'choice', { options: options('a', 'b'), sensitive: true }),
    ];
    for (const json of asking) {
      const found = told(surveyForm({}, [...surveyFields, json])).filter((line) => line.endsWith('asks-who'));
      assert.deepEqual(found, ['/steps/1/fields/5: asks-who'], String(json.id));
      const form = { ...surveyForm({}, [...surveyFields, json]), survey: undefined };
      assert.deepEqual(told(form), [], 'a form that is no survey may ask it');
    }
  });

  it('asks for no number that may be somebody’s', () => {
    const found = (more: Record<string, number>) =>
      told(surveyForm({}, [...surveyFields, field('visits', 'number', more)]));
    const refused = ['/steps/1/fields/5: survey-number'];
    assert.deepEqual([found({}), found({ maximum: 10_000 })], [refused, refused]);
    assert.deepEqual(found({ maximum: 9_999 }), []);
  });

  it('is worded in every language of the form', () => {
    const steps = [{ id: 'decision', title: { ar: 'بعد القرار' } }];
    assert.deepEqual(told(surveyForm({ steps })), ['/survey/steps/0/title: language-missing']);
  });
});
