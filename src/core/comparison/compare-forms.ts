import type { FormDefinition, StepDefinition } from '../definition.js';
import type { Catalog, Context, FieldDefinition } from '../field-type.js';
import type { Scope, ScopedField } from '../scopes.js';
import { allFields, scopesOf } from '../scopes.js';
import type { Text } from '../text.js';
import type { Change } from './change.js';
import { changed, effects } from './change.js';
import type { Version } from './compare-fields.js';
import { conditionChanges, fieldChanges } from './compare-fields.js';
import { movedAmong } from './moved.js';
import { isSame } from './same-json.js';

/**
 * What changes for whoever fills a form in when one version of it gives way to another, the gravest first. Both have been
 * read without errors.
 */
export function compareForms(
  before: FormDefinition,
  after: FormDefinition,
  catalog: Catalog,
  context: Context,
): readonly Change[] {
  const [old, now] = [before, after].map((definition) => ({ definition, catalog, context })) as [
    Version,
    Version,
  ];
  const changes = [...questionChanges(old, now), ...stepChanges(old, now), ...formChanges(before, after)];
  return effects.flatMap((effect) => changes.filter((change) => change.effect === effect));
}

/** Every field by the name of its answers, in the order of the form. Sections open no scope, and neither do steps. */
function fieldsOf({ definition, catalog }: Version): ReadonlyMap<string, ScopedField> {
  const { root } = scopesOf(definition, catalog);
  return new Map([...allFields(root)].map((field) => [placeOf(field), field]));
}

function placeOf({ definition, scope }: ScopedField): string {
  return prefixOf(scope) + definition.id;
}

function prefixOf({ list }: Scope): string {
  return list === undefined ? '' : `${placeOf(list)}.`;
}

function questionChanges(old: Version, now: Version): readonly Change[] {
  const [before, after] = [fieldsOf(old), fieldsOf(now)];
  const changes: Change[] = [];
  const gone = [...before].filter(
    ([place, field]) => !after.has(place) && !isWithin(field, (list) => !after.has(list)),
  );
  const fresh = [...after].filter(
    ([place, field]) => !before.has(place) && !isWithin(field, (list) => !before.has(list)),
  );
  for (const [place, field] of gone) {
    const twin = fresh.find(([, other]) => isRenamed(field, other));
    if (twin === undefined) changes.push(removed(field, place));
    else {
      fresh.splice(fresh.indexOf(twin), 1);
      const { label } = field.definition;
      changes.push(changed('question-renamed', twin[0], { label, from: place, to: twin[0] }));
    }
  }
  for (const [place, field] of after) {
    const earlier = before.get(place);
    if (earlier !== undefined)
      changes.push(...fieldChanges(earlier.definition, field.definition, place, old, now));
  }
  changes.push(...fresh.map(([place, field]) => added(field, place)));
  return [...changes, ...moves(before, after, old, now)];
}

/** Whether a person would take two fields for the same question, although their answers have other names. */
function isRenamed(one: ScopedField, other: ScopedField): boolean {
  return (
    isAsked(one) &&
    prefixOf(one.scope) === prefixOf(other.scope) &&
    one.definition.type === other.definition.type &&
    isSame(one.definition.label, other.definition.label)
  );
}

/** What is inside of a list that is new or gone needs no word of its own. */
function isWithin({ scope: { list } }: ScopedField, isSo: (list: string) => boolean): boolean {
  return list !== undefined && (isSo(placeOf(list)) || isWithin(list, isSo));
}

/** Notes ask nothing, computed values are nobody's answer. */
function isAsked({ kind, definition }: ScopedField): boolean {
  return kind !== 'none' && definition.type !== 'computed';
}

function removed(field: ScopedField, place: string): Change {
  const { label } = field.definition;
  return changed(isAsked(field) ? 'question-removed' : 'text-removed', place, { label });
}

function added(field: ScopedField, place: string): Change {
  const { label, required, minItems = 0 } = field.definition as FieldDefinition & { minItems?: number };
  if (!isAsked(field)) return changed('text-added', place, { label });
  const isWanted = required === true || (field.kind === 'list' && minItems > 0);
  return changed(isWanted ? 'question-added' : 'question-added-optional', place, { label });
}

