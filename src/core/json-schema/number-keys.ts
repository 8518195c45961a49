import type { Kind } from './kinds.js';
import type { OwnKeys } from './own-keys.js';
import type { Place, ReaderState } from './reader-state.js';
import type { SchemaView } from './schema-view.js';

/** What a number is asked with. */
export function numberKeys(kind: Kind, view: SchemaView, place: Place, state: ReaderState): OwnKeys {
  place.ui.take('widget');
  let isWhole = kind === 'integer';
  for (const { value, path } of view.take('multipleOf')) {
    if (value === 1 || (isWhole && value === 1)) isWhole = true;
    else state.report(path, 'schema-unread', { value: 'multipleOf' });
  }
  const numbers = (keyword: string) =>
    view.take(keyword).flatMap(({ value, path }) => {
      if (typeof value === 'number') return [{ value, path }];
      state.report(path, 'schema-kind');
      return [];
    });
  const edges = (keyword: string, inclusive: string, step: 1 | -1) => [
    ...numbers(inclusive).map(({ value }) => value),
    ...numbers(keyword).map(({ value, path }) => {
      if (isWhole) return (step === 1 ? Math.floor(value) : Math.ceil(value)) + step;
      state.report(path, 'schema-exclusive', { value });
      return value;
    }),
  ];
  const least = edges('exclusiveMinimum', 'minimum', 1);
  const most = edges('exclusiveMaximum', 'maximum', -1);
  return {
    holds: 'number',
    keys: {
      type: 'number',
      ...(isWhole && { integer: true }),
      ...(least.length > 0 && { minimum: Math.max(...least) }),
      ...(most.length > 0 && { maximum: Math.min(...most) }),
    },
  };
}
