import fc from 'fast-check';

/** Keys and values that a document is most often spoilt with, by mistake or on purpose. */
const key = fc.oneof(
  fc.constantFrom(
    'id',
    'type',
    'fields',
    'when',
    'options',
    'label',
    'required',
    'value',
    'constructor',
    '__proto__',
  ),
  fc.string({ maxLength: 6 }),
);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1e9,
    true,
    [],
    {},
    'text',
    'list',
    'section',
    'today',
    'hasFamily',
    'age',
  ),
  fc.constantFrom<unknown>(
    { field: 'age', gt: 5 },
    { field: 'marital', is: 'x' },
    { all: ['hasFamily'] },
    { not: 'rents' },
  ),
  fc.constantFrom<unknown>(
    { sum: 'dependants.income' },
    { age: 'birthDate' },
    { ar: 'نص' },
    { ar: 'أ', en: 'a' },
  ),
);

interface Change {
  readonly place: number;
  readonly way: 'replace' | 'remove' | 'add' | 'double' | 'move';
  readonly key: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  way: fc.constantFrom('replace', 'replace', 'remove', 'add', 'double', 'move'),
  key,
  value,
});

/** A JSON document with up to `most` random changes, each in a random place of it. */
export function mutated(json: unknown, most = 1): fc.Arbitrary<unknown> {
  return fc.array(change, { minLength: 1, maxLength: most }).map((changes) => {
    const copy: unknown = structuredClone(json);
    for (const one of changes) apply(copy, one);
    // As it would arrive: what is no JSON is gone, and nothing is there twice.
    return JSON.parse(JSON.stringify(copy)) as unknown;
  });
}

function apply(json: unknown, { place, way, key: name, ...change }: Change): void {
  const fresh = structuredClone(change.value);
  const places = [...placesIn(json)];
  const [holder, at] = places[place % places.length] ?? [];
  if (holder === undefined || at === undefined) return;
  const [other, from] = places[(place * 7 + 3) % places.length] ?? [holder, at];
  if (Array.isArray(holder)) {
    const index = Number(at);
    const items: unknown[] = {
      replace: [fresh],
      remove: [],
      add: [fresh, holder[index]],
      double: [holder[index], structuredClone(holder[index])],
      move: [structuredClone(valueIn(other, from))],
    }[way];
    holder.splice(index, 1, ...items);
  } else if (way === 'remove') delete holder[at];
  else {
    const target = way === 'add' || way === 'double' ? name : at;
    const made = way === 'move' ? valueIn(other, from) : way === 'double' ? holder[at] : fresh;
    Object.defineProperty(holder, target, {
      value: structuredClone(made),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

type Holder = Record<string, unknown> | unknown[];

function valueIn(holder: Holder, at: string): unknown {
  return (holder as Record<string, unknown>)[at];
}

/** Every place of a document: an object or array and a key of it. */
function* placesIn(json: unknown): Generator<readonly [Holder, string]> {
  if (typeof json !== 'object' || json === null) return;
  for (const [name, inner] of Object.entries(json)) {
    yield [json as Holder, name];
    yield* placesIn(inner);
  }
}
