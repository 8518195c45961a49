import { bounds, numbersOf } from './bounds.js';
import type { Kind } from './kinds.js';
import type { OwnKeys } from './own-keys.js';
import type { Place, ReaderState } from './reader-state.js';
import type { SchemaView } from './schema-view.js';

/** What a number is asked with. */
export function numberKeys(kind: Kind, view: SchemaView, place: Place, state: ReaderState): OwnKeys {
  place.ui.take('widget');
  let isWhole = kind === 'integer';
  for (const { value, path } of view.take('multipleOf')) {
    if (value === 1) isWhole = true;
    else state.report(path, 'schema-unread', { value: 'multipleOf' });
  }
  const edges = (keyword: string, inclusive: string, step: 1 | -1) => [
    ...numbersOf(view, inclusive, state.report).map(({ value }) => value),
    ...numbersOf(view, keyword, state.report).map(({ value, path }) => {
      if (isWhole) return (step === 1 ? Math.floor(value) : Math.ceil(value)) + step;
      state.report(path, 'schema-exclusive', { value });
      return value;
    }),
  ];
  const lower = edges('exclusiveMinimum', 'minimum', 1);
  const upper = edges('exclusiveMaximum', 'maximum', -1);
  const { least, most } = bounds(
    lower.length === 0 ? undefined : Math.max(...lower),
    upper.length === 0 ? undefined : Math.min(...upper),
    () => state.report(view.sources[0]?.path ?? place.path, 'schema-empty-range'),
  );
  return {
    holds: 'number',
    keys: {
      type: 'number',
      ...(isWhole && { integer: true }),
      ...(least !== undefined && { minimum: least }),
      ...(most !== undefined && { maximum: most }),
    },
  };
}
