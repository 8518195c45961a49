import assert from 'node:assert/strict';
import type { FormDefinition } from '../../src/core/definition.js';
import { catalog, Engine, parseDefinition } from '../../src/core/index.js';

/** A fragment of a definition or of answers, as it is written. */
export type Json = Readonly<Record<string, unknown>>;

/** A Sunday; 12 Jumada II 1448. */
export const context = { today: '2026-11-22' };

/** A field with a label. */
export function field(id: string, type: string, more: Json = {}): Json {
  return { id, type, label: { ar: `حقل ${id}`, en: `Field ${id}` }, ...more };
}

/** A list of items. */
export function list(id: string, fields: readonly Json[], more: Json = {}): Json {
  return field(id, 'list', { itemLabel: { ar: 'عنصر {n}', en: 'Item {n}' }, fields, ...more });
}

/** Options with words in both languages. */
export function options(...values: readonly string[]): Json[] {
  return values.map((value) => ({ value, ar: `خيار ${value}`, en: `Option ${value}` }));
}

/** A form of one field, beside which there is always something to be seen. */
export function formOf(only: Json): Json {
  const prefill = only.type === 'hidden' ? { prefill: { host: [only.id] } } : {};
  return form([field('somethingToSee', 'note'), only], prefill);
}

/** A step with a title. */
export function step(id: string, fields: readonly Json[], more: Json = {}): Json {
  return { id, title: { ar: 'خطوة', en: 'Step' }, fields, ...more };
}

/** A form of one step with these fields, or of these steps. */
export function form(parts: readonly Json[], more: Json = {}): Json {
  const steps = parts.every((part) => 'title' in part) ? parts : [step('only', parts)];
  const title = { ar: 'نموذج', en: 'Form' };
  return { id: 'trial', version: '1.0.0', languages: ['ar', 'en'], title, steps, ...more };
}

/** The definition of a document that must be one, warnings aside. */
export function parsed(json: unknown): FormDefinition {
  const { definition, problems } = parseDefinition(json, catalog);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.ok(definition);
  return definition;
}

/** A form being filled in, with answers to begin with. */
export function engineFor(json: unknown, answers: Json = {}): Engine {
  const engine = new Engine(parsed(json), catalog, context);
  engine.restore(answers);
  return engine;
}
