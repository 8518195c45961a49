import { unknownField } from '../condition-problems.js';
import type { DefinitionProblem, FormDefinition } from '../definition.js';
import type { FieldDefinition } from '../field-type.js';
import { errorAt } from '../problem-at.js';
import type { ScopedField, ScopeTree } from '../scopes.js';
import { allFields, placeOf } from '../scopes.js';
import { suggest } from '../suggestion.js';
import type { Measure, SurveyDefinition } from './survey.js';
import { pointsOf, rowsOf } from './survey-fields.js';

/** What each kind of measure can be made of. */
const typesOf: Readonly<Record<Measure['kind'], readonly string[]>> = {
  csat: ['rating', 'scale', 'matrix'],
  ces: ['rating', 'scale', 'matrix'],
  nps: ['scale'],
  shares: ['choice', 'choices', 'yes-no'],
  ranking: ['ranking'],
};

const DIMENSIONS = ['choice', 'yes-no'];
const COMMENTS = ['text', 'long-text'];

/** What would say who somebody is, or could not be counted: papers, names by hand, numbers, who else there is, a day. */
const NEVER_ASKED = ['file', 'signature', 'national-id', 'phone', 'list', 'given', 'date'];
/** Five digits may be somebody's number, which nobody takes out of a number. */
const MOST_NUMBER = 9_999;

/** What the address of the results says besides: a dimension of such a name could not be asked for. */
const WORDS_OF_ADDRESSES = ['from', 'to', 'step', 'format', 'language'];
/** Rows that the table of the results has besides those of the measures. */
const ROWS_OF_TABLES = ['responses', 'response', 'completion'];

/** With three points the two highest would count the middle one, who said neither. */
const LEAST_POINTS = 4;

type Path = readonly PropertyKey[];

/** What is wrong with the member `survey` of a definition, and with a form that cannot be a survey. */
export function surveyProblems({ survey }: FormDefinition, { root }: ScopeTree): DefinitionProblem[] {
  if (survey === undefined) return [];
  const everywhere = [...allFields(root)];
  const inLists = new Set(
    everywhere.filter(({ scope }) => scope !== root).map(({ definition }) => definition.id),
  );
  const find = (id: string, path: Path): ScopedField | DefinitionProblem => {
    const field = root.fields.get(id);
    if (field !== undefined) return field;
    return inLists.has(id) ? errorAt(path, 'in-a-list', { value: id }) : unknownField(id, root, path);
  };
  const typed = (ids: readonly string[] = [], key: string, types: readonly string[]): DefinitionProblem[] =>
    ids.flatMap((id, index) => {
      const path = ['survey', key, index];
      const field = find(id, path);
      if ('pointer' in field) return [field];
      return types.includes(field.definition.type) ? [] : [unfit(id, types, path)];
    });
  return [
    ...survey.measures.flatMap((measure, index) =>
      measureProblems(measure, ['survey', 'measures', index, 'of'], find),
    ),
    ...typed(survey.dimensions, 'dimensions', DIMENSIONS),
    ...typed(survey.comments, 'comments', COMMENTS),
    ...duplicates(survey),
    ...taken(survey),
    ...everywhere
      .filter(({ definition: { type, sensitive } }) => NEVER_ASKED.includes(type) || sensitive === true)
      .map((field) => errorAt(placeOf(field), 'asks-who', { value: field.definition.id })),
    ...everywhere
      .filter(({ definition }) => isLongNumber(definition))
      .map((field) =>
        errorAt(placeOf(field), 'survey-number', { value: field.definition.id, most: MOST_NUMBER }),
      ),
  ];
}

function isLongNumber(field: FieldDefinition): boolean {
  const { maximum = Number.POSITIVE_INFINITY } = field as { maximum?: number };
  return field.type === 'number' && maximum > MOST_NUMBER;
}

function measureProblems(
  { kind, of }: Measure,
  path: Path,
  find: (id: string, path: Path) => ScopedField | DefinitionProblem,
): DefinitionProblem[] {
  const [id = '', row] = of.split('.');
  const field = find(id, path);
  if ('pointer' in field) return [field];
  const { definition } = field;
  const isMatrix = definition.type === 'matrix';
  if (!typesOf[kind].includes(definition.type)) return [unfit(id, typesOf[kind], path)];
  if (isMatrix !== (row !== undefined))
    return [errorAt(path, isMatrix ? 'row-missing' : 'no-rows', { value: id })];
  const rows = rowsOf(definition).map((other) => other.id);
  if (row !== undefined && !rows.includes(row)) return [errorAt(path, 'unknown-row', suggest(row, rows))];
  const points = pointsOf(definition).map(({ value }) => value);
  if (kind === 'csat' && points.length < LEAST_POINTS)
    return [errorAt(path, 'too-few-points', { value: id, most: LEAST_POINTS })];
  if (kind === 'ces' && points.length !== 7) return [errorAt(path, 'seven-points', { value: id })];
  if (kind === 'nps' && !(points[0] === 0 && points.at(-1) === 10))
    return [errorAt(path, 'zero-to-ten', { value: id })];
  return [];
}

function unfit(value: string, types: readonly string[], path: Path): DefinitionProblem {
  return errorAt(path, 'survey-type', { value, expected: types.join(', ') });
}

function duplicates({
  measures,
  dimensions = [],
  comments = [],
  steps = [],
}: SurveyDefinition): DefinitionProblem[] {
  return [
    ...twice(
      measures.map(({ id }) => id),
      (index) => ['measures', index, 'id'],
    ),
    ...twice(dimensions, (index) => ['dimensions', index]),
    ...twice(comments, (index) => ['comments', index]),
    ...twice(
      steps.map(({ id }) => id),
      (index) => ['steps', index, 'id'],
    ),
  ];
}

/** Names that the results use themselves, each with one that is free. */
function taken({ measures, dimensions = [] }: SurveyDefinition): DefinitionProblem[] {
  return [
    ...measures.flatMap(({ id }, index) =>
      ROWS_OF_TABLES.includes(id)
        ? [
            errorAt(['survey', 'measures', index, 'id'], 'measure-name', {
              value: id,
              expected: `${id}Measure`,
            }),
          ]
        : [],
    ),
    ...dimensions.flatMap((id, index) =>
      WORDS_OF_ADDRESSES.includes(id)
        ? [errorAt(['survey', 'dimensions', index], 'dimension-name', { value: id, expected: `${id}Choice` })]
        : [],
    ),
  ];
}

function twice(ids: readonly string[], place: (index: number) => Path): DefinitionProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [errorAt(['survey', ...place(index)], 'duplicate', { value: id })] : [],
  );
}
