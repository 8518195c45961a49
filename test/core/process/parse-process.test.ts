import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pathOf } from '../../../src/core/pointer.js';
import { parseProcess } from '../../../src/core/process/parse-process.js';
import { textOf } from '../../source-files.js';
import { mutated } from '../mutation.js';
import type { Draft, Json } from './small-process.js';
import { both, draft, move, parsed, state, told } from './small-process.js';

const pack = JSON.parse(textOf('src/packs/taafi/process.json')) as unknown;

/** What one change of the small process is told as. */
function toldOf(change: (process: Draft) => void): string[] {
  return told(draft(change));
}

function paramsOf(change: (process: Draft) => void): Json | undefined {
  return parseProcess(draft(change)).problems[0]?.params;
}

const set = (target: Json | undefined, more: Json) => Object.assign(target ?? {}, more);

describe('parseProcess', () => {
  it('takes a small process and that of the pack, without a word', () => {
    assert.deepEqual(told(draft()), []);
    assert.equal(parsed(draft()).start, 'sent');
    assert.deepEqual(told(pack), []);
  });

  it('takes the example of its documentation', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(textOf('docs/process-format.md')) ?? [];
    assert.deepEqual(told(JSON.parse(example)), []);
  });

  it('refuses what is no process at its root', () => {
    for (const json of [null, undefined, 5, 'process', true, []])
      assert.deepEqual(told(json), [json === undefined ? ': missing' : ': wrong-kind'], JSON.stringify(json));
    assert.ok(told({}).includes('/states: missing'));
  });

  it('refuses what no reader should meet', () => {
    assert.deepEqual(told(JSON.parse('{"messages": {"__proto__": "x"}}')), [
      '/messages/__proto__: prototype',
    ]);
    const endless: Json = { ...draft() };
    endless.roles = endless;
    assert.match(told(endless)[0] ?? '', /: too-deep$/);
  });

  it('tells what is wrong in each place', () => {
    const wrong: [(process: Draft) => void, string][] = [
      [(p) => set(p, { id: 'Trial' }), '/id: form-id'],
      [(p) => set(p, { version: '1' }), '/version: version'],
      [(p) => set(p, { languages: [] }), '/languages: too-small'],
      [(p) => set(p, { forms: ['a b'] }), '/forms/0: form-id'],
      [(p) => set(p, { roles: [] }), '/roles: too-small'],
      [(p) => set(p, { statess: [] }), '/statess: unknown-key'],
      [(p) => set(p.states[0], { titel: 'x' }), '/states/0/titel: unknown-key'],
      [(p) => set(p.states[0], { end: false }), '/states/0/end: invalid-value'],
      [(p) => set(p.moves[0], { by: [] }), '/moves/0/by: too-small'],
      [(p) => set(p.moves[0], { from: [] }), '/moves/0/from: too-small'],
      [(p) => set(p.moves[0], { needs: ['luck'] }), '/moves/0/needs/0: invalid-value'],
      [(p) => set(p.moves[0], { on: 'monday' }), '/moves/0/on: invalid-value'],
      [(p) => set(p.moves[0], { notBefore: 'P14D' }), '/moves/0/notBefore: wrong-kind'],
      [
        (p) => set(p.moves[0], { notBefore: { notBefore: '14', from: 'sent', mode: 'warn' } }),
        '/moves/0/notBefore/notBefore: duration',
      ],
      [(p) => set(p.calendar, { weekend: ['funday'] }), '/calendar/weekend/0: invalid-value'],
      [(p) => set(p.calendar, { holidays: [{ from: '2026-02-30' }] }), '/calendar/holidays/0/from: iso-date'],
      [(p) => set(p.calendar, { holidays: [{ from: '9999-12-31' }] }), '/calendar/holidays/0/from: iso-date'],
      [(p) => set(p.lookUp, { factors: [] }), '/lookUp/factors: too-small'],
      [
        (p) => set(p.lookUp, { factors: [{ field: 'mobile', last: 2 }] }),
        '/lookUp/factors/0/last: too-small',
      ],
      [(p) => set(p.lookUp, { linkLasts: 'for ever' }), '/lookUp/linkLasts: duration'],
      [(p) => set(p.messages, { 'a-b': 'x' }), '/messages/a-b: identifier'],
    ];
    for (const [change, line] of wrong) assert.equal(toldOf(change)[0], line);
    const everyDay = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    assert.deepEqual(
      toldOf((p) => set(p.calendar, { weekend: everyDay })),
      ['/calendar/weekend: too-big'],
    );
  });

  it('says which key was probably meant, however deep it stands', () => {
    assert.deepEqual(
      paramsOf((p) => set(p.moves[0], { form: ['sent'] })),
      { value: 'form', suggestion: 'from' },
    );
    assert.deepEqual(
      paramsOf((p) => set(p.states[1], { stge: 'come' })),
      { value: 'stge', suggestion: 'stage' },
    );
    assert.deepEqual(
      paramsOf((p) => set(p.calendar, { weekends: [] })),
      {
        value: 'weekends',
        suggestion: 'weekend',
      },
    );
    assert.deepEqual(
      paramsOf((p) => set(p, { contcat: {} })),
      { value: 'contcat', suggestion: 'contact' },
    );
  });
});

