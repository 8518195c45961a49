import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { canonicalJson } from '../../../src/core/canonical-json.js';
import { FormPage } from '../form-page.js';
import type { UnreliableLine } from '../unreliable-line.js';
import { until } from '../waiting.js';
import { referenceIn } from './claims.js';
import type { Device } from './device.js';
import type { Draw } from './draw.js';
import { submission } from './mischiefs.js';
import type { Receivers } from './receivers.js';
import { sha256 } from './receivers.js';
import type { Claim, Run } from './tally.js';

/** Milliseconds after which nobody waits for a request to arrive any more. */
const PATIENCE = 60_000;

const words = {
  keep: 'احفظ الطلب في هذا الجهاز، ويُرسل عند عودة الاتصال',
  kept: 'لم يُرسل بعد',
  failed: 'لم تُرسل إجاباتك بعد',
  again: 'حاول مرة أخرى',
  now: 'أرسله الآن',
  later: 'نعيد المحاولة بعد',
};

/** One step, with an answer of each kind that can be lost in its own way. */
export const faultForm = {
  id: 'fault',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: { ar: 'طلب', en: 'Request' },
  steps: [
    {
      id: 'all',
      title: { ar: 'بياناتك', en: 'About you' },
      fields: [
        { id: 'fullName', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } },
        {
          id: 'agreement',
          type: 'statement',
          required: true,
          label: { ar: 'الموافقة', en: 'Agreement' },
          text: { ar: 'أوافق على حفظ هذه البيانات.', en: 'I agree that this is kept.' },
        },
        { id: 'papers', type: 'file', label: { ar: 'الأوراق', en: 'Papers' } },
      ],
    },
  ],
};

/** What one run has to itself, and what it shares with others. */
export interface Place {
  readonly line: UnreliableLine;
  readonly receivers: Receivers;
  readonly folder: string;
}

/** One person with one request, once. */
export class Scene {
  readonly draw: Draw;
  readonly place: Place;
  readonly device: Device;
  readonly mark: string;
  readonly #answers: { fullName: string; agreement: true };
  readonly #claims: Promise<Claim>[] = [];
  readonly #firstSeen: number;
  #files: readonly string[] = [];
  #pressed: number | undefined;
  #toldAfter: number | undefined;
  #vanished = false;

  constructor(
    draw: Draw,
    place: Place,
    device: (told: (text: string) => void) => Device,
    readonly number: number,
  ) {
    this.draw = draw;
    this.place = place;
    this.mark = `سالم ${number} ${draw.digits(16)}`;
    this.#answers = { fullName: this.mark, agreement: true };
    this.#firstSeen = place.line.seen.length;
    this.device = device((text) => {
      this.#toldAfter ??= performance.now() - (this.#pressed ?? Number.NaN);
      this.#claims.push(this.#judge(text));
    });
  }

  /** Whether any page has said that the request has arrived. */
  get isTold(): boolean {
    return this.#claims.length > 0;
  }

  /** A page of the form in a new tab. Where it does not come, as while a receiver starts, the person loads it again. */
  async open(): Promise<FormPage> {
    const page = await this.device.tab();
    const end = performance.now() + PATIENCE;
    while (!(await isLoaded(page, `${this.place.line.url}/forms/${faultForm.id}`))) {
      if (performance.now() > end) throw new Error('the page of the form does not load');
      await pause(200);
    }
    return FormPage.on(page, 'taafi-form');
  }

