import type { FastifyInstance } from 'fastify';
import type { Admission } from '../http/admission.js';
import { clientOf } from '../http/client.js';
import { refuseOtherMethods } from '../http/methods.js';
import type { Tries } from '../http/tries.js';
import { shaped } from '../submissions/body-shapes.js';
import { createShape, deletionShape, releaseShape } from './bodies.js';
import type { DraftHalves } from './draft-halves.js';

export interface DraftServices {
  readonly halves: DraftHalves;
  /** Counts drafts that are begun. */
  readonly created: Tries;
  /** Counts codes that are tried. */
  readonly tries: Tries;
  readonly admission: Admission;
}

/** `api/drafts`: one half of the key of a draft. Names and codes travel in bodies only, and the answers not at all. */
export function serveDrafts(app: FastifyInstance, services: DraftServices): void {
  const { halves, created, tries, admission } = services;
  const options = { preParsing: admission.admit };

  app.post('/api/drafts', options, async (request, reply) => {
    shaped(createShape, request.body);
    created.count(clientOf(request));
    return reply.code(201).send(await halves.create());
  });

  app.post('/api/drafts/release', options, async (request) => {
    const { id, code } = shaped(releaseShape, request.body);
    // Before it is tried: whoever has to wait uses up none of the draft's own tries.
    tries.count(clientOf(request));
    return halves.release(id, code);
  });

  app.post('/api/drafts/deletion', options, async (request, reply) => {
    const { id } = shaped(deletionShape, request.body);
    await halves.remove(id);
    return reply.code(204).send();
  });

  refuseOtherMethods(app, '/api/drafts', ['POST']);
  for (const name of ['release', 'deletion']) refuseOtherMethods(app, `/api/drafts/${name}`, ['POST']);
}
