import type { AnsweredField } from '../core/answered-fields.js';
import type { Answers } from '../core/engine.js';
import type { SignatureDefinition } from '../fields/signature/signature.type.js';
import { signerIn } from '../fields/signature/signature.type.js';

/**
 * The name of who is to give a signature, as the answers tell it: by the fields that its definition names, those beside
 * it in an item of a list before those of the form. A paper is signed by who is named in given data. Empty where nobody is.
 */
export function signerOf({ field, path }: Pick<AnsweredField, 'field' | 'path'>, answers: Answers): string {
  const { signer } = field as SignatureDefinition;
  // What was found right holds objects and lists where a path leads through them.
  const beside = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], answers) as Answers;
  return signer === undefined
    ? signerIn(Object.values(answers).filter(namesSigner))
    : signerIn(signer.map((id) => beside[id] ?? answers[id]));
}

function namesSigner(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'signer' in answer;
}