/** Questions that stand in another step, and those that have another place in the same one. */
function moves(
  before: ReadonlyMap<string, ScopedField>,
  after: ReadonlyMap<string, ScopedField>,
  { definition: old }: Version,
  { definition: now }: Version,
): readonly Change[] {
  const stepOf = (form: FormDefinition, field: ScopedField | undefined) => form.steps[field?.step ?? -1];
  const changes: Change[] = [];
  for (const step of now.steps) {
    const inStep = (form: FormDefinition, fields: ReadonlyMap<string, ScopedField>) =>
      [...fields].filter(([, field]) => isAsked(field) && stepOf(form, field)?.id === step.id);
    const [was, is] = [inStep(old, before), inStep(now, after)].map((list) => list.map(([place]) => place));
    for (const place of movedAmong(was ?? [], is ?? []))
      changes.push(changed('question-moved', place, { label: after.get(place)?.definition.label ?? '' }));
  }
  for (const [place, field] of after) {
    const [from, to] = [stepOf(old, before.get(place)), stepOf(now, field)];
    // What is inside of a list goes with the list.
    if (from === undefined || to === undefined || from.id === to.id || field.scope.list !== undefined)
      continue;
    changes.push(changed('question-to-step', place, { label: field.definition.label, step: to.title }));
  }
  return changes;
}

function stepChanges(old: Version, now: Version): readonly Change[] {
  const [before, after] = [old, now].map(
    ({ definition }) => new Map(definition.steps.map((step) => [step.id, step])),
  ) as [Map<string, StepDefinition>, Map<string, StepDefinition>];
  const named = (step: StepDefinition | undefined) => ({ label: step?.title ?? '' });
  const changes = [...before.values()]
    .filter(({ id }) => !after.has(id))
    .map((step) => changed('step-removed', step.id, named(step)));
  for (const [id, step] of after) {
    const earlier = before.get(id);
    if (earlier === undefined) {
      changes.push(changed('step-added', id, named(step)));
      continue;
    }
    changes.push(...conditionChanges(earlier.when, step.when, id, { label: step.title }, old, now));
    if (earlier.at !== step.at) changes.push(changed('step-moved', id, named(step)));
    if (!isSame([earlier.title, earlier.intro], [step.title, step.intro]))
      changes.push(changed('step-words', id, named(step)));
  }
  const moved = movedAmong([...before.keys()], [...after.keys()]);
  return [...changes, ...moved.map((id) => changed('step-moved', id, named(after.get(id))))];
}

function retentionChanges(from: Text | undefined, to: Text | undefined): readonly Change[] {
  if (isSame(from, to)) return [];
  if (to === undefined) return [changed('retention-dropped', '')];
  return [
    from === undefined
      ? changed('retention-added', '', { to })
      : changed('retention-changed', '', { from, to }),
  ];
}

function formChanges(before: FormDefinition, after: FormDefinition): readonly Change[] {
  const changes: Change[] = [];
  const { languages: old } = before;
  for (const language of after.languages)
    if (!old.includes(language)) changes.push(changed('language-added', '', { language }));
  for (const language of old)
    if (!after.languages.includes(language)) changes.push(changed('language-removed', '', { language }));
  for (const [purpose, text] of Object.entries(after.purposes ?? {})) {
    const from = before.purposes?.[purpose];
    if (from !== undefined && !isSame(from, text))
      changes.push(changed('purpose-words', '', { from, to: text }));
  }
  changes.push(...retentionChanges(before.retention, after.retention));
  const [{ answer: earlier }, { answer }] = [before, after];
  if (!isSame(before.notice, after.notice)) changes.push(changed('notice-changed', ''));
  if (earlier?.notBefore !== answer?.notBefore) {
    const days = (duration: string | undefined) => Number(/\d+/.exec(duration ?? '')?.[0] ?? 0);
    changes.push(changed('answer-time', '', { from: days(earlier?.notBefore), to: days(answer?.notBefore) }));
  }
  if (!isSame(before.prefill, after.prefill)) changes.push(changed('prefill-changed', ''));
  if (!isSame(before.survey, after.survey)) changes.push(changed('survey-changed', ''));
  if (!isSame(before.title, after.title))
    changes.push(changed('title-changed', '', { from: before.title, to: after.title }));
  const words = ({ start, review, receipt, referral, exit, policyVersion, answer: text }: FormDefinition) => [
    start,
    review,
    receipt,
    referral,
    exit,
    policyVersion,
    text?.text,
  ];
  if (!isSame(words(before), words(after))) changes.push(changed('form-words', ''));
  return changes;
}
