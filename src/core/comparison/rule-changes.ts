import { canonicalJson } from '../canonical-json.js';
import type { Catalog, Context, FieldDefinition, FieldType } from '../field-type.js';
import type { JsonSchema } from '../json-schema.js';
import { fieldSamples } from '../sample/field-samples.js';
import * as shapes from '../shapes.js';
import type { Change } from './change.js';
import { changed } from './change.js';

/** Answers that are tried with the rule of the other version. */
const SAMPLES = 60;

type Type = FieldType<FieldDefinition, unknown, unknown>;

/**
 * How the rule for the answers of a field has changed: by the limits that its type tells, by what its JSON Schema lists,
 * and by answers to the one version that are tried with the rule of the other. No type needs to be known here. Whether an
 * answer is required, and the options, are compared elsewhere.
 */
export function ruleChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  place: string,
  catalog: Catalog,
  context: Context,
): readonly Change[] {
  const type = catalog.get(after.type) as unknown as Type;
  const [old, now] = [alike(before), alike(after)];
  const label = after.label;
  const changes = limitChanges(old, now, type, context).map(({ code, ...limits }) =>
    changed(code, place, { label, ...limits }),
  );
  const isNarrower = changes.some(({ effect }) => effect === 'invalid');
  const isWider = changes.some(({ effect }) => effect === 'other');
  if (!isNarrower && (listsLess(old, now, type) || refuses(now, old, type, catalog, context)))
    changes.push(changed('rule-narrower', place, { label }));
  if (!isWider && (listsLess(now, old, type) || refuses(old, now, type, catalog, context)))
    changes.push(changed('rule-wider', place, { label }));
  // What the type says of its rule is another, and nothing has told how: better too careful than not.
  return changes.length === 0 && statedOf(old, type) !== statedOf(now, type)
    ? [changed('rule-changed', place, { label })]
    : changes;
}

/** The definition as far as its rule goes: some types state differently what has to be answered. */
function alike({ required: _, ...definition }: FieldDefinition): FieldDefinition {
  return definition;
}

function statedOf(definition: FieldDefinition, type: Type): string {
  return canonicalJson([type.jsonSchema(definition), type.unstated?.(definition) ?? []]);
}

interface LimitChange {
  readonly code: 'least-raised' | 'least-lowered' | 'most-raised' | 'most-lowered';
  readonly from: string | number;
  readonly to: string | number;
  /** What a number counts, where the number alone does not tell. */
  readonly unit?: 'characters' | 'bytes';
}

/** Limits by the code of the problem they belong to: a field of files has one for their number and one for their size. */
function limitChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  type: Type,
  context: Context,
): readonly LimitChange[] {
  const found = type.problems.flatMap((code) => {
    const [old, now] = [before, after].map((definition) => type.limits?.(definition, context, code) ?? {});
    const unit = unitOf(code, type);
    return [
      ...oneLimit(old?.least, now?.least, 'least-raised', 'least-lowered'),
      ...oneLimit(old?.most, now?.most, 'most-raised', 'most-lowered'),
    ].map((change) => (unit === undefined ? change : { ...change, unit }));
  });
  // Most types say the same for each of their problems.
  return found.filter((one, index) => found.findIndex((other) => isSame(one, other)) === index);
}

function unitOf(code: string, { problems }: Type): LimitChange['unit'] {
  if (code === 'file-too-large') return 'bytes';
  return problems.includes('too-short') ? 'characters' : undefined;
}

function isSame(one: LimitChange, other: LimitChange): boolean {
  return one.code === other.code && one.from === other.from && one.to === other.to;
}

/** Where one of the two says nothing of a limit the samples tell. */
function oneLimit(
  from: string | number | undefined,
  to: string | number | undefined,
  raised: LimitChange['code'],
  lowered: LimitChange['code'],
): LimitChange[] {
  if (from === undefined || to === undefined || from === to) return [];
  return [{ code: to > from ? raised : lowered, from, to }];
}

/** Whether one list of the schema of `before` has a value that it has not in that of `after`. */
function listsLess(before: FieldDefinition, after: FieldDefinition, type: Type): boolean {
  if (before.options !== undefined) return false;
  const now = listsIn(type.jsonSchema(after));
  return [...listsIn(type.jsonSchema(before))].some(([path, values]) => {
    const kept = now.get(path);
    return kept !== undefined && values.some((value) => !kept.includes(value));
  });
}

/** Every closed list of a schema by where it stands. */
function listsIn(
  schema: JsonSchema,
  path = '',
  found: Map<string, readonly unknown[]> = new Map(),
): ReadonlyMap<string, readonly unknown[]> {
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'enum' && Array.isArray(value)) found.set(path, value);
    else if (typeof value === 'object' && value !== null)
      listsIn(value as JsonSchema, `${path}/${key}`, found);
  }
  return found;
}

/** Whether a rule refuses an answer that the rule of the other version takes. */
function refuses(
  rule: FieldDefinition,
  other: FieldDefinition,
  type: Type,
  catalog: Catalog,
  context: Context,
): boolean {
  // Options have been compared by themselves: what is sampled is what both offer.
  const { options } = rule;
  const offered = new Set(other.options?.map(({ value }) => value));
  const kept = options?.filter(({ value }) => offered.has(value));
  const common = (definition: FieldDefinition): FieldDefinition =>
    kept === undefined ? definition : { ...definition, options: kept };
  if (kept?.length === 0) return false;
  const [takes, gives] = [common(rule), common(other)].map((definition) =>
    type.answer(shapes, definition, context),
  );
  return fieldSamples(common(other), catalog, context, SAMPLES).some(
    (answer) => gives?.safeParse(answer).success === true && takes?.safeParse(answer).success === false,
  );
}
