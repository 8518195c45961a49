import assert from 'node:assert/strict';
import type { FileChooser, Page } from 'puppeteer-core';
import type { Answers } from './answers.js';
import { answerAt, isFiles } from './answers.js';
import type { FormPage } from './form-page.js';
import { answerFor, valuesOf, writtenBy } from './form-page.js';

/** Stops of the Tab key on one page after which something must be wrong. */
const MOST_STOPS = 150;

export interface KeyboardPerson {
  /** Presses Tab until the element with this id has the focus. */
  reach(id: string): Promise<void>;
  /** Fills in page after page and sends; gives the names of the pages. */
  goThrough(): Promise<string[]>;
}

/** Somebody who has a keyboard and nothing else: Tab, Space, arrows, letters, Enter. */
export function fillByKeyboard(
  form: FormPage,
  page: Page,
  answers: Answers,
  files: Readonly<Record<string, string>>,
): KeyboardPerson {
  const { keyboard } = page;

  async function tab(): Promise<void> {
    await keyboard.press('Tab');
    assert.ok(await showsFocus(page), `the focus can be seen on ${JSON.stringify(await form.focused())}`);
  }

  async function answer(name: string, type: string, value: string): Promise<void> {
    const wanted = answerFor(answers, name);
    if (wanted === undefined) return;
    if (type === 'file') await attach(name);
    else if (type === 'checkbox') {
      if (valuesOf(wanted).includes(value)) await keyboard.press('Space');
    } else if (type === 'radio') await chooseRadio(name, String(valuesOf(wanted)[0]));
    else if (type.startsWith('select')) await form.chooseHere(String(wanted));
    else await form.typeOn(writtenBy(wanted));
  }

  async function chooseRadio(name: string, value: string): Promise<void> {
    const first = (await form.focused()).value;
    if (first === value) {
      if ((await form.valueOf(name)) !== value) await keyboard.press('Space');
      return;
    }
    for (let presses = 0; presses < 12; presses += 1) {
      await keyboard.press('ArrowDown');
      if ((await form.focused()).value === value) return;
    }
    throw new Error(`the arrows never reach ${value} of ${name}`);
  }

  async function attach(name: string): Promise<void> {
    const chosen = answerFor(answers, name);
    assert.ok(isFiles(chosen));
    const chooser = (await opened('Enter')) ?? (await opened('Enter')) ?? (await opened('Space'));
    assert.ok(chooser, `no files can be chosen for ${name} by keyboard`);
    await chooser.accept(chosen.map((file) => files[file.name] ?? ''));
    await form.has(chosen[0]?.name ?? '');
  }

  /**
   * The dialog to choose files, opened by a key. On a busy machine a browser without a screen now and then loses the key
   * that follows at once on Tab, and a person would press it again.
   */
  async function opened(key: 'Enter' | 'Space'): Promise<FileChooser | undefined> {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const opening = page.waitForFileChooser({ timeout: 5000 }).catch(() => undefined);
    await keyboard.press(key);
    return opening;
  }

  /** Adds an item where a list has fewer than it is to have; true where one was added. */
  async function addItem(list: string, items: number): Promise<boolean> {
    const wanted = answerAt(answers, list);
    if (list === '' || !Array.isArray(wanted) || items >= wanted.length) return false;
    await keyboard.press('Enter');
    await form.hasFocusOn(`${list}.${items}-title`);
    return true;
  }

  /** From the heading to the main button, answering on the way. */
  async function fillPage(): Promise<void> {
    const done = new Set<string>();
    const added = new Map<string, number>();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await tab();
      const { name, type, value, tag, id } = await form.focused();
      if (tag === 'button' && (await isMain(page))) return;
      const items = added.get(id) ?? 0;
      if (tag === 'button' && (await addItem(id, items))) added.set(id, items + 1);
      const key = type === 'checkbox' ? `${name}=${value}` : name;
      if (name === '' || done.has(key)) continue;
      done.add(key);
      // The ways to sign are named by their words alone.
      assert.ok(id !== '' || name.endsWith('.method'), name);
      await answer(name, type, value);
      await form.hasAllControls();
    }
    throw new Error(`${MOST_STOPS} stops of Tab on ${await form.name()}, and no main button`);
  }

  return {
    async reach(id) {
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        if ((await form.focused()).id === id) return;
        await tab();
      }
      throw new Error(`Tab never reaches ${id}`);
    },
    async goThrough() {
      const pages: string[] = [];
      while ((await form.name()) !== 'receipt') {
        const name = await form.name();
        assert.ok(!pages.includes(name), `${name} is left: ${(await form.problems()).join(', ')}`);
        pages.push(name);
        await fillPage();
        await keyboard.press('Enter');
        await form.settle(name);
      }
      return pages;
    },
  };
}

/** Whether the focus has an outline, its own or that of the row or frame it is in. */
function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let focused: Element | null = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (focused === null || focused === document.body) return true;
    const around = [focused, focused.parentElement, focused.nextElementSibling];
    return around.some((element) => {
      const { outlineStyle, outlineWidth } =
        element === null ? ({} as CSSStyleDeclaration) : getComputedStyle(element);
      return outlineStyle !== undefined && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
  });
}

function isMain(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let focused: Element | null = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.matches('form > fieldset .primary') ?? false;
  });
}
