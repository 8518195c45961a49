import assert from 'node:assert/strict';
import type { CDPSession, ElementHandle, Frame, Page } from 'puppeteer-core';
import type { TaafiForm } from '../../src/elements/form/form.js';
import type { SignatureAnswer } from '../../src/fields/signature/signature.type.js';
import type { Answers } from './answers.js';
import { answerAt, isDate, isFiles } from './answers.js';
import { isFirefox } from './browser.js';
import { arabicDigits, dateParts } from './calendars.js';
import { visibleText } from './visible-text.js';
import { until } from './waiting.js';

/** How a person types what he means. */
export interface Manner {
  readonly digits?: 'arabic' | 'latin';
  /** Paths of the files that answers name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What has the focus, as far as a person can tell. */
export interface Focused {
  readonly tag: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly text: string;
}

/** A question as it stands on the page: one control, one group of them, or the button that adds to a list. */
interface Question {
  readonly path: string;
  readonly kind: 'box' | 'select' | 'radio' | 'tick' | 'file' | 'signature' | 'add';
  /** Items of a list that are there already. */
  readonly items: number;
}

/** A form in a window, and what a person can see of it and do with it by pointer and keyboard. */
export class FormPage {
  readonly page: Page;
  readonly tag: string;
  /** Where the form stands: in the page itself, or in a frame of it. */
  readonly #place: Page | Frame;
  #element: ElementHandle<TaafiForm>;
  /** Chromium's own tools, by which a letter can be a key that no keyboard of this machine has. */
  readonly #devtools: CDPSession | undefined;

  private constructor(
    page: Page,
    place: Page | Frame,
    tag: string,
    element: ElementHandle<TaafiForm>,
    devtools: CDPSession | undefined,
  ) {
    this.page = page;
    this.#place = place;
    this.tag = tag;
    this.#element = element;
    this.#devtools = devtools;
  }

  /** Opens an address and waits until the form on it can be filled in. */
  static async open(page: Page, url: string, tag = 'taafi-support-request'): Promise<FormPage> {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return new FormPage(page, page, tag, await readyForm(page, tag), await devtoolsOf(page));
  }

  /** The form of a page that has been opened already, once it can be filled in. */
  static async on(page: Page, tag: string): Promise<FormPage> {
    return new FormPage(page, page, tag, await readyForm(page, tag), await page.createCDPSession());
  }

  /** Waits until the form in a frame of a page can be filled in. */
  static async inFrame(page: Page, frame: Frame, tag = 'taafi-support-request'): Promise<FormPage> {
    return new FormPage(page, frame, tag, await readyForm(frame, tag), await devtoolsOf(page));
  }

  /** After the page has been loaded again. */
  async found(): Promise<void> {
    this.#element = await readyForm(this.#place, this.tag);
  }

  /** Name of the page of the form: the id of a step, or `start`, `review`, `receipt`. */
  name(): Promise<string> {
    return this.#element.evaluate((element) => element.page);
  }

  /** What can be read on the page of the form. */
  text(): Promise<string> {
    return visibleText(this.#place, this.tag);
  }

  /** The text of the first element that a selector finds, or undefined. */
  textOf(selector: string): Promise<string | undefined> {
    return this.#element.evaluate(
      (element, wanted) => element.shadowRoot?.querySelector(wanted)?.textContent?.trim(),
      selector,
    );
  }

  async has(text: string): Promise<void> {
    await until(
      async () => (await this.text()).includes(text),
      async () => `the page says «${text}»:\n${await this.text()}`,
    );
  }

  async isAt(name: string): Promise<void> {
    await until(
      async () => (await this.name()) === name,
      async () => `${name} is shown; it is ${await this.name()}\n${(await this.problems()).join('\n')}`,
    );
  }

  /** The problems in the summary on top, as they are told. */
  problems(): Promise<string[]> {
    return this.#element.evaluate((element) =>
      Array.from(
        element.shadowRoot?.querySelectorAll<HTMLElement>('#errors a') ?? [],
        (link) => link.textContent?.trim() ?? '',
      ),
    );
  }

