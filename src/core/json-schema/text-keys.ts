import { isIsoDate } from '../calendar.js';
import { patternProblem } from '../pattern.js';
import { bounds, countsOf } from './bounds.js';
import { acceptOf, isFile } from './file-keys.js';
import type { OwnKeys } from './own-keys.js';
import type { Place, ReaderState } from './reader-state.js';
import type { SchemaView } from './schema-view.js';

/** How formats of JSON Schema are asked; `direction` is that of what is typed. */
const formats: Readonly<Record<string, OwnKeys>> = {
  date: { keys: { type: 'date' }, holds: 'date', as: 'date' },
  time: { keys: { type: 'time' }, holds: 'other', as: 'time' },
  'date-time': { keys: { type: 'date' }, holds: 'other', parts: true },
  email: { keys: { type: 'email' }, holds: 'text' },
  'idn-email': { keys: { type: 'email' }, holds: 'text' },
  uri: { keys: { type: 'url' }, holds: 'text' },
  url: { keys: { type: 'url' }, holds: 'text' },
  iri: { keys: { type: 'url' }, holds: 'text' },
  phone: { keys: { type: 'phone', kind: 'any' }, holds: 'text' },
  tel: { keys: { type: 'phone', kind: 'any' }, holds: 'text' },
  uuid: {
    keys: {
      type: 'text',
      direction: 'ltr',
      pattern: '^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
    },
    holds: 'text',
  },
  ipv4: {
    keys: {
      type: 'text',
      direction: 'ltr',
      pattern: '^(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)$',
    },
    holds: 'text',
  },
};
const aliases: Readonly<Record<string, string>> = {
  'iso-time': 'time',
  'iso-date-time': 'date-time',
};

/** What a text is limited to here; JSON Schema has no limit. */
const LONGEST = { text: 1_000, 'long-text': 20_000 } as const;

/** What a text is asked with: by its format, or as text. */
export function textKeys(view: SchemaView, place: Place, state: ReaderState): OwnKeys {
  if (isFile(view))
    return { keys: { type: 'file', maxItems: 1, ...acceptOf(view, state) }, holds: 'files', as: 'file' };
  const widget = place.ui.take('widget');
  const named = String(view.first('format') ?? '');
  const format =
    formats[Object.hasOwn(aliases, named) ? (aliases[named] ?? named) : named] ??
    widgetFormat(widget?.value, place);
  if (format !== undefined && state.types.has(format.keys.type)) {
    const limits = format.keys.type === 'date' ? dateLimits(view, state) : {};
    return { ...format, keys: { ...format.keys, ...limits } };
  }
  if (named !== '') {
    const [found] = view.peek('format');
    state.report(found?.path ?? place.path, 'schema-format', { value: named });
  }
  const isLong = widget?.value === 'textarea' || (!view.has('pattern') && isOfManyLines(view));
  const type = isLong ? 'long-text' : 'text';
  const [pattern, ...patterns] = isLong ? [] : view.take('pattern');
  for (const { path } of patterns) state.report(path, 'schema-second-pattern');
  const { least, most } = lengths(view, LONGEST[type], state);
  return {
    holds: 'text',
    keys: {
      type,
      ...(least !== undefined && { minLength: least }),
      ...(most !== undefined && { maxLength: most }),
      ...(pattern !== undefined && patternKeys(pattern.value, pattern.path, state)),
    },
  };
}

/** What an RJSF widget says beyond what the schema does. */
function widgetFormat(widget: unknown, { ui }: Place): OwnKeys | undefined {
  if (ui.take('inputType')?.value === 'tel' || widget === 'tel') return formats.phone;
  return typeof widget === 'string' && Object.hasOwn(formats, widget) ? formats[widget] : undefined;
}

function patternKeys(pattern: unknown, path: readonly PropertyKey[], { report }: ReaderState): object {
  if (typeof pattern !== 'string') report(path, 'schema-kind');
  else if (patternProblem(pattern) !== undefined) report(path, 'schema-pattern', { value: pattern });
  else return { pattern, ...(isOfDigits(pattern) && { characters: 'digits', direction: 'ltr' }) };
  return {};
}

/** Whether a pattern is one of digits: those of other scripts are typed as well, and are made 0–9. */
function isOfDigits(pattern: string): boolean {
  return /^\^(?:(?:\\d|\[0-9\]|\[\d(?:-\d)?\]|\d)(?:\{\d+(?:,\d*)?\}|[+*?])?)+\$$/.test(pattern);
}

/** Whether a text is meant to be long: nobody writes so much in one line. */
function isOfManyLines(view: SchemaView): boolean {
  return ['minLength', 'maxLength'].some((keyword) =>
    view.peek(keyword).some(({ value }) => typeof value === 'number' && value > ONE_LINE),
  );
}

/** Characters that still stand in one line. */
const ONE_LINE = 300;

/** The tightest of several lengths. */
function lengths(
  view: SchemaView,
  longest: number,
  { report }: ReaderState,
): { readonly least?: number; readonly most?: number } {
  const least = countsOf(view, 'minLength', report);
  const most = countsOf(view, 'maxLength', report);
  const lower = least.length === 0 ? undefined : Math.max(...least);
  const upper = most.length > 0 ? Math.max(1, Math.min(...most, longest)) : undefined;
  const [{ path = [] } = {}] = view.peek('minLength');
  const found = bounds(lower === undefined ? undefined : Math.min(lower, longest), upper, () =>
    report(path, 'schema-empty-range'),
  );
  // A text has a limit of its own where none is said, which a long one must not meet.
  return found.most === undefined && (lower ?? 0) > 100 ? { ...found, most: longest } : found;
}

function dateLimits(view: SchemaView, { report }: ReaderState): object {
  const day = (keyword: string) => {
    const [found] = view.take(keyword);
    if (found === undefined) return undefined;
    if (typeof found.value === 'string' && isIsoDate(found.value)) return found.value;
    report(found.path, 'schema-kind');
    return undefined;
  };
  const [{ path = [] } = {}] = view.peek('formatMinimum');
  const { least, most } = bounds(day('formatMinimum'), day('formatMaximum'), () =>
    report(path, 'schema-empty-range'),
  );
  return { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
}
