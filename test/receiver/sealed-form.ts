import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Answers } from '../../src/core/engine.js';
import { sealAnswers } from '../../src/sealing/envelope.js';
import type { KeyPair } from '../sealing/key-pair.js';
import { newPair } from '../sealing/key-pair.js';
import { smallBuild, temporaryFolder } from './running-receiver.js';
import { referenceTo, submissionWith, trialForm } from './trial-form.js';

const both = (ar: string, en: string) => ({ ar, en });

/** What the person writes where only the holder of the key reads it. */
export const secrets = {
  secret: 'قصة لا يقرؤها المستقبل أبدًا',
  years: 77123,
  witnesses: [{ who: 'شاهد لا يعرفه أحد' }],
};

/** The trial form with a sealed section; `pair` is to whose key it is sealed, called `2026-11`. */
export function sealedForm(pair: KeyPair = newPair(), keyId = '2026-11') {
  const section = {
    id: 'private',
    type: 'sealed',
    label: both('ما لا يقرؤه إلا الأخصائي', 'What only the officer reads'),
    key: { id: keyId, publicKey: pair.written },
    fields: [
      { id: 'secret', type: 'text', required: true, maxLength: 60, label: both('السر', 'The secret') },
      { id: 'years', type: 'number', label: both('السنوات', 'Years') },
      {
        id: 'witnesses',
        type: 'list',
        label: both('الشهود', 'Witnesses'),
        itemLabel: both('الشاهد {n}', 'Witness {n}'),
        fields: [{ id: 'who', type: 'text', label: both('من هو', 'Who he is') }],
      },
    ],
  };
  const step = { id: 'apart', title: both('على حدة', 'Apart'), fields: [section] };
  const [first, ...others] = trialForm.steps;
  const definition = { ...trialForm, steps: [first, step, ...others] };
  return { definition, pair, keyId };
}

export type SealedForm = ReturnType<typeof sealedForm>;

/** A build whose one pack has the sealed form. */
export function sealedBuild(test: TestContext, { definition }: SealedForm): string {
  const dist = smallBuild(test);
  writeFileSync(join(dist, 'src/packs/trial-pack/trial.json'), JSON.stringify(definition));
  return dist;
}

/** An envelope as a browser makes it for answers that go in the open. */
export function envelopeFor(
  { definition, pair, keyId }: SealedForm,
  inside: Answers = secrets,
  open: Answers = { fullName: 'سالم المثالي', consent: true },
) {
  const sealedFor = { form: referenceTo(definition), section: 'private', beside: open };
  return sealAnswers(inside, { id: keyId, publicKey: pair.written }, sealedFor, crypto.subtle);
}

/** The body of a submission with an envelope, and other answers where they are given. */
export function sealedSubmission(form: SealedForm, envelope: unknown, answers: Record<string, unknown> = {}) {
  const body = { private: envelope, ...answers };
  return submissionWith(body, referenceTo(form.definition));
}

/** A private key in a file, as `taafi sealing-key` writes it. */
export function keyFile(test: TestContext, { jwk }: KeyPair, kid = '2026-11'): string {
  const path = join(temporaryFolder(test), 'private.jwk');
  writeFileSync(path, JSON.stringify({ ...jwk, kid }));
  return path;
}
