import { canonicalJson } from '../../core/canonical-json.js';
import type { Answers, Engine } from '../../core/engine.js';
import type { Catalog } from '../../core/field-type.js';
import type { FieldNode } from '../../core/nodes.js';
import { sealedAround } from '../../core/sealed-around.js';
import { signedContent } from '../../evidence/signed-content.js';
import type { SealedFor } from '../../sealing/envelope.js';
import { sealAnswers, TooMuchToSeal } from '../../sealing/envelope.js';
import type { Envelope } from '../../sealing/envelope-shape.js';
import type { Subtle } from '../../sealing/subtle.js';
import { sha256Hex } from '../../transport/digest.js';
import type { Outgoing, Submission } from '../../transport/transport.js';
import { SendError } from '../../transport/transport.js';
import type { SealedDefinition } from './sealed.type.js';

/** Envelopes by the section they are of: while what is in them and beside them stays the same, so do they. */
const envelopes = new WeakMap<FieldNode, { readonly of: string; readonly envelope: Envelope }>();

/** Whether this page can seal: browsers let only pages with TLS. */
export function canSeal(): boolean {
  // The types of the DOM say that it is always there.
  return (crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

/**
 * What is sent of a form with sealed sections: envelopes in place of what stands in them. Where a section is shown its
 * envelope is there, whether or not anything was written in it.
 * @throws SendError `not-sealed` where the page cannot seal, `too-large` where too much was written.
 */
export async function sealSubmission(
  submission: Submission,
  engine: Engine,
  catalog: Catalog,
): Promise<Outgoing> {
  const nodes = [...engine.root.nodes.values()];
  const sections = nodes.filter(({ definition, visible }) => definition.type === 'sealed' && visible);
  if (sections.length === 0) return submission;
  const { definition } = engine;
  const own = submission.answers;
  const inside = (section: FieldNode) => (id: string) => {
    const field = engine.root.scope.fields.get(id);
    return field !== undefined && sealedAround(field) === section.field;
  };
  const open = picked(own, (id) => !sections.some((section) => inside(section)(id)));
  const beside = signedContent(definition, open, catalog);
  const made = await Promise.all(
    sections.map(async (section) => {
      const sealedFor = { form: submission.form, section: section.definition.id, beside };
      return [
        section.definition.id,
        await envelopeOf(section, picked(own, inside(section)), sealedFor),
      ] as const;
    }),
  );
  const answers = { ...open, ...Object.fromEntries(made) };
  const contentSha256 = sha256Hex(canonicalJson(signedContent(definition, answers, catalog)));
  const signatures = submission.signatures?.map((signature) => ({ ...signature, contentSha256 }));
  return { ...submission, answers, ...(signatures && { signatures }), own };
}

async function envelopeOf(section: FieldNode, answers: Answers, sealedFor: SealedFor): Promise<Envelope> {
  const of = canonicalJson([answers, sealedFor]);
  const before = envelopes.get(section);
  if (before?.of === of) return before.envelope;
  if (!canSeal()) throw new SendError('not-sealed');
  const { key } = section.definition as SealedDefinition;
  try {
    const envelope = await sealAnswers(answers, key, sealedFor, crypto.subtle as Subtle);
    envelopes.set(section, { of, envelope });
    return envelope;
  } catch (cause) {
    throw new SendError(cause instanceof TooMuchToSeal ? 'too-large' : 'not-sealed', { cause });
  }
}

function picked(answers: Answers, isWanted: (id: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isWanted(id)));
}
