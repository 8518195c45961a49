import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { Admission } from '../http/admission.js';
import { clientOf } from '../http/client.js';
import { refuseOtherMethods } from '../http/methods.js';
import type { Tries } from '../http/tries.js';
import { languageCode, linkShape, shaped } from '../submissions/body-shapes.js';
import type { Declarations } from './declared-data.js';

const bodyShape = z.strictObject({ ...linkShape.shape, language: languageCode });

/** `POST api/requests/data`: what a request holds, for the person who is to sign it. In a body: addresses are logged. */
export function serveDeclaredData(
  app: FastifyInstance,
  declarations: Declarations,
  tries: Tries,
  admission: Admission,
): void {
  app.post('/api/requests/data', { preParsing: admission.admit }, async (request) => {
    tries.count(clientOf(request));
    const { language, ...link } = shaped(bodyShape, request.body);
    const { about: _about, ...data } = await declarations.read(link, language);
    return data;
  });
  refuseOtherMethods(app, '/api/requests/data', ['POST']);
}
