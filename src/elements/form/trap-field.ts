import { laterWordsOf } from '../../locale/later-words.js';

/**
 * A field that no person finds: out of sight, out of the order of the Tab key, hidden from assistive technology and from whatever fills
 * forms in. Programs that fill in every field fill it in as well. It is no part of the form's answers.
 */
export class TrapField {
  readonly #input = document.createElement('input');

  /** Puts it beside everything else in the root of an element. */
  constructor(root: ParentNode, language: string) {
    const label = document.createElement('label');
    label.lang = language;
    // Only where no style sheet is: whoever sees it there reads what to do.
    label.append(`${laterWordsOf({ language }).leaveEmpty} `, this.#input);
    this.#input.type = 'text';
    this.#input.name = 'homepage';
    this.#input.tabIndex = -1;
    this.#input.autocomplete = 'off';
    for (const name of ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type'])
      this.#input.setAttribute(name, name === 'data-form-type' ? 'other' : 'true');
    const box = document.createElement('div');
    box.setAttribute('aria-hidden', 'true');
    // Clipped, since programs look for what is not displayed. By the object model: a strict policy allows no style attributes.
    for (const [property, value] of [
      ['position', 'absolute'],
      ['inline-size', '1px'],
      ['block-size', '1px'],
      ['overflow', 'hidden'],
      ['clip-path', 'inset(50%)'],
      ['white-space', 'nowrap'],
    ] as const)
      box.style.setProperty(property, value);
    box.append(label);
    root.append(box);
  }

  get isFilled(): boolean {
    return this.#input.value !== '';
  }
}
