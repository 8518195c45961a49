import type { FieldDefinition, Option } from '../field-type.js';
import type { Text } from '../text.js';
import type { Change, ChangeCode } from './change.js';
import { changed } from './change.js';
import { movedAmong } from './moved.js';
import { isSame } from './same-json.js';

/** Options of one field that are told one by one. */
const MOST_TOLD = 12;

/** What has changed about the options of a field, by their values. */
export function optionChanges(
  before: readonly Option[],
  after: readonly Option[],
  place: string,
  { label }: FieldDefinition,
): readonly Change[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((option) => [option.value, option])));
  const moved = movedAmong(
    before.map(({ value }) => value),
    after.map(({ value }) => value),
  );
  const named = (option: Option | undefined) => ({ label, option: option?.label ?? '' });
  const reworded = after.flatMap((option) => {
    const earlier = old?.get(option.value);
    return earlier === undefined || isSame([earlier.label, earlier.hint], [option.label, option.hint])
      ? []
      : [changed('option-words', place, { label, from: earlier.label, to: option.label })];
  });
  const gone = before.filter(({ value }) => !now?.has(value));
  const fresh = after.filter(({ value }) => !old?.has(value));
  return [
    ...fewOrMany(
      gone.map((option) => changed('option-removed', place, named(option))),
      'options-removed',
      label,
    ),
    ...fewOrMany(
      fresh.map((option) => changed('option-added', place, named(option))),
      'options-added',
      label,
    ),
    ...fewOrMany(
      moved.map((value) => changed('option-moved', place, named(now?.get(value)))),
      'options-moved',
      label,
    ),
    ...fewOrMany(reworded, 'options-words', label),
  ];
}

/** Changes of options one by one, as long as anybody would read them. */
function fewOrMany(changes: readonly Change[], code: ChangeCode, label: Text): readonly Change[] {
  const [first] = changes;
  return first === undefined || changes.length <= MOST_TOLD
    ? changes
    : [changed(code, first.place, { label, count: changes.length })];
}
