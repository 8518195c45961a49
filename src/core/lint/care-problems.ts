import type { DefinitionProblem, FormDefinition } from '../definition.js';
import type { Catalog } from '../field-type.js';
import { warningAt } from '../problem-at.js';
import type { ScopedField } from '../scopes.js';
import { allFields, placeOf, scopesOf } from '../scopes.js';

/**
 * What a form does not say about the data it asks for, although the law wants it said: what they are for and how long they
 * are kept (PDPL arts. 11, 12 and 18). A survey asks nobody who he is, so that it has no such data.
 */
export function careProblems(definition: FormDefinition, catalog: Catalog): DefinitionProblem[] {
  if (definition.survey !== undefined) return [];
  const asked = [...allFields(scopesOf(definition, catalog).root)].filter(isAsked);
  if (asked.length === 0) return [];
  const unexplained = asked.filter(({ definition: { sensitive, purpose } }) => sensitive && !purpose);
  return [
    ...(definition.purposes === undefined ? [warningAt([], 'purposes-missing')] : []),
    ...(definition.retention === undefined ? [warningAt([], 'retention-missing')] : []),
    ...unexplained.map((field) => warningAt(placeOf(field), 'sensitive-without-purpose')),
  ];
}

function isAsked({ kind, definition }: ScopedField): boolean {
  return kind !== 'none' && kind !== 'list' && definition.type !== 'computed';
}
