import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Draw } from './draw.js';
import { findingsOf, tableOf } from './table.js';
import type { Held, Run } from './tally.js';
import { isClean, tally } from './tally.js';

/** A run as it should be: told once, when it was committed, with its number. */
const run = (number: number, about: Partial<Run> = {}): Run => ({
  number,
  mark: `mark ${number}`,
  answers: 'answers',
  files: ['one', 'two'],
  claims: [{ reference: `reference ${number}`, committed: true }],
  vanished: false,
  milliseconds: 1000 * number,
  trouble: undefined,
  ...about,
});

const held = (number: number, about: Partial<Held> = {}): Held => ({
  mark: `mark ${number}`,
  reference: `reference ${number}`,
  answers: 'answers',
  files: ['one', 'two'],
  ...about,
});

const clean = { runs: 1, arrived: 1, lost: 0, doubled: 0, falselySent: 0, damaged: 0, troubled: 0 };

/** What is counted of one run beside what the receiver has, as far as it differs from a clean one. */
function counted(about: Partial<Run>, stored: readonly Held[]) {
  const { fault: _, middle: __, longest: ___, findings, ...counts } = tally('fault', [run(1, about)], stored);
  const differing = Object.entries(counts).filter(([name, count]) => clean[name as 'runs'] !== count);
  return { differing: Object.fromEntries(differing), isTold: findings.length > 0 };
}

describe('counting what has become of the runs of a fault', () => {
  it('finds nothing where every request is there once, whole, and was told of in time', () => {
    const row = tally('fault', [run(3), run(1), run(2)], [held(1), held(2), held(3)]);
    assert.deepEqual(
      { ...row, findings: row.findings.length },
      {
        fault: 'fault',
        ...clean,
        runs: 3,
        arrived: 3,
        middle: 2000,
        longest: 3000,
        findings: 0,
      },
    );
    assert.ok(isClean(row));
    assert.ok(!isClean(tally('fault', [], [])));
  });

  const wrong: Readonly<Record<string, [about: Partial<Run>, stored: readonly Held[], counts: object]>> = {
    'that is not there, though it was said to be': [{}, [], { arrived: 0, lost: 1, falselySent: 1 }],
    'that is neither there nor said to be': [
      { claims: [], trouble: 'it does not arrive' },
      [],
      { arrived: 0, lost: 1, troubled: 1 },
    ],
    'that was gone from the page for a while': [{ vanished: true }, [held(1)], { lost: 1 }],
    'that is there, and nobody was told': [{ claims: [] }, [held(1)], { arrived: 0 }],
    'that is there twice': [{}, [held(1), held(1, { reference: 'another' })], { doubled: 1 }],
    'that was called sent before it was committed': [
      {
        claims: [
          { reference: 'reference 1', committed: false },
          { reference: 'reference 1', committed: true },
        ],
      },
      [held(1)],
      { falselySent: 1 },
    ],
    'that was told under another number': [
      { claims: [{ reference: 'reference 2', committed: true }] },
      [held(1)],
      { falselySent: 1 },
    ],
    'that was told without a number': [
      { claims: [{ reference: undefined, committed: true }] },
      [held(1)],
      { falselySent: 1 },
    ],
    'with another file': [{}, [held(1, { files: ['one', 'three'] })], { damaged: 1 }],
    'without a file': [{}, [held(1, { files: ['one'] })], { damaged: 1 }],
    'with other answers': [{}, [held(1, { answers: 'others' })], { damaged: 1 }],
    'whose run did not come to its end': [{ trouble: 'why' }, [held(1)], { troubled: 1 }],
  };
  for (const [name, [about, stored, counts]] of Object.entries(wrong)) {
    it(`finds a request ${name}`, () => {
      assert.deepEqual(counted(about, stored), { differing: counts, isTold: true });
      assert.ok(!isClean(tally('fault', [run(1, about)], stored)));
    });
  }

  it('finds a request that nobody has sent', () => {
    const row = tally('fault', [run(1)], [held(1), held(7)]);
    assert.deepEqual(row.findings, ['fault: reference 7 is of no run']);
    assert.ok(!isClean(row));
  });
});

describe('the table of faults', () => {
  it('has the sum of all faults in its last line, and names each run that is not right', () => {
    const rows = [
      tally('first', [run(1), run(2)], [held(1), held(2)]),
      tally('second', [run(1), run(2)], [held(1), held(1)]),
    ];
    const lines = tableOf(rows).split('\n');
    const cells = (line = '') => line.split('|').map((cell) => cell.trim());
    assert.deepEqual(cells(lines[2]), ['', 'first', '2', '2', '0', '0', '0', '0', '1.0 s', '2.0 s', '']);
    assert.deepEqual(cells(lines[3]), ['', 'second', '2', '1', '1', '1', '1', '0', '1.0 s', '2.0 s', '']);
    assert.deepEqual(cells(lines[4]), ['', '**all**', '4', '3', '1', '1', '1', '0', '', '', '']);
    assert.equal(new Set(lines.map(({ length }) => length)).size, 1);
    assert.deepEqual(findingsOf(rows).split('\n'), [
      'second, run 1: doubled; stored 2 times, told 1 times',
      'second, run 2: lost, called sent too early, not told to have arrived; stored 0 times, told 1 times',
    ]);
  });
});

describe('what is drawn for a run', () => {
  it('is the same for the same seed, fault and number, and another for any other', () => {
    const drawn = (...words: (string | number)[]) => {
      const draw = new Draw(...words);
      return [draw.share(), draw.from(1, 1000), draw.digits(8)].join();
    };
    assert.equal(drawn('seed', 'fault', 1), drawn('seed', 'fault', 1));
    const others = [drawn('seed', 'fault', 2), drawn('seed', 'other', 1), drawn('sees', 'fault', 1)];
    assert.equal(new Set([drawn('seed', 'fault', 1), ...others]).size, 4);
  });

  it('reaches every number between two, both ends included, about as often', () => {
    const draw = new Draw('even');
    const counts = new Map<number, number>();
    for (let times = 0; times < 6000; times += 1) {
      const number = draw.from(-1, 4);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    assert.deepEqual([...counts.keys()].sort(), [-1, 0, 1, 2, 3, 4]);
    for (const count of counts.values()) assert.ok(count > 850 && count < 1150, String(count));
  });
});