  /** What has the focus, inside the form too. */
  focused(): Promise<Focused> {
    return this.#place.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const control = focused as HTMLInputElement | null;
      const { host } = (focused?.getRootNode() ?? {}) as ShadowRoot;
      // A control inside a signature is a part of that answer.
      const part = control?.name || control?.id;
      const name = host?.localName === 'taafi-signature' ? `${host.id}.${part}` : control?.name;
      return {
        tag: focused?.localName ?? '',
        id: focused?.id ?? '',
        name: name ?? '',
        type: control?.type ?? '',
        value: String(control?.value ?? ''),
        text: (control?.textContent || control?.labels?.[0]?.textContent || '').trim(),
      };
    });
  }

  /** Waits for the elements of questions that have just come up: what stands below them moves when they come. */
  async hasAllControls(): Promise<void> {
    await until(
      () => this.evaluate((element) => element.shadowRoot?.querySelector(':not(:defined)') === null),
      'every control is there',
    );
  }

  async hasFocusOn(id: string): Promise<void> {
    await until(
      async () => (await this.focused()).id === id,
      async () => `the focus is on ${id}; it is on ${JSON.stringify(await this.focused())}`,
    );
  }

  /** What a box holds now, exactly as it was typed; for a radio group the value that is chosen. */
  valueOf(name: string): Promise<string | undefined> {
    return this.#element.evaluate((element, wanted) => {
      const found = element.shadowRoot?.querySelectorAll<HTMLInputElement>(`[name="${wanted}"]`);
      const controls = Array.from(found ?? []);
      const isGroup = /radio|checkbox/.test(controls[0]?.type ?? '');
      if (!isGroup) return controls[0]?.value;
      return controls
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(',');
    }, name);
  }

  /** Clicks the first visible element that a selector finds, or the one among them that says a text. */
  async click(selector: string, text?: string): Promise<void> {
    const target = await this.#visible(selector, text);
    await this.#press(target);
    // Not waited for: a browser that is on its way to another page answers nothing.
    void target.dispose();
  }

  /** Clicks a button by its words. */
  press(text: string): Promise<void> {
    return this.click('button', text);
  }

  /** Presses the one main button. */
  async pressMain(): Promise<void> {
    await this.click('form > fieldset .primary');
  }

  /** Presses the main button and waits for the next page. */
  async goOn(to?: string): Promise<string> {
    const before = await this.name();
    await this.pressMain();
    const now = await until(
      async () => {
        const name = await this.name();
        return name !== before && name;
      },
      async () =>
        `another page than ${before} is shown\n${(await this.problems()).join('\n')}\n${await this.text()}`,
    );
    if (to !== undefined) assert.equal(now, to);
    await this.hasFocusOn('title');
    return now;
  }

  /** Waits until the main button of a page has led on, or to a list of problems. */
  async settle(from: string): Promise<void> {
    await until(
      async () => (await this.name()) !== from || (await this.focused()).id === 'errors',
      async () => `${from} is left, or problems are told:\n${await this.text()}`,
    );
    if ((await this.name()) !== from) await this.hasFocusOn('title');
  }

  /** Goes back by the form's own button. */
  async goBack(to: string): Promise<void> {
    await this.click('.back');
    await this.isAt(to);
  }

  /** Presses the main button where something is missing, and waits until that is told. */
  async failToGoOn(): Promise<string[]> {
    await this.pressMain();
    await this.hasFocusOn('errors');
    return this.problems();
  }

  /** Answers every question of the page there is an answer to, from top to bottom, also those that come up meanwhile. */
  async fill(answers: Answers, manner: Manner = {}): Promise<void> {
    const done = new Set<string>();
    for (;;) {
      const question = (await this.#questions()).find(({ path, kind, items }) => {
        if (done.has(path)) return false;
        const answer = answerFor(answers, path);
        return kind === 'add' ? items < lengthOf(answer) : answer !== undefined;
      });
      if (question === undefined) return;
      const { path, kind, items } = question;
      if (kind === 'add') await this.#addItem(path, items);
      else {
        done.add(path);
        await this.#answer(question, answerFor(answers, path), manner);
      }
    }
  }

  /** Types into a box, in place of what is there. */
  async type(name: string, text: string): Promise<void> {
    await this.click(`[name="${name}"]`);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('KeyA');
    await this.page.keyboard.up('Control');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.typeOn(text);
  }

  /** Types where the focus is, each letter as a key of a keyboard that has it. */
  async typeOn(text: string): Promise<void> {
    const devtools = this.#devtools;
    if (devtools === undefined) return this.page.keyboard.type(text.replaceAll('\n', ENTER));
    const keys = [...text].flatMap((letter) => {
      const key = letter === '\n' ? 'Enter' : letter;
      const typed = letter === '\n' ? '\r' : letter;
      return [
        devtools.send('Input.dispatchKeyEvent', {
          type: 'keyDown',
          key,
          text: typed,
          unmodifiedText: typed,
        }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
      ];
    });
    await Promise.all(keys);
  }

  /** Chooses in a list by its arrow keys. */
  async choose(name: string, value: string): Promise<void> {
    const select = (await this.#visible(`select[name="${name}"]`)) as ElementHandle<HTMLSelectElement>;
    await select.focus();
    await this.chooseHere(value);
    await select.dispose();
  }

  /** The same in the list that has the focus. */
  async chooseHere(value: string): Promise<void> {
    const steps = await this.#place.evaluate((wanted) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const { options, selectedIndex } = focused as HTMLSelectElement;
      return Array.from(options).findIndex((option) => option.value === wanted) - selectedIndex;
    }, value);
    for (let left = Math.abs(steps); left > 0; left -= 1) {
      await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    }
  }

  /** Attaches a file of this machine, and waits until it is listed. */
  async attach(name: string, path: string): Promise<void> {
    const files = (names: string) =>
      this.#element.evaluate((element, wanted) => {
        const input = element.shadowRoot?.querySelector(`input[name="${wanted}"]`);
        // A photo that is being made ready is not listed yet.
        return input?.closest('.field')?.querySelectorAll('.files li:not([aria-busy])').length ?? 0;
      }, names);
    const before = await files(name);
    const input = (await this.#visible(`input[name="${name}"]`)) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await until(async () => (await files(name)) > before, `${path} is listed under ${name}`);
    await input.dispose();
  }

  /** Calls a function of the test in the page, with the element. */
  evaluate<Result>(look: (element: TaafiForm) => Result): Promise<Awaited<Result>> {
    return this.#element.evaluate(look) as Promise<Awaited<Result>>;
  }

  async #addItem(path: string, items: number): Promise<void> {
    await this.click(`[id="${path}"]`);
    await this.hasFocusOn(`${path}.${items}-title`);
  }

  async #answer({ path, kind }: Question, answer: unknown, manner: Manner): Promise<void> {
    const { digits = 'latin', files = {} } = manner;
    if (kind === 'box') {
      const text = writtenBy(answer);
      await this.type(path, digits === 'arabic' ? arabicDigits(text) : text);
    } else if (kind === 'select') await this.choose(path, String(answer));
    else if (kind === 'signature') await this.#sign(path, answer as SignatureAnswer);
    else if (kind === 'file') {
      assert.ok(isFiles(answer), path);
      for (const { name } of answer) await this.attach(path, files[name] ?? '');
    } else for (const value of valuesOf(answer)) await this.#tick(path, value);
  }

  /** Clicks the words beside a radio button or a box to tick, where it is not chosen yet. */
  async #tick(path: string, value: string): Promise<void> {
    const input = (await this.#visible(
      `[name="${path}"][value="${value}"]`,
    )) as ElementHandle<HTMLInputElement>;
    if (!(await input.evaluate(({ checked }) => checked))) {
      const words = await input.evaluateHandle(
        ({ labels }) => (labels as NodeListOf<HTMLElement>)[0] as HTMLElement,
      );
      await this.#press(words);
      await until(() => input.evaluate(({ checked }) => checked), `${path} ${value} is chosen`);
    }
    await input.dispose();
  }

  /** Signs with the pointer, three strokes across the pad; or types the name where the answer is one. */
  async #sign(path: string, answer: SignatureAnswer): Promise<void> {
    const element = await this.#visible(`taafi-signature[name="${path}"]`);
    const inside = async (selector: string) =>
      until(async () => {
        const handle = await element.evaluateHandle(
          (signature, wanted) => signature.shadowRoot?.querySelector(wanted),
          selector,
        );
        return (handle.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
      }, `${path} has ${selector}`);
    const way = await inside(`[value="${answer.method}"] + span`);
    await way.click();
    if (answer.method === 'typed') {
      await (await inside('#name')).click();
      await this.typeOn(answer.name);
      return;
    }
    const pad = await inside('.pad');
    await pad.scrollIntoView();
    const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const [from, to] of [
      [0.1, 0.5],
      [0.4, 0.9],
      [0.6, 0.7],
    ] as const) {
      await this.page.mouse.move(x + from * width, y + 0.7 * height);
      await this.page.mouse.down();
      await this.page.mouse.move(x + to * width, y + 0.2 * height, { steps: 12 });
      await this.page.mouse.move(x + from * width, y + 0.5 * height, { steps: 12 });
      await this.page.mouse.up();
    }
  }

  /** Clicks something; in a frame only once it stands still, for a frame grows with its form, and nobody hits what moves. */
  async #press(target: ElementHandle<HTMLElement>): Promise<void> {
    // Where the driver looks first and presses later, the page may have moved in between.
    if (isFirefox || this.#place !== this.page) {
      await target.scrollIntoView();
      await until(() => isAtRest(target), 'it stands still');
    }
    await target.click();
  }

  #questions(): Promise<Question[]> {
    return this.#element.evaluate((element) => {
      const found = element.shadowRoot?.querySelectorAll<HTMLInputElement>(
        'form > fieldset [name], fieldset.list > button.secondary',
      );
      return Array.from(found ?? [])
        .filter((control) => control.localName === 'button' || control.checkVisibility())
        .map((control): Question => {
          const { localName, type, id } = control;
          // A signature whose element is on its way has no property yet.
          const name = control.getAttribute('name') ?? '';
          if (localName === 'button') {
            const items = control.parentElement?.querySelectorAll(':scope > .item').length ?? 0;
            return { path: id, kind: 'add', items };
          }
          const kinds = { radio: 'radio', checkbox: 'tick', file: 'file' } as const;
          if (localName === 'taafi-signature') return { path: name, kind: 'signature', items: 0 };
          const kind = localName === 'select' ? 'select' : (kinds[type as 'radio'] ?? 'box');
          return { path: name, kind, items: 0 };
        });
    });
  }

  async #visible(selector: string, text?: string): Promise<ElementHandle<HTMLElement>> {
    const find = async () => {
      const handle = await this.#element.evaluateHandle(
        (element, wanted, words) => {
          const found = element.shadowRoot?.querySelectorAll<HTMLElement>(wanted);
          return Array.from(found ?? []).find(
            (one) =>
              one.checkVisibility() &&
              (words === undefined || one.textContent?.trim().replace(/\s+/g, ' ') === words),
          );
        },
        selector,
        text,
      );
      return (handle.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
    };
    return until(
      find,
      async () => `there is ${selector} ${text ?? ''} on ${await this.name()}:\n${await this.text()}`,
    );
  }
}

