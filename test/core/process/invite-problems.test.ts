import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FormDefinition } from '../../../src/core/definition.js';
import { inviteProblems } from '../../../src/core/process/invite-problems.js';
import { field, form, parsed as parsedForm } from '../trial-form.js';
import { draft, parsed } from './small-process.js';

const plain = parsedForm(form([field('fullName', 'text')]));
const survey: FormDefinition = {
  ...plain,
  survey: {
    measures: [{ id: 'csat', kind: 'csat', of: 'overall' }],
    steps: [{ id: 'decision', title: 'x' }],
  },
};

function told(to: FormDefinition, step: string, id = to.id): string[] {
  const process = parsed(
    draft((p) => {
      const [first, ...others] = p.moves as readonly object[];
      const [message] = Object.keys(p.messages as object);
      return Object.assign(p, { moves: [{ ...first, invite: { survey: id, step, message } }, ...others] });
    }),
  );
  return inviteProblems(process, to).map(({ pointer, code }) => `${pointer}: ${code}`);
}

it('finds invitations to what is no survey, and for occasions that it does not know', () => {
  assert.deepEqual(told(survey, 'decision'), []);
  assert.deepEqual(told(survey, 'decisions'), ['/moves/0/invite/step: unknown-survey-step']);
  assert.deepEqual(told(plain, 'decision'), ['/moves/0/invite/survey: not-a-survey']);
  assert.deepEqual(told(plain, 'decision', 'another'), [], 'of forms it was not given it says nothing');
});
