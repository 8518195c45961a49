import { LONGEST_TEXT } from '../text.js';
import type { JsonObject, Path } from './schema-view.js';
import { isObject } from './schema-view.js';

export type UiReport = (path: Path, code: string, params?: Readonly<Record<string, string | number>>) => void;

/** Widgets of RJSF that say what is done anyway, or that are done. */
const widgets: ReadonlySet<unknown> = new Set([
  ...['text', 'textarea', 'password', 'hidden', 'email', 'uri', 'url', 'tel', 'file', 'files'],
  ...['radio', 'select', 'checkbox', 'checkboxes', 'updown', 'range'],
  ...['date', 'datetime', 'date-time', 'alt-date', 'alt-datetime', 'time'],
]);

/** What an RJSF `uiSchema` says about one value: its `ui:` keys, and what is under `ui:options`. */
export class UiHints {
  readonly #json: JsonObject;
  readonly #path: Path;
  readonly #report: UiReport;
  readonly #used = new Set<string>();
  readonly #inner = new Map<string, UiHints>();

  constructor(json: unknown, path: Path, report: UiReport) {
    this.#json = isObject(json) ? json : {};
    this.#path = path;
    this.#report = report;
    if (json !== undefined && !isObject(json))
      report(path, 'ui-unread', { value: String(path.at(-1) ?? '') });
  }

  /** A hint such as `widget`; it counts as read from now on. */
  take(name: string): { readonly value: unknown; readonly path: Path } | undefined {
    const places = [
      [this.#json, [`ui:${name}`]],
      [isObject(this.#json['ui:options']) ? this.#json['ui:options'] : {}, ['ui:options', name]],
    ] as const;
    for (const [json, path] of places) {
      const key = path.at(-1) ?? '';
      if (!Object.hasOwn(json, key)) continue;
      this.#used.add(path.join('\u0000'));
      return { value: json[key], path: [...this.#path, ...path] };
    }
    return undefined;
  }

  /** A hint that is a text. */
  text(name: string): string | undefined {
    const { value } = this.take(name) ?? {};
    return typeof value === 'string' && value.trim() !== '' ? value.slice(0, LONGEST_TEXT) : undefined;
  }

  /** What is said about a property, or about the items of an array. */
  inner(name: string): UiHints {
    let inner = this.#inner.get(name);
    if (inner === undefined) {
      inner = new UiHints(
        Object.hasOwn(this.#json, name) ? this.#json[name] : undefined,
        [...this.#path, name],
        this.#report,
      );
      this.#inner.set(name, inner);
    }
    return inner;
  }

  tell(path: Path, code: string, params?: Readonly<Record<string, string | number>>): void {
    this.#report(path, code, params);
  }

  /** Tells every hint that nobody has read, and a widget that nobody knows. */
  finish(): void {
    const { 'ui:options': options } = this.#json;
    const widget = this.take('widget');
    if (widget !== undefined && !widgets.has(widget.value))
      this.tell(widget.path, 'ui-unread', { value: String(widget.value) });
    for (const key of Object.keys(this.#json)) {
      if (key === 'ui:options' && isObject(options)) continue;
      const inner = this.#inner.get(key);
      if (inner === undefined && !this.#used.has(key)) this.#unread([key]);
    }
    for (const key of Object.keys(isObject(options) ? options : {}))
      if (!this.#used.has(`ui:options\u0000${key}`)) this.#unread(['ui:options', key]);
    for (const inner of this.#inner.values()) inner.finish();
  }

  #unread(path: Path): void {
    this.#report([...this.#path, ...path], 'ui-unread', { value: String(path.at(-1)) });
  }
}
