import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, dataFrom, parseDefinition, readJsonSchema, toJsonSchema } from '../../../src/core/index.js';
import { formFromSchema } from '../../../src/core/json-schema/form-from-schema.js';
import { isJsonSchema, schemaIn } from '../../../src/core/json-schema/read-json-schema.js';
import { schemaSentences } from '../../../src/locale/schema-problems.js';
import { sourceFiles, textOf } from '../../source-files.js';
import type { Json } from '../trial-form.js';
import { parsed } from '../trial-form.js';
import { partnersValidator } from './schema-reading.js';

const sample = (name: string) => JSON.parse(textOf(`test/fixtures/json-schema/${name}.json`)) as Json;

/** What properties come to: the fields of all steps, and what was reported as «pointer code». */
function read(schema: Json, uiSchema?: unknown) {
  const { definition, problems, uiProblems } = readJsonSchema(schema, catalog, { uiSchema });
  const steps = (definition?.steps ?? []) as readonly { title: unknown; fields: readonly Json[] }[];
  return {
    definition,
    steps,
    fields: steps.flatMap(({ fields }) => fields),
    reported: problems.map(({ pointer, code }) => `${pointer} ${code}`),
    uiReported: uiProblems.map(({ pointer, code }) => `${pointer} ${code}`),
  };
}

const object = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });

describe('a property of a schema', () => {
  const asked: Record<string, [schema: Json, field: Json]> = {
    'a text': [
      { type: 'string', minLength: 2, maxLength: 9 },
      { type: 'text', minLength: 2, maxLength: 9 },
    ],
    'a text of digits': [
      { type: 'string', pattern: '^05\\d{8}$' },
      { type: 'text', pattern: '^05\\d{8}$', characters: 'digits', direction: 'ltr' },
    ],
    'a day': [
      { type: 'string', format: 'date', formatMinimum: '2026-01-01' },
      { type: 'date', min: '2026-01-01' },
    ],
    'a telephone number': [
      { type: 'string', format: 'phone' },
      { type: 'phone', kind: 'any' },
    ],
    'a whole number': [
      { type: 'integer', exclusiveMinimum: 0, maximum: 9 },
      { type: 'number', integer: true, minimum: 1, maximum: 9 },
    ],
    'yes or no': [{ type: 'boolean' }, { type: 'yes-no' }],
    'a consent': [
      { type: 'boolean', const: true, description: 'I agree.' },
      { type: 'statement', text: 'I agree.' },
    ],
    'one of several values': [
      { enum: ['x', 'y'] },
      {
        type: 'choice',
        options: [
          { value: 'x', ar: 'x', en: 'x' },
          { value: 'y', ar: 'y', en: 'y' },
        ],
      },
    ],
    'values with words in both languages': [
      { oneOf: [{ const: 1, title: 'One', 'x-i18n-title': { ar: 'واحد', en: 'One' } }] },
      { type: 'choice', options: [{ value: '1', ar: 'واحد', en: 'One' }] },
    ],
    'some of several values': [
      { type: 'array', items: { enum: ['x', 'y'] }, maxItems: 1 },
      {
        type: 'choices',
        maxItems: 1,
        options: [
          { value: 'x', ar: 'x', en: 'x' },
          { value: 'y', ar: 'y', en: 'y' },
        ],
      },
    ],
    'a file': [
      { type: 'string', format: 'data-url', contentMediaType: 'application/pdf' },
      { type: 'file', maxItems: 1, accept: ['pdf'] },
    ],
    'several files': [
      { type: 'array', items: { type: 'string', contentEncoding: 'base64' }, maxItems: 3 },
      { type: 'file', maxItems: 3 },
    ],
    'a list of texts': [
      { type: 'array', items: { type: 'string', title: 'Name' } },
      {
        type: 'list',
        itemLabel: 'A b {n}',
        fields: [{ id: 'value', type: 'text', label: 'Name', required: true }],
      },
    ],
    'what nobody else is to read': [
      { type: 'string', writeOnly: true },
      { type: 'text', sensitive: true },
    ],
    'what is only to be read': [
      { type: 'string', readOnly: true, default: 'V-1' },
      { type: 'note', text: 'V-1' },
    ],
    'a value that may be null': [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, { type: 'number' }],
  };
  for (const [name, [schema, field]] of Object.entries(asked)) {
    it(`is asked as ${name}`, () => {
      const { fields, reported } = read(object({ a_b: schema }));
      const [{ id, label, hint: _hint, ...own } = {}] = fields;
      assert.deepEqual({ id, label }, { id: 'aB', label: 'A b' });
      assert.deepEqual(own, field);
      assert.deepEqual(reported, []);
    });
  }

  it('begins with its default', () => {
    const { definition, reported } = read(
      object({
        city: { enum: ['الدمام', 'الخبر'], default: 'الخبر' },
        born: { type: 'string', format: 'date', default: '1990-05-03' },
        wants: { type: 'array', items: { enum: ['x', 'y'] }, default: ['y', 'x'] },
        age: { type: 'integer', default: 'old' },
      }),
    );
    assert.deepEqual((definition as { prefill: Json }).prefill.values, {
      city: 'option2',
      born: { date: '1990-05-03', calendar: 'gregory' },
      wants: ['x', 'y'],
    });
    assert.deepEqual(reported, ['/properties/age/default schema-default']);
  });

  it('of which something cannot be held to is named by its pointer', () => {
    const { reported } = read(
      object({
        a: { type: 'string', format: 'hostname' },
        b: { type: 'number', multipleOf: 0.5 },
        c: { type: 'string', pattern: '(a+)+$' },
        'd/e': { type: 'object', properties: { f: { type: 'string' } }, maxProperties: 1 },
        g: { $ref: '#/$defs/nowhere' },
        h: { $ref: 'https://example.org/other.json#/a' },
        i: { type: 'array', items: { enum: ['x'] }, contains: { const: 'x' } },
        j: {},
        k: { type: 'string', contentMediaType: 'text/html' },
      }),
    );
    assert.deepEqual(reported.sort(), [
      '/properties/a/format schema-format',
      '/properties/b/multipleOf schema-unread',
      '/properties/c/pattern schema-pattern',
      '/properties/d~1e/maxProperties schema-unread',
      '/properties/g schema-any-type',
      '/properties/g/$ref schema-reference',
      '/properties/h schema-any-type',
      '/properties/h/$ref schema-elsewhere',
      '/properties/i/contains schema-unread',
      '/properties/j schema-any-type',
      '/properties/k/contentMediaType schema-unread',
    ]);
  });
});

