/** What an element does on an event; where it is drawn anew, the newer ones take the place of these. */
class Handlers {
  readonly #element: Element;
  readonly #byType = new Map<string, EventListener>();

  constructor(element: Element) {
    this.#element = element;
  }

  set(type: string, handler: EventListener): void {
    this.#byType.set(type, handler);
    this.#element.addEventListener(type, this);
  }

  take(others: Handlers): void {
    for (const [type, handler] of others.#byType) this.set(type, handler);
  }

  handleEvent(event: Event): void {
    this.#byType.get(event.type)?.call(this.#element, event);
  }
}

const handlers = new WeakMap<Element, Handlers>();

/** The handlers of an element, to set one. */
export function handlersOf(element: Element): Handlers {
  let found = handlers.get(element);
  if (found === undefined) {
    found = new Handlers(element);
    handlers.set(element, found);
  }
  return found;
}

/** Has an element do from now on what another one would. */
export function takeHandlers(element: Element, from: Element): void {
  const newer = handlers.get(from);
  if (newer !== undefined) handlersOf(element).take(newer);
}
