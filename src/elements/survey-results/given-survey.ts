import type { FormDefinition } from '../../core/definition.js';
import { adopt } from '../../core/definition.js';

/**
 * The survey that a page has given as `definition`: one that was parsed, or its JSON as it stands in a file. Undefined, with a
 * word to the developer, where it is none.
 */
export function givenSurvey(definition: object, localName: string): FormDefinition | undefined {
  const form = adopted(definition);
  if (form?.survey !== undefined) return form;
  console.warn(`<${localName}> "definition" must be a form with the member "survey".`);
  return undefined;
}

function adopted(definition: object): FormDefinition | undefined {
  try {
    return adopt(definition);
  } catch {
    // So wrong that nothing can be made of it.
    return undefined;
  }
}
