import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';

/** Most items where the definition names no limit. */
const MOST = 50;

export interface ListDefinition extends FieldDefinition {
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Heading of an item, `{n}` being its position from 1. */
  readonly itemLabel: Text;
  /** Words on the button that adds one. */
  readonly addLabel?: Text;
  /** Fields that no two items may answer alike. */
  readonly unique?: readonly string[];
  readonly fields: readonly FieldDefinition[];
}

/** A group of questions that is asked again for each of several people or things. The items hold the answers. */
export const list = defineFieldType<ListDefinition, undefined, readonly unknown[]>({
  type: 'list',
  kind: 'list',
  definition: (z) => z.listDefinition,
  check: ({ minItems = 0, maxItems = MOST }) =>
    minItems > maxItems ? [{ key: 'minItems', code: 'empty-range', params: { most: maxItems } }] : [],
  empty: undefined,
  read: () => ({}),
  write: () => undefined,
  answer: (z, { minItems = 0, maxItems = MOST }) =>
    z.array(z.unknown(), 'type').check(z.minLength(minItems, 'too-few'), z.maxLength(maxItems, 'too-many')),
  jsonSchema: ({ minItems = 0, maxItems = MOST }) => ({
    type: 'array',
    minItems: Math.max(1, minItems),
    maxItems,
  }),
  display: (answer, _definition, locale) => locale.number(answer.length),
  limits: ({ minItems = 0, maxItems = MOST }) => ({ least: minItems, most: maxItems }),
  problems: ['too-few', 'too-many'],
});

/** How many items a list may hold. */
export function mostItemsOf({ maxItems = MOST }: ListDefinition): number {
  return maxItems;
}
