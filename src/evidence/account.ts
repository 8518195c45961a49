import type { AnsweredField } from '../core/answered-fields.js';
import { answeredFields } from '../core/answered-fields.js';
import type { FormDefinition } from '../core/definition.js';
import type { Drawing } from '../core/drawing.js';
import type { Answers } from '../core/engine.js';
import type { Catalog } from '../core/field-type.js';
import type { Locale } from '../core/locale.js';
import { pickText } from '../core/text.js';
import type { FileAnswer } from '../fields/file/file.type.js';
import type { SignatureAnswer } from '../fields/signature/signature.type.js';
import type { StatementDefinition } from '../fields/statement/statement.type.js';
import type { ReceiptFile, SealedAttachment, SealedSignature } from './record.js';
import { signerOf } from './signer.js';
import type { ToldAnswer } from './told.js';
import { toldAnswers } from './told.js';

/** A statement as it was read and agreed to. */
export interface ToldStatement {
  readonly sentence: string;
  readonly language: string;
  readonly agreedAt: string;
}

/** A signature: by whom as far as that is in the receipt, and with what. */
export interface ToldSignature extends Pick<SealedSignature, 'method' | 'shownAt' | 'signedAt'> {
  readonly label: string;
  readonly by?: string;
  readonly drawing?: Drawing;
  /** Names of the photos of a paper. */
  readonly photos: readonly string[];
}

/** A file that was attached. `isSame` says that one of the given files is it; otherwise nobody has compared it. */
export interface ToldAttachment {
  readonly label: string;
  readonly name: string;
  readonly bytes: number;
  readonly isSame: boolean;
}

/** All that a receipt says, for people. */
export interface Account {
  readonly answers: readonly ToldAnswer[];
  readonly statements: readonly ToldStatement[];
  readonly signatures: readonly ToldSignature[];
  readonly attachments: readonly ToldAttachment[];
}

/** What a receipt says, which must have been found genuine: one that is not says anything at all. */
export function accountOf(
  { record, answers }: ReceiptFile,
  definition: FormDefinition,
  notGiven: readonly SealedAttachment[],
  catalog: Catalog,
  locale: Locale,
): Account {
  const answered = new Map<string, AnsweredField>(
    [...answeredFields(definition, answers)].map((found) => [found.path.join('.'), found]),
  );
  const labelAt = (path: string): string => {
    const field = answered.get(path)?.field;
    return field === undefined ? '' : locale.text(field.name ?? field.label);
  };
  return {
    answers: [...toldAnswers(definition, answers, catalog, locale)],
    statements: record.statements.flatMap(({ path, language, agreedAt }) => {
      // Statements were shaped by their own type.
      const field = answered.get(path)?.field as StatementDefinition | undefined;
      if (field === undefined) return [];
      const sentence = pickText(field.text ?? field.label, language, definition.languages);
      return [{ sentence, language, agreedAt }];
    }),
    signatures: record.signatures.map(({ path, method, shownAt, signedAt }) => ({
      label: labelAt(path),
      method,
      shownAt,
      signedAt,
      photos: [],
      ...told(answered.get(path), answers),
    })),
    attachments: record.attachments.map((attachment) => {
      const { path, id, bytes } = attachment;
      const files = answered.get(path)?.answer as readonly FileAnswer[] | undefined;
      const name = files?.find((file) => file.id === id)?.name ?? id;
      return { label: labelAt(path), name, bytes, isSame: !notGiven.includes(attachment) };
    }),
  };
}

function told(
  signature: AnsweredField | undefined,
  answers: Answers,
): Pick<ToldSignature, 'by' | 'drawing'> & Partial<Pick<ToldSignature, 'photos'>> {
  if (signature === undefined) return {};
  if (Array.isArray(signature.answer)) {
    const photos = (signature.answer as readonly FileAnswer[]).map(({ name }) => name);
    return { photos, ...byWhom(signature, answers) };
  }
  // What signs and is no file is a signature, which its own type has shaped.
  const answer = signature.answer as SignatureAnswer;
  if (answer.method === 'typed') return { by: answer.name };
  const by = byWhom(signature, answers);
  return answer.method === 'drawn' ? { ...by, drawing: answer.drawing } : by;
}

function byWhom(signature: AnsweredField, answers: Answers): Pick<ToldSignature, 'by'> {
  const by = signerOf(signature, answers);
  return by === '' ? {} : { by };
}
