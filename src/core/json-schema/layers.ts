import { discriminatorOf, propertiesOf, titleOf, withoutProperty } from './discriminator.js';
import type { Found, JsonObject, Path, Report, Schemas, SchemaView, Source } from './schema-view.js';
import { isNullBranch, isObject } from './schema-view.js';
import type { Test, TestReader } from './tests.js';
import { namesIn } from './tests.js';

/** Something that is one of several: an `if` holds or not, one branch of a `oneOf` is taken. */
export interface Switch {
  readonly cases: readonly Test[];
  /** One of the cases always holds. */
  readonly isComplete: boolean;
  readonly path: Path;
}

/** A case of a switch that must hold. */
export interface Guard {
  readonly on: Switch;
  readonly index: number;
}

/** What an object is under some conditions. */
export interface Layer {
  readonly guards: readonly Guard[];
  readonly source: Source;
}

/** A question that the schema only implies: which of its branches is meant. */
export interface BranchChoice {
  readonly id: string;
  readonly path: Path;
  readonly labels: readonly BranchLabel[];
  readonly guards: readonly Guard[];
}

/** What a branch is called: by its own title, or by what it asks. */
export interface BranchLabel {
  readonly view: SchemaView;
  readonly names: readonly string[];
}

/** Everything that an object may be. */
export interface Layers {
  readonly layers: readonly Layer[];
  /** Choices that are asked besides, by the name of the property that stands for them. */
  readonly choices: readonly BranchChoice[];
}

/** Takes an object apart into what always holds of it and what holds under conditions. */
export class LayerReader {
  readonly #schemas: Schemas;
  readonly #tests: TestReader;
  readonly #report: Report;
  readonly #layers: Layer[] = [];
  readonly #choices: BranchChoice[] = [];

  constructor(schemas: Schemas, tests: TestReader, report: Report) {
    this.#schemas = schemas;
    this.#tests = tests;
    this.#report = report;
  }

  read(view: SchemaView): Layers {
    this.#view(view, []);
    this.#closed();
    return { layers: this.#layers, choices: this.#choices };
  }

  #view(view: SchemaView, guards: readonly Guard[]): void {
    for (const keyword of ['type', 'properties', 'required']) view.take(keyword);
    for (const source of view.sources) this.#layers.push({ guards, source });
    this.#additions(view);
    for (const source of view.sources) this.#condition(view, source, guards);
    this.#dependencies(view, guards);
    for (const keyword of ['oneOf', 'anyOf'] as const)
      for (const found of view.take(keyword)) this.#branches(keyword, found, view, guards);
  }