describe('names in a process', () => {
  it('stand once', () => {
    const changes: [(process: Draft) => void, string][] = [
      [(p) => p.states.push(state('done', { end: true })), '/states/4/id: duplicate'],
      [(p) => p.moves.push(move('begin', ['sent'], { to: 'done' })), '/moves/3/id: duplicate'],
      [(p) => p.stages.push({ id: 'come', title: 'x' }), '/stages/1/id: duplicate'],
      [(p) => p.roles.push({ id: 'officer', name: 'x' }), '/roles/1/id: duplicate'],
      [(p) => set(p.moves[0], { from: ['sent', 'sent'] }), '/moves/0/from/1: duplicate'],
      [(p) => set(p.moves[0], { by: ['officer', 'officer'] }), '/moves/0/by/1: duplicate'],
      [(p) => set(p.moves[1], { needs: ['reason', 'reason'] }), '/moves/1/needs/1: duplicate'],
      [(p) => set(p, { languages: ['ar', 'ar'] }), '/languages/1: duplicate'],
      [(p) => set(p, { forms: ['trial', 'trial'] }), '/forms/1: duplicate'],
      [(p) => set(p.calendar, { weekend: ['friday', 'friday'] }), '/calendar/weekend/1: duplicate'],
      [
        (p) =>
          set(p, {
            verify: [
              { field: 'a', name: 'x' },
              { field: 'a', name: 'y' },
            ],
          }),
        '/verify/1/field: duplicate',
      ],
      [
        (p) =>
          set(p.lookUp, {
            factors: [
              { field: 'a', last: 4 },
              { field: 'a', part: 'year' },
            ],
          }),
        '/lookUp/factors/1/field: duplicate',
      ],
      [(p) => set(p, { contact: { phone: ['a', 'a'] } }), '/contact/phone/1: duplicate'],
    ];
    for (const [change, line] of changes) assert.deepEqual(toldOf(change), [line]);
  });

  it('lead somewhere, and say where they were to lead', () => {
    const changes: [(process: Draft) => void, string, string | undefined][] = [
      [(p) => set(p, { start: 'snet' }), '/start: unknown-state', 'sent'],
      [(p) => set(p.moves[0], { from: ['snet'] }), '/moves/0/from/0: unknown-state', 'sent'],
      [(p) => set(p.moves[0], { to: 'studid' }), '/moves/0/to: unknown-state', 'studied'],
      [
        (p) => set(p.moves[0], { notBefore: { notBefore: 'P1D', from: 'snt', mode: 'warn' } }),
        '/moves/0/notBefore/from: unknown-state',
        undefined,
      ],
      [(p) => set(p.states[0], { stage: 'comes' }), '/states/0/stage: unknown-stage', 'come'],
      [(p) => set(p.states[0], { actor: 'oficer' }), '/states/0/actor: unknown-role', 'officer'],
      [(p) => set(p.moves[0], { by: ['aplicant'] }), '/moves/0/by/0: unknown-role', 'applicant'],
      [
        (p) => set(p, { confined: [{ fields: ['a'], to: ['applicant'] }] }),
        '/confined/0/to/0: unknown-role',
        undefined,
      ],
      [(p) => set(p.moves[0], { message: 'newss' }), '/moves/0/message: unknown-message', 'news'],
      [(p) => set(p, { notices: { received: 'nws' } }), '/notices/received: unknown-message', undefined],
    ];
    for (const [change, line, suggestion] of changes) {
      assert.deepEqual(toldOf(change), [line]);
      if (suggestion !== undefined) assert.equal(paramsOf(change)?.suggestion, suggestion, line);
    }
    for (const name of ['constructor', 'toString'])
      assert.deepEqual(
        toldOf((p) => set(p.moves[0], { message: name })),
        ['/moves/0/message: reserved'],
      );
  });

  it('leave the applicant his own', () => {
    assert.deepEqual(
      toldOf((p) => p.roles.push({ id: 'applicant', name: 'x' })),
      ['/roles/1/id: reserved'],
    );
  });
});

