import type { FastifyInstance } from 'fastify';
import { clientOf } from '../http/client.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import { isUploadId, mustSpeakTus, offsetOf, TUS_VERSION, wantedUpload } from './tus-headers.js';
import type { Uploads } from './uploads.js';

/** tus 1.0.0 (https://tus.io/protocols/resumable-upload): core, creation and termination. */
export async function takeUploads(app: FastifyInstance, uploads: Uploads): Promise<void> {
  await app.register(async (scope) => {
    // The bytes go to the disk as they come, so nobody reads a whole body here.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) =>
      done(null, payload),
    );
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('Tus-Resumable', TUS_VERSION);
      if (request.method !== 'OPTIONS') mustSpeakTus(request.headers);
    });
    addRoutes(scope, uploads);
  });
  refuseOtherMethods(app, '/api/uploads', ['POST', 'OPTIONS']);
  refuseOtherMethods(app, '/api/uploads/:id', ['HEAD', 'PATCH', 'DELETE', 'OPTIONS']);
}

function addRoutes(scope: FastifyInstance, uploads: Uploads): void {
  scope.post('/api/uploads', async (request, reply) => {
    const { id, size } = wantedUpload(request.headers);
    const offset = await uploads.create(id, size, clientOf(request));
    // Relative to api/uploads, so that it holds wherever a proxy puts the receiver.
    reply.header('Location', `uploads/${id}`).header('Upload-Offset', String(offset));
    return reply.code(201).send();
  });
  for (const url of ['/api/uploads', '/api/uploads/:id']) {
    scope.options(url, async (_request, reply) => {
      reply.header('Tus-Version', TUS_VERSION).header('Tus-Extension', 'creation,termination');
      return reply.header('Tus-Max-Size', String(uploads.largest)).code(204).send();
    });
  }
  scope.head<{ Params: { id: string } }>('/api/uploads/:id', async (request, reply) => {
    const { offset, size } = await uploads.progress(known(request.params.id));
    reply.header('Upload-Offset', String(offset)).header('Upload-Length', String(size));
    return reply.code(200).send();
  });
  scope.patch<{ Params: { id: string } }>('/api/uploads/:id', async (request, reply) => {
    const id = known(request.params.id);
    if (request.body !== request.raw) throw new Problem('media-type');
    const offset = await uploads.receive(id, offsetOf(request.headers), request.raw);
    return reply.header('Upload-Offset', String(offset)).code(204).send();
  });
  scope.delete<{ Params: { id: string } }>('/api/uploads/:id', async (request, reply) => {
    await uploads.remove(known(request.params.id));
    return reply.code(204).send();
  });
}

function known(id: string): string {
  if (!isUploadId(id)) throw new Problem('unknown-upload');
  return id;
}