  /** Fills a page in up to its review, with a file of so many bytes where there is one. */
  async fillIn(form: FormPage, bytes = 0): Promise<void> {
    await form.fill(this.#answers);
    if (bytes > 0) {
      const path = join(this.place.folder, `${this.draw.digits(8)}.pdf`);
      const content = Buffer.from(
        `%PDF-1.7\n%${this.draw.digits(64).repeat(Math.ceil(bytes / 64))}\n%%EOF\n`,
      );
      writeFileSync(path, content);
      this.#files = [sha256(content)];
      await form.attach('papers', path);
    }
    await form.goOn('review');
  }

  /** Opens a page and fills it in. */
  async filled(bytes = 0): Promise<FormPage> {
    const form = await this.open();
    await this.fillIn(form, bytes);
    return form;
  }

  async press(form: FormPage): Promise<void> {
    this.#pressed = performance.now();
    await form.pressMain();
  }

  /** Waits until the page has said that it could not be sent, with the answers before the person; or that it was sent. */
  async hasFailed(form: FormPage): Promise<boolean> {
    await until(
      async () => this.isTold || (await form.text()).includes(words.failed),
      async () => `the page says how it went:\n${await form.text()}`,
    );
    if (this.isTold) return false;
    if (!(await form.text()).includes(this.mark)) this.#vanished = true;
    return true;
  }

  /** Waits until the page says that an attempt has failed, whether it goes on by itself or not; or that it was sent. */
  async hasTrouble(form: FormPage): Promise<void> {
    await until(
      async () => {
        const text = await form.text();
        return this.isTold || [words.failed, words.later].some((said) => text.includes(said));
      },
      async () => `the page says how it goes:\n${await form.text()}`,
    );
    if (!this.isTold && !(await form.text()).includes(this.mark)) this.#vanished = true;
  }

  /** Keeps on the device what could not be sent; false where it was sent meanwhile. */
  async keep(form: FormPage): Promise<boolean> {
    if (!(await this.hasFailed(form))) return false;
    await form.press(words.keep);
    await form.has(words.kept);
    return true;
  }

  /** The same where nothing can be kept: it is said so, and everything stays in the page. */
  async failsToKeep(form: FormPage): Promise<void> {
    if (!(await this.hasFailed(form))) return;
    await form.press(words.keep);
    await until(
      async () => (await form.textOf('#keep-failed')) !== undefined,
      'it is said that nothing is kept',
    );
    if (!(await form.text()).includes(this.mark)) this.#vanished = true;
  }

  /** Waits until a page shows as unsent what is kept; where it has just been sent, until it says so. */
  async showsKept(form: FormPage): Promise<void> {
    await until(
      async () => this.isTold || (await form.text()).includes(words.kept),
      async () => `the page shows what is kept:\n${await form.text()}`,
    );
  }

  /** Says that the device is the person's own: from then on everything he sends is kept until its receipt is there. */
  async makeOwn(form: FormPage): Promise<void> {
    await form.click('#keep');
    await form.click('#keep-own');
    await until(() => form.textOf('.keep-code'), 'the code is shown');
    await form.click('#keeping .primary');
    await until(async () => (await form.textOf('#keep-status')) !== undefined, 'it is kept');
  }

  /** Presses what a person would press again and again until a page says that it has arrived. */
  async arrives(...forms: readonly FormPage[]): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!this.isTold && performance.now() < end) {
      await Promise.all(forms.map((form) => pressAny(form, [words.again, words.now])));
      for (let times = 0; times < 10 && !this.isTold; times += 1) await pause(20);
    }
    if (this.isTold) return;
    const texts = await Promise.all(forms.map((form) => form.text()));
    const isThere = texts.some((text) => text.includes(words.kept) || text.includes(this.mark));
    if (!isThere) this.#vanished = true;
    const last = this.#seen().slice(-5);
    const answers = last.map(({ name, status }) => `${name.replace(/[\w-]{22}/, '…')} ${status ?? '–'}`);
    throw new Error(`it does not arrive: ${answers.join(', ')}; ${texts.join(' | ')}`);
  }

  /** What is counted. */
  async result(trouble: string | undefined): Promise<Run> {
    return {
      number: this.number,
      mark: this.mark,
      answers: sha256(canonicalJson(this.#answers)),
      files: this.#files,
      claims: await Promise.all(this.#claims),
      vanished: this.#vanished,
      milliseconds: this.#toldAfter,
      trouble,
    };
  }

  #seen() {
    return this.place.line.seen.slice(this.#firstSeen);
  }

  /** Looks at once whether it is true that it has arrived. */
  async #judge(text: string): Promise<Claim> {
    const keys = this.#seen().flatMap(({ name, key }) => (submission.test(name) && key ? [key] : []));
    const committed = await this.place.receivers.isCommitted(keys).catch(() => false);
    return { reference: referenceIn(text), committed };
  }
}

/** Loads a page, and says whether the form is on it within some seconds. */
async function isLoaded(page: Page, url: string): Promise<boolean> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 10_000 });
    const isThere = () =>
      Boolean(document.querySelector<HTMLElement & { page?: string }>('taafi-form')?.page);
    await page.waitForFunction(isThere, { timeout: 5_000, polling: 20 });
    return true;
  } catch {
    return false;
  }
}

/** Presses the first button of the form that says one of these words; where there is none, what was to be pressed goes on by itself. */
async function pressAny({ page }: FormPage, names: readonly string[]): Promise<void> {
  await page
    .evaluate((wanted) => {
      const buttons = document.querySelector('taafi-form')?.shadowRoot?.querySelectorAll('button');
      Array.from(buttons ?? [])
        .find(({ textContent, disabled }) => wanted.includes(textContent?.trim() ?? '') && !disabled)
        ?.click();
    }, names)
    .catch(() => undefined);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
