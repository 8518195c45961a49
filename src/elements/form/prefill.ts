import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';

/**
 * The answers a form may begin with: what the page gives for the fields named under `prefill.host`, and what the
 * address gives for those under `prefill.url`. All else that is given is left out.
 */
export function prefillOf({ prefill }: FormDefinition, host: Answers, search: string): Answers {
  const given = new URLSearchParams(search);
  const fromUrl = (prefill?.url ?? []).filter((id) => given.has(id)).map((id) => [id, given.get(id)]);
  const fromHost = (prefill?.host ?? []).filter((id) => Object.hasOwn(host, id)).map((id) => [id, host[id]]);
  return Object.fromEntries([...fromUrl, ...fromHost]) as Answers;
}
