import { takeHandlers } from './handlers.js';

/**
 * Makes an element on the page the same as one that was drawn anew, by changing what differs and nothing else: what has
 * the focus keeps it, and the caret stays where it is. Parts of the two belong together by id and kind, and by
 * `data-key` where one thing must not become another.
 */
export function morph(element: Element, drawn: Element): void {
  if (element.isEqualNode(drawn)) {
    takeStates(element, drawn);
    return;
  }
  morphAttributes(element, drawn);
  morphChildren(element, drawn);
  takeHandlers(element, drawn);
  takeState(element, drawn);
}

function morphAttributes(element: Element, drawn: Element): void {
  for (const { name, value } of drawn.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (element.attributes.length === drawn.attributes.length) return;
  for (const { name } of [...element.attributes]) {
    // Whether a text is unfolded is for the person to say.
    if (!drawn.hasAttribute(name) && !(name === 'open' && element.localName === 'details')) {
      element.removeAttribute(name);
    }
  }
}

function morphChildren(element: Element, drawn: Element): void {
  let at = element.firstChild;
  for (let child = drawn.firstChild; child !== null; child = child.nextSibling) {
    const same = isElement(child) ? sameFrom(at, child) : at !== null && !isElement(at) ? at : undefined;
    if (same === undefined) {
      element.insertBefore(copyOf(child), at);
      continue;
    }
    while (at !== same) at = removed(at as ChildNode);
    if (isElement(same)) morph(same, child as Element);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
    at = same.nextSibling;
  }
  while (at !== null) at = removed(at);
}

/** What was drawn may be drawn on again: of it nothing goes onto the page itself. */
function copyOf(child: ChildNode): Node {
  const copy = child.cloneNode(true);
  if (isElement(copy)) takeStates(copy, child as Element);
  return copy;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function sameFrom(start: ChildNode | null, child: Element): (Element & ChildNode) | undefined {
  for (let at = start; at !== null; at = at.nextSibling) {
    if (!isElement(at) || at.localName !== child.localName || at.id !== child.id) continue;
    if (at.getAttribute('data-key') === child.getAttribute('data-key')) return at;
  }
  return undefined;
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** What is no part of the markup, in all that is inside two elements of the same markup. */
function takeStates(element: Element, drawn: Element): void {
  takeHandlers(element, drawn);
  takeState(element, drawn);
  if (element.localName === 'select' || element.firstElementChild === null) return;
  const inner = element.getElementsByTagName('*');
  const drawnInner = drawn.getElementsByTagName('*');
  for (let index = 0; index < drawnInner.length; index += 1) {
    takeHandlers(inner[index] as Element, drawnInner[index] as Element);
    takeState(inner[index] as Element, drawnInner[index] as Element);
  }
}

/** What a native control holds is no attribute. */
function takeState(element: Element, drawn: Element): void {
  switch (element.localName) {
    case 'input': {
      const { type } = element as HTMLInputElement;
      if (type === 'radio' || type === 'checkbox') takeProperty('checked', element, drawn);
      else if (type !== 'file') takeProperty('value', element, drawn);
      break;
    }
    case 'textarea':
    case 'select':
      takeProperty('value', element, drawn);
  }
}

function takeProperty(name: 'checked' | 'value', element: Element, drawn: Element): void {
  const control = element as unknown as Record<typeof name, unknown>;
  const now = (drawn as unknown as typeof control)[name];
  // Set to what it is, it would move the caret.
  if (control[name] !== now) control[name] = now;
}
