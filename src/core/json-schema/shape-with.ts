import type { DataShape } from '../data-shape.js';
import type { WrittenField } from './reader-state.js';

/** A shape without the fields that are not among these. */
export function shapeWith(fields: readonly WrittenField[], shape: DataShape): DataShape {
  return kept(shape, inScope(fields)) ?? { object: {} };
}

/** Fields that share one scope: those of sections are not apart. */
function inScope(fields: readonly WrittenField[]): ReadonlyMap<string, WrittenField> {
  const found = new Map<string, WrittenField>();
  const add = (field: WrittenField): void => {
    if (field.type === 'section') field.fields?.forEach(add);
    else found.set(field.id, field);
  };
  fields.forEach(add);
  return found;
}

function kept(shape: DataShape, fields: ReadonlyMap<string, WrittenField>): DataShape | undefined {
  if ('field' in shape) {
    const field = fields.get(shape.field);
    if (field === undefined || shape.items === undefined) return field && shape;
    return { ...shape, items: kept(shape.items, inScope(field.fields ?? [])) };
  }
  if ('dateTime' in shape) return shape.dateTime.every((id) => fields.has(id)) ? shape : undefined;
  if ('any' in shape) {
    const any = shape.any.flatMap((inner) => kept(inner, fields) ?? []);
    return any.length <= 1 ? any[0] : { any };
  }
  if ('array' in shape) return { array: shape.array.map((inner) => kept(inner, fields) ?? { value: null }) };
  if (!('object' in shape)) return shape;
  const entries = Object.entries(shape.object).flatMap(([name, inner]) => {
    const own = kept(inner, fields);
    return own === undefined ? [] : [[name, own] as const];
  });
  return { ...shape, object: Object.fromEntries(entries) };
}
