import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { locate, parseJson } from '../../src/core/json-source.js';

/** Where `▸` stands in a source, and the source without it. */
function marked(text: string): { source: string; line: number; column: number } {
  const before = text.slice(0, text.indexOf('▸')).split(/\r\n|\r|\n/);
  return { source: text.replace('▸', ''), line: before.length, column: before.at(-1)!.length + 1 };
}

function refuses(text: string, message: RegExp): void {
  const { source, line, column } = marked(text);
  const result = parseJson(source);
  assert.ok('message' in result, `taken: ${text}`);
  assert.match(result.message, message, text);
  assert.deepEqual(
    { line: result.line, column: result.column },
    { line, column },
    `${text}: ${result.message}`,
  );
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
    refuses('{"a": 1\n ▸"b": 2}', /comma is missing/);
    refuses('[1 ▸2]', /comma is missing/);
    refuses('{"a": {}▸{}}', /comma is missing/);
    refuses('{"a": "say "▸hello" now"}', /comma is missing.*backslash/);
    refuses('{"a": 1▸,\n}', /comma after the last item/);
    refuses('[1, 2▸, ]', /comma after the last item/);
    refuses('[1,▸,2]', /value is missing/);
    refuses('[▸,1]', /value is missing/);
    refuses('{"a": ▸}', /value is missing/);
    refuses('{▸,}', /name in double quotes/);
    refuses('{"a": 1▸، "b": 2}', /Arabic comma/);
    refuses('[1▸؛ 2]', /Arabic comma or semicolon/);
    refuses('[1▸; 2]', /comma is missing/);
  });

  it('names quotes that are no JSON', () => {
    refuses("{▸'a': 1}", /double quotes.*not in single/);
    refuses('{"a": ▸\'x\'}', /not in single/);
    refuses('{"a": ▸“x”}', /not in curly/);
    refuses('{▸«a»: 1}', /not in curly/);
    refuses('{▸a: 1}', /name in double quotes/);
    refuses('{"a": ▸نص}', /word is not JSON/);
    refuses('[▸undefined]', /word is not JSON/);
    refuses('[▸NaN]', /word is not JSON/);
    refuses('[▸True]', /word is not JSON/);
    refuses('[▸nullx]', /word is not JSON/);
  });

  it('names what is not closed at its beginning', () => {
    refuses('{"a": ▸"x\n}', /not closed/);
    refuses('{"a": ▸"x', /not closed/);
    refuses('{▸"a', /not closed/);
    refuses('{"a": ▸[1, 2', /bracket is never closed/);
    refuses('▸{"a": 1,', /bracket is never closed/);
    refuses('▸{', /bracket is never closed/);
    refuses('▸{"a"', /bracket is never closed/);
    refuses('▸{"a":', /bracket is never closed/);
    refuses('{"a": [1▸}', /A \] must stand here/);
    refuses('[{"a": 1▸]]', /A \} must stand here/);
    refuses('▸', /empty/);
    refuses(' \n ▸', /empty/);
    refuses('▸\ufeff\ufeff', /invisible/);
  });

  it('names colons, comments, backslashes, controls and numbers', () => {
    refuses('{"a" ▸1}', /colon is missing/);
    refuses('{"a"▸, "b": 1}', /colon is missing/);
    refuses('{"a" ▸= 1}', /colon is missing/);
    refuses('["a"▸: 1]', /colon stands only/);
    refuses('{"a":▸: 1}', /colon stands only/);
    refuses('[1, ▸// one\n2]', /no comments/);
    refuses('▸/* x */ {}', /no comments/);
    refuses('{} ▸# x', /no comments/);
    refuses('["C:▸\\docs"]', /backslash/);
    refuses('["▸\\u12"]', /backslash/);
    refuses('["a▸\tb"]', /control character/);
    refuses('["▸\x1f"]', /control character/);
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
      refuses(`[▸${number}]`, /not a number|word is not JSON/);
    }
    refuses('[▸1e999]', /too large/);
    refuses('{"a": 1,▸\u200f "b": 2}', /invisible/);
    refuses('{"a":▸\xa01}', /special space/);
  });

  it('names what follows the end', () => {
    refuses('{} ▸{}', /follow the end/);
    refuses('1 ▸2', /follow the end/);
    refuses('[1]▸]', /follow the end/);
    refuses('{}▸,', /follow the end/);
  });

  it('refuses a name that stands twice in one object, however it is written', () => {
    refuses('{"a": 1, "b": {"a": 2}, ▸"a": 3}', /twice/);
    refuses('{"a": 1, ▸"\\u0061": 3}', /twice/);
    refuses('[{"a": 1}, {"a": 1, "b": 1,\r\n\r\n  ▸"b": 1}]', /twice/);
    assert.ok('value' in parseJson('[{"a": {"a": 1}}, {"a": 1}, ["0", "0"]]'));
  });

  it('refuses __proto__, however it is written, and leaves no trace', () => {
    refuses('{▸"__proto__": {"x": 1}}', /__proto__/);
    refuses('{"a": [{▸"__pr\\u006fto__": 1}]}', /__proto__/);
    assert.ok('value' in parseJson('{"constructor": 1, "toString": 2, "a": "__proto__"}'));
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  it('counts lines however they end', () => {
    refuses('{\r\n"a":1,\r"b":2,\n\n  ▸c}', /name in double quotes/);
  });

  it('refuses more than 64 open brackets and more than a million characters', () => {
    const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok('value' in parseJson(deep(64)));
    refuses(`${'['.repeat(64)}▸[${']'.repeat(65)}`, /too deep/);
    refuses(`${'{"a":'.repeat(64)}▸{${'}'.repeat(65)}`, /too deep/);
    assert.ok('message' in parseJson('['.repeat(900_000)));
    const long = JSON.stringify('x'.repeat(999_998));
    assert.ok('value' in parseJson(long));
    assert.match((parseJson(`${long} `) as { message: string }).message, /too large/);
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
          const own = /stands twice|__proto__|too large|too deep/.test(result.message);
          assert.ok(own || !readable, `${JSON.stringify(text)}: ${result.message}`);
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
    const began = performance.now();
    for (const text of hostile) parseJson(text);
    for (const text of hostile) locate(text, '/0/0');
    // A sanity bound: what is not linear takes minutes here.
    assert.ok(performance.now() - began < 10_000);
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
