import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exists, textOf } from './source-files.js';

/** Levels of the items of ASVS 5.0.0 by their sections: the first sign is the level of the first item, and so on. */
const sections = `
  1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123
  2.1:122 2.2:112 2.3:12223 2.4:23
  3.1:3 3.2:113 3.3:12223 3.4:11222233 3.5:11122333 3.6:3 3.7:22333
  4.1:12233 4.2:23333 4.3:22 4.4:1222
  5.1:2 5.2:112333 5.3:113 5.4:222
  6.1:122 6.2:111111112222 6.3:11223333 6.4:112233 6.5:22222333 6.6:2223 6.7:33 6.8:2222
  7.1:222 7.2:1111 7.3:22 7.4:11222 7.5:223 7.6:22
  8.1:1233 8.2:1123 8.3:133 8.4:23
  9.1:111 9.2:1222
  10.1:22 10.2:223 10.3:22223 10.4:1111122222233333 10.5:22222 10.6:22 10.7:222
  11.1:2233 11.2:22233 11.3:11233 11.4:1222 11.5:23 11.6:23 11.7:33
  12.1:12233 12.2:11 12.3:22223
  13.1:2333 13.2:222223 13.3:2233 13.4:1222233
  14.1:22 14.2:12223333 14.3:122
  15.1:12233 15.2:12233 15.3:1222222 15.4:3333
  16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223
  17.1:23 17.2:22223333 17.3:22`;

const states = ['met', 'document', 'duty', 'not met', 'not here'] as const;

interface Item {
  readonly id: string;
  readonly level: string;
  readonly asks: string;
  readonly state: string;
  readonly how: string;
  readonly test: string;
}

/** The items that a page has in its tables. */
function itemsIn(page: string): Item[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, id = '', level = '', asks = '', state = '', how = '', test = ''] = cells;
    return /^\d+\.\d+\.\d+$/.test(id) ? [{ id, level, asks, state, how, test }] : [];
  });
}

/** What is wrong with a page, one sentence each. */
function faultsOf(page: string): string[] {
  const items = itemsIn(page);
  return [...missingIn(items), ...items.flatMap(faultsOfItem), ...countFaults(page, items)];
}

function levels(): Map<string, string> {
  const all = sections
    .trim()
    .split(/\s+/)
    .flatMap((section) => {
      const [id = '', digits = ''] = section.split(':');
      return [...digits].map((level, index) => [`${id}.${index + 1}`, level] as const);
    });
  return new Map(all);
}

function missingIn(items: readonly Item[]): string[] {
  const wanted = [...levels()].filter(([, level]) => level !== '3');
  const faults = wanted.flatMap(([id, level]) => {
    const found = items.filter((item) => item.id === id);
    if (found.length !== 1) return [`${id} stands there ${found.length} times.`];
    return found[0]?.level === level ? [] : [`${id} is of level ${level}.`];
  });
  const strange = items.filter(({ id }) => !wanted.some(([known]) => known === id));
  return [...faults, ...strange.map(({ id }) => `${id} is no item of level 1 or 2.`)];
}

function faultsOfItem({ id, asks, state, how, test }: Item): string[] {
  const tests = [...test.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[\w./-]+)\): `([^`]+)`/g)];
  const links = [...how.matchAll(/\]\(([\w./-]+\.md)(?:#([\w-]+))?\)/g)];
  const faults: string[] = [];
  const say = (sentence: string) => faults.push(`${id} ${sentence}`);
  if (!states.some((known) => known === state)) say(`has the state ${state}.`);
  if (asks.length < 5 || how.length < 5) say('says nothing.');
  if (state === 'met' && tests.length === 0) say('is met, and names no test.');
  if ((state === 'document' || state === 'not here') && test !== '')
    say('names a test, and has no use for one.');
  if (state === 'document' && links.length === 0) say('is a document, and names none.');
  if (state === 'duty' && links.length === 0 && test === '') say('is a duty that stands nowhere.');
  if (test.split('<br>').filter(Boolean).length !== tests.length) say('has a test that cannot be read.');
  for (const [, shown, file = '', name = ''] of tests) {
    if (file !== `test/${shown}.test.ts`) say(`shows ${shown} and leads to ${file}.`);
    else if (!exists(file)) say(`names ${file}, which is not there.`);
    else if (!hasTest(textOf(file), name)) say(`names a test that is not in ${file}: ${name}`);
  }
  for (const [, file = '', anchor] of links) {
    const path = `docs/${file}`;
    if (!exists(path)) say(`names ${path}, which is not there.`);
    else if (anchor !== undefined && !anchorsOf(textOf(path)).includes(anchor))
      say(`names ${path}#${anchor}, which is not there.`);
  }
  return faults;
}

