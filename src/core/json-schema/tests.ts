import type { Comparable, Condition } from '../condition.js';
import type { FoundValue, Handle } from './handles.js';
import { answerValue, handleAt, isFilled, isPresent } from './handles.js';
import type { Found, Path, Report, Schemas, Source } from './schema-view.js';
import { isObject } from './schema-view.js';

/** What an `if` asks of the data, before it is known which fields hold that. */
export type Test =
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test }
  | { readonly present: readonly string[] }
  /** There is more than an empty text or list. */
  | { readonly filled: readonly string[] }
  /** Where there is no such value, `absent` says what comes of it. */
  | { readonly at: readonly string[]; readonly operator: ValueOperator; readonly operand: unknown };

export type ValueOperator = 'in' | 'includes' | 'gt' | 'gte' | 'lt' | 'lte';

/** Keywords that say nothing about whether a value is right. */
const annotations = new Set(['title', 'description', '$comment', 'default', 'examples', '$id', '$schema']);

const comparisons: Readonly<Record<string, ValueOperator>> = {
  exclusiveMinimum: 'gt',
  minimum: 'gte',
  exclusiveMaximum: 'lt',
  maximum: 'lte',
};

/** Reads schemas that are asked whether they hold. What cannot be asked of answers is reported, and gives undefined. */
export class TestReader {
  readonly #schemas: Schemas;
  readonly #report: Report;

  constructor(schemas: Schemas, report: Report) {
    this.#schemas = schemas;
    this.#report = report;
  }

  /** @param at way to the value that the schema is about, from the object the condition stands in. */
  read(schema: Found, at: readonly string[] = []): Test | undefined {
    if (schema.value === false) return { any: [] };
    const sources = this.#schemas.sources(schema);
    const required = new Set(sources.flatMap(({ json }) => namesIn(json.required)));
    const parts = sources.flatMap((source) =>
      Object.keys(source.json).map((keyword) => this.#keyword(keyword, source, at, required)),
    );
    return parts.includes(undefined) ? undefined : { all: parts.filter((part) => part !== undefined) };
  }

  #keyword(
    keyword: string,
    source: Source,
    at: readonly string[],
    required: ReadonlySet<string>,
  ): Test | undefined {
    const { json, path, trail } = source;
    const value = json[keyword];
    const found = { value, path: [...path, keyword], trail };
    switch (keyword) {
      // Followed already, or nothing that is asked; a type is that of the question.
      case '$ref':
      case 'allOf':
      case '\u0000nullable':
      case 'type':
        return { all: [] };
      case 'const':
        return { at, operator: 'in', operand: [value] };
      case 'enum':
        return Array.isArray(value) ? { at, operator: 'in', operand: value } : this.#unread(found);
      case 'properties':
        return isObject(value) ? this.#properties(found, value, at, required) : this.#unread(found);
      case 'required':
        return { all: namesIn(value).map((name) => ({ present: [...at, name] })) };
      case 'not': {
        const test = this.read(found, at);
        return test && { not: test };
      }
      case 'anyOf':
      case 'oneOf':
        return this.#alternatives(keyword, found, at);
      case 'contains':
        return isObject(value) && Object.hasOwn(value, 'const')
          ? { at, operator: 'includes', operand: value.const }
          : this.#unread(found);
      case 'minLength':
      case 'minItems':
        return value === 1 ? { filled: at } : this.#unread(found);
      default:
        if (keyword in comparisons && typeof value === 'number')
          return { at, operator: comparisons[keyword] ?? 'gte', operand: value };
        return annotations.has(keyword) ? { all: [] } : this.#unread(found);
    }
  }

  #properties(
    { path, trail }: Found,
    properties: Readonly<Record<string, unknown>>,
    at: readonly string[],
    required: ReadonlySet<string>,
  ): Test | undefined {
    const parts = Object.entries(properties).map(([name, value]): Test | undefined => {
      const inner = [...at, name];
      const test = this.read({ value, path: [...path, name], trail }, inner);
      if (test === undefined || required.has(name)) return test;
      // JSON Schema asks nothing of a property that is not there.
      return { any: [{ not: { present: inner } }, test] };
    });
    return parts.includes(undefined) ? undefined : { all: parts.filter((part) => part !== undefined) };
  }

  #alternatives(keyword: string, { value, path, trail }: Found, at: readonly string[]): Test | undefined {
    if (!Array.isArray(value)) return this.#unread({ value, path, trail });
    const read = value.map((one: unknown, index) =>
      this.read({ value: one, path: [...path, index], trail }, at),
    );
    const parts = read.filter((part) => part !== undefined);
    if (parts.length < read.length) return undefined;
    if (keyword === 'anyOf') return { any: parts };
    const alone = parts.map(
      (part, index): Test => ({
        all: [part, ...parts.filter((_, other) => other !== index).map((other): Test => ({ not: other }))],
      }),
    );
    return { any: alone };
  }

  #unread({ path }: Found): undefined {
    this.#report(path, 'schema-condition', { value: String(path.at(-1)) });
    return undefined;
  }
}

