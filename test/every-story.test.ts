import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesBelow, textOf } from './source-files.js';

describe('stories/every-story.ts', () => {
  it('names every file of stories, so that each is looked at by the accessibility tests', () => {
    const files = filesBelow('stories')
      .filter((path) => path.endsWith('.stories.ts'))
      .map((path) => path.replace(/^stories\/(.*)\.stories\.ts$/, '$1'));
    const named = [...textOf('stories/every-story.ts').matchAll(/import\('\.\/(.*?)\.stories\.js'\)/g)].map(
      ([, name]) => name,
    );
    assert.ok(files.length > 0);
    assert.deepEqual(named.sort(), files.sort());
  });
});
