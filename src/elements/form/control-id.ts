import type { FieldNode } from '../../core/nodes.js';
import { viewOf } from '../../fields/at-hand.js';

/** The id of the control where a field's problem can be mended. */
export function controlId(node: FieldNode): string {
  return node.path + (viewOf(node.definition.type)?.focusPart?.(node) ?? '');
}
