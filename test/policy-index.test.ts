import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channels } from '../stories/policy/channels.js';
import type { Part } from '../stories/policy/clauses.js';
import { policy } from '../stories/policy/clauses.js';
import { exists, textOf } from './source-files.js';

/** The scripts stand outside of what is compiled. */
const scriptOf = (name: string) => import(new URL(`../../scripts/${name}.js`, import.meta.url).href);
const { listStories } = (await scriptOf('list-stories')) as { listStories(): { id: string }[] };
const { policyFaults } = (await scriptOf('make-policy-index')) as {
  policyFaults(
    policy: readonly Part[],
    stories: ReadonlySet<string>,
    read: (file: string) => string | undefined,
  ): string[];
};

const stories = new Set(listStories().map(({ id }) => id));
const read = (file: string) => (exists(file) ? textOf(file) : undefined);
const faultsWith = (changed: readonly Part[]) => policyFaults(changed, stories, read);
const clauses = policy.flatMap((part) => part.clauses);
const [first] = clauses;

/** The policy with a clause of its own. */
const withClause = (clause: object): readonly Part[] => [
  ...policy,
  {
    id: 'more',
    title: { ar: 'مزيد', en: 'More' },
    clauses: [{ ...first!, id: 'X', stories: [], files: [], ...clause }],
  },
];

describe('the index of the policy', () => {
  it('leads from every clause to stories and files that there are', () => {
    assert.deepEqual(faultsWith(policy), []);
  });

  it('has the seven steps, the eight channels, the four tools and all objectives', () => {
    const ids = clauses.map(({ id }) => id);
    const expected = 'P1 P2 P3 G D1 D2 D3 D4 D5 D6 D6a D6b D6c D6d D6e C1 C2 C3 C4 C5 C6 C7 C8 T1 T2 T3 T4';
    assert.deepEqual(ids, [...expected.split(' '), 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'A']);
  });

  it('names the channels as the pack of the association does', () => {
    const { channels: named } = JSON.parse(textOf('src/packs/taafi/association.json')) as {
      channels: { name: { ar: string } }[];
    };
    const inPolicy = channels.map(({ text }) => text.ar.replace(/\.$/, ''));
    assert.deepEqual(named.map(({ name }) => name.ar).sort(), inPolicy.sort());
  });

  it('tells of a clause that is honoured nowhere', () => {
    assert.deepEqual(faultsWith(withClause({})), ['Clause X is honoured nowhere.']);
  });

  it('tells of a story, a file and a heading that are not there', () => {
    const changed = withClause({
      stories: ['form-pages--gone'],
      files: ['docs/gone.md', 'docs/survey.md#gone'],
    });
    assert.deepEqual(faultsWith(changed), [
      'Clause X names the story form-pages--gone, which is not there.',
      'Clause X names docs/gone.md, which is not there.',
      'Clause X names docs/survey.md#gone, which is not there.',
    ]);
  });

  it('tells of two clauses with one name', () => {
    assert.deepEqual(faultsWith(withClause({ id: 'S1', files: ['README.md'] })), [
      'Two clauses are called S1.',
    ]);
  });
});
