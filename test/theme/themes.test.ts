import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { judgePairs } from '../../src/core/theme/pairs.js';
import type { Theme } from '../../src/core/theme/theme.js';
import { colourNames, lengthNames, modes, usualText } from '../../src/core/theme/theme.js';
import { textSize, themeCss } from '../../src/core/theme/theme-css.js';
import { readTheme, ThemeFault, writeTheme } from '../../src/core/theme/theme-file.js';
import { tokens } from '../../src/theme/tokens.styles.js';
import { filesBelow, textOf } from '../source-files.js';

type Json = Record<string, unknown>;

const files = filesBelow('src/theme').filter((path) => path.endsWith('.tokens.json'));
const fileOf = (path: string) => JSON.parse(textOf(path)) as Json;
const themes = files.map((path) => readTheme(basename(path, '.tokens.json'), fileOf(path)));

const themeNamed = (name: string): Theme => {
  const found = themes.find((theme) => theme.name === name);
  assert.ok(found, `src/theme/${name}.tokens.json`);
  return found;
};

/** The custom properties a style sheet sets, the last of each name. */
const setIn = (css: string) =>
  new Map([...css.matchAll(/(--[\w-]+):\s*(.+?);/g)].map(([, name = '', value = '']) => [name, value]));

/** The part of a style sheet that begins with a text. */
const partOf = (css: string, start: string, end: string) => css.split(start)[1]?.split(end)[0] ?? '';

