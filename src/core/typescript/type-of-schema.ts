import type { JsonSchema } from '../json-schema.js';

/** What of a schema has a counterpart in TypeScript. Lengths, limits and patterns have none. */
interface ReadSchema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Lists of always the same length up to this are written as tuples. */
const LONGEST_TUPLE = 4;

/** Unions longer than this stand on lines of their own. */
const LONGEST_LINE = 80;

/** The TypeScript type of what a JSON Schema takes, as the types of fields state them. `indent` is that of its line. */
export function typeOfSchema(json: JsonSchema, indent = ''): string {
  const schema = json as ReadSchema;
  if (Object.hasOwn(json, 'const')) return literal(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(literal), indent);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined)
    return union(
      branches.map((branch) => typeOfSchema(branch, `${indent}  `)),
      indent,
    );
  switch (schema.type) {
    case 'string':
    case 'boolean':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return listType(schema, indent);
    case 'object':
      return objectType(schema, indent);
    default:
      return 'unknown';
  }
}

function listType({ items = {}, minItems, maxItems }: ReadSchema, indent: string): string {
  const item = typeOfSchema(items, indent);
  if (minItems === maxItems && minItems !== undefined && minItems <= LONGEST_TUPLE)
    return `readonly [${Array.from({ length: minItems }, () => item).join(', ')}]`;
  if (!/[|\s]/.test(item)) return `readonly ${item}[]`;
  return item.startsWith('\n') ? `readonly (${item}\n${indent})[]` : `readonly (${item})[]`;
}

function objectType({ properties = {}, required = [] }: ReadSchema, indent: string): string {
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      `${indent}  ${property(name, required.includes(name), typeOfSchema(schema, `${indent}  `))}`,
  );
  return lines.length === 0 ? 'Record<string, never>' : `{\n${lines.join('\n')}\n${indent}}`;
}

/** A property as it is declared. */
export function property(name: string, isSure: boolean, type: string): string {
  const written = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `readonly ${written}${isSure ? '' : '?'}:${type.startsWith('\n') ? '' : ' '}${type};`;
}

function union(types: readonly string[], indent: string): string {
  const different = [...new Set(types)];
  const line = different.join(' | ');
  return line.length <= LONGEST_LINE && !line.includes('\n')
    ? line
    : different.map((type) => `\n${indent}  | ${type}`).join('');
}

function literal(value: unknown): string {
  // Quotes of the other kind need no backslash in front.
  return typeof value === 'string' && !/['\\\n]/.test(value) ? `'${value}'` : JSON.stringify(value);
}