describe('a move', () => {
  it('leads on or back, and not both', () => {
    assert.deepEqual(
      toldOf((p) => delete p.moves[1]?.to),
      ['/moves/1: to-or-back'],
    );
    assert.deepEqual(
      toldOf((p) => set(p.moves[1], { back: true })),
      ['/moves/1: to-or-back'],
    );
  });

  it('is made by itself only when the applicant has brought everything', () => {
    const provided = { on: 'provided', by: ['applicant'], needs: ['nothingMissing'], to: 'studied' };
    const more = (change: Json) =>
      toldOf((p) => p.moves.push(move('provide', ['sent'], { ...provided, ...change })));
    assert.deepEqual(more({}), []);
    assert.deepEqual(more({ by: ['applicant', 'officer'] }), []);
    assert.deepEqual(more({ by: ['officer'] }), ['/moves/3/on: provided-by']);
    assert.deepEqual(more({ needs: undefined }), ['/moves/3/on: provided-needs']);
    assert.deepEqual(more({ needs: ['nothingMissing', 'reason'] }), ['/moves/3/on: provided-needs']);
    assert.deepEqual(more({ notBefore: { notBefore: 'P1D', from: 'sent', mode: 'warn' } }), [
      '/moves/3/on: provided-waits',
    ]);
    const twice = (from: readonly string[]) =>
      toldOf((p) =>
        p.moves.push(move('one', ['sent'], provided), move('other', from, { ...provided, to: 'done' })),
      );
    assert.deepEqual(twice(['sent', 'studied']), ['/moves/4/on: provided-twice']);
    assert.deepEqual(twice(['studied']), []);
  });

  it('wants of the applicant only what he can give', () => {
    for (const need of ['missing', 'service']) {
      const wants = (by: readonly string[]) =>
        toldOf((p) => set(p.moves[2], { needs: ['reason', need], by }));
      assert.deepEqual(wants(['applicant']), ['/moves/2/needs/1: applicant-cannot']);
      assert.deepEqual(wants(['applicant', 'officer']), []);
    }
  });
});