  /** A form sends nothing but what it asks, so that nothing more may be sent is no news. */
  #additions(view: SchemaView): void {
    for (const keyword of ['additionalProperties', 'unevaluatedProperties'])
      for (const { value, path } of view.take(keyword))
        if (isObject(value) && Object.keys(value).length > 0)
          this.#report(path, 'schema-unread', { value: keyword });
  }

  /** Where nothing may stand beside the properties of one part, what another part asks for fits nowhere. */
  #closed(): void {
    for (const { source, guards } of this.#layers) {
      const { json, path } = source;
      if (json.additionalProperties !== false || !('properties' in json) || 'patternProperties' in json)
        continue;
      const beside = this.#layers
        .filter((layer) => mayMeet(layer.guards, guards))
        .flatMap((layer) => Object.keys(propertiesIn(layer.source.json)))
        .filter(
          (name) => !Object.hasOwn(propertiesIn(json), name) && !guards.some((guard) => isBy(guard, name)),
        );
      for (const name of new Set(beside))
        this.#report([...path, 'additionalProperties'], 'schema-closed', { value: name });
    }
  }

  #condition(view: SchemaView, { json, path, trail }: Source, guards: readonly Guard[]): void {
    for (const keyword of ['if', 'then', 'else']) view.take(keyword);
    const found = (keyword: string): Found => ({ value: json[keyword], path: [...path, keyword], trail });
    const branches = ['then', 'else'].filter((keyword) => Object.hasOwn(json, keyword));
    // Without the other one neither says anything.
    if (!Object.hasOwn(json, 'if') || branches.length === 0) {
      for (const keyword of ['if', ...branches].filter((one) => Object.hasOwn(json, one)))
        this.#report([...path, keyword], 'schema-unread', { value: keyword });
      return;
    }
    const test = this.#tests.read(found('if'));
    if (test === undefined) {
      for (const keyword of branches) this.#report([...path, keyword], 'schema-unread', { value: keyword });
      return;
    }
    const on = { cases: [test, { not: test }], isComplete: true, path: [...path, 'if'] };
    for (const keyword of branches) {
      const index = keyword === 'then' ? 0 : 1;
      this.#view(this.#schemas.view([found(keyword)]), [...guards, { on, index }]);
    }
  }

  #dependencies(view: SchemaView, guards: readonly Guard[]): void {
    for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas'])
      for (const { value, path, trail } of view.take(keyword)) {
        if (!isObject(value)) this.#report(path, 'schema-kind');
        else
          for (const [name, demand] of Object.entries(value)) {
            const at = [...path, name];
            const on = { cases: [{ present: [name] }], isComplete: false, path: at };
            const within = [...guards, { on, index: 0 }];
            if (Array.isArray(demand))
              this.#layers.push({ guards: within, source: { json: { required: demand }, path: at, trail } });
            else this.#view(this.#schemas.view([{ value: demand, path: at, trail }]), within);
          }
      }
  }

  /** One of several objects: told apart by a property of theirs, or by a question that is added for it. */
  #branches(
    keyword: 'oneOf' | 'anyOf',
    { value, path, trail }: Found,
    view: SchemaView,
    guards: readonly Guard[],
  ): void {
    if (!Array.isArray(value)) {
      this.#report(path, 'schema-kind');
      return;
    }
    const branches = value.flatMap((one: unknown, index) =>
      isNullBranch(one) ? [] : [{ value: one, path: [...path, index], trail }],
    );
    const views = branches
      .map((branch) => this.#schemas.view([branch]))
      .filter((branch, index) => {
        const isOther = branch.peek('type').some(({ value: type }) => ![type].flat().includes('object'));
        if (isOther) {
          this.#report(branches[index]?.path ?? path, 'schema-one-of-types', { value: 'object' });
          branch.dismiss();
        }
        return !isOther;
      });
    const [only] = views;
    if (only === undefined) {
      this.#report(path, 'schema-kind');
      return;
    }
    if (views.length === 1) {
      this.#view(only, guards);
      return;
    }
    const told = discriminatorOf(views);
    if (told === undefined) {
      // What fits one branch may fit another too, and the form cannot see to it that it does not.
      if (keyword === 'oneOf') this.#report(path, 'schema-not-exclusive');
      const id = `${keyword}${this.#choices.length === 0 ? '' : this.#choices.length + 1}`;
      const property = `\u0000${id}`;
      const labels = views.map((branch) => ({ view: branch, names: namesOf(branch) }));
      this.#choices.push({ id: property, path, labels, guards });
      const on = {
        cases: views.map((_, index) => ({ at: [property], operator: 'in' as const, operand: [index] })),
        isComplete: false,
        path,
      };
      for (const [index, branch] of views.entries()) this.#branch(branch, [...guards, { on, index }]);
      return;
    }
    const { name, values } = told;
    const on = {
      cases: values.map((operand) => ({ at: [name], operator: 'in' as const, operand })),
      isComplete: false,
      path,
    };
    this.#discriminated(name, views, values, { path, trail, guards }, view);
    for (const [index, branch] of views.entries())
      this.#branch(withoutProperty(branch, name, this.#schemas, this.#report), [...guards, { on, index }]);
  }

  /** Its title stands on the option that leads to it. */
  #branch(view: SchemaView, guards: readonly Guard[]): void {
    for (const keyword of ['title', 'x-i18n-title']) view.take(keyword);
    this.#view(view, guards);
  }

  /** The property that tells branches apart is asked, and its values are what the branches name. */
  #discriminated(
    name: string,
    views: readonly SchemaView[],
    values: readonly (readonly unknown[])[],
    { path, trail, guards }: Omit<Source, 'json'> & Pick<Layer, 'guards'>,
    view: SchemaView,
  ): void {
    // Where the guards ask for it already, it is there.
    if (guards.some((guard) => isBy(guard, name))) return;
    const isListed = view.peek('properties').some(({ value }) => {
      const own = isObject(value) ? value[name] : undefined;
      return (
        isObject(own) && ['enum', 'const', 'oneOf', 'anyOf'].some((keyword) => Object.hasOwn(own, keyword))
      );
    });
    const options = values.flatMap((some, index) =>
      some.map((one) => ({ const: one, ...titleOf(views[index], name, some.length === 1) })),
    );
    const json: JsonObject = {
      required: [name],
      ...(!isListed && { properties: { [name]: { oneOf: options } } }),
    };
    this.#layers.push({ guards, source: { json, path, trail } });
  }
}

/** Whether two parts can hold of one object: no condition keeps them apart. */
function mayMeet(some: readonly Guard[], others: readonly Guard[]): boolean {
  return !some.some(({ on, index }) => others.some((other) => other.on === on && other.index !== index));
}

/** Whether a property leads to a case. */
function isBy({ on }: Guard, name: string): boolean {
  return JSON.stringify(on.cases).includes(JSON.stringify([name]));
}

function propertiesIn({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {};
}

/** The names of the properties that a branch asks for. */
function namesOf(view: SchemaView): readonly string[] {
  const required = view.peek('required').flatMap(({ value }) => namesIn(value));
  return required.length > 0 ? [...new Set(required)] : [...new Set(propertiesOf(view))];
}
