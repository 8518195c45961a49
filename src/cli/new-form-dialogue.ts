import type { OwnQuestion } from '../core/new-form/form-plan.js';
import type { PlainField, Words } from '../core/new-form/plain-fields.js';
import { keepingTimes } from '../core/new-form/plain-fields.js';
import { toAsciiDigits } from '../core/typed-numbers.js';
import type { NewFormWords } from '../locale/new-form-words.js';
import { newFormWords } from '../locale/new-form-words.js';
import type { Ask } from './conversation.js';
import type { Language } from './language.js';

type Tell = (text: string) => unknown;

/** Asks a web admin what a form is to be like, in Arabic or English, until each answer can be used. */
export class NewFormDialogue {
  readonly words: NewFormWords;
  readonly #ask: Ask;
  readonly #tell: Tell;
  readonly #language: Language;

  constructor(ask: Ask, tell: Tell, language: Language) {
    this.#ask = ask;
    this.#tell = tell;
    this.#language = language;
    this.words = newFormWords[language];
  }

  /** Words in the language of the talk, which are needed, and in the other one, which are not. */
  async bothLanguages(questions: Readonly<Record<Language, string>>): Promise<Words> {
    const [own, other] = this.#order;
    const first = await this.needed(questions[own]);
    const second = await this.#ask(`${questions[other]} ${this.words.orNothing}`);
    return { [own]: first, ...(second !== '' && { [other]: second }) };
  }

  /** Words in each language of the form. */
  async eachLanguage(
    questions: Readonly<Record<Language, string>>,
    languages: readonly Language[],
    usual?: Words,
  ): Promise<Words> {
    const said: Partial<Record<Language, string>> = {};
    for (const language of this.#order.filter((one) => languages.includes(one)))
      said[language] = await this.needed(questions[language], usual?.[language]);
    return said;
  }

  /** An answer that is not empty, or what is usual where nothing is typed. */
  async needed(question: string, usual?: string): Promise<string> {
    const whole = usual === undefined ? question : `${question} ${this.words.usually(usual)}`;
    for (;;) {
      const answer = (await this.#ask(whole)) || usual;
      if (answer !== undefined && answer !== '') return answer;
      this.#tell(`${this.words.needed}\n`);
    }
  }

  async isYes(question: string): Promise<boolean> {
    return this.words.yes.includes((await this.#ask(question)).toLowerCase());
  }

  async fields(offered: readonly PlainField[]): Promise<readonly PlainField[]> {
    return this.#some(
      this.words.fields,
      offered,
      offered.filter(({ usual }) => usual),
    );
  }

  async required(fields: readonly PlainField[]): Promise<ReadonlySet<string>> {
    const chosen = await this.#some(
      this.words.required,
      fields,
      fields.filter(({ isRequired }) => isRequired),
    );
    return new Set(chosen.map(({ name }) => name));
  }

  /** Questions in the admin's own words, until he has no more. */
  async questions(languages: readonly Language[]): Promise<readonly OwnQuestion[]> {
    const [own, other] = this.#order.filter((one) => languages.includes(one));
    const questions: OwnQuestion[] = [];
    for (;;) {
      const first = await this.#ask(`${this.words.question[own ?? this.#language]} ${this.words.orNothing}`);
      if (first === '') return questions;
      const second = other && (await this.needed(this.words.question[other]));
      const label: Words = { [own ?? this.#language]: first, ...(other && { [other]: second }) };
      const kinds = Object.entries(this.words.kinds);
      const type = await this.#one(this.words.kind, kinds);
      const options = /^choices?$/.test(type) ? await this.#options(languages) : undefined;
      questions.push({ type, label, ...(options !== undefined && { options }) });
    }
  }

  /** How long answers are kept: one of the usual times, or in words of one's own. */
  async retention(languages: readonly Language[]): Promise<Words> {
    const times = Object.entries(this.words.keepTimes);
    const chosen = await this.#one(this.words.keep, [...times, ['other', this.words.keepOther]]);
    return keepingTimes[chosen] ?? this.eachLanguage(this.words.keepOwn, languages);
  }

  /** The language of the talk, then the other. */
  get #order(): readonly [Language, Language] {
    return this.#language === 'ar' ? ['ar', 'en'] : ['en', 'ar'];
  }

  async #options(languages: readonly Language[]): Promise<readonly Words[]> {
    const [own, other] = this.#order.filter((one) => languages.includes(one));
    const first = await this.#listed(own);
    if (other === undefined) return first.map((words) => ({ [own ?? this.#language]: words }));
    for (;;) {
      const second = await this.#listed(other);
      if (second.length === first.length)
        return first.map((words, index) => ({
          [own ?? this.#language]: words,
          [other]: second[index] ?? '',
        }));
      this.#tell(`${this.words.sameCount(first.length)}\n`);
    }
  }

  async #listed(language: Language = this.#language): Promise<readonly string[]> {
    const written = await this.needed(this.words.options[language]);
    return written
      .split(/[,،;؛]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** One of a numbered list. */
  async #one(
    question: string,
    choices: readonly (readonly [name: string, words: string])[],
  ): Promise<string> {
    const lines = choices.map(([, words], index) => `  ${index + 1}. ${words}`);
    for (;;) {
      const [place, more] = placesIn(await this.#ask([question, ...lines].join('\n')), choices.length) ?? [];
      const chosen = choices[place ?? -1];
      if (chosen !== undefined && more === undefined) return chosen[0];
      this.#tell(`${this.words.notAmong(choices.length)}\n`);
    }
  }

  /** Some of a numbered list; what is usual where nothing is typed. */
  async #some(
    question: string,
    fields: readonly PlainField[],
    usual: readonly PlainField[],
  ): Promise<readonly PlainField[]> {
    const lines = fields.map(({ label }, index) => `  ${index + 1}. ${label[this.#language]}`);
    const numbers = usual.map((field) => fields.indexOf(field) + 1).join(', ') || '–';
    for (;;) {
      const answer = await this.#ask([question, ...lines, this.words.usually(numbers)].join('\n'));
      const places = answer === '' ? undefined : placesIn(answer, fields.length);
      if (answer === '') return usual;
      if (places !== undefined) return fields.filter((_, index) => places.includes(index));
      this.#tell(`${this.words.notAmong(fields.length)}\n`);
    }
  }
}

/** The places, from 0, that a list of numbers names; undefined where one of them is none. */
function placesIn(text: string, count: number): readonly number[] | undefined {
  const numbers = toAsciiDigits(text)
    .split(/[\s,،;؛.و-]+/)
    .filter((part) => part !== '')
    .map(Number);
  const isRight =
    numbers.length > 0 &&
    numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= count);
  return isRight ? numbers.map((number) => number - 1) : undefined;
}
