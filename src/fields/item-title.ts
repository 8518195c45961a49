import type { FieldNode } from '../core/nodes.js';
import { fill } from '../core/text.js';
import type { FormLocale } from '../locale/locale.js';
import type { ListDefinition } from './list/list.type.js';

/** Heading of the item of a list at a position from 0, such as "Child 2". */
export function itemTitle({ definition }: FieldNode, position: number, locale: FormLocale): string {
  // Only lists have items.
  return fill(locale.text((definition as ListDefinition).itemLabel), { n: position + 1 });
}
