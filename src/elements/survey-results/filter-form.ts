import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { SurveyFilter, SurveyResults } from '../../core/survey/survey.js';
import type { ResultsTelling } from './results-telling.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen: taken from the results of all responses, for those of some lack what was left out. */
export type Choosable = Pick<SurveyResults, 'months' | 'steps' | 'dimensions'>;

/** The form by which only some of the responses are looked at. */
export function filterForm(
  all: Choosable,
  chosen: SurveyFilter,
  telling: ResultsTelling,
  apply: (filter: SurveyFilter) => void,
): TemplateResult | typeof nothing {
  const { filter: words } = telling.words;
  const months = all.months.map(({ id }) => ({ value: id, label: telling.month(id) }));
  const choices = (slices: Choosable['steps']): Choice[] =>
    slices.filter(({ id }) => id !== '').map(({ id, label }) => ({ value: id, label: telling.plain(label) }));
  const steps = choices(all.steps);
  if (months.length < 2 && steps.length === 0 && all.dimensions.length === 0) return nothing;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    apply(filterIn(event.currentTarget as HTMLFormElement));
  };
  const onClear = () => apply({});
  const isFiltered = Object.keys(withoutEmpty(chosen)).length > 0;
  return html`<form class="filter no-print" part="filter" aria-label=${words.title} @submit=${onSubmit}>
    <div class="filter-boxes">
      ${
        months.length < 2
          ? nothing
          : [
              selectBox('from', words.from, words.firstMonth, months, chosen.from),
              selectBox('to', words.to, words.lastMonth, months, chosen.to),
            ]
      }
      ${steps.length === 0 ? nothing : selectBox('step', words.step, words.all, steps, chosen.step)}
      ${all.dimensions.map(({ id, label, slices }) =>
        selectBox(
          `dimension-${id}`,
          telling.plain(label),
          words.all,
          choices(slices),
          chosen.dimensions?.[id],
        ),
      )}
    </div>
    <div class="beside">
      <button class="secondary" part="button">${words.apply}</button>
      ${isFiltered ? html`<button type="button" class="quiet" part="button" @click=${onClear}>${words.clear}</button>` : nothing}
    </div>
  </form>`;
}

function selectBox(
  name: string,
  label: string,
  none: string,
  choices: readonly Choice[],
  chosen = '',
): TemplateResult {
  return html`<div>
    <label for="filter-${name}" part="label">${label}</label>
    <select part="control" id="filter-${name}" name=${name}>
      <option value="" .selected=${chosen === ''}>${none}</option>
      ${choices.map(
        ({ value, label: words }) =>
          html`<option value=${value} .selected=${chosen === value}>${words}</option>`,
      )}
    </select>
  </div>`;
}

function filterIn(form: HTMLFormElement): SurveyFilter {
  const dimensions: Record<string, string> = {};
  const filter: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue;
    if (name.startsWith('dimension-')) dimensions[name.slice('dimension-'.length)] = value;
    else filter[name] = value;
  }
  const { from = '', to = '' } = filter;
  // Whoever chose them the other way round meant the months between them.
  if (from !== '' && to !== '' && from > to) Object.assign(filter, { from: to, to: from });
  return withoutEmpty({ ...filter, dimensions });
}

function withoutEmpty({ from, to, step, dimensions = {} }: SurveyFilter): SurveyFilter {
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(step && { step }),
    ...(Object.keys(dimensions).length > 0 && { dimensions }),
  };
}
