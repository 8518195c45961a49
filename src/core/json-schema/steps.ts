import type { Condition } from '../condition.js';
import type { Text } from '../text.js';
import { stepIdOf } from './names.js';
import type { WrittenField } from './reader-state.js';

/** A step as it is written in a definition. */
interface WrittenStep {
  readonly id: string;
  readonly title: Text;
  readonly intro?: unknown;
  readonly when?: Condition;
  readonly fields: WrittenField[];
}

/** A step for each object that stands in the form itself, and one for the questions between two of them. */
export function stepsOf(fields: readonly WrittenField[], title: Text): readonly WrittenStep[] {
  const steps: WrittenStep[] = [];
  const names = new Set<string>();
  const isStep = ({ type, fields: inner }: WrittenField) => type === 'section' && (inner?.length ?? 0) > 1;
  let open = false;
  for (const field of fields) {
    if (isStep(field)) {
      const { id, label, hint, when, fields: inner = [] } = field;
      const step = {
        title: label,
        ...(hint !== undefined && { intro: hint }),
        ...(when !== undefined && { when }),
      };
      steps.push({ id: stepIdOf(id, names), ...step, fields: [...inner] });
      open = false;
    } else {
      // The first questions stand under the title of the form, later ones under their own.
      const heading = steps.length === 0 ? title : field.label;
      if (!open) steps.push({ id: stepIdOf(field.id, names), title: heading, fields: [] });
      steps.at(-1)?.fields.push(field);
      open = true;
    }
  }
  return withoutUnseen(steps);
}

/** Nobody is shown a page with nothing on it: what nobody sees stands beside something else. */
function withoutUnseen(steps: readonly WrittenStep[]): readonly WrittenStep[] {
  const seen = steps.filter(({ fields }) => !fields.every(isUnseen));
  const [first] = seen;
  for (const { fields, when } of first === undefined ? [] : steps.filter((step) => !seen.includes(step)))
    first?.fields.push(...fields.map((field) => ({ ...(when !== undefined && { when }), ...field })));
  return seen;
}

function isUnseen({ type, fields }: WrittenField): boolean {
  return type === 'hidden' || (type === 'section' && fields?.every(isUnseen) === true);
}
