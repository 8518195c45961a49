import type { Text } from '../text.js';
import type { Place, ReaderState, WrittenField } from './reader-state.js';
import type { SchemaView } from './schema-view.js';
import { nameAsWords, textIn } from './texts.js';

/** The words of a value: `ui:title`, its title, or its name. */
export function labelOf(view: SchemaView, place: Place, state: ReaderState): Text {
  const title = textIn(view, 'title', state.report);
  return place.ui.text('title') ?? title ?? place.label ?? nameAsWords(place.name);
}

/** What helps with a value: its description, and what `ui:help` adds. */
export function hintOf(view: SchemaView, place: Place, state: ReaderState): Text | undefined {
  const own = textIn(view, 'description', state.report);
  const description = place.ui.text('description') ?? own;
  const help = place.ui.text('help');
  if (description === undefined && help === undefined) return place.ui.text('placeholder');
  if (help === undefined || typeof description === 'object') return description ?? help;
  return description === undefined ? help : `${description} ${help}`;
}

/** What every field says of itself; its type is still to be said. */
export function baseOf(view: SchemaView, place: Place, state: ReaderState): WrittenField {
  const label = labelOf(view, place, state);
  const hint = hintOf(view, place, state);
  const { ui } = place;
  const isSensitive = view.take('writeOnly').some(({ value }) => value === true);
  const isSecret = ui.take('widget')?.value === 'password';
  const autocomplete = ui.take('autocomplete');
  const isComplete = /^[a-z0-9 -]{1,60}$/.test(String(autocomplete?.value ?? ''));
  if (autocomplete !== undefined && !isComplete)
    ui.tell(autocomplete.path, 'ui-unread', { value: 'autocomplete' });
  return {
    id: place.names.take(place.name, place.around),
    type: '',
    label,
    ...(hint !== undefined && { hint }),
    ...(place.required && { required: true }),
    ...((isSensitive || isSecret) && { sensitive: true }),
    ...(isComplete && { autocomplete: autocomplete?.value }),
  };
}
