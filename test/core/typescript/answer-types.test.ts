import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { catalog } from '../../../src/core/index.js';
import { sampleAnswers } from '../../../src/core/sample/sample-answers.js';
import { answerTypes } from '../../../src/core/typescript/answer-types.js';
import { filesBelow, textOf } from '../../source-files.js';
import type { Json } from '../trial-form.js';
import { context, field, form, list, options, parsed, step } from '../trial-form.js';

/** What the strict compiler says of some files, by their names. */
function complaints(files: Readonly<Record<string, string>>): Record<string, string[]> {
  const settings: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noEmit: true,
    types: [],
    lib: ['lib.es5.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists, readFile } = host;
  const own = (name: string) => files[name.replace('/forms/', '')];
  host.getSourceFile = (name, version) => {
    const text = own(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  host.fileExists = (name) => own(name) !== undefined || fileExists(name);
  host.directoryExists = () => true;
  host.readFile = (name) => own(name) ?? readFile(name);
  const names = Object.keys(files);
  const program = ts.createProgram(
    names.map((name) => `/forms/${name}`),
    settings,
    host,
  );
  const told = ts.getPreEmitDiagnostics(program);
  return Object.fromEntries(
    names.map((name) => [
      name,
      told
        .filter(({ file }) => file === undefined || file.fileName === `/forms/${name}`)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
}

const read = (path: string) => JSON.parse(textOf(path)) as Json;
const forms = filesBelow('src/packs')
  .filter((path) => path.endsWith('.json') && Object.hasOwn(read(path), 'steps'))
  .concat('test/fixtures/every-type.json');

describe('the types of answers', () => {
  it('compile, and take what the rules take, for every form of the pack and every type of field', () => {
    const files: Record<string, string> = {};
    for (const path of forms) {
      const definition = parsed(read(path));
      const types = answerTypes(definition, catalog);
      const [, name = ''] = /export interface (\w+Answers) /.exec(types) ?? [];
      const samples = [1, 2, 3, 4, 5].map((seed) => {
        const choices = { seed, language: 'ar', isResident: seed === 5 } as const;
        const { answers } = sampleAnswers(definition, catalog, context, choices);
        return `export const a${seed}: ${name} = ${JSON.stringify(answers)};`;
      });
      files[`${definition.id}.ts`] = [types, ...samples].join('\n');
    }
    for (const [name, told] of Object.entries(complaints(files))) assert.deepEqual(told, [], name);
  });

  const json = form([
    step('one', [
      field('name', 'text', { required: true, label: { ar: 'الاسم', en: 'Name */ x' } }),
      field('marital', 'choice', { required: true, options: options('single', 'married') }),
      field('spouse', 'text', { required: true, when: { field: 'marital', is: 'married' } }),
      field('wishes', 'choices', { options: options('a', 'b') }),
      list('children', [field('born', 'date', { required: true }), field('name', 'text')], { minItems: 1 }),
    ]),
    step('two', [field('rent', 'number', { required: true })], { when: { field: 'marital', is: 'single' } }),
  ]);
  const types = answerTypes(parsed(json), catalog);
  const right = {
    name: 'x',
    marital: 'single',
    children: [{ born: { date: '2020-01-01', calendar: 'gregory' } }],
  };

  it('say what has to be there, under what name, and with what words', () => {
    assert.equal(
      types,
      `/** نموذج / Form, version 1.0.0: its answers as they are stored. Made by \`taafi types\`. */
export interface TrialAnswers {
  /** الاسم / Name *\\/ x */
  readonly name: string;
  /** حقل marital / Field marital */
  readonly marital: 'single' | 'married';
  /** حقل spouse / Field spouse */
  readonly spouse?: string;
  /** حقل wishes / Field wishes */
  readonly wishes?: readonly ('a' | 'b')[];
  /** حقل children / Field children */
  readonly children: readonly TrialChildrenItem[];
  /** حقل rent / Field rent */
  readonly rent?: number;
}

/** One of: حقل children / Field children. */
export interface TrialChildrenItem {
  /** حقل born / Field born */
  readonly born: {
    readonly date: string;
    readonly calendar: 'islamic-umalqura' | 'gregory';
  };
  /** حقل name / Field name */
  readonly name?: string;
}
`,
    );
  });

  it('refuse what is missing, unknown, of another kind or no option', () => {
    const { name: _, ...nameless } = right;
    const answers: Readonly<Record<string, [object, RegExp | undefined]>> = {
      right: [right, undefined],
      more: [{ ...right, spouse: 'y', wishes: ['a'], rent: 5 }, undefined],
      missing: [nameless, /Property 'name' is missing/],
      unknown: [{ ...right, nam: 'x' }, /'"nam"' does not exist/],
      kind: [{ ...right, rent: '5' }, /'string' is not assignable to type 'number'/],
      option: [{ ...right, marital: 'widowed' }, /'"widowed"' is not assignable/],
      item: [{ ...right, children: [{ name: 'x' }] }, /Property 'born' is missing/],
      calendar: [
        { ...right, children: [{ born: { date: '2020-01-01', calendar: 'julian' } }] },
        /'"julian"' is not assignable/,
      ],
    };
    const files = Object.entries(answers).map(([name, [value]]) => [
      `${name}.ts`,
      `import type { TrialAnswers } from './types.js';\nexport const a: TrialAnswers = ${JSON.stringify(value)};\n`,
    ]);
    const told = complaints({ 'types.ts': types, ...Object.fromEntries(files) });
    for (const [name, [, complaint]] of Object.entries(answers)) {
      const said = told[`${name}.ts`]?.join('\n') ?? '';
      if (complaint === undefined) assert.equal(said, '', name);
      else assert.match(said, complaint, name);
    }
  });
});
