import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Association } from '../../src/core/association.js';
import { associationSchema } from '../../src/core/association.js';
import type { FormDefinition } from '../../src/core/definition.js';
import type { FieldDefinition } from '../../src/core/field-type.js';
import { catalog, Engine, parseDefinition, validateAnswers } from '../../src/core/index.js';
import { pointerOf } from '../../src/core/pointer.js';
import { formProblems } from '../../src/core/process/form-problems.js';
import { parseProcess } from '../../src/core/process/parse-process.js';
import { filesBelow, namesIn, textOf } from '../source-files.js';

interface Words {
  readonly language: string;
  readonly text: string;
  readonly at: string;
}

/** A fragment of an answers file: what it says is for the engine to judge. */
type Json = Record<string, unknown>;

const context = { today: '2026-11-22' };
const languages = ['ar', 'en'];

const noticeSlots = [
  'controller',
  'contact',
  'basis',
  'purposes',
  'mandatory',
  'sharing',
  'retention',
  'rights',
  'withdrawal',
];

/** The channels of the policy «سياسة تنظيم العلاقة مع المستفيدين», in its words and its order. */
const channelsOfThePolicy = [
  'المقابلة',
  'الاتصالات الهاتفية',
  'وسائل التواصل الاجتماعي',
  'الخطابات',
  'خدمات طلب المساعدة',
  'خدمة التطوع',
  'الموقع الالكتروني للجمعية',
  'مناديب المكاتب الفرعية',
];

const documentsOfThePolicy = [
  'اللائحة الأساسية للجمعية',
  'دليل خدمات البحث الاجتماعي',
  'دليل سياسة الدعم للمستخدمين',
  'طلب دعم مستفيد',
];

/** Purposes that a request can be served without: their consents never block it. */
const optionalPurposes = ['partnerSharing', 'progressMessages', 'satisfaction'];

/** Words that make a person smaller than he is. Arabic ones are looked for anywhere, also behind «ال» or «و». */
const stigma = {
  ar: /مدمن|مدمنة|إدمان|متعاطي|متعاطٍ|معاق|عاجز|مجرم|سوابق|مسكين|متسول|ضحية|ضحايا/u,
  en: /\b(addict|addiction|addicted|junkie|abuser?|substance abuse|handicapped|crippled|needy|victim|criminal|beggar)s?\b/iu,
};

/** Words that scold, beg or hide behind politeness. */
const manner = {
  ar: /الرجاء|يرجى|يُرجى|نرجو|عذر|نأسف|آسف|غير صالح|غير صحيح|يتوجب|ينبغي عليك|سعادة/u,
  en: /\b(please|sorry|oops|invalid|forgot|must be filled|kindly)\b/iu,
};

/** Every text of a document by language; options have their words beside their value. */
function* wordsOf(value: unknown, at: readonly PropertyKey[] = []): Generator<Words> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const path = [...at, key];
    if (languages.includes(key) && typeof inner === 'string') {
      yield { language: key, text: inner, at: pointerOf(path) };
    } else {
      yield* wordsOf(inner, path);
    }
  }
}

