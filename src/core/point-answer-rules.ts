import * as z from 'zod/mini';

// The rules for answers by points and places. They stand here and not with their types, for a form is shown before them.

/** One of some numbers, or `notApplicable` where the field offers it. */
export function point(allowed: readonly unknown[]) {
  return z.unknown().check(z.refine((answer) => allowed.includes(answer), 'not-an-option'));
}

/** One of some numbers for each row that was answered; for all of them where the field is required. */
export function pointsByRow(rows: readonly string[], allowed: readonly unknown[], required = false) {
  const row = z.optional(point(allowed));
  return z.strictObject(Object.fromEntries(rows.map((id) => [id, row])), 'type').check(
    z.refine((answer) => {
      const count = Object.keys(answer).length;
      return count > 0 && (!required || count === rows.length);
    }, 'incomplete'),
  );
}

/** Different values, the most important first; as many as there are places where the field is required. */
export function ranked(values: readonly string[], places: number, required = false) {
  return z.array(z.enum(values, 'not-an-option'), 'type').check(
    z.refine((answer) => new Set(answer).size === answer.length, 'type'),
    z.maxLength(places, 'type'),
    z.minLength(required ? places : 1, 'incomplete'),
  );
}