describe('conditions of a schema', () => {
  const kind = { enum: ['x', 'y'] };
  const text = { type: 'string' };
  const shown = (schema: Json) =>
    Object.fromEntries(read(schema).fields.map(({ id, when, required }) => [id, { when, required }]));

  it('show what is asked under them alone', () => {
    const schema = object(
      { kind },
      {
        if: { properties: { kind: { const: 'x' } }, required: ['kind'] },
        then: object({ more: text }, { required: ['more'] }),
      },
    );
    assert.deepEqual(shown(schema).more, { when: { field: 'kind', is: 'x' }, required: true });
  });

  it('hold too where the property they look at is not there, as JSON Schema has it', () => {
    const schema = object(
      { kind },
      { if: { properties: { kind: { const: 'x' } } }, then: object({ more: text }) },
    );
    const when = {
      any: [
        { field: 'kind', empty: true },
        { field: 'kind', is: 'x' },
      ],
    };
    assert.deepEqual(shown(schema).more, { when, required: undefined });
    // What must be there is there.
    const required = { ...schema, required: ['kind'] };
    assert.deepEqual(shown(required).more?.when, { field: 'kind', is: 'x' });
  });

  it('ask the same twice where it is required only under one of them', () => {
    const schema = object({ kind, more: text }, { dependentRequired: { kind: ['more'] } });
    assert.deepEqual(shown(schema), {
      kind: { when: undefined, required: undefined },
      more: { when: { field: 'kind', empty: false }, required: true },
      more2: { when: { field: 'kind', empty: true }, required: undefined },
    });
  });

  it('choose between branches by the property that tells them apart', () => {
    const branch = (value: string, name: string) =>
      object(
        { way: { const: value, title: value.toUpperCase() }, [name]: text },
        { required: ['way', name] },
      );
    const { fields, reported } = read({
      type: 'object',
      oneOf: [branch('a', 'phone'), branch('b', 'street')],
    });
    assert.deepEqual(
      fields.map(({ id, when }) => [id, when]),
      [
        ['way', undefined],
        ['phone', { field: 'way', is: 'a' }],
        ['street', { field: 'way', is: 'b' }],
      ],
    );
    assert.deepEqual(fields[0] && (fields[0].options as Json[])[0], { value: 'a', ar: 'A', en: 'A' });
    assert.deepEqual(reported, []);
  });

  it('ask which branch is meant where nothing tells them apart', () => {
    const { fields, reported } = read({
      ...object({ phone: { ...text, title: 'Phone' }, email: { ...text, title: 'E-mail' } }),
      anyOf: [{ required: ['phone'] }, { required: ['email'] }],
    });
    assert.equal(fields[0]?.label, 'Phone / E-mail');
    assert.deepEqual(
      fields.slice(1).map(({ id, when, required }) => [id, when, required]),
      [
        ['phone', { field: 'kind', is: '1' }, true],
        ['phone2', { not: { field: 'kind', is: '1' } }, undefined],
        ['email', { not: { field: 'kind', is: '2' } }, undefined],
        ['email2', { field: 'kind', is: '2' }, true],
      ],
    );
    assert.deepEqual(reported, []);
  });

  it('that cannot be asked of answers have no effect and are named', () => {
    const schema = object(
      { a: text, b: text },
      { if: { properties: { a: { pattern: '^x' } } }, then: { required: ['b'] } },
    );
    const { fields, reported } = read(schema);
    assert.deepEqual(
      fields.map(({ when }) => when),
      [undefined, undefined],
    );
    assert.deepEqual(reported, ['/if/properties/a/pattern schema-condition', '/then schema-unread']);
  });

  it('that go round in a circle are cut and named', () => {
    const schema = object({ a: text, b: text }, { dependentRequired: { a: ['b'], b: ['a'] } });
    const { definition, reported } = read(schema);
    assert.deepEqual(parseDefinition(definition, catalog).problems, []);
    assert.deepEqual(reported, ['/dependentRequired/a schema-circle']);
  });
});

