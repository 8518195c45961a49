import assert from 'node:assert/strict';
import type { FormDefinition } from '../../../src/core/definition.js';
import type { AnyFieldType, Catalog, FieldDefinition } from '../../../src/core/field-type.js';
import { defineFieldType } from '../../../src/core/field-type.js';
import { catalog, parseDefinition } from '../../../src/core/index.js';
import type { Json } from '../trial-form.js';
import { field, form, options, step } from '../trial-form.js';

/** A type whose shape nobody checks: here only what is counted of it matters. */
function pretended(type: string): AnyFieldType {
  const pretence = defineFieldType<FieldDefinition, unknown, unknown>({
    type,
    kind: 'given',
    definition: (z) => z.unknown() as never,
    empty: undefined,
    read: () => ({}),
    write: (answer) => answer,
    answer: (z) => z.unknown(),
    jsonSchema: () => ({}),
    display: String,
    problems: [],
  });
  // The catalogue forgets the answers of its types, as it does those of the real ones.
  return pretence as unknown as AnyFieldType;
}

const rated = ['rating', 'scale', 'matrix', 'ranking'].map((type) => [type, pretended(type)] as const);

/** All types, and those that surveys ask with. */
export const surveyCatalog: Catalog = new Map([...catalog, ...rated]);

/** Words for some points. */
export function points(count: number): Json[] {
  return Array.from({ length: count }, (_, index) => ({ ar: `درجة ${index + 1}`, en: `Point ${index + 1}` }));
}

/** What the pack's survey asks, by the kinds of its questions. */
export const surveyFields: readonly Json[] = [
  field('satisfied', 'rating', { points: points(5) }),
  field('service', 'matrix', {
    points: points(5),
    rows: [
      { id: 'respect', label: { ar: 'الاحترام', en: 'Respect' } },
      { id: 'clear', label: { ar: 'الوضوح', en: 'Clarity' } },
    ],
  }),
  field('easy', 'rating', { points: points(7) }),
  field('recommend', 'scale'),
  field('obstacles', 'choices', { options: options('papers', 'waiting', 'words') }),
  field('again', 'yes-no'),
  field('order', 'ranking', { options: options('speed', 'respect', 'place') }),
  field('channel', 'choice', { options: options('phone', 'visit', 'site') }),
  field('comment', 'long-text'),
];

export const survey: Json = {
  measures: [
    { id: 'csat', kind: 'csat', of: 'satisfied' },
    { id: 'respect', kind: 'csat', of: 'service.respect', clause: 'S1' },
    { id: 'ces', kind: 'ces', of: 'easy', clause: 'D1' },
    { id: 'nps', kind: 'nps', of: 'recommend' },
    { id: 'obstacles', kind: 'shares', of: 'obstacles' },
    { id: 'again', kind: 'shares', of: 'again' },
    { id: 'order', kind: 'ranking', of: 'order' },
  ],
  dimensions: ['channel', 'again'],
  comments: ['comment'],
  steps: [
    { id: 'decision', title: { ar: 'بعد القرار', en: 'After the decision' } },
    { id: 'delivery', title: { ar: 'بعد التسليم', en: 'After delivery' } },
  ],
};

/** A survey as it is written. */
export function surveyForm(more: Json = {}, fields = surveyFields): Json {
  return form([step('one', fields.slice(0, 4)), step('two', fields.slice(4))], {
    survey: { ...survey, ...more },
  });
}

/** The same as a definition. */
export function surveyOf(more: Json = {}): FormDefinition {
  const { definition, problems } = parseDefinition(surveyForm(more), surveyCatalog);
  assert.deepEqual(problems, []);
  assert.ok(definition);
  return definition;
}
