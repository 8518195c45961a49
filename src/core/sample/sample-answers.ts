import type { Judge } from '../answer-rule.js';
import { judgeIn } from '../answer-rule.js';
import type { FormDefinition } from '../definition.js';
import type { Answers } from '../engine.js';
import { Engine } from '../engine.js';
import type { Catalog, Context, FieldDefinition, FieldType } from '../field-type.js';
import { nodeNamed } from '../node-search.js';
import type { FieldNode } from '../nodes.js';
import type { AnswerProblem } from '../validate.js';
import { validateAnswers } from '../validate.js';
import { Dice } from './dice.js';
import type { Person, SampleLanguage } from './person.js';
import { drawPerson } from './person.js';
import { sampleFor } from './samplers.js';

/** How a form is to be filled in. The same choices give the same answers on the same day. */
export interface SampleChoices {
  readonly seed: number;
  readonly language: SampleLanguage;
  /** Whether who answers is a resident and no citizen. */
  readonly isResident: boolean;
}

/** Answers that the rules take, or what is wrong with the nearest that was found. */
export type Sample =
  | { readonly answers: Answers; readonly problems?: undefined }
  | { readonly answers?: undefined; readonly problems: readonly AnswerProblem[] };

/** How many of the questions that need no answer are answered. */
const OFTEN = 0.75;

/** Values that are tried for one field, and forms that are begun anew, before it is given up. */
const TRIES = 60;
const FORMS = 12;

/**
 * Plausible answers to all that a form asks of one person, found right by the same rules as a request: for tests and
 * demonstrations. Nobody is meant by them.
 */
export function sampleAnswers(
  definition: FormDefinition,
  catalog: Catalog,
  context: Context,
  choices: SampleChoices,
): Sample {
  const dice = new Dice(choices.seed);
  let problems: readonly AnswerProblem[] = [];
  for (let tries = 0; tries < FORMS; tries += 1) {
    const filling = new SampleFilling(new Engine(definition, catalog, context), catalog, choices, dice);
    const answers = filling.answers();
    const result = validateAnswers(definition, answers, catalog, context);
    if (result.answers !== undefined) return { answers: result.answers };
    problems = result.problems;
  }
  return { problems };
}

class SampleFilling {
  readonly #engine: Engine;
  readonly #judge: Judge;
  readonly #dice: Dice;
  readonly #language: SampleLanguage;
  readonly #person: Person;
  /** Fields that have been asked, whether or not they were answered. */
  readonly #asked = new Set<FieldNode>();

  constructor(engine: Engine, catalog: Catalog, { language, isResident }: SampleChoices, dice: Dice) {
    this.#engine = engine;
    this.#judge = judgeIn(engine.context, catalog);
    this.#dice = dice;
    this.#language = language;
    this.#person = drawPerson(dice, { isResident });
  }

  answers(): Answers {
    // What is answered later may show what stands before it: it is asked then, as often as something new is shown.
    for (let asked = -1; asked < this.#asked.size; ) {
      asked = this.#asked.size;
      for (const { fields, visible } of this.#engine.steps) if (visible) this.#fill(fields, this.#person);
    }
    this.#mend();
    return this.#engine.answers();
  }

  #fill(fields: Iterable<FieldNode>, person: Person): void {
    for (const node of fields) {
      if (!node.visible) continue;
      if (node.field.kind === 'list') this.#fillList(node);
      else if (!this.#asked.has(node)) this.#ask(node, person);
      this.#fill(node.fields, person);
    }
  }

  #fillList(list: FieldNode): void {
    const { family, isResident } = this.#person;
    if (!this.#asked.has(list)) {
      this.#asked.add(list);
      const { minItems = 0, maxItems = 50 } = list.definition as { minItems?: number; maxItems?: number };
      const least = Math.max(minItems, list.definition.required === true ? 1 : 0);
      const wanted = this.#dice.whole(least, Math.min(maxItems, least + 2));
      while (list.items.length < wanted) this.#engine.addItem(list);
    }
    for (const { fields } of list.items) this.#fill(fields, drawPerson(this.#dice, { isResident, family }));
  }

  #ask(node: FieldNode, person: Person): void {
    this.#asked.add(node);
    if (node.field.kind === 'none' || node.computed) return;
    if (node.definition.required === true || this.#dice.chance(OFTEN)) this.#answer(node, person);
  }

  /** Looks for a value that its rule takes; where chance finds none the question stays open. */
  #answer(node: FieldNode, person: Person): void {
    // Only the type itself looks inside its own definitions.
    const type = node.type as unknown as FieldType<FieldDefinition, unknown, unknown>;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = sampleFor({
        definition: node.definition,
        type,
        context: this.#engine.context,
        dice: this.#dice,
        language: this.#language,
        person,
        answerOf: (name) => nodeNamed(name, node.group)?.value,
      });
      this.#engine.place(node, answer);
      if (answer !== undefined && this.#judge(node) === undefined) return;
    }
    this.#engine.place(node, undefined);
  }

  /** What was right when it was answered and is no longer: a later answer stands against it. */
  #mend(): void {
    for (const node of this.#engine.shownFields()) {
      const isOpen = node.answer === undefined && node.definition.required !== true;
      if (node.field.kind === 'none' || node.field.kind === 'list' || node.computed || isOpen) continue;
      if (this.#judge(node) !== undefined) this.#answer(node, this.#person);
    }
  }
}
