import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ts from 'typescript';
import type { DefinitionProblem } from '../../src/core/definition.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { explain, problemSentence } from '../../src/locale/definition-problems.js';
import { lintSentences } from '../../src/locale/lint-sentences.js';
import { processSentences } from '../../src/locale/process-problems.js';
import { schemaSentences } from '../../src/locale/schema-problems.js';
import { mutated } from '../core/mutation.js';
import type { Json } from '../core/trial-form.js';
import { field, form } from '../core/trial-form.js';
import { nodesIn, sourceFiles, textOf } from '../source-files.js';

const everyType = JSON.parse(textOf('test/fixtures/every-type.json')) as Json;

/** Codes that a browser or the receiver gives a document before anybody has parsed it. */
const beforeParsing = [
  'not-found',
  'not-reached',
  'not-json',
  'not-utf8',
  'too-large',
  'file-name',
  'unreadable',
];

/** Where a text is read and patterns are judged: every word with a hyphen in there is a code. */
const ofSources = /^src\/core\/(json-scan|json-source|pattern)\.ts$/;

/** zod's own codes, as `shape-problems.ts` writes them, and the words it has for the rest. */
const fromZod = ['missing', 'wrong-kind', 'unknown-key', 'invalid-value', 'too-small', 'too-big'];

/** What only a process can have wrong: no browser reads processes, and none loads sentences about them. */
const ofProcesses = /^src\/core\/process\//;

/** What only `taafi lint` says. */
const ofLint = /^src\/core\/(lint\/|theme\/theme-file\.ts$)/;
/** What is told of JSON Schemas, whose sentences come with what reads those. */
const ofSchemas = /^src\/core\/json-schema\//;

/** The codes that the source writes: where a problem is made, where a shape is checked, where a type finds a fault. */
function codesInSource(isThere: (path: string) => boolean): Set<string> {
  const codes = new Set<string>();
  const take = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteral(node)) codes.add(node.text);
    if (node === undefined || !ts.isObjectLiteralExpression(node)) return;
    for (const property of node.properties) {
      if (ts.isPropertyAssignment(property) && property.name.getText() === 'error')
        take(property.initializer);
    }
  };
  for (const { path, tree } of sourceFiles('src')) {
    if (!/^src\/(core\/|fields\/.*\.type\.ts$)/.test(path) || /association|answer-rule/.test(path)) continue;
    if (!isThere(path)) continue;
    const isType = path.startsWith('src/fields/');
    for (const node of nodesIn(tree)) {
      if (isType && !isInDefinition(node)) continue;
      if (ofSources.test(path) && ts.isStringLiteral(node) && /^[a-z]+(-[a-z]+)+$/.test(node.text))
        take(node);
      if (ts.isCallExpression(node)) {
        const name = node.expression.getText().replace(/^this\.#|^z\./, '');
        if (/^(errorAt|warningAt|report|refine|regex)$/.test(name)) take(node.arguments[1]);
        else if (name === 'unknown') take(node.arguments[3]);
      } else if (ts.isPropertyAssignment(node) && /^(code|message)$/.test(node.name.getText())) {
        if (isType || /shapes\.ts$/.test(path)) take(node.initializer);
      }
    }
  }
  for (const code of ['custom', 'unrecognized_keys']) codes.delete(code);
  return codes;
}

/** Whether a part of a type is about its definitions, and not about its answers. */
function isInDefinition(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    if (ts.isPropertyAssignment(at) && /^(definition|check)$/.test(at.name.getText())) return true;
  }
  return false;
}

function problem(code: string, params: Json = {}): DefinitionProblem {
  return { pointer: '', code, severity: 'error', params: params as Record<string, string> };
}

/** Values for all that a sentence may name. */
const params = { value: 'x', expected: 'y', least: 2, most: 5, field: 'z', status: 404, detail: 'w' };

