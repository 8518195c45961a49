import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { Engine } from '../../src/core/index.js';
import { catalog } from '../../src/core/index.js';
import { answersIn } from '../../src/core/node-search.js';
import type { LeftOut } from '../../src/core/taking-up.js';
import { isKept, keptAnswers, takeUp } from '../../src/core/taking-up.js';
import { anyForm } from './any-form.js';
import { filledForm } from './filled-form.js';
import type { Json } from './trial-form.js';
import { engineFor, field, form, list, options, parsed } from './trial-form.js';

/** What was not taken, as one can read it. */
const told = (leftOut: readonly LeftOut[]) => leftOut.map(({ path, why }) => `${path} ${why}`);

function taken(json: Json, answers: Json, hasFile?: (id: string) => boolean): [Engine, string[]] {
  const engine = engineFor(json);
  return [engine, told(takeUp(engine, answers, catalog, hasFile))];
}

const photo = { id: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'id.jpg', type: 'image/jpeg', size: 10 };

const aid = form([
  field('name', 'text'),
  field('need', 'choice', { options: options('rent', 'food') }),
  list('children', [field('child', 'text'), field('agrees', 'statement')], { maxItems: 3 }),
  field('paper', 'file'),
  field('right', 'statement'),
  field('signature', 'signature'),
  field('photo', 'file', { signs: true }),
]);

describe('answers that are kept', () => {
  it('are all that is shown but what a person gives as his own act, and files', () => {
    const engine = engineFor(aid, {
      name: 'سالم',
      children: [{ child: 'نورة', agrees: true }],
      paper: [photo],
      right: true,
    });
    assert.deepEqual(keptAnswers(engine), { name: 'سالم', children: [{ child: 'نورة' }] });
  });

  it('are without what the page gives and what is worked out', () => {
    const json = form(
      [
        field('campaign', 'hidden'),
        field('count', 'number'),
        field('twice', 'computed', { value: { sum: ['count', 'count'] } }),
      ],
      { prefill: { host: ['campaign'] } },
    );
    const engine = engineFor(json, { campaign: 'radio', count: 2 });
    assert.deepEqual(keptAnswers(engine), { count: 2 });
    const [other, leftOut] = taken(json, { campaign: 'mine', count: 3, twice: 100 });
    assert.deepEqual([other.answers(), leftOut], [{ count: 3, twice: 6 }, []]);
  });

  it('lead to the same answers, whatever the form and whatever was answered', () => {
    const filled = anyForm.chain((json) => fc.tuple(fc.constant(json), filledForm(parsed(json))));
    fc.assert(
      fc.property(filled, ([json, answers]) => {
        const before = engineFor(json, answers);
        const kept = keptAnswers(before);
        const after = engineFor(json);
        assert.deepEqual(told(takeUp(after, JSON.parse(JSON.stringify(kept)), catalog)), []);
        // What is in sight only once something is agreed to is there as well.
        assert.equal(canonicalJson(answersIn(after.root, isKept)), canonicalJson(kept));
      }),
      { numRuns: 80 },
    );
  });
});

describe('taking answers up', () => {
  it('takes what fits, and names all else with the reason', () => {
    const [engine, leftOut] = taken(aid, {
      name: 'سالم',
      need: 'fuel',
      children: [{ child: 'نورة', agrees: true, age: 4 }],
      paper: [photo],
      right: true,
      signature: { method: 'typed', name: 'سالم' },
      photo: [photo],
      gone: 'x',
    });
    assert.deepEqual(engine.answers(), { name: 'سالم', children: [{ child: 'نورة' }] });
    assert.deepEqual(leftOut, [
      'need unfit',
      'children.0.agrees anew',
      'children.0.age gone',
      'paper files',
      'right anew',
      'signature anew',
      'photo anew',
      'gone gone',
    ]);
  });

  it('takes files that are here, but never what signs', () => {
    const [engine, leftOut] = taken(aid, { paper: [photo], photo: [photo] }, (id) => id === photo.id);
    assert.deepEqual([engine.answers(), leftOut], [{ paper: [photo] }, ['photo anew']]);
  });

  it('keeps what is only too long or too many where the person can mend it', () => {
    const short = form([field('name', 'text', { maxLength: 3 })]);
    const [engine, leftOut] = taken(short, { name: 'سالم العتيبي' });
    assert.deepEqual([engine.answers(), leftOut], [{ name: 'سالم العتيبي' }, []]);
  });

  it('takes no more items than a list holds, and puts them in place of those there are', () => {
    const engine = engineFor(aid, { children: [{ child: 'a' }, { child: 'b' }] });
    const items = Array.from({ length: 10_000 }, (_, index) => ({ child: String(index) }));
    assert.deepEqual(told(takeUp(engine, { children: items }, catalog)), ['children unfit']);
    assert.deepEqual(engine.answers(), { children: [{ child: '0' }, { child: '1' }, { child: '2' }] });
  });

  it('never throws, and never takes what only the person can give, whatever a file holds', () => {
    const hostile = fc.oneof(
      { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
      fc.constantFrom<unknown[]>(true, 'x', 1e308, {}, [], [{}], [null], { date: 'x', calendar: 'y' }, [
        photo,
      ]),
    );
    const filled = anyForm.chain((json) => {
      const ids = [...engineFor(json).root.nodes.values()].map(({ definition }) => definition.id);
      const names = fc.oneof(fc.constantFrom(...ids), fc.string(), fc.constant('constructor'));
      return fc.tuple(fc.constant(json), fc.dictionary(names, hostile));
    });
    fc.assert(
      fc.property(filled, ([json, answers]) => {
        const engine = engineFor(json);
        takeUp(engine, answers as Json, catalog);
        for (const node of engine.shownFields())
          if (node.type.neverPrefilled && !node.computed) assert.equal(node.answer, undefined, node.path);
      }),
      { numRuns: 150 },
    );
  });
});
