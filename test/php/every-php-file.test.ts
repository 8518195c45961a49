import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesOf, lintPhp } from './php.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Folders that are not ours, or made from ours. */
const left = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

describe('every PHP file of the repository', () => {
  it('compiles', async () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !left.has(entry.name))
      .map((entry) => entry.name);
    const files = Object.assign({}, ...folders.map((folder) => filesOf(join(root, folder), `/${folder}`)));
    assert.equal(await lintPhp(files), '');
  });
});