export function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}

/** A test as a condition on fields; true or false where that is known beforehand, undefined where nothing is known. */
export function conditionFrom(test: Test, object: Handle): Condition | boolean | undefined {
  if ('all' in test)
    return joined(
      'all',
      test.all.map((part) => conditionFrom(part, object)),
    );
  if ('any' in test)
    return joined(
      'any',
      test.any.map((part) => conditionFrom(part, object)),
    );
  if ('not' in test) return negated(conditionFrom(test.not, object));
  if ('present' in test) return anyOf(handleAt(object, test.present), isPresent);
  if ('filled' in test) return anyOf(handleAt(object, test.filled), isFilled);
  const handles = handleAt(object, test.at);
  return handles === undefined
    ? undefined
    : joined(
        'any',
        handles.map((handle) => comparison(handle, test)),
      );
}

function anyOf(
  handles: readonly Handle[] | undefined,
  ask: (handle: Handle) => Condition | boolean | undefined,
): Condition | boolean | undefined {
  return handles === undefined ? undefined : joined('any', handles.map(ask));
}

function comparison(
  handle: Handle,
  { operator, operand }: Extract<Test, { operator: ValueOperator }>,
): Condition | boolean | undefined {
  if (handle.kind === 'constant')
    return operator === 'in'
      ? (operand as readonly unknown[]).some((one) => isEqual(one, handle.value))
      : undefined;
  if (handle.kind === 'object') return isOfNone(operator, operand) ? false : undefined;
  if (handle.kind !== 'field') return undefined;
  const { id: field, holds } = handle;
  if (operator === 'in') {
    if (holds === 'options' || holds === 'list' || holds === 'files')
      return isOfNone(operator, operand) ? false : undefined;
    const values = (operand as readonly unknown[]).map((one) => answerValue(handle, one)).filter(isKnown);
    const [only, ...more] = values.map(({ value }) => value as Comparable);
    const isEmpty = (operand as readonly unknown[]).includes(null);
    const equals: Condition | boolean =
      only === undefined
        ? false
        : more.length === 0
          ? { field, is: only }
          : holds === 'boolean'
            ? { any: [only, ...more].map((is) => ({ field, is })) }
            : { field, in: [only, ...more] };
    return isEmpty ? joined('any', [equals, { field, empty: true }]) : equals;
  }
  if (operator === 'includes') {
    const value = answerValue(handle, operand);
    return holds !== 'options'
      ? undefined
      : value === undefined
        ? false
        : { field, includes: String(value.value) };
  }
  if (holds !== 'number') return undefined;
  // Where nothing is null in the data, no number is asked of it.
  return joined('any', [{ field, [operator]: operand }, handle.isNull === true && { field, empty: true }]);
}

/** Whether values are all single ones, which no object and no array equals. */
function isOfNone(operator: ValueOperator, operand: unknown): boolean {
  return operator === 'in' && (operand as readonly unknown[]).every((one) => typeof one !== 'object');
}

function isKnown(value: FoundValue | undefined): value is FoundValue {
  return value !== undefined;
}

type Known = Condition | boolean | undefined;

/** Several conditions as one, what is known of them left out. */
export function joined(way: 'all' | 'any', parts: readonly Known[]): Known {
  const decides = way === 'any';
  if (parts.includes(decides)) return decides;
  if (parts.includes(undefined)) return undefined;
  const open = distinct(
    parts.filter((part): part is Condition => part !== undefined && typeof part !== 'boolean'),
  );
  const kept = way === 'all' ? withoutImplied(open) : open;
  const [only] = kept;
  if (only === undefined) return !decides;
  return kept.length === 1 ? only : way === 'all' ? { all: flat('all', kept) } : { any: flat('any', kept) };
}

/** That a condition does not hold. */
export function negated(condition: Known): Known {
  if (typeof condition === 'boolean') return !condition;
  if (condition === undefined || typeof condition === 'string') return condition;
  if ('not' in condition) return condition.not;
  return 'empty' in condition ? { ...condition, empty: !condition.empty } : { not: condition };
}

function flat(way: 'all' | 'any', parts: readonly Condition[]): readonly Condition[] {
  return parts.flatMap((part) => {
    if (typeof part !== 'object' || !(way in part)) return [part];
    return (part as Readonly<Record<string, readonly Condition[]>>)[way] ?? [];
  });
}

function distinct(parts: readonly Condition[]): readonly Condition[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

/** «There is an answer, and it is this one» is «it is this one». */
function withoutImplied(parts: readonly Condition[]): readonly Condition[] {
  const compared = new Set(
    parts.flatMap((part) =>
      typeof part === 'object' && 'field' in part && !('empty' in part) && !('isNot' in part)
        ? [part.field]
        : [],
    ),
  );
  return parts.filter(
    (part) =>
      !(typeof part === 'object' && 'field' in part && part.empty === false && compared.has(part.field)),
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where a test stands in the document: what is told of it names that place. */
export interface PlacedTest {
  readonly test: Test;
  readonly path: Path;
}
