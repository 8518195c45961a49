import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { textOf } from '../source-files.js';
import { run } from './running-command.js';

interface Block {
  readonly kind: string;
  readonly text: string;
}

const page = textOf('docs/command.md');
const blocks = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
  ([, kind = '', text = '']): Block => ({ kind, text }),
);

/** The words of a line of a shell, of which some stand in quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
}

/** What the page calls the next version. */
function nextVersion(): void {
  const next = readFileSync('visit.json', 'utf8')
    .replace('"version": "1.0.0"', '"version": "1.1.0"')
    .replace('"en": "Ask for a visit"', '"en": "Book a visit"')
    .replace('"type": "date",', '"type": "date", "required": true,');
  writeFileSync('visit-next.json', next);
}

describe('docs/command.md', () => {
  it('is true, line by line', async (test) => {
    const before = process.cwd();
    test.after(() => process.chdir(before));
    process.chdir(temporaryFolder(test));
    const done: string[] = [];
    for (const [index, { kind, text }] of blocks.entries()) {
      for (const line of kind === 'sh' ? text.trimEnd().split('\n') : []) {
        const [npx, taafi, ...words] = wordsOf(line);
        assert.deepEqual([npx, taafi], ['npx', 'taafi'], line);
        const [name = ''] = words;
        // What runs for ever, needs the bundles or what was sent, is run by the tests of the first form and of the preview.
        if (/^(preview|serve|embed|export)$/.test(name)) continue;
        if (name === 'diff') nextVersion();
        const to = words.indexOf('>');
        const args = to < 0 ? words : words.slice(0, to);
        const answers = name === 'new' && !args.includes('--yes') ? [] : undefined;
        const { code, out, err } = await run(args, {}, answers);
        // Nobody answers the questions: that is Ctrl+C.
        assert.equal(code, answers === undefined ? 0 : 130, `${line}\n${out}${err}`);
        if (to >= 0) writeFileSync(words[to + 1] ?? '', out);
        const shown = blocks[index + 1];
        if (shown !== undefined && shown.kind !== 'sh') assert.equal(shown.text.trimEnd(), out.trimEnd());
        done.push(name);
      }
    }
    assert.deepEqual(done, ['new', 'new', 'lint', 'fill', 'diff', 'types', 'schema', 'import', 'paper']);
    assert.match(readFileSync('answers.json', 'utf8'), /"mobile": "\+9665/);
  });

  it('names every option of the commands it explains', async () => {
    const { out } = await run(['help']);
    for (const command of ['new', 'lint', 'fill', 'diff', 'types', 'import', 'paper', 'preview']) {
      const [, section = ''] = new RegExp(`^## \`${command}\`(.*?)^## `, 'ms').exec(page) ?? [];
      const [, lines = ''] = new RegExp(`^ {2}taafi ${command} (.*?)^ {2}taafi `, 'ms').exec(out) ?? [];
      const options = [...lines.matchAll(/--[a-z-]+/g)]
        .map(String)
        .filter((option) => option !== '--language');
      for (const option of options) assert.ok(section.includes(option), `${command} ${option}`);
    }
    const listed = /of `name`.*?with commas/.exec(page)?.[0].match(/(?<=`)\w+(?=`)/g) ?? [];
    const { err } = await run(['new', 'a', '--yes', '--title-en', 'x', '--fields', '?']);
    assert.ok(err.includes(`one of ${listed.join(', ')}.`), err);
  });
});