function isWorded(code: string, ar = '', en = ''): void {
  assert.match(ar, /\p{Script=Arabic}{3}/u);
  assert.match(en, /^[^\u0600-\u06ff]*[a-z]{3}[^\u0600-\u06ff]*$/);
  for (const sentence of [ar, en]) assert.doesNotMatch(sentence, new RegExp(`\\(${code}\\)|\\{\\w+\\}`));
  // Names and keys of the format may stand in Arabic as they are, English words beside one another may not.
  assert.doesNotMatch(ar, /[A-Za-z]{2,}[ :,]+[A-Za-z]{2,}/);
}

describe('a sentence for each fault of a process', () => {
  const codes = [...codesInSource((path) => ofProcesses.test(path)), ...fromZod];

  it('is looked for', () => {
    for (const code of [
      'never-ends',
      'unknown-state',
      'forbidden-word',
      'duration',
      'duplicate',
      'field-type',
    ])
      assert.ok(codes.includes(code), code);
    const worded = Object.keys(processSentences);
    assert.deepEqual(
      worded.filter((code) => !codes.includes(code)),
      [],
    );
    // One for each, and none in the bundle of a browser.
    assert.deepEqual(
      worded.filter((code) => problemSentence(problem(code), 'en') !== general(code)),
      [],
    );
  });

  for (const code of new Set(codes)) {
    it(`is there for ${code}, in both languages`, () => {
      const found = problem(code, { ...params, other: 'v', state: 'u' });
      const [ar, en] = ['ar', 'en'].map((language) =>
        problemSentence(found, language, processSentences)
          .replaceAll('{reference}', '')
          .replaceAll('{x}', 'x'),
      );
      isWorded(code, ar, en);
    });
  }
});

describe('a sentence for all that taafi lint says besides', () => {
  const codes = Object.keys(lintSentences);

  it('is looked for', () => {
    for (const code of codesInSource((path) => ofLint.test(path))) assert.ok(codes.includes(code), code);
    // None is in the bundle of a browser.
    assert.deepEqual(
      codes.filter((code) => problemSentence(problem(code), 'en') !== general(code)),
      [],
    );
  });

  for (const code of codes) {
    it(`is there for ${code}, in both languages`, () => {
      const found = problem(code, { ...params, other: 'v', better: 'u', ratio: 2.1, needed: 4.5 });
      const [ar, en] = ['ar', 'en'].map((language) => problemSentence(found, language, lintSentences));
      isWorded(code, ar, en);
    });
  }
});

function general(code: string): string {
  return `The value here is not as it must be (${code}).`;
}

describe('a sentence for all of a JSON Schema that is not in its form', () => {
  for (const code of Object.keys(schemaSentences)) {
    it(`is there for ${code}, in both languages`, () => {
      const [ar, en] = ['ar', 'en'].map((language) =>
        problemSentence(problem(code, params), language, schemaSentences),
      );
      isWorded(code, ar, en);
    });
  }
});

