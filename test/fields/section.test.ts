import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, parseDefinition, toJsonSchema, validateAnswers } from '../../src/core/index.js';
import { section } from '../../src/fields/section/section.type.js';
import { context, definitionProblems, formWith, TrialField } from './trial-field.js';

const inner = { id: 'inner', type: 'text', label: { ar: 'داخل', en: 'Inside' } };
const field = new TrialField(section, { fields: [inner] });

describe('section', () => {
  it('holds no answer', () => {
    assert.equal(field.type.kind, 'none');
    assert.deepEqual(field.read(undefined), {});
    for (const sent of [null, true, '', {}, []]) assert.ok(!field.accepts(sent));
  });

  it('groups what is seen, not the answers', () => {
    const { definition } = parseDefinition(formWith({ type: 'section', fields: [inner] }), catalog);
    assert.ok(definition);
    const taken = validateAnswers(definition, { inner: 'x' }, catalog, context);
    assert.deepEqual(taken.answers, { inner: 'x' });
    const refused = validateAnswers(definition, { trial: { inner: 'x' } }, catalog, context);
    assert.deepEqual(refused.problems, [{ pointer: '/trial', code: 'unknown' }]);
    assert.deepEqual(Object.keys(toJsonSchema(definition, catalog).schema.properties as object), ['inner']);
  });

  it('needs something in it, each with a name of its own', () => {
    assert.deepEqual(definitionProblems({ type: 'section' }), { '/fields': 'missing' });
    assert.deepEqual(definitionProblems({ type: 'section', fields: [] }), { '/fields': 'too-small' });
    assert.deepEqual(definitionProblems({ type: 'section', fields: [inner, inner] }), {
      '/fields/1/id': 'duplicate',
    });
    assert.deepEqual(definitionProblems({ type: 'section', fields: [{ ...inner, id: 'trial' }] }), {
      '/fields/0/id': 'duplicate',
    });
    assert.deepEqual(definitionProblems({ type: 'section', fields: [inner], required: true }), {
      '/required': 'unknown-key',
    });
  });
});
