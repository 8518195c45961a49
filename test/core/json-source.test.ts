import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { locate, parseJson } from '../../src/core/json-source.js';
import { comesToAnEnd } from './comes-to-an-end.js';

/** Where `▸` stands in a source, and the source without it. */
function marked(text: string): { source: string; line: number; column: number } {
  const before = text.slice(0, text.indexOf('▸')).split(/\r\n|\r|\n/);
  return { source: text.replace('▸', ''), line: before.length, column: before.at(-1)!.length + 1 };
}

/** `told` is the code, and after it what its sentence names. */
function refuses(text: string, told: string | RegExp): void {
  const { source, line, column } = marked(text);
  const result = parseJson(source);
  assert.ok('code' in result, `taken: ${text}`);
  const { code, params = {} } = result;
  const said = [code, ...Object.values(params)].join(' ');
  if (typeof told === 'string') assert.equal(said, told, text);
  else assert.match(said, told, text);
  assert.deepEqual({ line: result.line, column: result.column }, { line, column }, `${text}: ${said}`);
}

/** Every pointer of a value with the value there. */
function pointers(value: unknown, pointer = ''): [string, unknown][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, member]) =>
          pointers(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
        )
      : [];
  return [[pointer, value], ...inner];
}

const jsonText = fc
  .tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ' ', '\t', '\r\n  '))
  .map(([value, indent]) => JSON.stringify(value, null, indent))
  .filter((text) => !text.includes('"__proto__"'));

