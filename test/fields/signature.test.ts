import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isSignature, MOST_POINTS } from '../../src/core/drawing.js';
import { catalog, parseDefinition, validateAnswers } from '../../src/core/index.js';
import type { SignatureAnswer } from '../../src/fields/signature/signature.type.js';
import { signature } from '../../src/fields/signature/signature.type.js';
import { context, definitionProblems, formWith, keepsOneForm, TrialField } from './trial-field.js';

const field = new TrialField(signature);

const stroke = Array.from({ length: 40 }, (_none, index) => [
  index * 200,
  1000 + (index % 5) * 200,
  index * 16,
]);
const drawn = { method: 'drawn', drawing: { height: 4000, strokes: [stroke] } } as unknown as SignatureAnswer;
const typed: SignatureAnswer = { method: 'typed', name: 'سالم سعيد' };

const withDrawing = (drawing: unknown) => ({ method: 'drawn', drawing });

describe('signature', () => {
  it('is never given beforehand, and is empty at first', () => {
    assert.equal(field.type.empty, undefined);
    assert.deepEqual(field.read(undefined), {});
    assert.deepEqual(definitionProblems({ type: 'signature' }, { prefill: { host: ['trial'] } }), {
      '/prefill/host/0': 'never-prefilled',
    });
  });

  it('is a drawing or a name', () => {
    for (const answer of [drawn, typed]) {
      assert.deepEqual(field.read(answer), { answer });
      assert.equal(field.problem(answer), undefined);
      assert.ok(field.schemaAccepts(answer));
    }
    assert.deepEqual(field.read({ method: 'typed', name: '  سالم \u200f سعيد ' }), { answer: typed });
    assert.deepEqual(field.read({ method: 'typed', name: '  ' }), {});
  });

  it('is no dot', () => {
    const dot = withDrawing({ height: 4000, strokes: [[[5000, 2000, 0]]] }) as unknown as SignatureAnswer;
    assert.deepEqual(field.read(dot), { problem: 'too-little-ink' });
    assert.equal(field.problem(dot), 'too-little-ink');
    assert.match(field.sentence('too-little-ink', 'ar'), /وقّع بخط أطول/);
  });

  it('refuses what nobody can draw', () => {
    const many = Array.from({ length: MOST_POINTS + 1 }, (_none, index) => [index % 10_000, 0, 0]);
    const wrong: [unknown, string][] = [
      [{ height: 4000, strokes: [many] }, 'too-much-ink'],
      [{ height: 4000, strokes: Array.from({ length: 501 }, () => stroke) }, 'too-much-ink'],
      [{ height: 4000, strokes: [[[Number.NaN, 0, 0]]] }, 'type'],
      [{ height: 4000, strokes: [[[1e9, 0, 0]]] }, 'type'],
      [{ height: 4000, strokes: [[[0.5, 0, 0]]] }, 'type'],
      [{ height: 4000, strokes: [stroke, [[0, 4001, 0]]] }, 'type'],
      [{ height: 4000, strokes: [stroke, []] }, 'type'],
      [{ height: 4000, strokes: [stroke, [[0, 0]]] }, 'type'],
      [{ height: -1, strokes: [stroke] }, 'type'],
      [{ height: 4000, strokes: [stroke], svg: '<svg onload=alert(1)>' }, 'type'],
      ['<svg><script>alert(1)</script></svg>', 'type'],
    ];
    for (const [drawing, code] of wrong) assert.equal(field.problem(withDrawing(drawing)), code);
    for (const answer of [
      null,
      [],
      'سالم',
      {},
      { method: 'paper' },
      { method: 'typed' },
      { ...drawn, name: 'x' },
    ]) {
      assert.equal(field.problem(answer), 'type');
    }
    assert.equal(field.problem({ method: 'typed', name: ' سالم' }), 'unnormalised');
  });

  it('is shown by its name, or as drawn', () => {
    assert.equal(field.show(typed, 'en'), 'سالم سعيد');
    assert.equal(field.show(drawn, 'ar'), 'توقيع مرسوم');
  });

  describe('typed', () => {
    const fields = [
      { id: 'first', type: 'text', label: 'First' },
      { id: 'last', type: 'text', label: 'Last' },
      { id: 'trial', type: 'signature', label: 'Signature', signer: ['first', 'last'] },
    ];
    const form = formWith({}, { steps: [{ id: 'only', title: 'Step', fields }] });
    const { definition, problems } = parseDefinition(form, catalog);

    function told(name: string): unknown {
      assert.ok(definition, JSON.stringify(problems));
      const answers = { first: 'أحمد', last: 'آل سعد', trial: { method: 'typed', name } };
      return validateAnswers(definition, answers, catalog, context).problems;
    }

    it('is the name of who signs', () => {
      assert.equal(told('احمد ال سعد'), undefined);
      assert.equal(told('أحمد آل سعد'), undefined);
      assert.deepEqual(told('أحمد'), [{ pointer: '/trial', code: 'other-name' }]);
      assert.deepEqual(told('محمد آل سعد'), [{ pointer: '/trial', code: 'other-name' }]);
    });

    it('is a name in parts, where the field has parts', () => {
      const whole = { id: 'whole', type: 'person-name', label: 'Name', parts: 3 };
      const signed = { id: 'trial', type: 'signature', label: 'Signature', signer: ['whole'] };
      const made = formWith({}, { steps: [{ id: 'only', title: 'Step', fields: [whole, signed] }] });
      const parsed = parseDefinition(made, catalog).definition;
      assert.ok(parsed);
      const problems = (name: string) =>
        validateAnswers(
          parsed,
          {
            whole: { first: 'سالم', father: 'عبد الله', family: 'المثالي' },
            trial: { method: 'typed', name },
          },
          catalog,
          context,
        ).problems;
      assert.equal(problems('سالم عبدالله المثالى'), undefined);
      assert.deepEqual(problems('سالم المثالي'), [{ pointer: '/trial', code: 'other-name' }]);
    });

    it('names fields that there are', () => {
      const unknown = { type: 'signature', signer: ['nobody'] };
      assert.deepEqual(Object.values(definitionProblems(unknown)), ['unknown-field']);
    });
  });

  const point = fc.tuple(fc.nat(10_000), fc.nat(4000), fc.nat(1000));
  const drawings = fc
    .array(fc.array(point, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 })
    .map((strokes) => ({ method: 'drawn' as const, drawing: { height: 4000, strokes } }));
  const names = fc.string({ maxLength: 30 }).map((name) => ({ method: 'typed' as const, name }));
  keepsOneForm(field, {
    typed: fc.oneof(drawings, names),
    stored: fc.oneof(
      drawings.filter(({ drawing }) => isSignature(drawing)),
      fc.constant(typed),
    ),
    sent: fc.oneof(drawings, names, fc.anything()),
  });
});
