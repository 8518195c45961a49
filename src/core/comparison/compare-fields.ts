import type { Condition } from '../condition.js';
import type { FormDefinition } from '../definition.js';
import type { Catalog, Context, FieldDefinition } from '../field-type.js';
import { relationKeys } from '../relations.js';
import type { Change } from './change.js';
import { changed } from './change.js';
import { optionChanges } from './option-changes.js';
import { ruleChanges } from './rule-changes.js';
import { isSame } from './same-json.js';

/** What of a field is compared in its own way. */
const compared = new Set([
  'id',
  'type',
  'label',
  'name',
  'hint',
  'errors',
  'when',
  'required',
  'purpose',
  'sensitive',
  'autocomplete',
  'fields',
  'options',
]);

/** Keys of the types that hold nothing but words, also where they are in one language. */
const words = new Set([
  'text',
  'unit',
  'itemLabel',
  'addLabel',
  'leastLabel',
  'mostLabel',
  'fromLabel',
  'toLabel',
  'notApplicable',
  'points',
  'rows',
]);

/** Keys that set an answer against those of other fields or items. */
const beside = new Set<string>([...relationKeys, 'unique', 'matches', 'resident', 'signer']);

/** A version of a form with what comparing needs beside it. */
export interface Version {
  readonly definition: FormDefinition;
  readonly catalog: Catalog;
  readonly context: Context;
}

/** What has changed about a field that is there before and after. */
export function fieldChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  place: string,
  old: Version,
  now: Version,
): readonly Change[] {
  const { label } = after;
  if (before.type !== after.type)
    return [changed('type-changed', place, { label, from: before.type, to: after.type })];
  return [
    ...optionChanges(before.options ?? [], after.options ?? [], place, after),
    ...detailChanges(before, after, place, now),
    ...requirementChanges(before, after, place),
    ...conditionChanges(before.when, after.when, place, after, old, now),
    ...purposeChanges(before, after, place, old, now),
    ...sensitivityChanges(before, after, place),
    ...wordChanges(before, after, place),
  ];
}

/** What only the type knows the keys of: a rule, a way to work a value out, words, or how it looks. */
function detailChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  place: string,
  { catalog, context }: Version,
): readonly Change[] {
  const [old, now] = [before, after] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !compared.has(key) && !isSame(old[key], now[key]),
  );
  if (keys.length === 0) return [];
  const { label } = after;
  const { kind, computing } = catalog.get(after.type) ?? {};
  if (computing !== undefined) return [changed('value-changed', place, { label })];
  const rules =
    kind === 'none'
      ? []
      : [
          ...ruleChanges(before, after, place, catalog, context),
          ...besideChanges(keys, old, now, place, after),
        ];
  const details = keys.filter((key) => !words.has(key));
  // What makes the rule another is told by what it does, not by its name.
  return [
    ...rules,
    ...(rules.length === 0 ? details.map((key) => changed('detail-changed', place, { label, key })) : []),
    ...(keys.some((key) => words.has(key)) ? [wordsOrStatement(after, place)] : []),
  ];
}

/** Rules that judge an answer beside others: no answer by itself can tell whether they have become narrower. */
function besideChanges(
  keys: readonly string[],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  place: string,
  { label }: FieldDefinition,
): readonly Change[] {
  const changedKeys = keys.filter((key) => beside.has(key));
  if (changedKeys.length === 0) return [];
  const isGone = changedKeys.every((key) => after[key] === undefined);
  const isNew = changedKeys.every((key) => before[key] === undefined);
  return [changed(isGone ? 'rule-wider' : isNew ? 'rule-narrower' : 'rule-changed', place, { label })];
}

function wordsOrStatement({ type, label }: FieldDefinition, place: string): Change {
  return changed(type === 'statement' ? 'statement-changed' : 'words-changed', place, { label });
}

function requirementChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  place: string,
): readonly Change[] {
  if ((before.required ?? false) === (after.required ?? false)) return [];
  const { label } = after;
  return [changed(after.required ? 'now-required' : 'no-longer-required', place, { label })];
}

/** What a field, a section or a step is shown under, with the conditions it names. */
export function conditionChanges(
  before: Condition | undefined,
  after: Condition | undefined,
  place: string,
  { label }: Pick<FieldDefinition, 'label'>,
  old: Version,
  now: Version,
): readonly Change[] {
  if (isSame(spelledOut(before, old.definition), spelledOut(after, now.definition))) return [];
  const code =
    after === undefined
      ? 'condition-dropped'
      : before === undefined
        ? 'condition-added'
        : 'condition-changed';
  return [changed(code, place, { label })];
}

/** A condition without names. There are no circles in a definition that was read. */
function spelledOut(condition: Condition | undefined, definition: FormDefinition): unknown {
  if (condition === undefined) return null;
  if (typeof condition === 'string') return spelledOut(definition.conditions[condition], definition);
  const parts = (list: readonly Condition[]) => list.map((part) => spelledOut(part, definition));
  if ('all' in condition) return { all: parts(condition.all) };
  if ('any' in condition) return { any: parts(condition.any) };
  if ('not' in condition) return { not: spelledOut(condition.not, definition) };
  return condition;
}

/** Data that were given for one end are not there for another (PDPL art. 5). */
function purposeChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  place: string,
  { definition: old }: Version,
  { definition: now }: Version,
): readonly Change[] {
  if (before.purpose === after.purpose) return [];
  const { label } = after;
  const from = old.purposes?.[before.purpose ?? ''];
  const to = now.purposes?.[after.purpose ?? ''];
  if (to === undefined) return [changed('purpose-dropped', place, { label })];
  if (from === undefined) return [changed('purpose-added', place, { label, to })];
  return [changed('purpose-changed', place, { label, from, to })];
}

function sensitivityChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  place: string,
): readonly Change[] {
  if ((before.sensitive ?? false) === (after.sensitive ?? false)) return [];
  const { label } = after;
  return [changed(after.sensitive ? 'sensitive-now' : 'sensitive-no-longer', place, { label })];
}

/** The label of a statement that has no other sentence is what is agreed to. */
function wordChanges(before: FieldDefinition, after: FieldDefinition, place: string): readonly Change[] {
  const { label } = after;
  const isStatement = after.type === 'statement' && !('text' in after);
  const hasLabel = !isSame(before.label, label);
  if (hasLabel && isStatement) return [changed('statement-changed', place, { label })];
  return [
    ...(hasLabel ? [changed('label-changed', place, { from: before.label, to: label })] : []),
    ...(isSame([before.name, before.hint, before.errors], [after.name, after.hint, after.errors])
      ? []
      : [changed('words-changed', place, { label })]),
  ];
}
