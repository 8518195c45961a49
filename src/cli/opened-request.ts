import * as z from 'zod/mini';
import { canonicalJson } from '../core/canonical-json.js';
import type { FormDefinition } from '../core/definition.js';
import type { Answers } from '../core/engine.js';
import { parseDefinition } from '../core/parse.js';
import { pointerOf } from '../core/pointer.js';
import { idsInside, sealedSectionsOf } from '../core/received-form.js';
import type { AnswerProblem } from '../core/validate.js';
import { validateAnswers } from '../core/validate.js';
import { signedContent } from '../evidence/signed-content.js';
import { catalog } from '../fields/catalog.js';
import type { SealedDefinition } from '../fields/sealed/sealed.type.js';
import { sha256Hex } from '../receiver/digest.js';
import { dayOf } from '../receiver/world.js';
import type { OpeningFault, OpeningKey } from '../sealing/envelope.js';
import { openEnvelope } from '../sealing/envelope.js';
import type { Subtle } from '../sealing/subtle.js';
import { CommandError } from './command.js';

/** A request as it is kept or was exported, with the definition it was filled in by. */
export interface SealedRequest {
  readonly reference: string;
  readonly receivedAt: string;
  readonly form: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly language: string;
  readonly answers: Answers;
  readonly definition: unknown;
}

/** A sealed section of a request: what stands in it, or why it cannot be opened. */
export interface OpenedSection {
  readonly field: SealedDefinition;
  readonly key: string;
  readonly answers?: Answers;
  readonly fault?: OpeningFault;
}

export interface OpenedRequest {
  readonly definition: FormDefinition;
  readonly sections: readonly OpenedSection[];
  /** What the rules say against what was sealed, which the receiver could not ask. */
  readonly problems: readonly AnswerProblem[];
  /** The day the answers were given, in Riyadh. */
  readonly today: string;
}

/** The receiver stores no other; in an export somebody may have changed it. */
const envelopeShape = z.object({
  v: z.literal(1),
  key: z.string(),
  enc: z.string(),
  ciphertext: z.string(),
});

/** Opens all sealed sections of a request. @throws CommandError where the definition is not the one it was filled in by */
export async function openRequest(
  request: SealedRequest,
  keys: readonly OpeningKey[],
): Promise<OpenedRequest> {
  const definition = definitionOf(request);
  const { answers, form } = request;
  const fields = sealedSectionsOf(definition) as readonly SealedDefinition[];
  const sealed = new Set(fields.map(({ id }) => id));
  const open = Object.fromEntries(Object.entries(answers).filter(([id]) => !sealed.has(id)));
  const beside = signedContent(definition, open, catalog);
  const sections = await Promise.all(
    fields
      .filter(({ id }) => Object.hasOwn(answers, id))
      .map(async (field): Promise<OpenedSection> => {
        const { data: envelope } = envelopeShape.safeParse(answers[field.id]);
        if (envelope === undefined) return { field, key: field.key.id, fault: 'not-opened' };
        const sealedFor = { form, section: field.id, beside };
        const opened = await openEnvelope(envelope, keys, sealedFor, crypto.subtle as Subtle);
        const found = typeof opened === 'string' ? { fault: opened } : { answers: opened };
        return { field, key: envelope.key, ...found };
      }),
  );
  const today = dayOf(request.receivedAt);
  return { definition, sections, problems: problemsIn(sections, definition, open, today), today };
}

function definitionOf({ reference, form, definition: json }: SealedRequest): FormDefinition {
  const isOther = json === undefined || sha256Hex(canonicalJson(json)) !== form.sha256;
  const { definition } = isOther ? {} : parseDefinition(json, catalog);
  if (definition !== undefined) return definition;
  throw new CommandError(
    isOther
      ? `${reference} was filled in by another text of ${form.id} ${form.version} than the one given.`
      : `the definition that ${reference} was filled in by is none for this version of taafi-kit.`,
  );
}

/**
 * The rules are asked of what could be opened; what stands in the open they were asked of before. What a section holds
 * of which it does not ask is taken for no answer of another.
 */
function problemsIn(
  sections: readonly OpenedSection[],
  definition: FormDefinition,
  open: Answers,
  today: string,
): readonly AnswerProblem[] {
  const asked = new Set<string>();
  const all = Object.entries(open);
  const strange: AnswerProblem[] = [];
  for (const { field, answers } of sections) {
    if (answers === undefined) continue;
    const own = new Set(idsInside(field));
    for (const id of own) asked.add(id);
    for (const [id, answer] of Object.entries(answers))
      if (own.has(id)) all.push([id, answer]);
      else strange.push({ pointer: pointerOf([id]), code: 'unknown' });
  }
  const { problems = [] } = validateAnswers(definition, Object.fromEntries(all), catalog, { today });
  return [...strange, ...problems.filter(({ pointer }) => asked.has(pointer.split('/')[1] ?? ''))];
}
