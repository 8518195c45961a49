import * as z from 'zod/mini';
import { documentSchema } from './document-shape.js';
import type { Catalog } from './field-type.js';
import type { JsonSchema } from './json-schema.js';
import * as shapes from './shapes.js';

/**
 * The JSON Schema of the definition format, for completion and underlining in editors: the document, and each type of
 * field by its `type`. Editors know draft-07 best. Made by the build, never in a browser.
 */
export function definitionJsonSchema(catalog: Catalog): JsonSchema {
  const shared = z.registry<{ id: string }>();
  shared.add(shapes.condition, { id: 'condition' });
  shared.add(shapes.expression, { id: 'expression' });
  const definitions: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodMiniType): Record<string, unknown> => {
    const made = z.toJSONSchema(schema, { target: 'draft-7', unrepresentable: 'any', metadata: shared });
    const { $schema: _, definitions: found, ...rest } = made as Record<string, unknown>;
    // Conditions and expressions hold themselves: all schemas share one copy of each.
    Object.assign(definitions, found);
    return rest;
  };
  const fields = [...catalog.values()].map(({ type, definition }) =>
    fieldSchema(type, schemaOf(definition(shapes))),
  );
  const document = schemaOf(documentSchema);
  const properties = document.properties as Record<string, Record<string, unknown>>;
  definitions.field = {
    type: 'object',
    required: ['id', 'type', 'label'],
    properties: { type: { enum: [...catalog.keys()] } },
    allOf: fields,
  };
  return {
    ...document,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'taafi-kit form definition',
    properties: { ...properties, steps: withFields(properties.steps ?? {}) },
    definitions,
  };
}

const anyField = { $ref: '#/definitions/field' };

/** A choice by `type` gives editors the errors of that type alone, which a plain `oneOf` does not. */
function fieldSchema(type: string, schema: Record<string, unknown>): JsonSchema {
  const properties = schema.properties as Record<string, unknown>;
  const inner = 'fields' in properties ? { fields: { type: 'array', minItems: 1, items: anyField } } : {};
  return {
    if: { required: ['type'], properties: { type: { const: type } } },
    then: { ...schema, properties: { ...properties, type: { const: type }, ...inner } },
  };
}

function withFields(steps: Record<string, unknown>): JsonSchema {
  const items = steps.items as { properties: Record<string, unknown> };
  return {
    ...steps,
    items: { ...items, properties: { ...items.properties, fields: { type: 'array', items: anyField } } },
  };
}