describe('the way of a request', () => {
  it('comes to every state', () => {
    assert.deepEqual(
      toldOf((p) => p.states.push(state('alone', { end: true }))),
      ['/states/4/id: unreachable'],
    );
    // What only leads to itself, or to another such state, is not reached either.
    const island = toldOf((p) => {
      p.states.push(state('one'), state('two'));
      p.moves.push(move('over', ['one'], { to: 'two' }), move('home', ['two'], { to: 'one' }));
    });
    assert.deepEqual(island, ['/states/4/id: unreachable', '/states/5/id: unreachable']);
  });

  it('has no dead ends', () => {
    assert.deepEqual(
      toldOf((p) => delete p.states[2]?.end),
      ['/states/2/id: dead-end'],
    );
    const turning = toldOf((p) => {
      delete p.states[2]?.end;
      p.moves.push(move('turn', ['done'], { to: 'done' }));
    });
    assert.deepEqual(turning, ['/states/2/id: dead-end']);
  });

  it('does not go round for ever', () => {
    const circle = toldOf((p) => {
      p.states.push(state('a'), state('b'));
      p.moves.push(
        move('in', ['sent'], { to: 'a' }),
        move('on', ['a'], { to: 'b' }),
        move('round', ['b'], { to: 'a' }),
      );
    });
    assert.deepEqual(circle, ['/states/4/id: never-ends', '/states/5/id: never-ends']);
    const nowhere = toldOf((p) => {
      for (const each of p.states) delete each.end;
      p.moves = [
        move('on', ['sent'], { to: 'studied' }),
        move('in', ['studied'], { to: 'done' }),
        move('out', ['done'], { to: 'stopped' }),
        move('round', ['stopped'], { to: 'sent' }),
      ];
    });
    assert.equal(nowhere.length, 4);
    assert.ok(nowhere.every((line) => line.endsWith(': never-ends')));
  });

  it('comes back out of where it was led aside', () => {
    const aside = (from: readonly string[], more: readonly Json[] = []) =>
      toldOf((p) => {
        p.states.push(state('aside'));
        p.moves.push(move('ask', from, { to: 'aside' }), move('back', ['aside'], { back: true }), ...more);
      });
    assert.deepEqual(aside(['sent', 'studied']), []);
    // From an end it comes back to the end.
    assert.deepEqual(aside(['done']), []);
  });

  it('is not caught between two states that only lead back', () => {
    const trap = toldOf((p) => {
      p.states.push(state('a'), state('b'), state('c'));
      p.moves.push(
        move('in', ['sent'], { to: 'a' }),
        move('on', ['a'], { to: 'b' }),
        move('round', ['b'], { to: 'a' }),
        move('aside', ['a'], { to: 'c' }),
        move('back', ['c'], { back: true }),
      );
    });
    // Out of c it only ever comes to a, and thus not to an end.
    assert.deepEqual(trap, [
      '/states/4/id: never-ends',
      '/states/5/id: never-ends',
      '/states/6/id: never-ends',
    ]);
    const free = toldOf((p) => {
      p.states.push(state('a'), state('b'));
      p.moves.push(
        move('in', ['sent'], { to: 'a' }),
        move('on', ['a'], { to: 'b' }),
        move('back', ['a', 'b'], { back: true }),
      );
    });
    assert.deepEqual(free, []);
  });

  it('has something behind it where it leads back', () => {
    assert.deepEqual(
      toldOf((p) => p.moves.push(move('back', ['studied', 'sent'], { back: true }))),
      ['/moves/3/from/1: nothing-before'],
    );
  });

  it('has been where a deadline counts from', () => {
    const counted = (from: string, change: (p: Draft) => void = () => {}) =>
      toldOf((p) => {
        set(p.moves[1], { notBefore: { notBefore: 'P14D', from, mode: 'warn' } });
        change(p);
      });
    assert.deepEqual(counted('sent'), []);
    assert.deepEqual(counted('studied'), []);
    assert.deepEqual(counted('stopped'), ['/moves/1/notBefore/from: never-before']);
    const aside = (p: Draft) => {
      p.states.push(state('aside'));
      p.moves.push(move('ask', ['sent'], { to: 'aside' }), move('back', ['aside'], { back: true }));
    };
    assert.deepEqual(counted('aside', aside), ['/moves/1/notBefore/from: not-always-before']);
    assert.equal(
      parseProcess(
        draft((p) => {
          set(p.moves[1], { notBefore: { notBefore: 'P14D', from: 'aside', mode: 'warn' } });
          aside(p);
        }),
      ).problems[0]?.severity,
      'warning',
    );
  });
});

