import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { CalendarName } from '../../core/calendar.js';
import type { FieldNode } from '../../core/nodes.js';
import { arDateField } from '../../locale/ar-date-field.js';
import { boxes } from '../../theme/boxes.styles.js';
import { dateStyles } from '../date/date.styles.js';
import { readDate } from '../date/date.type.js';
import { calendarOf, calendarSwitch, dateBoxes, inCalendar, sameDay } from '../date/date.view.js';
import { groupFrame } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { headOf } from './date-range.sentences.js';
import { dateRangeStyles } from './date-range.styles.js';
import type { DateRangeDefinition, DateRangeInput } from './date-range.type.js';
import { dateRange } from './date-range.type.js';

/** Two days, each typed as a date is, under one switch of the calendar. */
export const dateRangeView: FieldView = {
  type: dateRange,
  words: { ar: arDateField },
  styles: [boxes, dateStyles, dateRangeStyles],
  render(node, form) {
    const calendar = calendarOf(node, form);
    return groupFrame(
      node,
      form,
      html`${calendarSwitch(node, form, calendar)}
        <div class="range">${day(node, 'from', calendar, form)}${day(node, 'to', calendar, form)}</div>`,
    );
  },
  read(control, node, form) {
    const input = node.input as DateRangeInput;
    const calendar = calendarOf(node, form);
    const [which = '', part = ''] = control.name.slice(node.path.length + 1).split('.');
    if (which === 'from' || which === 'to')
      return { ...input, calendar, [which]: { ...input[which], [part]: control.value } };
    // The switch offers nothing but names of calendars.
    const other = control.value as CalendarName;
    return {
      from: { ...inCalendar(input.from, calendar, other), calendar: undefined },
      to: { ...inCalendar(input.to, calendar, other), calendar: undefined },
      calendar: other,
    };
  },
  focusPart(node) {
    const part = /(day|month|year)-missing$/.exec(node.issue?.code ?? '')?.[1] ?? 'day';
    return `.${dayAtFault(node) ?? 'from'}.${part}`;
  },
};

function day(
  node: FieldNode,
  which: 'from' | 'to',
  calendar: CalendarName,
  form: FormContext,
): TemplateResult {
  const definition = node.definition as DateRangeDefinition;
  const label = definition[`${which}Label`];
  const input = (node.input as DateRangeInput)[which];
  const at = dayAtFault(node);
  // Said as soon as one of the two is whole.
  const iso = readDate({ ...input, calendar }, definition).answer?.date;
  return html`<fieldset>
    <legend>${label === undefined ? headOf(which, form.locale) : form.locale.text(label)}</legend>
    ${dateBoxes({ node, form, calendar, name: `${node.path}.${which}`, input, isRight: at !== undefined && at !== which })}
    <p class="same-day" role="status">${sameDay(iso, form, calendar)}</p>
  </fieldset>`;
}

/** The day that a problem is about; undefined where it is about both. */
function dayAtFault({ issue }: FieldNode): 'from' | 'to' | undefined {
  const code = issue?.code ?? '';
  if (/^(to-|ends-before$|too-late$|not-before$)/.test(code)) return 'to';
  return /^(from-|too-early$|not-after$)/.test(code) ? 'from' : undefined;
}