describe('the uiSchema of RJSF', () => {
  it('orders, words and hides, and what it says besides is named', () => {
    const { fields, uiReported } = read(
      object({ a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string', default: 'x' } }),
      {
        'ui:order': ['b', '*'],
        a: { 'ui:widget': 'textarea', 'ui:title': 'Story', 'ui:help': 'In your words', classNames: 'wide' },
        c: { 'ui:widget': 'hidden' },
        d: { 'ui:title': 'Nobody' },
      },
    );
    assert.deepEqual(fields, [
      { id: 'b', type: 'text', label: 'B' },
      { id: 'a', type: 'long-text', label: 'Story', hint: 'In your words' },
    ]);
    assert.deepEqual(uiReported, ['/d ui-unread', '/a/classNames ui-unread']);
  });
});

describe('the samples', () => {
  it('are forms, and what is not in them is named', () => {
    const { schema, uiSchema } = sample('registration.rjsf');
    const registration = read(schema as Json, uiSchema);
    assert.deepEqual(
      registration.steps.map(({ fields }) => fields.map(({ id }) => id)),
      [
        ['fullName', 'birthDate', 'gender', 'email', 'hasChildren', 'children'],
        ['city', 'street', 'otherCity'],
        ['interests', 'remarks', 'terms'],
      ],
    );
    assert.deepEqual(registration.uiReported, [
      '/full_name/ui:autofocus ui-unread',
      '/remarks/ui:options/rows ui-unread',
    ]);
    assert.deepEqual(
      read(sample('household.draft-07')).reported.sort(),
      [
        '/properties/income/multipleOf schema-unread',
        '/properties/contact/oneOf schema-not-exclusive',
        '/properties/contact schema-stricter',
        '/properties/members/uniqueItems schema-unread',
        '/definitions/person/properties/parents/items/$ref schema-recursive',
        '/properties/tags/additionalProperties schema-unread',
        '/properties/tags schema-free-object',
      ].sort(),
    );
    assert.deepEqual(read(sample('visit.2020-12')).reported, [
      '/properties/position/prefixItems schema-gap',
      '/not schema-unread',
    ]);
  });

  it('get data that fit them', () => {
    const { data } = parsed(readJsonSchema(sample('household.draft-07'), catalog).definition);
    assert.ok(data);
    const made = dataFrom(data, {
      income: 4200,
      contactKind: '1',
      phone: '0501234567',
      rent: 12000,
      landlord: 'سالم',
      members: [
        { name: 'نورة', relation: 'option1', born: { date: '2015-02-03', calendar: 'islamic-umalqura' } },
        { name: 'علي', relation: 'option3' },
      ],
    });
    assert.deepEqual(made, {
      income: 4200,
      contact: { phone: '0501234567' },
      rent: 12000,
      landlord: 'سالم',
      members: [
        { name: 'نورة', relation: 'ابن', born: '2015-02-03' },
        { name: 'علي', relation: 'والد' },
      ],
    });
    assert.ok(partnersValidator(sample('household.draft-07'))(made));
  });
});

describe('what the command has written', () => {
  const everyType = parsed(JSON.parse(textOf('test/fixtures/every-type.json')));

  it('is read as it is now where somebody has changed it, and that is told', () => {
    const { schema } = toJsonSchema(everyType, catalog);
    const changed = structuredClone(schema) as { properties: { fullName: { maxLength: number } } };
    changed.properties.fullName.maxLength = 30;
    const { fields, reported } = read(changed as unknown as Json);
    assert.equal(fields.find(({ id }) => id === 'fullName')?.maxLength, 30);
    assert.ok(reported.includes('/x-taafi-definition schema-edited'));
  });
});

describe('a document', () => {
  it('is told from a form', () => {
    for (const json of [{ steps: [] }, { id: 'x' }, [], 'x', null, { states: {} }])
      assert.equal(isJsonSchema(json), false);
    assert.ok(isJsonSchema({ properties: {} }));
    assert.ok(isJsonSchema({ $schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/a' }));
    assert.deepEqual(schemaIn({ schema: { type: 'object', properties: {} }, uiSchema: 1 }), {
      schema: { type: 'object', properties: {} },
      uiSchema: 1,
    });
  });

  it('that asks nothing is told so', () => {
    const { definition, problems } = readJsonSchema({ type: 'object', properties: {} }, catalog);
    assert.equal(definition, undefined);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['schema-nothing', 'error']],
    );
  });

  it('that grows without end is read to its bounds', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `d${index}`,
        {
          type: 'object',
          properties: { a: { $ref: `#/$defs/d${index + 1}` }, b: { $ref: `#/$defs/d${index + 1}` } },
        },
      ]),
    );
    const { problems } = readJsonSchema(
      { type: 'object', $ref: '#/$defs/d0', $defs: { ...$defs, d30: { type: 'string' } } },
      catalog,
    );
    assert.ok(problems.some(({ code }) => code === 'schema-too-large' || code === 'too-many-fields'));
  });

  it('has a sentence in both languages for everything that may be told of it', () => {
    const codes = sourceFiles('src/core/json-schema').flatMap(
      ({ tree }) => tree.getText().match(/(?<=')(schema|ui)-[a-z-]+(?=')/g) ?? [],
    );
    const missing = [...new Set(codes)].filter((code) => !(code in schemaSentences));
    assert.deepEqual(missing, []);
  });
});

