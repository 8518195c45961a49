import { html, nothing } from 'lit';
import type { CalendarName } from '../../core/calendar.js';
import { isoFromParts, partsFromIso } from '../../core/calendar.js';
import type { FieldNode } from '../../core/nodes.js';
import { digitsOnly } from '../../core/typed-numbers.js';
import { arDateField } from '../../locale/ar-date-field.js';
import { boxes } from '../../theme/boxes.styles.js';
import { groupFrame, invalid } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { dateStyles } from './date.styles.js';
import type { DateAnswer, DateDefinition, DateInput } from './date.type.js';
import { calendarsOf, date } from './date.type.js';

/** Day, month by name and year, with a switch of the calendar and the same day in the other one. */
export const dateView: FieldView = {
  type: date,
  words: { ar: arDateField },
  styles: [boxes, dateStyles],
  render(node, form) {
    const calendar = calendarOf(node, form);
    return groupFrame(
      node,
      form,
      html`${calendarSwitch(node, form, calendar)}${dateBoxes({ node, form, calendar, name: node.path, input: node.input as DateInput })}
        <p class="same-day" role="status">${sameDay((node.answer as DateAnswer | undefined)?.date, form, calendar)}</p>`,
    );
  },
  read(control, node, form) {
    const input = node.input as DateInput;
    const part = control.name.slice(control.name.lastIndexOf('.') + 1);
    const calendar = calendarOf(node, form);
    // What is typed stays in the calendar it was typed in, also where the page wants another one first from now on.
    if (part !== 'calendar') return { ...input, calendar, [part]: control.value };
    // The switch offers nothing but names of calendars.
    return inCalendar(input, calendar, control.value as CalendarName);
  },
  focusPart(node) {
    const part = /^(day|month|year)-missing$/.exec(node.issue?.code ?? '')?.[1];
    return `.${part ?? 'day'}`;
  },
};

/** The calendar that a field is filled in by now. */
export function calendarOf(node: FieldNode, form: FormContext): CalendarName {
  return (node.input as { calendar?: CalendarName }).calendar ?? offeredIn(node, form)[0] ?? 'gregory';
}

/** The calendars of a field; the one that the page wants first, if it is one of them, in front. */
function offeredIn({ definition }: FieldNode, { locale }: FormContext): readonly CalendarName[] {
  const wanted = locale.shown.calendar;
  const isWanted = (calendar: CalendarName) => Number(calendar === wanted);
  return [...calendarsOf(definition as DateDefinition)].sort((one, other) => isWanted(other) - isWanted(one));
}

/** What was typed in one calendar, said in the other where it is a whole date; else as it was typed. */
export function inCalendar(input: DateInput, from: CalendarName, to: CalendarName): DateInput {
  const typed = {
    day: Number(digitsOnly(input.day)),
    month: Number(input.month),
    year: Number(digitsOnly(input.year)),
  };
  const iso = isoFromParts(from, typed);
  const parts = iso === undefined ? undefined : partsFromIso(to, iso);
  if (parts === undefined) return { ...input, calendar: to };
  return { day: String(parts.day), month: String(parts.month), year: String(parts.year), calendar: to };
}

/** Radio buttons for the calendars, where there are two. */
export function calendarSwitch(node: FieldNode, form: FormContext, chosen: CalendarName) {
  const offered = offeredIn(node, form);
  if (offered.length < 2) return nothing;
  const { calendar, calendars } = form.locale.messages.date;
  const name = `${node.path}.calendar`;
  return html`<div class="switch" role="radiogroup" aria-label=${calendar}>
    ${offered.map(
      (option) => html`<label
        ><input
          type="radio"
          id="${name}.${option}"
          name=${name}
          value=${option}
          .checked=${option === chosen}
        /><span>${calendars[option]}</span></label
      >`,
    )}
  </div>`;
}

/** Three boxes for one day: `name` is the start of their names. */
export interface DateBoxes {
  readonly node: FieldNode;
  readonly form: FormContext;
  readonly calendar: CalendarName;
  readonly name: string;
  readonly input: DateInput;
  /** Whether what is wrong is about another day. */
  readonly isRight?: boolean;
}

/** Day, month by name and year. */
export function dateBoxes(date: DateBoxes) {
  return html`<div class="date">${box(date, 'day')}${months(date)}${box(date, 'year')}</div>`;
}

function box({ node, form, calendar, name: start, input, isRight }: DateBoxes, part: 'day' | 'year') {
  const name = `${start}.${part}`;
  const token =
    node.definition.autocomplete === 'bday' && !node.definition.sensitive ? `bday-${part}` : 'off';
  return html`<div>
    <label class="part-label" for=${name}>${form.locale.messages.date[part]}</label>
    <input
      part="control"
      class=${part}
      id=${name}
      name=${name}
      dir="ltr"
      inputmode="numeric"
      maxlength=${part === 'day' ? 4 : 6}
      autocomplete=${calendar === 'gregory' ? token : 'off'}
      aria-invalid=${isRight ? nothing : invalid(node)}
      .value=${input[part]}
    />
  </div>`;
}

function months({ node, form: { locale }, calendar, name: start, input, isRight }: DateBoxes) {
  const name = `${start}.month`;
  // Chrome goes on giving a list the width of the months it had first: by its key the other calendar has another list.
  return html`<div class="month-part">
    <label class="part-label" for=${name}>${locale.messages.date.month}</label>
    <select
      part="control"
      class="month"
      id=${name}
      name=${name}
      data-key="${locale.language} ${calendar}"
      aria-invalid=${isRight ? nothing : invalid(node)}
      .value=${input.month}
    >
      <option value="">${locale.messages.date.chooseMonth}</option>
      ${locale.messages.months[calendar].map(
        (month, index) => html`<option value=${index + 1}>${index + 1} – ${month}</option>`,
      )}
    </select>
  </div>`;
}

/** The same day in the other calendar; empty where there is none. */
export function sameDay(iso: string | undefined, { locale }: FormContext, calendar: CalendarName): string {
  if (iso === undefined) return '';
  const other = calendar === 'gregory' ? 'islamic-umalqura' : 'gregory';
  return locale.messages.date.equals(locale.date(iso, other));
}
