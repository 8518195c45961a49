import { isOptionList } from './options.js';
import type { Place, ReaderState } from './reader-state.js';
import type { SchemaView } from './schema-view.js';
import { isObject } from './schema-view.js';

/** The types of JSON Schema. */
export type Kind = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** Whether null is one of the types or of the values. */
export function isNullAmong(view: SchemaView): boolean {
  const types = view.peek('type').some(({ value }) => Array.isArray(value) && value.includes('null'));
  return types || view.peek('enum').some(({ value }) => Array.isArray(value) && value.includes(null));
}

/** The type of a value, said or to be seen from what else is said. */
export function kindOf(view: SchemaView, place: Place, state: ReaderState): Kind {
  for (const { value, path } of view.take('type')) {
    const kinds = (Array.isArray(value) ? value : [value]).filter((one) => one !== 'null');
    const [kind, ...others] = kinds as unknown[];
    if (others.length > 0 && !(others.length === 1 && kinds.includes('integer') && kinds.includes('number')))
      state.report(path, 'schema-one-of-types', { value: String(kind) });
    if (kind === undefined) return 'null';
    if (isKind(kind)) return kinds.includes('number') && kind === 'integer' ? 'number' : kind;
    state.report(path, 'schema-kind');
  }
  return kindSeen(view) ?? unknownKind(view, place, state);
}

const kindsOfKeywords: readonly (readonly [Kind, readonly string[]])[] = [
  [
    'object',
    [
      'properties',
      'required',
      'dependencies',
      'dependentRequired',
      'dependentSchemas',
      'if',
      'additionalProperties',
      'minProperties',
      'maxProperties',
      'patternProperties',
      'propertyNames',
    ],
  ],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType']],
];

function kindSeen(view: SchemaView): Kind | undefined {
  for (const { value } of [...view.peek('const'), ...view.peek('default')])
    if (typeof value === 'boolean') return 'boolean';
  if (view.has('const', 'enum')) return 'string';
  for (const [kind, keywords] of kindsOfKeywords) if (view.has(...keywords)) return kind;
  for (const { value } of [...view.peek('oneOf'), ...view.peek('anyOf')]) {
    if (isOptionList(value)) return 'string';
    if (
      Array.isArray(value) &&
      value.some((one) => isObject(one) && ('properties' in one || one.type === 'object' || '$ref' in one))
    )
      return 'object';
    // One of several simple values: the first that is said.
    const kind = Array.isArray(value)
      ? value.map((one) => (isObject(one) ? one.type : undefined)).find(isKind)
      : undefined;
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function unknownKind(view: SchemaView, place: Place, { report }: ReaderState): Kind {
  report(view.sources[0]?.path ?? place.path, 'schema-any-type', { value: place.name });
  return 'string';
}

function isKind(value: unknown): value is Kind {
  return ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'].includes(value as string);
}
