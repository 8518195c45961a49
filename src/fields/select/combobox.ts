import type { Option } from '../../core/field-type.js';
import type { FieldNode } from '../../core/nodes.js';
import { searchOf } from '../../core/option-search.js';
import { selectWordsOf } from '../../locale/select-words.js';
import type { FormContext } from '../field-view.js';
import { startAround, startAt } from './list-window.js';
import { listState } from './option-list.js';
import type { SelectInput } from './select.type.js';

/** Height of an option in pixels until one has been seen. */
const USUAL_ROW = 48;

/** How long nobody has typed before the number of results is said, in milliseconds: said at each key, it would drown the keys. */
const PAUSE = 400;

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** The list of one field while it is used: whether it is open, what is found in it, and which option the keys are at. */
export class Combobox {
  isOpen = false;
  /** Position among what was found; -1 where the keys are in the box. */
  active = -1;
  /** The first option that is on the page. */
  start = 0;
  row = USUAL_ROW;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  /** Positions of the options that what is typed finds. */
  found({ definition, input }: FieldNode): readonly number[] {
    return definition.options === undefined
      ? []
      : searchOf(definition.options).find((input as SelectInput).typed ?? '');
  }

  /** Opens the list at what was chosen, or at an end of it. */
  open(node: FieldNode, form: FormContext, box: Element, at: 'chosen' | 'first' | 'last' = 'chosen'): void {
    const found = this.found(node);
    const { options = [] } = node.definition;
    const chosen = found.findIndex((index) => options[index]?.value === node.answer);
    const end = at === 'last' ? found.length - 1 : 0;
    this.isOpen = true;
    this.#goTo(at === 'chosen' || chosen >= 0 ? chosen : end, node, form, box);
    listOf(box)?.scrollIntoView({ block: 'nearest' });
    // Whoever types now looks for something else than what was chosen.
    if (node.answer !== undefined) (box as HTMLInputElement).select();
    this.#announceCount(node, form);
  }

  close(node: FieldNode, form: FormContext): void {
    clearTimeout(this.#announcing);
    if (!this.isOpen) return;
    this.isOpen = false;
    this.active = -1;
    form.engine.look([node]);
  }

  /** To be called when something was typed: the list opens with what that finds. */
  typed(node: FieldNode, form: FormContext, box: Element): void {
    this.isOpen = true;
    this.active = -1;
    this.start = 0;
    const list = listOf(box);
    if (list !== null) list.scrollTop = 0;
    this.#announceCount(node, form);
  }

  /** What a key does; true where the browser is not to do what it usually does. */
  key({ key, altKey }: KeyboardEvent, node: FieldNode, form: FormContext, box: Element): boolean {
    const count = this.found(node).length;
    const last = count - 1;
    if (!this.isOpen) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
      this.open(node, form, box, altKey ? 'chosen' : key === 'ArrowDown' ? 'first' : 'last');
      return true;
    }
    switch (key) {
      case 'ArrowDown':
        this.#goTo(this.active >= last ? 0 : this.active + 1, node, form, box);
        return true;
      case 'ArrowUp':
        if (altKey) this.close(node, form);
        else this.#goTo(this.active <= 0 ? last : this.active - 1, node, form, box);
        return true;
      case 'PageDown':
        this.#goTo(Math.min(last, this.active + PAGE), node, form, box);
        return true;
      case 'PageUp':
        this.#goTo(Math.max(0, this.active - PAGE), node, form, box);
        return true;
      case 'Escape':
        this.close(node, form);
        return true;
      case 'Enter':
        // With nothing to take, the list is only in the way: the next press is about the form.
        if (this.active < 0) this.close(node, form);
        else this.take(this.active, node, form);
        return true;
      case 'Tab':
        if (this.active >= 0) this.take(this.active, node, form);
        return false;
      default:
        return false;
    }
  }

  /** Takes the option at a position among what was found. */
  take(position: number, node: FieldNode, form: FormContext): void {
    const option = this.#optionAt(position, node);
    if (option === undefined) return;
    clearTimeout(this.#announcing);
    this.isOpen = false;
    this.active = -1;
    form.engine.input(node, { value: option.value });
    form.changed(node);
    form.announce(selectWordsOf(form.locale).chosen(form.locale.text(option.label)));
  }

  /** To be called when the list was scrolled by hand. */
  scrolled(list: Element, node: FieldNode, form: FormContext): void {
    this.#measure(list);
    const start = startAt(list.scrollTop, this.row, this.found(node).length);
    if (start === this.start) return;
    this.start = start;
    form.engine.look([node]);
  }

  #goTo(position: number, node: FieldNode, form: FormContext, box: Element): void {
    this.active = this.found(node).length === 0 ? -1 : position;
    this.start = startAround(Math.max(0, this.active), this.found(node).length);
    form.engine.look([node]);
    const list = listOf(box);
    const option = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list === null) return;
    this.#measure(list);
    if (option === null || option === undefined) list.scrollTop = 0;
    else keepInSight(option, list);
  }

  /** No option is lower than the lowest that is seen. */
  #measure(list: Element): void {
    const heights = [...list.querySelectorAll<HTMLElement>('[role="option"]')].map(
      ({ offsetHeight }) => offsetHeight,
    );
    const least = Math.min(...heights);
    if (least > 0 && least < Number.POSITIVE_INFINITY) this.row = least;
  }

  #optionAt(position: number, node: FieldNode): Option | undefined {
    const index = this.found(node)[position];
    return index === undefined ? undefined : node.definition.options?.[index];
  }

  #announceCount(node: FieldNode, form: FormContext): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      if (!this.isOpen || listState(node, form) !== 'here') return;
      const words = selectWordsOf(form.locale);
      const count = this.found(node).length;
      form.announce(
        count === 0 ? words.noResult((node.input as SelectInput).typed?.trim() ?? '') : words.results(count),
      );
    }, PAUSE);
  }
}

const comboboxes = new WeakMap<FieldNode, Combobox>();

/** The list of a field. */
export function comboboxOf(node: FieldNode): Combobox {
  const combobox = comboboxes.get(node) ?? new Combobox();
  comboboxes.set(node, combobox);
  return combobox;
}

/** The list that is open below a box. */
function listOf(box: Element): Element | null {
  return box.parentElement?.querySelector('[role="listbox"]') ?? null;
}

function keepInSight(option: HTMLElement, list: Element): void {
  const { offsetTop, offsetHeight } = option;
  if (offsetTop < list.scrollTop) list.scrollTop = offsetTop;
  else if (offsetTop + offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = offsetTop + offsetHeight - list.clientHeight;
}
