import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inArabDigits } from '../../locale/arab-digits.js';

/** An element that can show its numbers in Arabic-Indic digits. */
export interface NumeralsHost extends ReactiveControllerHost, HTMLElement {
  readonly numerals: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What is read of an element beside its texts. */
const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt'];

const followed = new WeakSet<NumeralsHost>();

/** Shows the numbers of an element in Arabic-Indic digits from now on, as long as its `numerals` are `arab`. */
export function followNumerals(host: NumeralsHost): void {
  if (followed.has(host)) return;
  followed.add(host);
  new ArabNumerals(host);
}

/**
 * Writes Arabic-Indic digits where an element has drawn Latin ones, before they are painted: in Arabic, in all that is read.
 * Nothing that is stored, sent or sealed passes here. What is marked `translate="no"` stays to the letter: what people
 * wrote, what they sign, codes.
 */
class ArabNumerals implements ReactiveController {
  readonly #host: NumeralsHost;
  readonly #observer = new MutationObserver((records) => this.#follow(records));
  /** What stood in a text or an attribute, and what stands there instead: to be put back. */
  readonly #written = new WeakMap<Node, { readonly drawn: string; readonly shown: string }>();
  #isOn = false;

  constructor(host: NumeralsHost) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const isOn = this.#host.numerals === 'arab';
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    const { renderRoot } = this.#host;
    this.#observer.disconnect();
    this.#write(renderRoot);
    if (!isOn) return;
    this.#observer.observe(renderRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['lang', ...spoken],
    });
  }

  #follow(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (type === 'childList') for (const added of addedNodes) this.#write(added);
      else if (type === 'characterData') this.#writeInto(target, target.parentElement);
      else if (attributeName === 'lang') this.#write(target);
      else this.#writeAttributes(target as Element);
    }
    // Its own writing is none to follow.
    this.#observer.takeRecords();
  }

  /** Brings all that is read below a node, and of it, to the digits that are wanted. */
  #write(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
      if (node instanceof Element) this.#writeAttributes(node);
      else if (node instanceof Text) this.#writeInto(node, node.parentElement);
    }
  }

  #writeAttributes(element: Element): void {
    for (const name of spoken) {
      const attribute = element.getAttributeNode(name);
      if (attribute !== null) this.#writeInto(attribute, element);
    }
  }

  #writeInto(words: Node, element: Element | null): void {
    const { nodeValue } = words;
    if (nodeValue === null || element === null) return;
    const written = this.#written.get(words);
    const drawn = written?.shown === nodeValue ? written.drawn : nodeValue;
    const shown = this.#isOn && /\d/.test(drawn) && isForDigits(element) ? inArabDigits(drawn) : drawn;
    if (shown === drawn) this.#written.delete(words);
    else this.#written.set(words, { drawn, shown });
    if (shown !== nodeValue) words.nodeValue = shown;
  }
}

/** Whether what an element says is Arabic, and nobody's own. What is typed into a box is no text of the page. */
function isForDigits(element: Element): boolean {
  const { lang = '' } = element.closest<HTMLElement>('[lang]') ?? {};
  return lang.startsWith('ar') && element.closest('[translate="no"], textarea, style') === null;
}