describe('what a form cannot hold to', () => {
  const reported = (properties: Json, more: Json = {}) => read(object(properties, more)).reported;

  it('is told of properties that another part of the schema forbids', () => {
    const kind = { enum: ['card', 'cash'] };
    const payment = {
      if: { properties: { kind: { const: 'card' } }, required: ['kind'] },
      then: { properties: { number: { type: 'string' } }, required: ['number'] },
    };
    assert.deepEqual(reported({ kind }, { ...payment, additionalProperties: false }), [
      '/additionalProperties schema-closed',
    ]);
    assert.deepEqual(reported({ kind }, { ...payment, unevaluatedProperties: false }), []);
    assert.deepEqual(
      reported({ kind, number: { type: 'string' } }, { ...payment, additionalProperties: false }),
      [],
    );
    const branch = (is: string, properties: Json) =>
      object({ is: { const: is }, ...properties }, { required: ['is'], additionalProperties: false });
    const [car, bike] = [branch('car', { plate: { type: 'string' } }), branch('bike', {})];
    assert.deepEqual(reported({ vehicle: { type: 'object', oneOf: [car, bike] } }), [
      '/properties/vehicle schema-stricter',
    ]);
  });

  it('is told of a tuple that may have a gap', () => {
    const pair = { prefixItems: [{ type: 'string' }, { type: 'number' }] };
    assert.deepEqual(reported({ pair }), ['/properties/pair/prefixItems schema-gap']);
    assert.deepEqual(reported({ pair }, { required: ['pair'] }), []);
  });

  it('is told of a value that may be an object or something else', () => {
    const place = { oneOf: [{ type: 'string' }, object({ city: { type: 'string' } })] };
    const { fields, reported: told } = read(object({ place, name: { type: 'string' } }));
    assert.deepEqual(told, ['/properties/place/oneOf/0 schema-one-of-types']);
    assert.ok(!JSON.stringify(fields).includes('"choice"'));
  });

  it('is told of remarks in other words than of rules', () => {
    assert.deepEqual(reported({ a: { type: 'string', examples: ['x'], deprecated: true, not: {} } }), [
      '/properties/a/examples schema-remark',
      '/properties/a/deprecated schema-remark',
      '/properties/a/not schema-unread',
    ]);
  });

  it('is told of limits between which there is nothing', () => {
    assert.deepEqual(reported({ age: { type: 'number', minimum: 5, maximum: 1 } }), [
      '/properties/age schema-empty-range',
    ]);
  });

  it('is told of widgets that nobody knows, and of what stands beside the schema', () => {
    const schema = object({ a: { type: 'string' }, b: { type: 'string' }, c: { type: 'integer' } });
    const { uiReported } = read(schema, {
      a: { 'ui:widget': 'CreditCard' },
      b: { 'ui:options': { widget: 'color' } },
      c: { 'ui:widget': 'updown' },
    });
    assert.deepEqual(uiReported, ['/a/ui:widget ui-unread', '/b/ui:options/widget ui-unread']);
    const told = formFromSchema({ schema, uiSchema: {}, formData: { a: 'x' } }, catalog)?.problems;
    assert.deepEqual(
      told?.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/formData schema-beside'],
    );
  });
});