/** Whether something stands where it stood a moment ago, by the window and not only by its frame. */
async function isAtRest(target: ElementHandle): Promise<boolean> {
  const before = await target.boundingBox();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const after = await target.boundingBox();
  return before !== null && before.x === after?.x && before.y === after.y;
}

/** The key beside the letters, in WebDriver; Puppeteer's own name is that of the number pad in Firefox. */
const ENTER = '\uE006';

async function devtoolsOf(page: Page): Promise<CDPSession | undefined> {
  return isFirefox ? undefined : page.createCDPSession();
}

async function readyForm(page: Page | Frame, tag: string): Promise<ElementHandle<TaafiForm>> {
  return until(async () => {
    const handle = await page.evaluateHandle((wanted) => {
      const element = document.querySelector<HTMLElement & { page?: string }>(wanted);
      return element?.page ? element : undefined;
    }, tag);
    return (handle.asElement() as ElementHandle<TaafiForm> | null) ?? undefined;
  }, `the form in <${tag}> can be filled in`);
}

/** What to do at a control: parts of dates are named after the date. */
export function answerFor(answers: Answers, path: string): unknown {
  const date = answerAt(answers, path.replace(/\.(day|month|year|calendar)$/, ''));
  if (!isDate(date)) return answerAt(answers, path);
  const part = /\.(day|month|year|calendar)$/.exec(path)?.[1];
  if (part === 'calendar') return date.calendar;
  return part === undefined ? undefined : String(dateParts(date.date, date.calendar)[part as 'day']);
}

/** A stored answer as a person would write it. */
export function writtenBy(answer: unknown): string {
  return String(answer).replace(/^\+966/, '0');
}

/** The values of the controls that stand for an answer. */
export function valuesOf(answer: unknown): string[] {
  if (answer === true) return ['yes'];
  if (answer === false) return ['no'];
  return Array.isArray(answer) ? answer.map(String) : [String(answer)];
}

function lengthOf(answer: unknown): number {
  return Array.isArray(answer) ? answer.length : 0;
}
