import type { Found, Report, SchemaView } from './schema-view.js';

/** The numbers that a keyword gives; what is no number is told. */
export function numbersOf(
  view: SchemaView,
  keyword: string,
  report: Report,
): readonly (Found & { value: number })[] {
  return view.take(keyword).flatMap((found) => {
    const { value, path } = found;
    if (typeof value === 'number') return [{ ...found, value }];
    report(path, 'schema-kind');
    return [];
  });
}

/** The whole numbers from 0 that a keyword gives: how many there are of something. */
export function countsOf(view: SchemaView, keyword: string, report: Report): readonly number[] {
  return numbersOf(view, keyword, report).flatMap(({ value, path }) => {
    if (Number.isInteger(value) && value >= 0) return [value];
    report(path, 'schema-kind');
    return [];
  });
}

/** Two bounds between which there is something; where there is nothing, that is told and the lower one alone counts. */
export function bounds<Bound extends number | string>(
  least: Bound | undefined,
  most: Bound | undefined,
  tell: () => void,
): { readonly least?: Bound; readonly most?: Bound } {
  const isEmpty = least !== undefined && most !== undefined && least > most;
  if (isEmpty) tell();
  return { ...(least !== undefined && { least }), ...(most !== undefined && !isEmpty && { most }) };
}
