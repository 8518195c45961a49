import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answeredFields } from '../../src/core/answered-fields.js';
import type { FormDefinition } from '../../src/core/definition.js';
import type { Answers } from '../../src/core/engine.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { linesOf, toldAnswers } from '../../src/evidence/told.js';
import type { GivenAnswer } from '../../src/fields/given/given.type.js';
import type { SignatureAnswer } from '../../src/fields/signature/signature.type.js';
import { messagesOf } from '../../src/locale/languages.js';
import { FormLocale } from '../../src/locale/locale.js';
import type { Signed, Submission } from '../../src/transport/transport.js';
import type { Answer, Running } from './running-receiver.js';
import { post } from './running-receiver.js';
import { signaturesFor } from './signing.js';
import { referenceTo } from './trial-form.js';

/** What the receipt of a request gives to whoever is to sign it. */
export type Link = NonNullable<Submission['about']>;

const both = (ar: string, en: string) => ({ ar, en });

/** A request that is signed by who fills it in for himself, and by a declaration of its own where somebody helps. */
export const aidForm = {
  id: 'aid',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: both('طلب مساعدة', 'Request for aid'),
  policyVersion: '2020-01-22',
  conditions: { self: { field: 'filledBy', is: 'self' } },
  steps: [
    {
      id: 'about',
      title: both('البيانات', 'Details'),
      fields: [
        {
          id: 'filledBy',
          type: 'choice',
          required: true,
          label: both('من يعبّئ', 'Filled in by'),
          options: [
            { value: 'self', ar: 'صاحب الطلب', en: 'The person' },
            { value: 'relative', ar: 'قريب', en: 'A relative' },
          ],
        },
        { id: 'firstName', type: 'text', required: true, label: both('الاسم الأول', 'First name') },
        { id: 'fatherName', type: 'text', label: both('اسم الأب', 'Father’s name') },
        { id: 'familyName', type: 'text', required: true, label: both('العائلة', 'Family name') },
        { id: 'birthDate', type: 'date', max: 'today', label: both('تاريخ الميلاد', 'Date of birth') },
        { id: 'age', type: 'computed', value: { age: 'birthDate' }, label: both('العمر', 'Age') },
        {
          id: 'children',
          type: 'list',
          label: both('الأبناء', 'Children'),
          itemLabel: both('الابن {n}', 'Child {n}'),
          fields: [{ id: 'name', type: 'text', required: true, label: both('الاسم', 'Name') }],
        },
      ],
    },
    {
      id: 'declaration',
      at: 'review',
      title: both('الإقرار', 'Declaration'),
      fields: [
        {
          id: 'declaration',
          type: 'statement',
          when: 'self',
          required: true,
          label: both('أقر بصحة بياناتي', 'I declare that my information is correct'),
        },
        {
          id: 'signature',
          type: 'signature',
          when: 'self',
          required: true,
          signer: ['firstName', 'fatherName', 'familyName'],
          label: both('توقيعك', 'Your signature'),
        },
        {
          id: 'witness',
          type: 'signature',
          when: 'self',
          label: both('توقيع شاهد', 'A witness’s signature'),
        },
      ],
    },
  ],
};

/** The declaration of the pack, as it is served. */
export const declarationForm = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../../src/packs/taafi/data-declaration.json', import.meta.url)),
    'utf8',
  ),
) as { id: string; version: string };

/** Puts both forms into a receiver's folder. */
export function serveAid({ dataDir }: Running): void {
  for (const form of [aidForm, declarationForm])
    writeFileSync(join(dataDir, 'forms', `${form.id}.json`), JSON.stringify(form));
}

export const aidAnswers = {
  filledBy: 'relative',
  firstName: 'مريم',
  familyName: 'المثالية',
  birthDate: { date: '1999-11-05', calendar: 'gregory' },
  children: [{ name: 'ريم' }],
};

/** The same request by the person, who signs it; some answers may be others. */
export function selfAnswers(others: Answers = {}): Answers {
  return {
    ...aidAnswers,
    filledBy: 'self',
    declaration: true,
    signature: { method: 'typed', name: 'مريم المثالية' },
    ...others,
  };
}

/** A name as a hand writes it, another one for each `seed`. */
export function handwriting(seed = 0): Extract<SignatureAnswer, { method: 'drawn' }> {
  const stroke = Array.from(
    { length: 60 },
    (_none, at) => [1500 + at * 90, Math.round(1700 + 700 * Math.sin(at / 4 + seed)), at * 16] as const,
  );
  return { method: 'drawn', drawing: { height: 3200, strokes: [stroke] } };
}

/** What a form sends besides its answers. */
export interface Body {
  readonly form: unknown;
  readonly language: string;
  readonly answers: Answers;
  readonly consents: readonly { path: string; language: string; at: string }[];
  readonly signatures?: readonly Signed[];
  readonly about?: Link;
}

/** A body that is right: read at 08:55, agreed to at 08:58 and signed at 09:00. */
export function bodyOf(form: { id: string; version: string }, answers: Answers): Body {
  const definition = parseDefinition(form, catalog).definition as FormDefinition;
  const consents = [...answeredFields(definition, answers)]
    .filter(({ field }) => field.type === 'statement')
    .map(({ path }) => ({ path: path.join('.'), language: 'ar', at: '2026-11-22T08:58:00.000Z' }));
  const signatures = signaturesFor(definition, answers);
  return {
    form: referenceTo(form),
    language: 'ar',
    answers,
    consents,
    ...(signatures.length > 0 && { signatures }),
  };
}

/** Sends a request that a relative has filled in; gives the link on its receipt. */
export async function sentByRelative(receiver: Running): Promise<Link> {
  const { body } = await post(receiver, 'api/submissions', bodyOf(aidForm, aidAnswers));
  return { reference: String(body.reference), token: String(body.token) };
}

/** The declaration about a request, signed by typing the name. */
export function declarationOf(given: GivenAnswer, about: Link, others: Answers = {}): Body {
  const signature = { method: 'typed', name: 'مريم المثالية' };
  const answers = { given, readIt: true, declaration: true, signingWay: 'screen', signature, ...others };
  return { ...bodyOf(declarationForm, answers), about };
}

/** What the receiver gives for a link. */
export function dataOf(receiver: Running, link: Link, language = 'ar'): Promise<Answer> {
  return post(receiver, 'api/requests/data', { ...link, language });
}

/** The lines a person is to read of a request, worked out from its answers. */
export async function linesIn(
  form: object,
  answers: Answers,
  language: string,
): Promise<GivenAnswer['lines']> {
  const definition = parseDefinition(form, catalog).definition as FormDefinition;
  const locale = new FormLocale(language, await messagesOf(language), definition.languages);
  return linesOf(toldAnswers(definition, answers, catalog, locale));
}
