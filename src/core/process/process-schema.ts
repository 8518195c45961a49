import * as z from 'zod/mini';
import type { JsonSchema } from '../json-schema.js';
import { processSchema } from './process-shape.js';

/**
 * The JSON Schema of a process, for completion and underlining in editors, which know draft-07 best. Made by the build.
 */
export function processJsonSchema(): JsonSchema {
  const made = z.toJSONSchema(processSchema, { target: 'draft-7', unrepresentable: 'any' });
  const properties = made.properties as Record<string, Record<string, unknown>>;
  const items = properties.moves?.items as object;
  return {
    ...made,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'taafi-kit process',
    properties: {
      ...properties,
      moves: {
        ...properties.moves,
        items: { ...items, oneOf: [{ required: ['to'] }, { required: ['back'] }] },
      },
    },
  };
}
