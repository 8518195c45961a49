import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, toJsonSchema } from '../../src/core/index.js';
import { validateReceived } from '../../src/core/received-answers.js';
import { textOf } from '../source-files.js';
import {
  agreeingTypes,
  answersAgree,
  fieldAt,
  formsAgree,
  unstatedIn,
  validatorOf,
} from './schema-agreement.js';
import type { Json } from './trial-form.js';
import { parsed } from './trial-form.js';

interface Case {
  readonly name: string;
  readonly definition: string;
  readonly today: string;
  readonly answers: unknown;
  readonly problems: readonly { readonly pointer: string; readonly code: string }[];
  readonly stated: boolean;
}

interface Fixture {
  readonly definitions: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

const { definitions, cases } = JSON.parse(textOf('test/fixtures/answers.json')) as Fixture;

describe('the fixtures for partners', () => {
  const forms = Object.fromEntries(Object.entries(definitions).map(([name, json]) => [name, parsed(json)]));
  const validators = Object.fromEntries(
    Object.entries(forms).map(([name, made]) => [name, validatorOf(made)]),
  );

  it('are forms without warnings, each of them used, and every case has a name of its own', () => {
    assert.ok(cases.length >= 60);
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
    assert.deepEqual(new Set(cases.map(({ definition }) => definition)), new Set(Object.keys(definitions)));
    const types = new Set(JSON.stringify(definitions).match(/(?<="type":")[a-z-]+/g));
    assert.deepEqual(
      [...catalog.keys()].filter((type) => !types.has(type)),
      ['note'],
    );
  });

  for (const { name, definition, today, answers, problems, stated } of cases) {
    it(`${definition}: ${name}`, () => {
      const made = forms[definition];
      assert.ok(made);
      const result = validateReceived(made, answers, catalog, { today });
      assert.deepEqual(result.problems ?? [], problems);
      const accepted = validators[definition]?.(answers);
      assert.equal(accepted, problems.length === 0 || !stated, 'the verdict of the JSON Schema');
      if (stated) return;
      const unstated = unstatedIn(made);
      for (const { pointer } of problems) assert.ok(unstated.has(fieldAt(made, pointer) ?? ''), pointer);
    });
  }
});

describe('toJsonSchema', () => {
  const everyType = parsed(JSON.parse(textOf('test/fixtures/every-type.json')));

  it('names the form and its version', () => {
    const { schema } = toJsonSchema(everyType, catalog);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, 'urn:taafi-kit:form:every-type:1.0.0');
    assert.equal(schema.title, 'كل الأنواع');
    assert.deepEqual(schema['x-i18n-title'], { ar: 'كل الأنواع', en: 'Every type' });
  });

  it('requires what is always shown', () => {
    const { schema } = toJsonSchema(everyType, catalog);
    assert.deepEqual(schema.required, [
      'fullName',
      'nationalId',
      'mobile',
      'birthDate',
      'marital',
      'home',
      'wants',
      'consent',
    ]);
    assert.equal(schema.additionalProperties, false);
  });

  it('knows nothing of what holds no answer', () => {
    const properties = toJsonSchema(everyType, catalog).schema.properties as Json;
    for (const id of ['welcome', 'housing', 'spouseNote', 'study'])
      assert.ok(!Object.hasOwn(properties, id), id);
    assert.ok(Object.hasOwn(properties, 'rent'));
  });

  it('lists what it cannot state, by the field', () => {
    const { unstated } = toJsonSchema(everyType, catalog);
    const rules = unstated.filter(({ pointer }) => pointer === '/steps/0/fields/7').map(({ rule }) => rule);
    assert.deepEqual(rules, [
      'trimmed NFC text with single spaces and no invisible marks',
      'shown only under its condition',
      'required while it is shown',
    ]);
  });

  it('is one that a strict validator takes', () => {
    assert.doesNotThrow(() => validatorOf(everyType));
    assert.doesNotThrow(() =>
      validatorOf(parsed(JSON.parse(textOf('src/packs/taafi/support-request.json')))),
    );
  });
});

describe('any form', () => {
  it('has a schema that takes what the receiver takes, and takes more only where it says so', () => {
    formsAgree(40);
  });
});

describe('any answer', () => {
  for (const type of agreeingTypes())
    it(`to ${type} is right or wrong to browser, receiver and schema alike, but for what is not stated`, () => {
      answersAgree(type, 200);
    });
});
