import type { FastifyInstance } from 'fastify';
import { clientOf } from '../http/client.js';
import { refuseOtherMethods } from '../http/methods.js';
import type { Tries } from '../http/tries.js';
import type { Guard } from './guard.js';

/** `POST api/challenges`: what a form that was opened is to send along; an empty object where the guard is off. */
export function serveChallenges(app: FastifyInstance, guard: Guard | undefined, tries: Tries): void {
  app.post('/api/challenges', async (request) => {
    tries.count(clientOf(request));
    return guard?.begin() ?? {};
  });
  refuseOtherMethods(app, '/api/challenges', ['POST']);
}