/** Places where a text is missing in a language, or stands there in none. */
function* untranslated(value: unknown, at: readonly PropertyKey[] = []): Generator<string> {
  if (typeof value === 'string') {
    const key = String(at.at(-1));
    if (!languages.includes(key) && key !== 'autocomplete' && /\s|\p{Script=Arabic}/u.test(value)) {
      yield pointerOf(at);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const isText = languages.some((language) => Object.hasOwn(value, language));
  for (const language of isText ? languages : []) {
    const text = (value as Json)[language];
    if (typeof text !== 'string' || text.trim() === '') yield pointerOf([...at, language]);
  }
  for (const [key, inner] of Object.entries(value)) yield* untranslated(inner, [...at, key]);
}

/** Texts whose placeholders differ between their languages. */
function* uneven(value: unknown, at: readonly PropertyKey[] = []): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const texts = languages
    .map((language) => (value as Json)[language])
    .filter((text) => typeof text === 'string');
  const placeholders = texts.map((text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(' '));
  if (new Set(placeholders).size > 1) yield pointerOf(at);
  for (const [key, inner] of Object.entries(value)) yield* uneven(inner, [...at, key]);
}

function* fieldsOf(fields: readonly FieldDefinition[]): Generator<FieldDefinition> {
  for (const field of fields) {
    yield field;
    yield* fieldsOf(field.fields ?? []);
  }
}

function allFieldsOf(definition: FormDefinition): FieldDefinition[] {
  return definition.steps.flatMap(({ fields }) => [...fieldsOf(fields)]);
}

function readJson(path: string): Json {
  return JSON.parse(textOf(path)) as Json;
}

function parsed(json: unknown): FormDefinition {
  const { definition, problems } = parseDefinition(json, catalog);
  assert.deepEqual(problems, []);
  assert.ok(definition);
  return definition;
}

/** The answers without the one at a path such as `dependants.0.name`. */
function without(answers: Json, path: string): Json {
  const rest = structuredClone(answers);
  const keys = path.split('.');
  const last = keys.pop()!;
  // Paths come from the engine, which was filled with these very answers.
  const holder = keys.reduce<Json>((value, key) => value[key] as Json, rest);
  delete holder[last];
  return rest;
}

function filled(definition: FormDefinition, answers: Json): Engine {
  const engine = new Engine(definition, catalog, context);
  engine.restore(answers);
  return engine;
}

function wellWorded(json: Json): void {
  assert.deepEqual([...untranslated(json)], [], 'not in every language');
  assert.deepEqual([...uneven(json)], [], 'placeholders differ');
  const words = [...wordsOf(json)];
  const places = (isWrong: (words: Words) => boolean) =>
    words.filter(isWrong).map(({ at, text }) => `${at}: ${text}`);
  for (const [name, list] of Object.entries({ stigma, manner })) {
    const found = places(({ language, text }) => list[language as 'ar' | 'en'].test(text));
    assert.deepEqual(found, [], name);
  }
  assert.deepEqual(
    places(({ text }) => /[<>]/.test(text)),
    [],
    'HTML',
  );
  assert.deepEqual(
    places(({ text }) => text !== text.trim() || /[^\S\n]{2,}|\n{3,}/.test(text)),
    [],
    'stray spaces',
  );
  assert.deepEqual(
    places(({ language, text }) => /\p{Script=Arabic}/u.test(text) !== (language === 'ar')),
    [],
    'in the wrong script',
  );
  assert.deepEqual(
    places(({ text }) => /[٠-٩۰-۹﷼\u20c1]/u.test(text)),
    [],
    'digits are Latin and riyals are written «ريال»',
  );
}

/** The form with each file of answers that test/packs has for it: plausible, synthetic, complete. */
function describeFilling(definition: FormDefinition, path: string): void {
  describe(path.replace('test/packs/', ''), () => {
    const answers = readJson(path);

    it('fills the form in the engine', () => {
      const engine = filled(definition, answers);
      const issues = engine.report(engine.steps.flatMap(({ fields }) => fields));
      assert.deepEqual(issues, []);
    });

    it('is accepted, with the same computed values as in the engine', () => {
      const result = validateAnswers(definition, answers, catalog, context);
      assert.deepEqual(result.problems, undefined);
      assert.deepEqual(result.answers, filled(definition, answers).answers());
    });

    it('is refused as soon as one required answer is missing', () => {
      const required = [...filled(definition, answers).shownFields()].filter(
        (node) => node.definition.required,
      );
      // Whoever rates does so of his own will, question by question.
      if (definition.survey !== undefined) assert.deepEqual(required, []);
      else assert.ok(required.length >= 5);
      for (const { path: missing } of required) {
        const { problems = [] } = validateAnswers(definition, without(answers, missing), catalog, context);
        const pointer = pointerOf(missing.split('.'));
        assert.ok(
          problems.some((problem) => problem.pointer === pointer && problem.code === 'required'),
          missing,
        );
      }
    });

    it('is accepted without the consents that are optional', () => {
      const optional = [...filled(definition, answers).shownFields()].filter(
        ({ definition: { type, required } }) => type === 'statement' && !required,
      );
      const rest = optional.reduce((left, { path: consent }) => without(left, consent), answers);
      assert.deepEqual(validateAnswers(definition, rest, catalog, context).problems, undefined);
    });
  });
}

function describeForm(path: string): void {
  const json = readJson(path);

  describe(path, () => {
    it('is a form without problems or warnings', () => {
      parsed(json);
    });

    it('speaks well in every language', () => {
      wellWorded(json);
    });

    it('has ids that are told apart', () => {
      const ids = parsed(json).steps.flatMap(({ id, fields }) => [id, ...fields.map((field) => field.id)]);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
      );
    });

    it('says in its own words what is missing, for each required answer', () => {
      const silent = allFieldsOf(parsed(json))
        .filter(({ required, errors }) => required && errors?.required === undefined)
        .map(({ id }) => id);
      assert.deepEqual(silent, []);
    });

    it('has a noun for each question', () => {
      const unnamed = allFieldsOf(parsed(json))
        .filter(({ label, name }) => name === undefined && JSON.stringify(label).includes('؟'))
        .map(({ id }) => id);
      assert.deepEqual(unnamed, []);
    });

    it('offers no sensitive answer for autofill', () => {
      const offered = allFieldsOf(parsed(json))
        .filter(({ sensitive, autocomplete }) => sensitive && autocomplete !== undefined)
        .map(({ id }) => id);
      assert.deepEqual(offered, []);
    });

    it('has the whole privacy notice, or keeps nothing of a person and says so before it asks', () => {
      const { notice, retention, survey, start } = parsed(json);
      if (survey !== undefined) {
        assert.match(JSON.stringify(start), /لا نحفظ معها اسمك ولا رقمك/);
        assert.match(JSON.stringify(start), /We do not keep your name, your number/);
        return;
      }
      assert.deepEqual(Object.keys(notice ?? {}).sort(), [...noticeSlots].sort());
      assert.ok(retention);
    });

    it('requires no consent that the request can do without', () => {
      const statements = allFieldsOf(parsed(json)).filter(({ type }) => type === 'statement');
      const optional = statements.filter(({ purpose = '' }) => optionalPurposes.includes(purpose));
      assert.deepEqual(
        optional.filter(({ required }) => required).map(({ id }) => id),
        [],
      );
      const left = statements.filter((field) => field.required !== true && !optional.includes(field));
      assert.deepEqual(left, []);
    });

    const filings = filesBelow('test/packs').filter((file) =>
      file.startsWith(`test/packs/${String(json.id)}.`),
    );
    it('has answers to be filled with', () => {
      assert.ok(filings.length > 0);
    });
    const { definition } = parseDefinition(json, catalog);
    if (definition !== undefined) for (const filing of filings) describeFilling(definition, filing);
  });
}

function describeAssociation(path: string): void {
  const json = readJson(path);

  describe(path, () => {
    it('is an association', () => {
      const result = associationSchema.safeParse(json);
      assert.deepEqual(result.error?.issues, undefined);
    });

    it('speaks well in every language', () => {
      wellWorded(json);
    });

    it('has ids that are told apart', () => {
      const { channels, documents } = json as Association;
      for (const list of [channels, documents])
        assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
    });
  });
}

function describeProcess(path: string, files: readonly string[]): void {
  const json = readJson(path);

  describe(path, () => {
    it('is a process, with nothing left to be said about it', () => {
      assert.deepEqual(parseProcess(json).problems, []);
    });

    it('speaks well in every language', () => {
      // Words that are never said are of one language each.
      wellWorded({ ...json, neverSay: [] });
    });

    const { process } = parseProcess(json);
    const forms = files.map(readJson).filter((form) => Object.hasOwn(form, 'steps'));
    for (const id of process?.forms ?? []) {
      it(`fits the form "${id}"`, () => {
        const form = forms.find((one) => one.id === id);
        assert.ok(process && form);
        assert.deepEqual(formProblems(process, parsed(form)), []);
      });
    }
  });
}

for (const pack of namesIn('src/packs', 'folders')) {
  const files = filesBelow(`src/packs/${pack}`).filter((path) => path.endsWith('.json'));
  describe(`the pack "${pack}"`, () => {
    it('says whose it is', () => {
      assert.ok(files.includes(`src/packs/${pack}/association.json`));
    });
    for (const path of files) {
      if (path.endsWith('/association.json')) describeAssociation(path);
      else if (Object.hasOwn(readJson(path), 'steps')) describeForm(path);
      else if (Object.hasOwn(readJson(path), 'states')) describeProcess(path, files);
    }
  });
}

describe('what Taafi’s policy says', () => {
  const association = associationSchema.parse(readJson('src/packs/taafi/association.json'));
  const request = parsed(readJson('src/packs/taafi/support-request.json'));
  const resident = readJson('test/packs/support-request.resident.answers.json');

  it('asks for a consent apart for each purpose that the request can do without', () => {
    const purposes = allFieldsOf(request)
      .filter(({ type, required }) => type === 'statement' && required !== true)
      .map(({ purpose }) => purpose);
    assert.deepEqual(new Set(purposes), new Set(optionalPurposes));
  });

  it('has its eight channels and four documents, in its order and words', () => {
    const arabic = (text: Association['name']) => (typeof text === 'string' ? text : text.ar);
    assert.deepEqual(
      association.channels.map(({ name }) => arabic(name)),
      channelsOfThePolicy,
    );
    assert.deepEqual(
      association.documents.map(({ title }) => arabic(title)),
      documentsOfThePolicy,
    );
  });

  it('is the version that was approved', () => {
    assert.deepEqual(association.policy?.approved, '2020-01-22');
    assert.equal(association.policy?.minutes, '013');
    assert.equal(request.policyVersion, association.policy?.approved);
  });

  it('answers no request within two weeks, by form and by process', () => {
    const { process } = parseProcess(readJson('src/packs/taafi/process.json'));
    const held = process?.moves.filter(({ notBefore }) => notBefore !== undefined) ?? [];
    assert.deepEqual(
      held.map(({ id, notBefore }) => [id, notBefore?.notBefore, notBefore?.from]),
      ['accept', 'reject'].map((id) => [id, request.answer?.notBefore, 'submitted']),
    );
  });

  it('promises no answer within two weeks, and says who decides before and after sending', () => {
    assert.equal(request.answer?.notBefore, 'P14D');
    for (const text of [request.start, request.review, request.receipt]) {
      assert.match(JSON.stringify(text), /لجنة البحث.*أسبوعين/su);
    }
    assert.match(JSON.stringify(request.referral), /لم تتضح لي الإجراءات.*مسئول البحث الاجتماعي/su);
  });

  it('asks for consent to health data only where something about health was said', () => {
    assert.equal(filled(request, resident).find('consentHealth')?.visible, false);
    for (const [id, answer] of [
      ['chronicIllness', 'no'],
      ['disability', 'yes'],
      ['recoveryStage', 'aftercare'],
      ['treatmentContact', true],
      ['supportWanted', ['treatmentReferral']],
    ] as const) {
      const engine = filled(request, { ...resident, [id]: answer });
      assert.equal(engine.find('consentHealth')?.visible, true, id);
    }
    const engine = filled(request, { ...resident, chronicIllness: 'preferNot', recoveryStage: 'preferNot' });
    assert.equal(engine.find('consentHealth')?.visible, false);
  });

  it('works out totals, rent by the month and ages', () => {
    const answers = filled(request, readJson('test/packs/support-request.answers.json')).answers();
    const { age, rentMonthly, incomeTotal, obligationsTotal, netIncome, dependantsCount, childrenCount } =
      answers;
    assert.deepEqual(
      { age, rentMonthly, incomeTotal, obligationsTotal, netIncome, dependantsCount, childrenCount },
      {
        age: 46,
        rentMonthly: 2000,
        incomeTotal: 4350.5,
        obligationsTotal: 3570,
        netIncome: 780.5,
        dependantsCount: 2,
        childrenCount: 1,
      },
    );
    assert.equal(answers.dependantsWithNeeds, 1);
  });

  it('has the guardian of a minor agree', () => {
    const young = { ...resident, birthDate: { date: '2010-01-01', calendar: 'gregory' } };
    const { problems = [] } = validateAnswers(request, young, catalog, context);
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ['/guardianName', '/guardianRelation', '/guardianMobile', '/consentGuardian'],
    );
  });
});
