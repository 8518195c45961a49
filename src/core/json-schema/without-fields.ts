import type { Condition } from '../condition.js';
import { holds } from '../condition.js';

/**
 * A condition as it is where some fields are never asked: the same one where it names none of them, true or false where
 * nothing else is left to look at.
 */
export function withoutFields(condition: Condition, gone: ReadonlySet<string>): Condition | boolean {
  if (typeof condition === 'string') return condition;
  if ('not' in condition) {
    const inner = withoutFields(condition.not, gone);
    if (typeof inner === 'boolean') return !inner;
    return inner === condition.not ? condition : { not: inner };
  }
  if ('all' in condition) return joinedWithout('all', condition, condition.all, gone);
  if ('any' in condition) return joinedWithout('any', condition, condition.any, gone);
  return gone.has(condition.field) ? holds(condition, {}, () => undefined) : condition;
}

function joinedWithout(
  how: 'all' | 'any',
  condition: Condition,
  parts: readonly Condition[],
  gone: ReadonlySet<string>,
): Condition | boolean {
  /** What one part decides for all of them. */
  const deciding = how === 'any';
  const left = parts.map((part) => withoutFields(part, gone));
  if (left.includes(deciding)) return deciding;
  const open = left.filter((part) => typeof part !== 'boolean');
  const [first, ...others] = open;
  if (first === undefined) return !deciding;
  if (others.length === 0 && parts.length > 1) return first;
  if (open.length === parts.length && open.every((part, index) => part === parts[index])) return condition;
  return how === 'any' ? { any: open } : { all: open };
}
