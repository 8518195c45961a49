import fc from 'fast-check';
import type { FormDefinition } from '../../src/core/definition.js';
import type { Option } from '../../src/core/field-type.js';
import type { Answers } from '../../src/core/index.js';
import { catalog, Engine } from '../../src/core/index.js';
import type { FieldNode } from '../../src/core/nodes.js';
import { rightAnswers } from './answer-seeds.js';
import type { Json } from './trial-form.js';
import { context } from './trial-form.js';

/** What a person might put into a field that he fills in rightly; chosen by a number. */
function plausible({ definition, field: { kind } }: FieldNode, choice: number): unknown {
  const values = (definition.options as readonly Option[] | undefined)?.map(({ value }) => value) ?? [];
  switch (definition.type) {
    case 'number':
      return choice % 5;
    case 'yes-no':
      return choice % 2 === 0;
    case 'statement':
      return true;
    case 'phone':
      return '+966501234567';
    case 'national-id':
      return '1000000008';
    case 'choice':
      return values[choice % values.length];
    case 'choices':
      return values
        .filter((_, index) => (choice >> index) % 2 === 0)
        .concat(values.slice(0, 1))
        .slice(0, 1 + (choice % 2));
    case 'date':
      return {
        date: ['2020-01-22', '1990-05-03'][choice % 2],
        calendar: ['gregory', 'islamic-umalqura'][choice % 2],
      };
    default:
      return likeFixtures(definition, choice) ?? (kind === 'text' ? ['x', 'y', 'س'][choice % 3] : undefined);
  }
}

/** An answer that one of the fixtures has to such a field. */
function likeFixtures(definition: FieldNode['definition'], choice: number): unknown {
  const right = definition.type === 'text' ? [] : rightAnswers(definition as unknown as Json);
  return right[choice % right.length];
}

/** Answers to all that is asked in a form, as a person would come to them: what is shown is answered, in order. */
export function filledForm(definition: FormDefinition): fc.Arbitrary<Answers> {
  return fc.infiniteStream(fc.nat(1000)).map((choices) => {
    const next = (): number => choices.next().value ?? 0;
    const engine = new Engine(definition, catalog, context);
    const fill = (fields: readonly FieldNode[]): void => {
      for (const node of fields) {
        if (!node.visible) continue;
        if (node.field.kind === 'list') {
          const { minItems = 0 } = node.definition as { minItems?: number };
          const least = Math.max(minItems, node.definition.required ? 1 : 0);
          const wanted = Math.max(least, next() % 3);
          while (node.items.length < wanted) fill(engine.addItem(node).fields);
        } else if (node.definition.required || next() % 3 > 0) {
          engine.answer(node, plausible(node, next()));
        }
        fill(node.fields);
      }
    };
    for (const { fields } of engine.steps) fill(fields);
    // What was answered last may have shown something before it: a second look.
    for (const node of engine.shownFields()) {
      if (node.definition.required && node.answer === undefined && node.field.kind !== 'list')
        engine.answer(node, plausible(node, next()));
    }
    return engine.answers();
  });
}

/** Answers of two people in one form: each is right, but what one of them said hides or asks for what the other did. */
export function mixedForm(definition: FormDefinition): fc.Arbitrary<Answers> {
  const filled = filledForm(definition);
  return fc.tuple(filled, filled, fc.infiniteStream(fc.nat(2))).map(([one, other, choices]) => {
    const mix = (a: Answers, b: Answers): Answers => {
      const entries = [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((id) => {
        const value = choices.next().value === 0 ? b[id] : a[id];
        const items = Array.isArray(a[id]) && Array.isArray(b[id]) ? [a[id], b[id]] : undefined;
        if (items === undefined || typeof items[0]?.[0] !== 'object')
          return value === undefined ? [] : [[id, value]];
        const [these = [], those = []] = items as Answers[][];
        return [[id, these.map((item, index) => mix(item, those[index] ?? item))]];
      });
      return Object.fromEntries(entries) as Answers;
    };
    return mix(one, other);
  });
}
