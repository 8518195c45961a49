import { catalog } from '../../fields/catalog.js';
import type { DefinitionProblem, FormDefinition } from '../definition.js';
import type { ValueKind } from '../field-type.js';
import { errorAt } from '../problem-at.js';
import { allFields, scopesOf } from '../scopes.js';
import { sealedAround } from '../sealed-around.js';
import { suggest } from '../suggestion.js';
import type { ProcessDefinition } from './process.js';

/**
 * A field that a process names, where, and of which kind its answer must be, or of which type the field. One of any depth
 * may stand in the items of a list too.
 */
interface Named {
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly isOfAnyDepth?: true;
  readonly kinds?: readonly ValueKind[];
  readonly types?: readonly string[];
}

/** What can be compared with its source. A signature is checked by itself, and data of the page nobody answered. */
const COMPARED: readonly ValueKind[] = [
  'text',
  'number',
  'date',
  'option',
  'options',
  'boolean',
  'list',
  'files',
];

/** The last digits of these are asked for: everybody has theirs at hand, and knows which digits are meant. */
const NUMBERED = ['phone', 'national-id', 'text'];

/**
 * Fields that a process names and a form it is for does not have, or has as another type: pointers of the process. They
 * must stand in the form itself or in a section of it; only what is confined may also stand in the items of a list.
 */
export function formProblems(process: ProcessDefinition, form: FormDefinition): DefinitionProblem[] {
  const { root } = scopesOf(form, catalog);
  const sealed = new Map(
    [...allFields(root)].flatMap((field) => {
      const section = sealedAround(field);
      return section === undefined ? [] : [[field, section.definition.id] as const];
    }),
  );
  const everywhere = new Map([...allFields(root)].map((field) => [field.definition.id, field]));
  return [...namedBy(process)].flatMap(({ id, path, isOfAnyDepth, kinds, types }) => {
    const fields = isOfAnyDepth ? everywhere : root.fields;
    const field = fields.get(id);
    if (field === undefined) return [errorAt(path, 'unknown-field', suggest(id, fields.keys()))];
    const section = sealed.get(field);
    if (section !== undefined) return [errorAt(path, 'looks-sealed', { value: id, field: section })];
    if (kinds?.includes(field.kind) === false)
      return [errorAt(path, 'field-kind', { value: id, expected: kinds.join(', ') })];
    if (types?.includes(field.definition.type) === false)
      return [errorAt(path, 'field-type', { value: id, expected: types.join(', ') })];
    return [];
  });
}

function* namedBy({ verify = [], confined = [], lookUp, contact }: ProcessDefinition): Generator<Named> {
  for (const [index, { field }] of verify.entries())
    yield { id: field, path: ['verify', index, 'field'], kinds: COMPARED };
  for (const [index, { fields }] of confined.entries())
    for (const [at, id] of fields.entries())
      yield { id, path: ['confined', index, 'fields', at], isOfAnyDepth: true };
  for (const [index, factor] of lookUp.factors.entries()) {
    const place = { id: factor.field, path: ['lookUp', 'factors', index, 'field'] };
    yield 'part' in factor ? { ...place, kinds: ['date'] } : { ...place, types: NUMBERED };
  }
  if (contact === undefined) return;
  const { phone, consent, channel, times } = contact;
  for (const [at, id] of phone.entries()) yield { id, path: ['contact', 'phone', at], types: ['phone'] };
  if (consent !== undefined) yield { id: consent, path: ['contact', 'consent'], kinds: ['boolean'] };
  if (channel !== undefined) yield { id: channel, path: ['contact', 'channel'], kinds: ['option'] };
  if (times !== undefined) yield { id: times, path: ['contact', 'times'], kinds: ['option', 'options'] };
}