describe('a sentence for each fault of a definition', () => {
  const apart = [ofProcesses, ofLint, ofSchemas];
  const inDefinitions = (path: string) => !apart.some((pattern) => pattern.test(path));
  const codes = [...codesInSource(inDefinitions), ...beforeParsing, ...fromZod];

  it('is looked for', () => {
    for (const code of [
      'unknown-type',
      'duplicate',
      'circle',
      'identifier',
      'empty-range',
      'placeholders-differ',
      'json-comma',
      'json-bracket',
      'json-word',
      'name-twice',
      'too-nested',
      'pattern-length',
      'pattern-endless',
    ]) {
      assert.ok(codes.includes(code), code);
    }
    assert.ok(codes.length > 70, codes.join(' '));
  });

  for (const code of new Set(codes)) {
    it(`is there for ${code}, in both languages`, () => {
      const [ar, en] = ['ar', 'en'].map((language) => problemSentence(problem(code, params), language));
      isWorded(code, ar, en);
    });
  }

  it('tells the edge that was crossed', () => {
    const told = (more: Json) =>
      parseDefinition(form([field('a', 'person-name', more)]), catalog).problems.map((found) =>
        problemSentence(found, 'en'),
      );
    assert.deepEqual(told({ parts: 5 }), ['This is too large, too many or too long. The most is 4.']);
    assert.deepEqual(told({ parts: 1 }), ['This is too small, too few or too short. The least is 2.']);
  });

  it('names kinds of value in its own language', () => {
    const lacking = problem('missing', { expected: 'string, object' });
    assert.equal(problemSentence(lacking, 'en'), 'A value is missing here (expected: string, object).');
    assert.equal(
      problemSentence(lacking, 'ar'),
      'تنقص هنا قيمة مطلوبة (نص بين علامتي تنصيص أو كائن بين \u2066{ }\u2069).',
    );
    fc.assert(
      fc.property(mutated(everyType), (json) => {
        for (const { code, params: found = {}, ...rest } of parseDefinition(json, catalog).problems) {
          if (!/^(missing|wrong-kind|operand|field-kind)$/.test(code)) continue;
          const { expected = '' } = found;
          const told = problemSentence({ ...rest, code, params: { expected } }, 'ar');
          assert.doesNotMatch(
            told.replaceAll(/\u2066\w+\u2069|\{\w+\}/g, ''),
            /[A-Za-z]/,
            `${code}: ${told}`,
          );
        }
      }),
      { numRuns: 250 },
    );
  });

  it('is a general one where nobody knows the code, in English for other languages', () => {
    assert.equal(problemSentence(problem('unheard-of'), 'ar'), 'القيمة هنا ليست كما يلزم (unheard-of).');
    assert.equal(
      problemSentence(problem('unheard-of'), 'fr'),
      'The value here is not as it must be (unheard-of).',
    );
    assert.match(problemSentence(problem('constructor'), 'en'), /\(constructor\)/);
  });

  it('says what was meant, where something was', () => {
    const told = problem('unknown-type', { value: 'txet', suggestion: 'text' });
    assert.equal(problemSentence(told, 'en'), 'There is no field type “txet”. Did you mean “text”?');
    assert.equal(problemSentence(told, 'ar'), 'نوع الحقل «txet» غير معروف. هل تقصد «text»؟');
  });

  it('has all that it names, whatever is wrong', () => {
    fc.assert(
      fc.property(mutated(everyType, 2), (json) => {
        for (const found of parseDefinition(json, catalog).problems) {
          for (const language of ['ar', 'en']) {
            const sentence = problemSentence({ ...found, params: without(found.params) }, language);
            assert.doesNotMatch(sentence, /\{\w+\}|undefined|\[object|Expected: ?\.?$/, found.code);
          }
        }
      }),
      { numRuns: 250 },
    );
  });
});

/** What a document holds may look like a gap in a sentence: it is not what is looked for here. */
function without(found: DefinitionProblem['params'] = {}): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, String(value).replaceAll(/[{}[\]]/g, '')]),
  );
}

