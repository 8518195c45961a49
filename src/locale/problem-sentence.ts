import type { FieldDefinition } from '../core/field-type.js';
import type { FieldNode } from '../core/nodes.js';
import { relatedNode } from '../core/relations.js';
import type { FieldSentences } from '../core/sentence.js';
import type { Text } from '../core/text.js';
import { fill } from '../core/text.js';
import type { ProblemTeller, ToldProblem } from './messages.js';

/** The sentence about a problem of a field: the field's own where it has one, then its type's, then the general one. */
export function problemSentence(
  teller: ProblemTeller,
  ...[field, code, { least, most } = {}, ofType, node]: ToldProblem
): string {
  const other = node && relatedNode(node, code);
  const subject = {
    name: teller.text(field.name ?? field.label),
    least: limitText(least, teller),
    most: limitText(most, teller),
    leastCount: typeof least === 'number' ? least : 0,
    mostCount: typeof most === 'number' ? most : 0,
    other: other === undefined ? '' : otherName(other, code, teller),
    otherAnswer: other === undefined ? '' : endText(other, code, teller),
  };
  const own = entry(field.errors ?? {}, code);
  if (own !== undefined) return fill(teller.text(own), subject);
  const { problems } = teller.messages;
  // A code may come from another's receiver: one that is not known means only that something is wrong.
  const sentence =
    entry(ofType?.[teller.language as keyof FieldSentences] ?? {}, code) ??
    entry(problems, `${field.type}.${code}`) ??
    entry(problems, code) ??
    problems.type;
  return sentence?.(subject) ?? code;
}

/** The field, or the item of a list where it is the same field of another item. */
function otherName({ definition, group }: FieldNode, code: string, teller: ProblemTeller): string {
  if (code !== 'not-unique' || group.list === undefined)
    return teller.text(definition.name ?? definition.label);
  // Only lists have items.
  const { itemLabel } = group.list.definition as FieldDefinition & { readonly itemLabel: Text };
  return fill(teller.text(itemLabel), { n: group.list.items.indexOf(group) + 1 });
}

/** The end of another answer that this one must be beyond. */
function endOf({ value }: FieldNode, code: string): string | undefined {
  if (code !== 'not-after' && code !== 'not-before') return undefined;
  const { from, to } = Object(value) as { readonly from?: string; readonly to?: string };
  return (code === 'not-after' ? to : from) ?? String(value);
}

/** A day as limits are told, a time of day as its type shows it: to that, whoever tells is the locale. */
function endText(other: FieldNode, code: string, teller: ProblemTeller): string {
  const end = endOf(other, code);
  if (other.field.kind !== 'time' || end === undefined) return limitText(end, teller);
  return other.type.display(end as never, other.definition as never, teller as never);
}

function limitText(limit: number | string | undefined, teller: ProblemTeller): string {
  if (typeof limit === 'number') return teller.number(limit);
  if (limit === undefined) return '';
  // A time of day is for its type to say.
  if (!/^\d{4}-/.test(limit)) return limit;
  return teller.messages.calendars.inFirst(limit, 'gregory', teller.shown.calendar);
}

/** What an object itself holds under a key, nothing of what all objects have. */
function entry<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
