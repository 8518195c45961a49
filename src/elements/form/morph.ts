import { takeHandlers } from './handlers.js';

/**
 * Makes an element on the page the same as one that was drawn anew, by changing what differs and nothing else: what has
 * the focus keeps it, and the caret stays where it is. Parts of the two belong together by id and kind, and by
 * `data-key` where one thing must not become another.
 */
export function morph(element: Element, drawn: Element): void {
  for (const { name, value } of drawn.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  for (const { name } of [...element.attributes]) {
    // Whether a text is unfolded is for the person to say.
    if (!drawn.hasAttribute(name) && !(name === 'open' && element.localName === 'details')) {
      element.removeAttribute(name);
    }
  }
  morphChildren(element, drawn);
  takeHandlers(element, drawn);
  takeState(element, drawn);
}

function morphChildren(element: Element, drawn: Element): void {
  let at = element.firstChild;
  for (const child of [...drawn.childNodes]) {
    const same = child instanceof Element ? sameFrom(at, child) : at instanceof Text ? at : undefined;
    if (same === undefined) {
      element.insertBefore(child, at);
      continue;
    }
    while (at !== same) at = removed(at as ChildNode);
    if (same instanceof Element) morph(same, child as Element);
    else if ((same as Text).data !== (child as Text).data) (same as Text).data = (child as Text).data;
    at = same.nextSibling;
  }
  while (at !== null) at = removed(at);
}

function sameFrom(start: ChildNode | null, child: Element): Element | undefined {
  for (let at = start; at !== null; at = at.nextSibling) {
    if (!(at instanceof Element) || at.localName !== child.localName || at.id !== child.id) continue;
    if (at.getAttribute('data-key') === child.getAttribute('data-key')) return at;
  }
  return undefined;
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** What a native control holds is no attribute. */
function takeState(element: Element, drawn: Element): void {
  if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
    const { checked } = drawn as HTMLInputElement;
    if (element.checked !== checked) element.checked = checked;
  } else if (isBox(element)) {
    const { value } = drawn as typeof element;
    if (element.value !== value) element.value = value;
  }
}

function isBox(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && element.type !== 'file')
  );
}
