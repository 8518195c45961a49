import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browserOfThisFile } from '../journey/browser.js';
import { Example, repository } from './example.js';
import { useExample } from './opened-example.js';

/** One framework: its example, the tool that checks its types, and what it needs of a strict policy. */
interface Framework {
  readonly name: string;
  readonly checker: readonly [program: string, ...args: string[]];
  readonly policies?: readonly string[];
  readonly page: string;
  /** Mistakes in the example's page, and what the checker says of each. */
  readonly mistakes: readonly (readonly [right: string, wrong: string, told: RegExp])[];
  readonly prepare?: (example: Example, receiver: string) => Promise<void>;
}

const misspelled = /referense/;
const notInUnion = /"maybe\\?"' is not assignable to type/;
const notText = /number.*not assignable to type 'string/;

const frameworks: readonly Framework[] = [
  {
    name: 'react',
    checker: ['typescript/bin/tsc'],
    page: 'src/app.tsx',
    mistakes: [
      ['receiver={receiver}', 'receiver={42}', notText],
      ['prefill={prefill}', 'history="maybe"', notInUnion],
      ['receipt.reference', 'receipt.referense', misspelled],
    ],
  },
  {
    name: 'vue',
    checker: ['vue-tsc/bin/vue-tsc.js'],
    policies: ['vue'],
    page: 'src/app.vue',
    mistakes: [
      [':receiver="receiver"', ':receiver="42"', notText],
      [':prefill="prefill"', 'history="maybe"', notInUnion],
      ['@taafi-sent="onSent"', '@taafi-sent="({ receipt }) => receipt.referense"', misspelled],
    ],
  },
  {
    name: 'svelte',
    checker: ['svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'machine'],
    policies: ['svelte-trusted-html'],
    page: 'src/app.svelte',
    mistakes: [
      ['receiver={receiver}', 'receiver={42}', notText],
      ['prefill={prefill}', 'history="maybe"', notInUnion],
      ['receipt.reference', 'receipt.referense', misspelled],
    ],
  },
  {
    name: 'angular',
    checker: ['@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'tsconfig.json'],
    policies: ['angular'],
    page: 'src/app.ts',
    mistakes: [
      ['[receiver]="receiver"', '[receiver]="42"', notText],
      ['[prefill]="prefill"', 'history="maybe"', notInUnion],
      ['$event.receipt.reference', '$event.receipt.referense', misspelled],
    ],
    prepare: prepareAngular,
  },
];

const open = browserOfThisFile();

for (const framework of frameworks) {
  const { name, checker, page, mistakes, policies } = framework;
  describe(`the example of ${name}`, () => {
    it('has types that hold, and that tell what is wrong', async (test) => {
      const example = new Example(test, name);
      const [program, ...args] = checker;
      const right = await example.run(program, args);
      assert.equal(right.code, 0, right.text);
      for (const [text, mistake] of mistakes) example.change(page, text, mistake);
      const wrong = await example.run(program, args);
      assert.notEqual(wrong.code, 0);
      for (const [, , told] of mistakes) assert.match(wrong.text, told);
    });

    it('opens, tells its page what is typed, follows its language and is received, under a strict policy', async (test) => {
      await useExample(test, open, {
        ...(policies && { policies }),
        make: async (receiver) => {
          const example = new Example(test, name);
          await framework.prepare?.(example, receiver);
          return bundled(example, receiver);
        },
      });
    });
  });
}

/** Builds the example with the repository's Vite, as `npm run build` of its own does. */
async function bundled(example: Example, receiver: string): Promise<string> {
  const said = await example.run(
    join(repository, 'node_modules/vite/bin/vite.js'),
    ['build', '--logLevel', 'warn', '--configLoader', 'native'],
    {
      VITE_RECEIVER: receiver,
      NODE_ENV: 'production',
    },
  );
  assert.equal(said.code, 0, said.text);
  return join(example.folder, 'dist');
}

/**
 * What the Angular command line does: compiles the templates ahead of time, and links the packages of Angular, which
 * would otherwise compile theirs in the browser, where a strict policy forbids it.
 */
async function prepareAngular(example: Example, receiver: string): Promise<void> {
  const compiled = await example.run('@angular/compiler-cli/bundles/src/bin/ngc.js', ['-p', 'tsconfig.json']);
  assert.equal(compiled.code, 0, compiled.text);
  example.change('index.html', 'http://localhost:8080/', receiver);
  example.change(
    'index.html',
    '</app-root>',
    '</app-root><script type="module" src="/out/main.js"></script>',
  );
  const fromRepository = (path: string) => JSON.stringify(pathToFileURL(join(repository, path)).href);
  writeFileSync(
    join(example.folder, 'vite.config.js'),
    `import babel from ${fromRepository('node_modules/@babel/core/lib/index.js')};
import { createEs2015LinkerPlugin } from ${fromRepository('node_modules/@angular/compiler-cli/bundles/linker/babel/index.js')};
import { ConsoleLogger, LogLevel, NodeJSFileSystem } from ${fromRepository('node_modules/@angular/compiler-cli/bundles/index.js')};
const options = { linkerJitMode: false, sourceMapping: false, fileSystem: new NodeJSFileSystem(), logger: new ConsoleLogger(LogLevel.error) };
export default {
  plugins: [
    {
      name: 'angular-linker',
      async transform(code, id) {
        if (!id.includes('@angular') || !code.includes('ɵɵngDeclare')) return null;
        const plugins = [createEs2015LinkerPlugin(options)];
        const linked = await babel.transformAsync(code, { plugins, filename: id, babelrc: false, configFile: false, compact: false });
        return { code: linked.code };
      },
    },
  ],
};
`,
  );
}
