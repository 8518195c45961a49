import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/status-tracker/define.js';
import type { TaafiStatusTracker } from '../../../src/elements/status-tracker/status-tracker.js';
import type { Line } from '../../../src/transport/world.js';
import type { Answer, Asked } from '../../../stories/support/pretended-tracking.js';
import { pretendedWorld } from '../../../stories/support/pretended-tracking.js';
import { until } from '../../../stories/support/until.js';

type Responder = (asked: Asked) => Answer | Promise<Answer>;

/** A receiver that says what a test wants it to, and a clock that goes on when the test says so. */
export class Receiver {
  readonly asked: Asked[] = [];
  #now = Date.parse('2026-12-01T07:42:00.000Z');
  #waits: { readonly at: number; readonly wake: () => void }[] = [];
  /** What is answered from now on. */
  respond: Responder;

  constructor(respond: Responder) {
    this.respond = respond;
  }

  /** What was asked of one address. */
  to(path: string, method = 'POST'): Asked[] {
    return this.asked.filter((asked) => asked.path === path && asked.method === method);
  }

  /** How often the page has looked again. */
  get looks(): number {
    return this.to('api/track', 'GET').length;
  }

  readonly clock = (): Date => new Date(this.#now);

  get world(): Partial<Line> {
    return {
      ...pretendedWorld((asked) => {
        this.asked.push(asked);
        return this.respond(asked);
      }),
      wait: (milliseconds, signal) =>
        new Promise((resolve) => {
          const wait = { at: this.#now + milliseconds, wake: () => resolve(undefined) };
          this.#waits.push(wait);
          signal.addEventListener('abort', () => {
            this.#waits = this.#waits.filter((other) => other !== wait);
          });
        }),
    };
  }

  /** Lets time go by, and everything that waits for it happen. */
  async pass(seconds: number): Promise<void> {
    this.#now += seconds * 1000;
    const due = this.#waits.filter(({ at }) => at <= this.#now);
    this.#waits = this.#waits.filter((wait) => !due.includes(wait));
    for (const { wake } of due) wake();
    await settled();
  }
}

/** All that was begun is done, also where the machine has much else to do. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A person at the page of a tracker. */
export class Visitor {
  readonly element: TaafiStatusTracker;

  constructor(element: TaafiStatusTracker) {
    this.element = element;
  }

  static async at(receiver: Receiver, { lang = 'en', reference = '' } = {}): Promise<Visitor> {
    const element = await fixture<TaafiStatusTracker>(
      html`<taafi-status-tracker
        lang=${lang}
        reference=${reference}
        .clock=${receiver.clock}
        .world=${receiver.world}
      ></taafi-status-tracker>`,
    );
    const visitor = new Visitor(element);
    await until(() => element.shadowRoot?.querySelector('.root'), 'the page');
    return visitor;
  }

  find<Found extends HTMLElement>(selector: string): Found | null {
    return this.element.shadowRoot?.querySelector<Found>(selector) ?? null;
  }

  get text(): string {
    return (this.find('.root')?.textContent ?? '').replace(/\s+/g, ' ');
  }

  get said(): string {
    return this.find('[role="status"]')?.textContent ?? '';
  }

  get focused(): string {
    return this.element.shadowRoot?.activeElement?.id ?? '';
  }

  async see(text: string): Promise<void> {
    await until(() => this.text.includes(text), `the words “${text}” in: ${this.text}`);
  }

  async type(id: string, text: string): Promise<void> {
    const find = () => this.find<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
    await until(() => find() !== null, `the box ${id}`);
    const box = find() as HTMLInputElement;
    box.focus();
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await this.element.updateComplete;
  }

  async press(name: string, within = '.root'): Promise<void> {
    const buttons = [...(this.find(within)?.querySelectorAll('button') ?? [])];
    const button = buttons.find(({ textContent }) => textContent?.trim() === name);
    expect(button, `a button “${name}”`).not.to.equal(undefined);
    button?.focus();
    button?.click();
    await settled();
  }

  async lookUp(reference = '48291730561249', factor = '1405'): Promise<void> {
    await this.type('reference', reference);
    await this.type('factor', factor);
    this.find('.primary')?.click();
    await settled();
  }

  async give(id: string, ...files: File[]): Promise<void> {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    const input = this.find<HTMLInputElement>(`#${id}`);
    if (input === null) throw new Error(`There is no box ${id}.`);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  }
}