describe('explain', () => {
  function explained(source: string, language = 'en') {
    const { problems } = parseDefinition(JSON.parse(source), catalog);
    return explain(problems, source, language);
  }

  const source = `{
  "id": "trial",
  "version": "1.0.0",
  "languages": ["ar"],
  "title": "نموذج",
  "steps": [
    {
      "id": "one",
      "title": "خطوة",
      "fields": [
        { "id": "a", "type": "txet", "label": "أ" },
        { "id": "b", "type": "text" }
      ]
    }
  ]
}`;

  it('tells line and column of the value at fault, or of what it is missing from', () => {
    assert.deepEqual(
      explained(source).map(({ pointer, line, column, message }) => [pointer, line, column, message]),
      [
        ['/steps/0/fields/0/type', 11, 30, 'There is no field type “txet”. Did you mean “text”?'],
        ['/steps/0/fields/1/label', 12, 9, 'A value is missing here (expected: string, object).'],
      ],
    );
  });

  it('tells it in Arabic too', () => {
    const [first] = explained(source, 'ar');
    assert.equal(first?.message, 'نوع الحقل «txet» غير معروف. هل تقصد «text»؟');
    assert.equal(first?.line, 11);
  });

  it('tells no line where there is no text', () => {
    const [first] = explain([problem('unknown-type', { value: 'x' })], undefined, 'en');
    assert.equal(first?.line, undefined);
    assert.equal(first?.message, 'There is no field type “x”.');
  });

  it('finds its way through keys with slashes and tildes', () => {
    const json = '{"a/b": {"c~d": 5}}';
    const [found] = explain(
      [{ ...problem('wrong-kind', { expected: 'x' }), pointer: '/a~1b/c~0d' }],
      json,
      'en',
    );
    assert.deepEqual([found?.line, found?.column], [1, 17]);
  });

  it('says what keeps a text from being JSON, and where', () => {
    const broken: [string, number, number, RegExp][] = [
      ['{\n  "id": "a",\n}', 2, 12, /comma/],
      ['{\n  "id": ’a’\n}', 2, 9, /double quotes/],
      ['{"id": "a"', 1, 1, /never closed/],
      ['{"a": 1، "b": 2}', 1, 8, /Arabic comma/],
      ['{\n\n\t"a": 01}', 3, 7, /number/],
      ['', 1, 1, /empty/],
    ];
    for (const [text, line, column, detail] of broken) {
      const [found] = explain([problem('not-json')], text, 'en');
      assert.deepEqual([found?.line, found?.column], [line, column], text);
      assert.match(found?.message ?? '', /^The file is not JSON: /);
      assert.match(found?.message ?? '', detail);
      const [arabic] = explain([problem('not-json')], text, 'ar');
      assert.match(arabic?.message ?? '', /^الملف ليس JSON سليمًا: /);
      // JSON is the only word in it that is not Arabic.
      assert.doesNotMatch(arabic?.message.replaceAll('JSON', '') ?? '', /[A-Za-z]/);
    }
  });

  it('says nothing false of a text that is JSON and is refused all the same', () => {
    const [twice] = explain([problem('not-json')], '{"a": 1, "a": 2}', 'ar');
    assert.equal(twice?.message, 'هذا الاسم مكرر في المكان نفسه. أبقِ واحدًا واحذف الآخر.');
    const [nested] = explain([problem('not-json')], '['.repeat(70), 'en');
    assert.equal(nested?.message, 'More than 64 brackets are open here. Nest less deep.');
  });

  it('says why a pattern is refused, and how to mend it', () => {
    const patterns = { '(a+)+$': /\(a\+\)\+/, '[': /ECMAScript/, 'a(?=b)': /\(\?=a\)/, '.*.*.*': /\{1,20\}/ };
    for (const [pattern, mended] of Object.entries(patterns)) {
      const text = source.replace('"txet", "label": "أ"', `"text", "label": "أ", "pattern": "${pattern}"`);
      for (const language of ['ar', 'en']) {
        const told = explained(text, language).find(({ code }) => code.startsWith('pattern-'));
        assert.match(told?.message ?? '', mended, `${pattern}: ${told?.message}`);
        assert.equal(told?.line, 11);
      }
    }
  });

  it('finds the name __proto__ in a text', () => {
    const text = '{\n  "options": { "__proto__": [] }\n}';
    const { problems } = parseDefinition(JSON.parse(text), catalog);
    const [found] = explain(problems, text, 'en');
    assert.deepEqual([found?.line, found?.column], [2, 16]);
    assert.match(found?.message ?? '', /__proto__ is not allowed/);
    assert.match(explain(problems, undefined, 'ar')[0]?.message ?? '', /__proto__/);
  });

  it('tells a place for each fault of a text', () => {
    fc.assert(
      fc.property(mutated(everyType), (json) => {
        const text = JSON.stringify(json, null, 2);
        const lines = text.split('\n').length;
        for (const { line, column, code } of explain(parseDefinition(json, catalog).problems, text, 'ar')) {
          assert.ok(line !== undefined && line >= 1 && line <= lines, code);
          assert.ok(column !== undefined && column >= 1, code);
        }
      }),
      { numRuns: 100 },
    );
  });
});
