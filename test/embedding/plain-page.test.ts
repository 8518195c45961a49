import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { browserOfThisFile } from '../journey/browser.js';
import { repository } from './example.js';
import { useExample } from './opened-example.js';

const open = browserOfThisFile();

describe('the example of a plain page', () => {
  it('opens, tells its page what is typed, follows its language and is received, under a strict policy', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'taafi-plain-'));
    test.after(() => rmSync(folder, { recursive: true, force: true }));
    await useExample(test, open, {
      make: async (receiver) => {
        cpSync(join(repository, 'examples/plain'), folder, { recursive: true });
        const page = readFileSync(join(folder, 'index.html'), 'utf8');
        writeFileSync(join(folder, 'index.html'), page.replaceAll('https://forms.example.org/', receiver));
        return folder;
      },
    });
  });
});
