import { noChange } from 'lit';

import { AsyncDirective } from 'lit/async-directive.js';
import type { PartInfo } from 'lit/directive.js';
import { directive } from 'lit/directive.js';

/** Draws the content of one slot; the same `stamp` as before means that nothing about it has changed. */
export interface Drawing {
  /** What the slot stands for: a field, or the name of a region. */
  readonly key: unknown;
  /** The registry that can draw it anew by itself. */
  readonly slots: Slots;
  /** Changes when everything must be drawn anew, as after a change of language. */
  readonly stamp: unknown;
  readonly draw: () => unknown;
}

/** What can draw the content of some slots anew. */
interface Refreshable<Key> {
  refresh(key: Key): void;
}

/**
 * The parts of a form that are drawn anew by themselves: each field, the error summary, the progress. A keystroke
 * touches the slots it concerns and never the template of the page, so its cost does not grow with the form.
 */
export class Slots {
  readonly #slots = new Map<unknown, Refreshable<never>>();

  /** Draws one slot anew, if it is on the page. */
  refresh(key: unknown): void {
    this.#slots.get(key)?.refresh(key as never);
  }

  enter<Key>(key: Key, slot: Refreshable<Key>): void {
    this.#slots.set(key, slot);
  }

  leave<Key>(key: Key, slot: Refreshable<Key>): void {
    if (this.#slots.get(key) === slot) this.#slots.delete(key);
  }
}

class Slot extends AsyncDirective {
  #drawing: Drawing | undefined;

  override render(drawing: Drawing): unknown {
    return drawing.draw();
  }

  override update(_part: PartInfo, [drawing]: [Drawing]): unknown {
    const last = this.#drawing;
    this.#drawing = drawing;
    if (last !== undefined && last.key === drawing.key && last.stamp === drawing.stamp) return noChange;
    if (last !== undefined) last.slots.leave(last.key, this);
    drawing.slots.enter(drawing.key, this);
    return drawing.draw();
  }

  refresh(): void {
    if (this.#drawing !== undefined) this.setValue(this.#drawing.draw());
  }

  override disconnected(): void {
    this.#drawing?.slots.leave(this.#drawing.key, this);
  }

  override reconnected(): void {
    if (this.#drawing === undefined) return;
    this.#drawing.slots.enter(this.#drawing.key, this);
    this.refresh();
  }
}

/** Content that can be drawn anew without the template around it. */
export const slot = directive(Slot);