describe('the themes', () => {
  it('are three', () => {
    assert.deepEqual(themes.map(({ name }) => name).sort(), ['neutral', 'platforms-code', 'taafi']);
  });

  for (const { name, colours } of themes) {
    for (const mode of modes) {
      it(`${name}, ${mode}: every pair of colours that meets is far enough apart`, () => {
        const faults = judgePairs(colours[mode], mode).filter(({ holds }) => !holds);
        assert.deepEqual(
          faults.map(
            ({ pair, ratio, needed }) =>
              `${pair.seen} on ${pair.on} (${pair.where}): ${ratio.toFixed(2)}, needs ${needed}`,
          ),
          [],
        );
      });
    }
  }

  for (const [place, path] of files.entries()) {
    it(`${path} says of every token what it is for, and its two ways to write a colour agree`, () => {
      const written = writeTheme(themes[place] as Theme);
      const walk = (given: Json, ours: Json, where: string) => {
        for (const [key, value] of Object.entries(given)) {
          if (key.startsWith('$') || typeof value !== 'object' || value === null) continue;
          const token = value as Json;
          const twin = (ours[key] ?? {}) as Json;
          if ('$value' in token) {
            assert.equal(typeof token.$description, 'string', `${where}.${key} has no $description`);
            if (typeof token.$value !== 'string')
              assert.deepEqual(token.$value, twin.$value, `${where}.${key}`);
          } else walk(token, twin, `${where}.${key}`);
        }
      };
      walk(fileOf(path), written as Json, path);
    });
  }

  it('of the Platforms Code claims nothing and brings no stamp', () => {
    const css = themeCss(themeNamed('platforms-code'));
    assert.match(css, /no claim of compliance/);
    assert.match(css, /without the stamp/);
    assert.doesNotMatch(css, /url\(/);
    // Its 600 steps of success, warning and gold fail 4.5:1 on white.
    assert.doesNotMatch(css.split('*/')[1] ?? '', /#(079455|dc6803|dba102)/i);
  });
});

describe('src/theme/taafi.tokens.json', () => {
  const taafi = themeNamed('taafi');
  const [plain = '', rest = ''] = tokens.cssText.split('@supports');
  const own = setIn(plain.split('.root')[0] ?? '');
  const arabic = setIn(plain.split('.root')[1] ?? '');
  const both = setIn(rest);

  it('and src/theme/tokens.styles.ts say the same: what one changes, the other has to', () => {
    const { light, dark } = taafi.colours;
    const hex = (value: string) => value.replaceAll('#fff', '#ffffff').replaceAll('#ffffffdf9', '#fffdf9');
    for (const name of colourNames.filter((colour) => colour !== 'field')) {
      assert.equal(hex(own.get(`--_${name}`) ?? ''), `var(--taafi-${name}, ${light[name]})`);
      assert.equal(
        hex(both.get(`--_${name}`) ?? ''),
        `var(--taafi-${name}, light-dark(${light[name]}, ${dark[name]}))`,
      );
    }
    // A field is as the paper is, until a page says otherwise.
    for (const mode of modes) assert.equal(taafi.colours[mode].field, taafi.colours[mode].paper);
    const { radius, 'control-size': control, width } = taafi.lengths;
    assert.equal(own.get('--_radius'), `var(--taafi-radius, ${radius.value}px)`);
    assert.equal(own.get('--_control'), `var(--taafi-control-size, ${control.value}px)`);
    assert.equal(own.get('--_width'), `var(--taafi-width, ${width.value}em)`);
    for (const [script, set] of [
      ['latin', own],
      ['arabic', arabic],
    ] as const) {
      const { fontSize, lineHeight } = taafi.text[script];
      assert.equal(set.get('--_font-size'), `var(--taafi-font-size, ${textSize(fontSize)})`);
      assert.equal(set.get('--_line-height'), `var(--taafi-line-height, ${lineHeight})`);
    }
    assert.deepEqual(taafi.text, usualText);
  });

  it('has every token there is, and docs/theming.md names them all', () => {
    const set = [...own.keys()].map((name) => name.replace('--_', '')).filter((name) => name !== 'control');
    const named = [...colourNames, ...lengthNames, 'font-size', 'line-height'] as readonly string[];
    assert.deepEqual([...set, 'field', 'control-size'].sort(), [...named].sort());
    const page = textOf('docs/theming.md');
    for (const name of [...named, 'font']) assert.ok(page.includes(`\`--taafi-${name}\``), name);
  });
});

describe('the style sheet of a theme', () => {
  it('sets custom properties and nothing else, so that it touches nothing of a page', () => {
    for (const theme of themes) {
      const css = themeCss(theme).replaceAll(/\/\*[\s\S]*?\*\//g, '');
      const declared = [...css.matchAll(/[{;]\s*([\w-]+):\s/g)].map(([, name = '']) => name);
      assert.ok(declared.length > 60);
      assert.deepEqual([...new Set(declared.filter((name) => !name.startsWith('--taafi-')))], []);
    }
  });

  it('has light and dark, and both with more contrast for who asks for it', () => {
    const theme = themeNamed('neutral');
    const css = themeCss(theme);
    const [plain = '', supports = ''] = css.split('@supports');
    const { ink: dark } = theme.colours['dark-more-contrast'];
    const { ink: light } = theme.colours['light-more-contrast'];
    assert.equal(setIn(partOf(plain, ':root {', '}')).get('--taafi-ink'), theme.colours.light.ink);
    assert.equal(setIn(partOf(plain, 'prefers-contrast: more', '}')).get('--taafi-ink'), light);
    for (const asked of ['prefers-contrast: more', "[data-taafi-contrast='more'] {"])
      assert.equal(setIn(partOf(supports, asked, '}')).get('--taafi-ink'), `light-dark(${light}, ${dark})`);
  });

  it('sets sizes of text only where they are other than the usual ones, and for each script', () => {
    const theme = themeNamed('taafi');
    assert.doesNotMatch(themeCss(theme), /--taafi-(font-size|line-height)/);
    const larger = themeCss({
      ...theme,
      text: { ...theme.text, arabic: { fontSize: 1.25, lineHeight: 1.8 } },
    });
    assert.match(larger, /:lang\(ar\) \{\n {2}--taafi-font-size: max\(1\.25rem, 1\.25em, 20px\);/);
  });
});

describe('a file of tokens', () => {
  const file = fileOf('src/theme/taafi.tokens.json') as { color: { light: Record<string, unknown> } };
  const withInk = (value: unknown) => ({
    ...file,
    color: { ...file.color, light: { ...file.color.light, ink: { $value: value } } },
  });

  it('is read as it was written', () => {
    for (const theme of themes) assert.deepEqual(readTheme(theme.name, writeTheme(theme)), theme);
  });

  it('may write colours as older tools do, and by alias', () => {
    assert.equal(readTheme('x', withInk('#123')).colours.light.ink, '#112233');
    assert.equal(readTheme('x', withInk('{color.light.accent}')).colours.light.ink, '#0b5d4e');
  });

  it('with a fault is refused, and the place is named', () => {
    for (const wrong of [
      undefined,
      'red',
      '#12345678',
      { colorSpace: 'display-p3', components: [0, 0, 0] },
      { colorSpace: 'srgb', components: [0, 0, 2] },
      { colorSpace: 'srgb', components: [0, 0, 0], alpha: 0.5 },
      '{color.light.nowhere}',
      '{color.light.ink}',
    ])
      assert.throws(
        () => readTheme('x', withInk(wrong)),
        (error) => error instanceof ThemeFault && error.message.includes('color.light.ink'),
        JSON.stringify(wrong),
      );
    assert.throws(() => readTheme('x', null), ThemeFault);
  });

  it('cannot bring anything but names of typefaces into a style sheet', () => {
    const font = (value: unknown) => ({
      ...file,
      text: { ...((file as Json).text as Json), font: { $value: value } },
    });
    assert.deepEqual(readTheme('x', font('Noto Sans')).font, ['Noto Sans']);
    for (const wrong of [['"; } * { color: red'], [3], ['a;b']])
      assert.throws(() => readTheme('x', font(wrong)), ThemeFault);
  });
});
