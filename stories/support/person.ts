import '../../src/define.js';
import type { TaafiForm } from '../../src/index.js';
import { until } from './until.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Somebody who fills in a form: by its own controls, and by the events a browser sends for them. */
export class Person {
  readonly form: TaafiForm;

  constructor(form: TaafiForm) {
    this.form = form;
  }

  /** Waits for the form, if there are several the first, until it can be filled in. */
  static async at(
    canvas: ParentNode,
    selector = 'taafi-form, taafi-support-request, taafi-data-declaration, taafi-satisfaction-survey',
  ): Promise<Person> {
    const form = await until(() => canvas.querySelector<TaafiForm>(selector), selector);
    const person = new Person(form);
    // An element whose class is on its way has no page either.
    await until(() => form.page, 'a page');
    await person.seen('[part~="title"]');
    return person;
  }

  /** The form's own root. */
  get root(): ShadowRoot {
    const { shadowRoot } = this.form;
    if (shadowRoot === null) throw new Error('The form has no root yet.');
    return shadowRoot;
  }

  /** All that can be read in the form now, in one line. */
  get text(): string {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden or left out on the screen must not count.
    return (this.root.querySelector<HTMLElement>('.root')?.innerText ?? '').replace(/\s+/g, ' ');
  }

  /** The element of the form's root that has the focus. */
  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** The first element that matches, or an error that says which one was not there. */
  find<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.root.querySelector<Found>(selector);
    if (found === null) throw new Error(`There is no ${selector} in the form.`);
    return found;
  }

  seen<Found extends Element = HTMLElement>(selector: string): Promise<Found> {
    return until(() => this.root.querySelector<Found>(selector), selector);
  }

  unseen(selector: string): Promise<unknown> {
    return until(() => this.root.querySelector(selector) === null, `the end of ${selector}`);
  }

  /** A control by its name, which is the path of the answer; of several the one with the value. */
  control(name: string, value?: string): Control {
    const wanted = value === undefined ? '' : `[value="${CSS.escape(value)}"]`;
    return this.find<Control>(`[name="${name}"]${wanted}`);
  }

  /** Fills a box or a native list at once, as the browser's own autofill does. */
  async fill(name: string, text: string): Promise<void> {
    const control = this.control(name);
    control.value = text;
    told(control);
    await this.form.updateComplete;
  }

  /** Takes a radio button, or ticks or unticks a box. */
  async take(name: string, value?: string): Promise<void> {
    this.control(name, value).click();
    await this.form.updateComplete;
  }

  /** Chooses files of the device, and waits until the form has looked at them. */
  async attach(name: string, ...files: readonly File[]): Promise<void> {
    const input = this.control(name) as HTMLInputElement;
    const before = this.root.querySelectorAll('.files li').length;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    told(input);
    const listed = () => this.root.querySelectorAll('.files li').length;
    const isBusy = () => this.root.querySelector('.files [aria-busy]') !== null;
    await until(() => listed() === before + files.length && !isBusy(), 'the files');
    await this.form.updateComplete;
  }

  /** Presses the one main button of the page. */
  async goOn(): Promise<void> {
    await this.press('[part~="primary"]');
  }

  async press(selector: string): Promise<void> {
    (await this.seen(selector)).click();
    await this.form.updateComplete;
  }

  /** Presses the main button, which must lead to this page. */
  async goOnTo(page: string): Promise<void> {
    await this.goOn();
    await this.isOn(page);
  }

  /** Goes on, answering nothing, until a page is shown. */
  async goFarTo(page: string): Promise<void> {
    while (this.form.page !== page) {
      const { page: before } = this.form;
      await this.goOn();
      await until(() => this.form.page !== before, `another page than ${before}`);
      await this.seen('[part~="title"]');
    }
    await this.unseen('.awaited');
  }

  /** Waits until a page is shown. */
  async isOn(page: string): Promise<void> {
    await until(() => this.form.page === page, `the page ${page}, not ${this.form.page}`);
    await this.form.updateComplete;
    await this.seen('[part~="title"]');
  }

  /** Presses the main button, which must lead nowhere but to the list of problems. */
  async isStopped(): Promise<void> {
    await this.goOn();
    await this.seen('#errors');
  }
}

/** What the browser says when a control has been changed. */
function told(control: Control): void {
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
