import type { Condition } from '../../core/condition.js';
import type { ScopedField } from '../../core/scopes.js';
import { fill } from '../../core/text.js';
import type { ListDefinition } from '../../fields/list/list.type.js';
import type { NoteDefinition } from '../../fields/note/note.type.js';
import { placeFor } from './answer-place.js';
import { conditionSentence } from './condition-sentence.js';
import { withChildren } from './numbered-form.js';
import { paperText } from './paper-text.js';
import type { Sheet } from './sheet.js';

/** The fields of a step, a section or an item, each run of questions under one condition below what says so. */
export function questions(fields: readonly ScopedField[], sheet: Sheet): string {
  const shown = fields.filter(sheet.form.isOnPaper);
  const drawn: string[] = [];
  for (let at = 0; at < shown.length; ) {
    const first = shown[at] as ScopedField;
    const condition = sheet.form.conditionOf(first);
    let end = at + 1;
    while (end < shown.length && isSame(condition, sheet.form.conditionOf(shown[end] as ScopedField)))
      end += 1;
    drawn.push(drawRun(shown.slice(at, end), condition, sheet));
    at = end;
  }
  return `<div class="questions">${drawn.join('')}</div>`;
}

/** As many questions as are kept together on one page with what says when they are asked. */
const SHORT_RUN = 4;

function drawRun(run: readonly ScopedField[], condition: Condition | undefined, sheet: Sheet): string {
  const inside = drawFields(run, sheet);
  if (condition === undefined) return inside;
  const asked = [...withChildren(run)];
  const isShort = asked.length <= SHORT_RUN && asked.every(({ kind }) => kind !== 'list');
  const rule = `<p class="rule">${ruleFor(condition, run, sheet)}</p>`;
  return `<div class="run${isShort ? ' whole' : ''}">${rule}${inside}</div>`;
}

/** One below the other, and side by side what takes half of the width. */
function drawFields(fields: readonly ScopedField[], sheet: Sheet): string {
  const drawn: string[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const [field, other] = [fields[at], fields[at + 1]];
    if (field === undefined) continue;
    if (other === undefined || !isHalf(field) || !isHalf(other)) {
      drawn.push(drawField(field, sheet));
      continue;
    }
    drawn.push(`<div class="pair">${drawField(field, sheet)}${drawField(other, sheet)}</div>`);
    at += 1;
  }
  return drawn.join('');
}

function isHalf({ definition }: ScopedField): boolean {
  return placeFor(definition).isHalf ?? false;
}

function isSame(one: Condition | undefined, other: Condition | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is to be answered under a condition, and where to go on where it does not hold. */
export function ruleFor(condition: Condition, fields: readonly ScopedField[], sheet: Sheet): string {
  const { words, form } = sheet;
  const [{ scope } = { scope: form.tree.root }] = fields;
  const sentence = conditionSentence(condition, scope, sheet);
  const asked = numbersIn(fields, sheet);
  if (asked.length === 0) return sheet.say(words.onlyIf(sentence));
  const all = [...form.numbers].filter(([field]) => field.scope === scope).map(([, number]) => number);
  const next = all[all.indexOf(asked.at(-1) ?? '') + 1];
  return sheet.say(words.rule(sentence, words.questions(rangesOf(asked)), next));
}

/** The numbers of the questions in some fields; what a list asks for each item goes with the list. */
function numbersIn(fields: readonly ScopedField[], { form }: Sheet): readonly string[] {
  const [{ scope } = { scope: undefined }] = fields;
  return [...withChildren(fields)]
    .filter((field) => field.scope === scope)
    .flatMap((field) => form.numbers.get(field) ?? []);
}

/** Numbers as ranges: 5, 6, 7 and 9 are 5 to 7 and 9. Two are told one by one. */
export function rangesOf(numbers: readonly string[]): readonly (readonly [string, string])[] {
  const ranges: [string, string][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && isNext(last[1], number)) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.flatMap(([first, last]) =>
    isNext(first, last)
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

function isNext(number: string, other: string): boolean {
  const own = (text: string) => Number(text.split(/[./]/).at(-1));
  return own(number) + 1 === own(other);
}

function drawField(field: ScopedField, sheet: Sheet): string {
  switch (field.definition.type) {
    case 'section':
    // Who reads a paper reads all of it.
    case 'sealed':
      return `<section class="section"><h3>${sheet.say(field.definition.label)}</h3>${hint(field, sheet)}${questions(field.children, sheet)}</section>`;
    case 'note':
      return note(field.definition as NoteDefinition, sheet);
    case 'list':
      return list(field, sheet);
    default:
      return question(field, sheet);
  }
}

function question(field: ScopedField, sheet: Sheet): string {
  const { draw } = placeFor(field.definition);
  return `<div class="question">${heading(field, sheet)}${hint(field, sheet)}${attaching(field, sheet)}${draw(sheet)}</div>`;
}

function heading(field: ScopedField, sheet: Sheet): string {
  const { definition } = field;
  const number = sheet.form.numbers.get(field);
  const isOptional = number !== undefined && definition.required !== true;
  return `<p class="label">${number === undefined ? '' : `<span class="number">${sheet.say(number)}</span>`}<b>${sheet.say(definition.label)}</b>${isOptional ? ` <span class="optional">(${sheet.words.optional})</span>` : ''}</p>`;
}

function hint({ definition: { hint: said } }: ScopedField, sheet: Sheet): string {
  return said === undefined ? '' : `<p class="hint">${sheet.say(said)}</p>`;
}

function attaching({ definition: { type } }: ScopedField, { words }: Sheet): string {
  return type === 'file' ? `<p class="hint">${words.attach}</p>` : '';
}

function note({ label, text, shows, look }: NoteDefinition, sheet: Sheet): string {
  const inside =
    shows === 'notice' ? `<p>${sheet.say(sheet.words.noticeBelow)}</p>` : paperText(text ?? '', sheet);
  return `<div class="note${look === 'important' ? ' important' : ''}"><p><b>${sheet.say(label)}</b></p>${inside}</div>`;
}

/** As many items as fit on about a page and a half, and where to write more. */
function list(field: ScopedField, sheet: Sheet): string {
  const { itemLabel, maxItems = 50, minItems = 1 } = field.definition as ListDefinition;
  const asked = [...withChildren(field.children)].filter(sheet.form.isOnPaper).length;
  const count = Math.min(maxItems, Math.max(minItems, asked <= 2 ? 6 : asked <= 5 ? 4 : 3));
  const inside = questions(field.children, sheet);
  const items = Array.from({ length: count }, (_, index) => {
    const title = fill(sheet.locale.text(itemLabel), { n: index + 1 });
    return `<section class="item"><h3>${sheet.say(title)}</h3>${inside}</section>`;
  });
  const more =
    count < maxItems
      ? `<p class="more">${sheet.say(sheet.words.another(sheet.form.numbers.get(field) ?? ''))}</p>`
      : '';
  return `<div class="list"><div class="list-head">${heading(field, sheet)}${hint(field, sheet)}</div>${items.join('')}${more}</div>`;
}