describe('the calendar', () => {
  const holidays = (...list: readonly Json[]) => toldOf((p) => set(p.calendar, { holidays: list }));

  it('has holidays that end after they begin', () => {
    assert.deepEqual(holidays({ from: '2026-02-22' }, { from: '2026-03-22', to: '2026-03-19' }), [
      '/calendar/holidays/1/to: holiday-order',
    ]);
    assert.deepEqual(holidays({ from: '2026-03-22', to: '2026-03-22' }), []);
  });

  it('has working days', () => {
    assert.deepEqual(holidays({ from: '2026-01-01', to: '2026-12-31' }), []);
    assert.deepEqual(holidays({ from: '2026-01-01', to: '2027-02-05' }), [
      '/calendar/holidays/0: no-working-day',
    ]);
    // Two halves with nothing but a weekend between them: Friday and Saturday, 2026-07-03 and 04.
    const halves = [
      { from: '2026-07-05', to: '2027-03-01' },
      { from: '2026-01-01', to: '2026-07-02' },
    ];
    assert.deepEqual(holidays(...halves), ['/calendar/holidays/0: no-working-day']);
    assert.deepEqual(holidays(halves[0] ?? {}, { from: '2026-01-01', to: '2026-07-01' }), []);
    assert.deepEqual(holidays({ from: '2000-01-01', to: '2199-12-31' }), [
      '/calendar/holidays/0: no-working-day',
    ]);
  });
});

describe('what an onlooker could read', () => {
  const forbidden = (change: (p: Draft) => void) =>
    toldOf((p) => {
      p.neverSay = ['علاج', 'rent'];
      change(p);
    });
  const bad = both('بالعلاج', 'your Rent');

  it('is looked for in every sentence for the applicant, in every language', () => {
    const places: [(p: Draft) => void, string][] = [
      [(p) => set(p.states[0], { title: bad }), '/states/0/title'],
      [(p) => set(p.states[0], { text: bad }), '/states/0/text'],
      [(p) => set(p.states[0], { next: bad }), '/states/0/next'],
      [(p) => set(p.moves[2], { label: bad }), '/moves/2/label'],
      [(p) => set(p.moves[2], { confirm: bad }), '/moves/2/confirm'],
      [(p) => set(p.stages[0], { title: bad }), '/stages/0/title'],
      [(p) => set(p.roles[0], { name: bad }), '/roles/0/name'],
      [(p) => set(p, { verify: [{ field: 'lease', name: bad }] }), '/verify/0/name'],
      [(p) => set(p.messages, { news: bad }), '/messages/news'],
    ];
    for (const [change, place] of places) {
      assert.deepEqual(forbidden(change), [`${place}/ar: forbidden-word`, `${place}/en: forbidden-word`]);
    }
    assert.deepEqual(
      forbidden((p) => set(p.states[0], { title: 'علاج' })),
      ['/states/0/title: forbidden-word'],
    );
    assert.deepEqual(
      parseProcess(draft((p) => set(p, { neverSay: ['rent'], stages: [{ id: 'come', title: 'RENT!' }] })))
        .problems[0]?.params,
      { value: 'rent' },
    );
  });

  it('is not looked for in what officers read', () => {
    assert.deepEqual(
      forbidden((p) => set(p.moves[0], { label: bad })),
      [],
    );
  });

  it('has words that can be found, each once', () => {
    const words = (...neverSay: readonly string[]) => toldOf((p) => set(p, { neverSay }));
    assert.deepEqual(words('…!', 'ـــ'), ['/neverSay/0: no-word', '/neverSay/1: no-word']);
    assert.deepEqual(words('أدوية', 'الادويه', 'Rent', 'RENT'), [
      '/neverSay/1: word-covered',
      '/neverSay/3: word-covered',
    ]);
    assert.deepEqual(words('علاج', 'علاجك', 'rent', 'rents'), [
      '/neverSay/1: word-covered',
      '/neverSay/3: word-covered',
    ]);
  });
});

