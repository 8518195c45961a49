import { addDays } from '../calendar.js';
import type { JsonSchema } from '../json-schema.js';
import type { Dice } from './dice.js';
import { sampleOfPattern } from './sample-pattern.js';

/** What of a schema is read here; a field type states nothing else about its answers. */
interface ReadSchema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/**
 * A value that a JSON Schema takes, as the types of fields state them: enough for a type that nobody has taught to give
 * samples. Undefined where the schema says nothing of what it wants.
 */
export function sampleOfSchema(json: JsonSchema, dice: Dice): unknown {
  const schema = json as ReadSchema;
  if (Object.hasOwn(json, 'const')) return schema.const;
  if (schema.enum !== undefined) return dice.pick(schema.enum);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return sampleOfSchema(dice.pick(branches), dice);
  switch (schema.type) {
    case 'boolean':
      return dice.chance(0.5);
    case 'integer':
    case 'number':
      return numberIn(schema, dice);
    case 'string':
      return textIn(schema, dice);
    case 'array':
      return itemsIn(schema, dice);
    case 'object':
      return objectIn(schema, dice);
    default:
      return undefined;
  }
}

function numberIn({ minimum, maximum, multipleOf = 1 }: ReadSchema, dice: Dice): number {
  const least = minimum ?? Math.min(0, maximum ?? 0);
  const most = maximum ?? least + 100;
  const [first, last] = [Math.ceil(least / multipleOf), Math.floor(most / multipleOf)];
  if (first > last) return Number((least + dice.next() * (most - least)).toPrecision(6));
  return Number((dice.whole(first, Math.min(last, first + 1_000)) * multipleOf).toPrecision(12));
}

function textIn({ pattern, format, minLength = 1, maxLength = 40 }: ReadSchema, dice: Dice): string {
  switch (format) {
    case 'date':
      return addDays('2020-01-01', dice.whole(0, 2_000));
    case 'time':
      return `${String(dice.whole(8, 20)).padStart(2, '0')}:${dice.pick(['00', '15', '30', '45'])}`;
    case 'email':
      return `example${dice.digits(4)}@example.org`;
    case 'uri':
      return `https://www.example.org/${dice.digits(4)}`;
    default:
      if (pattern !== undefined) return sampleOfPattern(pattern, dice) ?? '';
      return 'مثال '
        .repeat(Math.ceil(minLength / 5))
        .slice(0, Math.min(Math.max(4, minLength), maxLength))
        .trimEnd();
  }
}

function itemsIn(schema: ReadSchema, dice: Dice): unknown[] {
  const { items = {}, minItems = 1, maxItems = minItems + 2, uniqueItems = false } = schema;
  const length = dice.whole(minItems, Math.min(maxItems, minItems + 2));
  const { enum: values } = items as ReadSchema;
  if (uniqueItems && values !== undefined) return dice.some(values, length);
  return Array.from({ length }, () => sampleOfSchema(items, dice));
}

function objectIn({ properties = {}, required = [] }: ReadSchema, dice: Dice): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || dice.chance(0.5));
  // An object without anything in it is no answer.
  const chosen = wanted.length > 0 ? wanted : Object.entries(properties).slice(0, 1);
  return Object.fromEntries(chosen.map(([name, schema]) => [name, sampleOfSchema(schema, dice)]));
}
