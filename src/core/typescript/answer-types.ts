import type { FormDefinition } from '../definition.js';
import type { Catalog, FieldDefinition, FieldType } from '../field-type.js';
import { asReceived } from '../received-form.js';
import type { Scope, ScopedField, ScopeTree } from '../scopes.js';
import { scopesOf } from '../scopes.js';
import type { Text } from '../text.js';
import { property, typeOfSchema } from './type-of-schema.js';

/**
 * The answers of a form in their stored form as TypeScript: one interface for the form and one for the items of each list.
 * What is asked under a condition, and what need not be answered, is optional. It compiles under `strict`.
 */
export function answerTypes(definition: FormDefinition, catalog: Catalog): string {
  const writer = new TypeWriter(scopesOf(asReceived(definition), catalog), catalog);
  const { title, version } = definition;
  const about = `${wordsOf(title)}, version ${version}: its answers as they are stored. Made by \`taafi types\`.`;
  writer.scope(`${capitalised(definition.id)}Answers`, capitalised(definition.id), about);
  return writer.text;
}

class TypeWriter {
  readonly #tree: ScopeTree;
  readonly #catalog: Catalog;
  readonly #interfaces: string[] = [];

  constructor(tree: ScopeTree, catalog: Catalog) {
    this.#tree = tree;
    this.#catalog = catalog;
  }

  get text(): string {
    return this.#interfaces.join('\n');
  }

  /** Writes the interface of a scope, and behind it those of the lists within. */
  scope(name: string, prefix: string, about: string, scope: Scope = this.#tree.root): void {
    const fields = [...scope.fields.values()].filter(({ kind }) => kind !== 'none');
    const members = fields.map((field) => {
      const { id, label } = field.definition;
      const declared = property(id, this.#isSure(field), this.#typeOf(field, prefix));
      return `${comment(wordsOf(label), '  ')}  ${declared}\n`;
    });
    this.#interfaces.push(`${comment(about)}export interface ${name} {\n${members.join('')}}\n`);
    for (const { definition, items } of fields) {
      const inner = prefix + capitalised(definition.id);
      if (items !== undefined)
        this.scope(`${inner}Item`, inner, `One of: ${wordsOf(definition.label)}.`, items);
    }
  }

  #typeOf({ definition, items }: ScopedField, prefix: string): string {
    if (items !== undefined) return `readonly ${prefix}${capitalised(definition.id)}Item[]`;
    // The catalogue has forgotten which definitions each type takes; this one was shaped by its own.
    const type = this.#catalog.get(definition.type) as unknown as FieldType<
      FieldDefinition,
      unknown,
      unknown
    >;
    return typeOfSchema(type.jsonSchema(definition), '  ');
  }

  /** Whether every right set of answers holds it: it has to be answered, and nothing it stands in is ever hidden. */
  #isSure(field: ScopedField): boolean {
    const { minItems = 0 } = field.definition as { minItems?: number };
    const isWanted = field.definition.required === true || (field.kind === 'list' && minItems > 0);
    if (!isWanted || field.definition.type === 'computed') return false;
    for (let place: ScopedField | undefined = field; place !== undefined; place = place.container) {
      // A list that is hidden is absent with all its items.
      if (place !== field && place.kind === 'list') return true;
      if (place.definition.when !== undefined) return false;
    }
    return this.#tree.steps[field.step]?.when === undefined;
  }
}

/** A text in all its languages, in one line. */
function wordsOf(text: Text): string {
  const words = typeof text === 'string' ? [text] : Object.values(text);
  return words.map((word) => word.replaceAll(/\s+/g, ' ').trim()).join(' / ');
}

function comment(text: string, indent = ''): string {
  return `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n`;
}

/** `support-request` as `SupportRequest`. */
function capitalised(id: string): string {
  return id.replaceAll(/(?:^|-)(\w?)/g, (_, letter: string) => letter.toUpperCase());
}