describe('a message', () => {
  it('has no placeholder but the reference', () => {
    const says = (en: string) => toldOf((p) => set(p.messages, { news: { ar: '{reference}', en } }));
    assert.deepEqual(says('{reference}'), []);
    for (const wrong of [
      '{reference} {name}',
      '{Reference} {reference}',
      '{reference} {رقم}',
      '{reference} {}',
    ])
      assert.deepEqual(says(wrong), ['/messages/news/en: unknown-placeholder'], wrong);
  });
});

describe('what could be better', () => {
  it('is told of a process that works', () => {
    const changes: [(p: Draft) => void, string][] = [
      [(p) => set(p.states[1], { title: { ar: 'عنوان' } }), '/states/1/title: language-missing'],
      [(p) => delete p.states[1]?.actor, '/states/1: actor-missing'],
      [
        (p) => set(p.states[1], { actor: 'idle' }) && p.roles.push({ id: 'idle', name: 'x' }),
        '/states/1/actor: idle-actor',
      ],
      [(p) => p.stages.push({ id: 'later', title: 'x' }), '/stages/1/id: idle-stage'],
    ];
    for (const [change, line] of changes) {
      const { process, problems } = parseProcess(draft(change));
      assert.ok(process, line);
      assert.deepEqual(
        problems.map(({ pointer, code, severity }) => `${pointer}: ${code} ${severity}`),
        [`${line} warning`],
      );
    }
    const french = parseProcess(draft((p) => set(p, { languages: ['ar', 'en', 'fr'] }))).problems;
    assert.ok(
      french.length > 8 &&
        french.every(({ code, params }) => code === 'language-missing' && params?.value === 'fr'),
    );
  });

  it('is not told beside what is wrong', () => {
    const lines = toldOf((p) => {
      delete p.states[1]?.actor;
      set(p.moves[0], { to: 'studid' });
    });
    assert.deepEqual(lines, ['/moves/0/to: unknown-state']);
  });

  it('needs nothing more of an end', () => {
    assert.deepEqual(
      toldOf((p) => delete p.states[2]?.actor),
      [],
    );
  });
});

describe('any document', () => {
  /** Whether the value at a pointer is there, or at least what it should be in. */
  function isPlace(json: unknown, pointer: string): boolean {
    const path = pathOf(pointer);
    let value: unknown = json;
    for (const [index, key] of path.entries()) {
      if (typeof value !== 'object' || value === null) return false;
      if (!Object.hasOwn(value, key)) return index === path.length - 1;
      value = (value as Record<string, unknown>)[key];
    }
    return true;
  }

  it('is answered with problems at places that are there, whatever was done to it', () => {
    let refused = 0;
    const runs = 1500;
    fc.assert(
      fc.property(fc.oneof(mutated(pack, 3), mutated(draft(), 3), fc.jsonValue()), (json) => {
        const { process, problems } = parseProcess(json);
        assert.equal(
          process === undefined,
          problems.some(({ severity }) => severity === 'error'),
        );
        assert.ok(problems.length <= 50);
        for (const { pointer, code } of problems) assert.ok(isPlace(json, pointer), `${pointer}: ${code}`);
        if (process === undefined) refused += 1;
      }),
      { numRuns: runs },
    );
    assert.ok(refused > runs / 3 && refused < runs, String(refused));
  });
});
