import { cleanLine, cleanParagraphs } from '../../core/characters.js';
import type { Locale } from '../../core/locale.js';
import type { GivenLine } from '../../fields/given/given.type.js';

/** Lines of what a page gives: lines already, or an object of any depth whose keys are the labels. */
export function linesOfData(data: unknown, locale: Locale): readonly GivenLine[] {
  if (Array.isArray(data)) return data.flatMap((line) => lineGiven(line, locale));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([label, value]) => linesUnder(label, value, locale));
}

/** Lines of the controls of a form on the page, as a person reads them. What is hidden or secret is left out. */
export function linesOfForm(form: HTMLFormElement, locale: Locale): readonly GivenLine[] {
  const lines: GivenLine[] = [];
  const groups = new Set<string>();
  for (const control of form.elements) {
    if (!isControl(control) || control.matches(':disabled') || control.name === '' || !isSeen(control))
      continue;
    const isGroup = control.type === 'radio' || control.type === 'checkbox';
    if (isGroup && groups.has(control.name)) continue;
    groups.add(control.name);
    const value = isGroup ? chosenIn(form, control.name, locale) : textOf(control, locale);
    const label = isGroup ? groupLabel(form, control as HTMLInputElement) : labelOf(control);
    lines.push(...lineOf({ label: label || control.name, value }));
  }
  return lines;
}

type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const silent = new Set(['hidden', 'password', 'submit', 'button', 'reset', 'image']);

function isControl(element: Element): element is FormControl {
  const isOne = ['input', 'select', 'textarea'].includes(element.localName);
  return isOne && !silent.has((element as FormControl).type);
}

/** Whether a person can see a control, or the words he clicks in its place. */
function isSeen(control: FormControl): boolean {
  return [control, ...(control.labels ?? [])].some((element) => element.getClientRects().length > 0);
}

function textOf(control: FormControl, locale: Locale): string {
  if (control instanceof HTMLSelectElement)
    return several(
      Array.from(control.selectedOptions, ({ value, text }) => (value === '' ? '' : text)),
      locale,
    );
  if (control instanceof HTMLInputElement && control.files !== null)
    return several(
      Array.from(control.files, ({ name }) => name),
      locale,
    );
  return control.value;
}

function groupOf(form: HTMLFormElement, name: string): readonly HTMLInputElement[] {
  return Array.from(form.elements).filter(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement && element.name === name,
  );
}

function chosenIn(form: HTMLFormElement, name: string, locale: Locale): string {
  const group = groupOf(form, name);
  const chosen = group.filter(({ checked }) => checked);
  // A box that stands alone is its own question.
  if (group.length === 1) return chosen.length === 1 ? locale.yes : '';
  return several(
    chosen.map((control) => labelOf(control) || control.value),
    locale,
  );
}

function groupLabel(form: HTMLFormElement, control: HTMLInputElement): string {
  if (groupOf(form, control.name).length === 1) return labelOf(control);
  return wordsOf(control.closest('fieldset')?.querySelector('legend')) || control.name;
}

function labelOf(control: FormControl): string {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = control.getRootNode() as Document | ShadowRoot;
  const named = ids.map((id) => wordsOf(root.getElementById(id))).join(' ');
  return named || control.getAttribute('aria-label') || wordsOf(control.labels?.[0]);
}

/** The words of a label, without those of a control inside it. */
function wordsOf(label: Element | null | undefined): string {
  if (label === null || label === undefined) return '';
  const copy = label.cloneNode(true) as Element;
  for (const inner of copy.querySelectorAll('input, select, textarea, button')) inner.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** What stands in a list of lines: without a value it is a heading. */
function lineGiven(line: unknown, locale: Locale): readonly GivenLine[] {
  const { label, value } = Object(line) as Partial<Record<'label' | 'value', unknown>>;
  const words = textFor(label, locale);
  return value === undefined ? lineOf({ label: words }) : linesUnder(words, value, locale);
}

function linesUnder(label: string, value: unknown, locale: Locale): readonly GivenLine[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!items.some(isObject)) {
    const texts = items.map((item) => textFor(item, locale));
    return lineOf({ label, value: several(texts, locale) });
  }
  return items.flatMap((item, index) => {
    const name = items.length > 1 ? `${label} ${index + 1}` : label;
    if (!isObject(item) || Array.isArray(item)) return linesUnder(name, item, locale);
    const inner = linesOfData(item, locale);
    return inner.length === 0 ? [] : [...lineOf({ label: name }), ...inner];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textFor(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return value ? locale.yes : locale.no;
  return String(value ?? '');
}

function several(texts: readonly string[], locale: Locale): string {
  const found = texts.filter((text) => text !== '');
  return found.length < 2 ? (found[0] ?? '') : locale.list(found);
}

/** One line, cleaned as what is typed is; none where there is nothing to read in it. */
function lineOf({ label, value }: GivenLine): readonly GivenLine[] {
  const words = cleanLine(label);
  if (words === '') return [];
  if (value === undefined) return [{ label: words }];
  const text = cleanParagraphs(value);
  return text === '' ? [] : [{ label: words, value: text }];
}
