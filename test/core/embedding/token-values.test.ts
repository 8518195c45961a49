import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { themeTokens } from '../../../src/core/embedding/theme-tokens.js';
import { allowedTokens } from '../../../src/core/embedding/token-values.js';

const taken = (theme: object) => Object.fromEntries(allowedTokens(theme, () => true));

describe('tokens handed into a frame', () => {
  it('are taken as a page writes them', () => {
    const theme = {
      accent: '#0b5d4e',
      'on-accent': 'white',
      paper: 'light-dark(#fffdf9, oklch(20% 0.02 170))',
      ink: 'rgb(23 35 31 / 90%)',
      tint: 'color-mix(in oklab, rgb(1, 2, 3) 20%, white)',
      font: '"IBM Plex Sans Arabic", \'Segoe UI\', Tahoma, sans-serif',
      'font-size': '1.125rem',
      'line-height': '1.7',
      radius: '0',
      'control-size': '48px',
      width: '38rem',
    };
    assert.deepEqual(taken(theme), theme);
    assert.deepEqual(taken({ accent: ' red ' }), { accent: 'red' });
  });

  it('are left out where they could fetch, refer, run on or hide', () => {
    for (const value of [
      'url(https://example.org/x)',
      'URL("//example.org")',
      'image-set("x.png" 1x)',
      'var(--secret)',
      'env(safe-area-inset-top)',
      'attr(data-x)',
      'light-dark(red, url(x))',
      'rgb(calc(1), 2, 3)',
      'red; background: url(x)',
      'red} body{display:none',
      'red/**/',
      'expression(1)',
      '\\75rl(x)',
      '',
    ])
      assert.deepEqual(taken({ accent: value, font: value, radius: value }), {}, value);
    for (const [name, value] of [
      ['font-size', '1px'],
      ['font-size', '100px'],
      ['font-size', '100vw'],
      ['font-size', 'calc(1px)'],
      ['line-height', '0.1'],
      ['line-height', '1e9'],
      ['control-size', '10px'],
      ['width', '1px'],
      ['radius', '-4px'],
      ['radius', '9999px'],
    ] as const)
      assert.deepEqual(taken({ [name]: value }), {}, `${name}: ${value}`);
  });

  it('are left out where the browser knows no such colour', () => {
    assert.deepEqual(
      allowedTokens({ accent: 'nosuchcolour' }, () => false),
      [],
    );
  });

  it('are never anything else, whatever is handed in', () => {
    const values = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('red', '1rem', '"a"'),
    );
    const names = fc.oneof(
      fc.constantFrom(...themeTokens),
      fc.constantFrom('__proto__', 'constructor'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(names, values), (theme) => {
        for (const [name, value] of allowedTokens(theme, () => true)) {
          assert.ok(themeTokens.includes(name));
          assert.doesNotMatch(value, /url|var|[;{}\\@<>]|\/\*/i);
          assert.ok(value.length <= 200);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