/** Whether a file has a test of that name, which is run. */
function hasTest(source: string, name: string): boolean {
  const starts = ['it', 'test'].flatMap((word) =>
    ["'", '"', '`'].map((quote) => [`${word}(${quote}`, `${quote},`]),
  );
  return starts.some(([start, end]) => source.includes(`${start}${name}${end}`));
}

/** Headings as they are called in addresses by GitHub. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function countFaults(page: string, items: readonly Item[]): string[] {
  return [...states, 'all'].flatMap((state) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${state} `) && !/^\| \d/.test(line)) ?? '';
    const told = row.split('|').slice(3, 5).map(Number);
    const counted = ['1', '2'].map(
      (level) =>
        items.filter((item) => item.level === level && (state === 'all' || item.state === state)).length,
    );
    return told.join() === counted.join()
      ? []
      : [`${state} are ${counted.join(' and ')}, not ${told.join(' and ')}.`];
  });
}

const page = textOf('docs/asvs.md');
/** The page with the first of something changed. */
const changed = (from: string | RegExp, to: string) => faultsOf(page.replace(from, to));

describe('the list of ASVS items', () => {
  it('has the 70 and 183 items of the standard', () => {
    const all = [...levels().values()];
    assert.deepEqual(
      ['1', '2', '3'].map((level) => all.filter((one) => one === level).length),
      [70, 183, 92],
    );
  });

  it('names for each item that is met tests that there are, and for all others why', () => {
    assert.deepEqual(faultsOf(page), []);
  });

  it('tells of an item that is gone, or of another level', () => {
    assert.ok(changed(/\n\| 8\.2\.2 .*/, '').includes('8.2.2 stands there 0 times.'));
    assert.ok(changed(/\| 8\.2\.2 +\| 1/, '| 8.2.2 | 2').includes('8.2.2 is of level 1.'));
  });

  it('tells of a test, a file and a heading that are not there', () => {
    const [gone] = changed('carries the security headers, whatever it is', 'is gone');
    assert.match(gone ?? '', /names a test that is not in test\/receiver\/headers\.test\.ts: is gone/);
    assert.match(
      changed('../test/receiver/headers.test.ts', '../test/gone.test.ts').join(),
      /leads to test\/gone/,
    );
    assert.match(
      changed('security.md#bounds', 'security.md#gone').join(),
      /docs\/security\.md#gone, which is not there/,
    );
  });

  it('tells of what is met without a test', () => {
    const line = page.split('\n').find((one) => one.startsWith('| 16.4.1 ')) ?? '';
    const bare = `${line.split('|').slice(0, 6).join('|')}| |`;
    assert.deepEqual(faultsOf(page.replace(line, bare)), ['16.4.1 is met, and names no test.']);
  });
});

describe('the threat model', () => {
  it('names for each threat a test that there is', () => {
    const [, threats = ''] = textOf('docs/security.md').split('## Threats');
    const rows =
      threats
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => /^\| (phone|[A-F]|all) /.test(line)) ?? [];
    assert.ok(rows.length > 20, String(rows.length));
    for (const row of rows) {
      const named = [...(row.split('|')[4] ?? '').matchAll(/`([\w./-]+)`/g)].map(([, file = '']) => file);
      assert.ok(named.length > 0, row);
      for (const file of named) assert.ok(exists(`test/${file}.test.ts`), file);
    }
  });

  it('is led to from the README, and to the list and the way to report', () => {
    assert.match(textOf('README.md'), /docs\/security\.md[\s\S]*docs\/asvs\.md/);
    assert.match(textOf('docs/security.md'), /\(asvs\.md\)[\s\S]*\(\.\.\/SECURITY\.md\)/);
  });
});
