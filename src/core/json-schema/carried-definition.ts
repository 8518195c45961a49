import { canonicalJson } from '../canonical-json.js';
import type { FormDefinition } from '../definition.js';
import type { FieldDefinition, Option } from '../field-type.js';
import type { JsonObject, Path } from './schema-view.js';
import { isObject } from './schema-view.js';

/** Under which a schema carries the form it was made of. */
export const CARRIED = 'x-taafi-definition';

/** A schema with the form it was made of, and a sum over both: whoever changes one of them is told so. */
export function withDefinition(schema: JsonObject, definition: FormDefinition): JsonObject {
  const document = documentOf(definition);
  return { ...schema, [CARRIED]: { sum: sumOf(schema, document), document } };
}

/** The form a schema carries. Undefined where it carries none; without `definition` where one of them was changed. */
export function carriedDefinition(
  json: JsonObject,
): { readonly path: Path; readonly definition?: JsonObject } | undefined {
  const { [CARRIED]: carried, ...schema } = json;
  if (carried === undefined) return undefined;
  const path = [CARRIED];
  if (!isObject(carried) || !isObject(carried.document)) return { path };
  const { sum, document } = carried;
  return sum === sumOf(schema, document) ? { path, definition: document } : { path };
}

/** A definition as a document that gives it again when it is parsed. */
export function documentOf({ steps, conditions, ...rest }: FormDefinition): JsonObject {
  const document = {
    ...rest,
    ...(Object.keys(conditions).length > 0 && { conditions }),
    steps: steps.map(({ fields, ...step }) => ({ ...step, fields: fields.map(writtenField) })),
  };
  // What is undefined is nothing in JSON.
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}

function writtenField({ fields, options, src, ...field }: FieldDefinition): JsonObject {
  return {
    ...field,
    // A list of its own stays where it is, whether or not it has been read.
    ...(src !== undefined
      ? { options: { src } }
      : options !== undefined && { options: options.map(writtenOption) }),
    ...(fields !== undefined && { fields: fields.map(writtenField) }),
  };
}

/** Options hold their words beside their value. */
function writtenOption({ value, label, hint }: Option): JsonObject {
  return { value, ...(typeof label === 'string' ? { label } : label), ...(hint !== undefined && { hint }) };
}

/** A sum of 53 bits: whoever changes something by accident is found out, and nobody has a reason to do it otherwise. */
function sumOf(schema: unknown, document: unknown): string {
  const text = safeJson([schema, document]);
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

function safeJson(value: unknown): string {
  try {
    return canonicalJson(value);
  } catch {
    // Half a character, which a definition may not hold either.
    return JSON.stringify(value);
  }
}