describe('parseJson', () => {
  it('reads what is JSON', () => {
    const texts = [
      '{}',
      '[]',
      ' \r\n\t[1, -0.5e+3, "a\\u00e9\\n\\/😀", true, false, null, {"a": {"b": []}}] ',
      '"x"',
      '0',
    ];
    for (const text of texts) assert.deepEqual(parseJson(text), { value: JSON.parse(text) });
    assert.deepEqual(parseJson('\ufeff{"a":1}'), { value: { a: 1 } });
  });

  it('names commas that are missing or too many', () => {
    refuses('{"a": 1\n ▸"b": 2}', 'json-comma');
    refuses('[1 ▸2]', 'json-comma');
    refuses('{"a": {}▸{}}', 'json-comma');
    refuses('{"a": "say "▸hello" now"}', 'json-comma');
    refuses('{"a": 1▸,\n}', 'json-last-comma');
    refuses('[1, 2▸, ]', 'json-last-comma');
    refuses('[1,▸,2]', 'json-value');
    refuses('[▸,1]', 'json-value');
    refuses('{"a": ▸}', 'json-value');
    refuses('{▸,}', 'json-name');
    refuses('{"a": 1▸، "b": 2}', 'json-arabic-comma');
    refuses('[1▸؛ 2]', 'json-arabic-comma');
    refuses('[1▸; 2]', 'json-comma');
  });

  it('names quotes that are no JSON', () => {
    refuses("{▸'a': 1}", 'json-single-quote');
    refuses('{"a": ▸\'x\'}', 'json-single-quote');
    refuses('{"a": ▸“x”}', 'json-curly-quote');
    refuses('{▸«a»: 1}', 'json-curly-quote');
    refuses('{▸a: 1}', 'json-name');
    refuses('{"a": ▸نص}', 'json-word');
    refuses('[▸undefined]', 'json-word');
    refuses('[▸NaN]', 'json-word');
    refuses('[▸True]', 'json-word');
    refuses('[▸nullx]', 'json-word');
  });

  it('names what is not closed at its beginning', () => {
    refuses('{"a": ▸"x\n}', 'json-open-text');
    refuses('{"a": ▸"x', 'json-open-text');
    refuses('{▸"a', 'json-open-text');
    refuses('{"a": ▸[1, 2', 'json-open-bracket');
    refuses('▸{"a": 1,', 'json-open-bracket');
    refuses('▸{', 'json-open-bracket');
    refuses('▸{"a"', 'json-open-bracket');
    refuses('▸{"a":', 'json-open-bracket');
    refuses('{"a": [1▸}', 'json-bracket ]');
    refuses('[{"a": 1▸]]', 'json-bracket }');
    refuses('▸', 'json-empty');
    refuses(' \n ▸', 'json-empty');
    refuses('▸\ufeff\ufeff', 'json-invisible');
  });

  it('names colons, comments, backslashes, controls and numbers', () => {
    refuses('{"a" ▸1}', 'json-colon');
    refuses('{"a"▸, "b": 1}', 'json-colon');
    refuses('{"a" ▸= 1}', 'json-colon');
    refuses('["a"▸: 1]', 'json-stray-colon');
    refuses('{"a":▸: 1}', 'json-stray-colon');
    refuses('[1, ▸// one\n2]', 'json-comment');
    refuses('▸/* x */ {}', 'json-comment');
    refuses('{} ▸# x', 'json-comment');
    refuses('["C:▸\\docs"]', 'json-backslash');
    refuses('["▸\\u12"]', 'json-backslash');
    refuses('["a▸\tb"]', 'json-control');
    refuses('["▸\x1f"]', 'json-control');
    for (const number of [
      '01',
      '.5',
      '5.',
      '+1',
      '0x1f',
      '1e',
      '1.e3',
      '--1',
      '-',
      '1_000',
      '٣',
      '1٬234',
      '-.5',
    ]) {
      refuses(`[▸${number}]`, /^json-(?:number|word)$/);
    }
    refuses('[▸1e999]', 'huge-number');
    refuses('{"a": 1,▸\u200f "b": 2}', 'json-invisible');
    refuses('{"a":▸\xa01}', 'json-invisible');
  });

  it('names what follows the end', () => {
    refuses('{} ▸{}', 'json-end');
    refuses('1 ▸2', 'json-end');
    refuses('[1]▸]', 'json-end');
    refuses('{}▸,', 'json-end');
  });

  it('refuses a name that stands twice in one object, however it is written', () => {
    refuses('{"a": 1, "b": {"a": 2}, ▸"a": 3}', 'name-twice');
    refuses('{"a": 1, ▸"\\u0061": 3}', 'name-twice');
    refuses('[{"a": 1}, {"a": 1, "b": 1,\r\n\r\n  ▸"b": 1}]', 'name-twice');
    assert.ok('value' in parseJson('[{"a": {"a": 1}}, {"a": 1}, ["0", "0"]]'));
  });

  it('refuses __proto__, however it is written, and leaves no trace', () => {
    refuses('{▸"__proto__": {"x": 1}}', 'prototype');
    refuses('{"a": [{▸"__pr\\u006fto__": 1}]}', 'prototype');
    assert.ok('value' in parseJson('{"constructor": 1, "toString": 2, "a": "__proto__"}'));
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  it('counts lines however they end', () => {
    refuses('{\r\n"a":1,\r"b":2,\n\n  ▸c}', 'json-name');
  });

  it('refuses more than 64 open brackets and more than a million characters', () => {
    const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok('value' in parseJson(deep(64)));
    refuses(`${'['.repeat(64)}▸[${']'.repeat(65)}`, 'too-nested 64');
    refuses(`${'{"a":'.repeat(64)}▸{${'}'.repeat(65)}`, 'too-nested 64');
    assert.ok('code' in parseJson('['.repeat(900_000)));
    const long = JSON.stringify('x'.repeat(999_998));
    assert.ok('value' in parseJson(long));
    const tooLong = parseJson(`${long} `);
    assert.ok('code' in tooLong);
    assert.deepEqual([tooLong.code, tooLong.params], ['too-large', { most: 1_000_000 }]);
  });

  it('takes exactly what JSON.parse takes, its own four refusals apart', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"b"',
        '1',
        '-',
        '0',
        '.5',
        'e3',
        'true',
        'null',
        'fals',
        ' ',
      ],
      ...['\n', '\\', '\\n', '\\u00', 'é', '\t', "'", '/', '\ufeff', '\0'],
    );
    const broken = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(jsonText, fc.nat(), fc.nat(3), pieces).map(([text, at, cut, piece]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place + cut);
      }),
      jsonText,
    );
    fc.assert(
      fc.property(broken, (text) => {
        const result = parseJson(text);
        let expected: unknown;
        let readable = true;
        try {
          expected = JSON.parse(text.replace(/^\ufeff/, ''));
        } catch {
          readable = false;
        }
        if ('value' in result) {
          assert.ok(readable, `taken: ${text}`);
          assert.deepEqual(result.value, expected);
        } else {
          const own = ['name-twice', 'prototype', 'huge-number', 'too-nested'].includes(result.code);
          assert.ok(own || !readable, `${JSON.stringify(text)}: ${result.code}`);
          const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
          assert.ok(result.line >= 1 && result.line <= lines.length);
          assert.ok(result.column >= 1 && result.column <= lines[result.line - 1]!.length + 1);
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes time that grows with the length only', () => {
    const sizes = 990_000;
    const hostile = [
      `"${'\\u0061'.repeat(sizes / 6)}`,
      `"${'\\'.repeat(sizes)}`,
      `[${' '.repeat(sizes)}`,
      `[${'1,'.repeat(sizes / 2)}`,
      `[${'9'.repeat(sizes)}]`,
      `[${'x'.repeat(sizes)}]`,
      `[0.${'0'.repeat(sizes)}e]`,
      '\n'.repeat(sizes),
      `{${Array.from({ length: 60_000 }, (_, index) => `"key${index}":{}`).join()}}`,
      `{${'"a":1,'.repeat(sizes / 6)}`,
      '[{"'.repeat(sizes / 3),
    ];
    comesToAnEnd(() => {
      for (const text of hostile) parseJson(text);
      for (const text of hostile) locate(text, '/0/0');
    });
  });
});

describe('locate', () => {
  it('finds values by pointer', () => {
    const found = (text: string, pointer: string) => {
      const { source, ...place } = marked(text);
      assert.deepEqual(locate(source, pointer), place, pointer);
    };
    found('▸{"a": 1}', '');
    found('{\n  "a": {\n    "b": [10, ▸20]\n  }\n}', '/a/b/1');
    found('\r\n\r{"a/b": {"m~n": ▸{}}}', '/a~1b/m~0n');
    found('{"": {"": ▸1}}', '//');
    found('{"0": [▸null]}', '/0/0');
    found('{"\\u0061": ▸1}', '/a');
    found('\ufeff[▸1]'.replace('\ufeff', ''), '/0');
    assert.deepEqual(locate('\ufeff[1]', '/0'), { line: 1, column: 2 });
  });

  it('takes the last of equal names, as JSON.parse does', () => {
    const { source, ...place } = marked('{"a": {"b": 1}, "a": {"b": ▸2, "c": 3}}');
    assert.deepEqual(locate(source, '/a/b'), place);
    assert.equal(locate('{"a": {"b": 1}, "a": {"c": 2}}', '/a/b'), undefined);
    assert.equal(locate('{"a": {"b": 1}, "a": 2}', '/a/b'), undefined);
  });

  it('finds nothing where there is nothing', () => {
    const source = '{"a": [1, {"b": 2}], "c": 3}';
    for (const pointer of ['/b', '/a/2', '/a/-', '/a/01', '/a/1/c', '/c/0', 'a', '/a/', '/a/1/b/0', '/a/b']) {
      assert.equal(locate(source, pointer), undefined, pointer);
    }
    assert.equal(locate('{"a": 1', '/a'), undefined);
    assert.equal(locate('', ''), undefined);
  });

  it('stands 10,000 brackets, and a million', () => {
    for (const depth of [10_000, 400_000]) {
      const source = `${'['.repeat(depth)}\n 7${']'.repeat(depth)}`;
      assert.deepEqual(locate(source, '/0'.repeat(depth)), { line: 2, column: 2 });
    }
  });

  it('finds each value of any document where it begins', () => {
    fc.assert(
      fc.property(jsonText, (source) => {
        const lines = source.split(/\r\n|\r|\n/);
        for (const [pointer, value] of pointers(JSON.parse(source))) {
          const place = locate(source, pointer);
          assert.ok(place, pointer);
          const rest = lines[place.line - 1]!.slice(place.column - 1);
          const written = JSON.stringify(value);
          const start = typeof value === 'object' && value !== null ? written.slice(0, 1) : written;
          assert.ok(rest.startsWith(start), `${pointer} ${rest}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
