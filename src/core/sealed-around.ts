import type { ScopedField } from './scopes.js';

/** The sealed section that a field stands in. */
export function sealedAround({ container }: ScopedField): ScopedField | undefined {
  return container && (container.definition.type === 'sealed' ? container : sealedAround(container));
}
