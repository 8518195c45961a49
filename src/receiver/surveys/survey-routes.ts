import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Admission } from '../http/admission.js';
import { clientOf } from '../http/client.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { Tries } from '../http/tries.js';
import { shaped } from '../submissions/body-shapes.js';
import { keyUse } from '../submissions/idempotency-key.js';
import type { KeysAtWork } from '../submissions/keys-at-work.js';
import { answersShape, invitationShape, pageShape } from './bodies.js';
import type { Surveys } from './surveys.js';

export interface SurveyServices {
  readonly surveys: Surveys;
  readonly keys: KeysAtWork;
  /** Counts tokens that open nothing. */
  readonly tries: Tries;
  /** Counts answers to surveys that are open to all. */
  readonly openTries: Tries;
  readonly admission: Admission;
}

interface OneSurvey {
  Params: { survey: string };
}

/** `api/surveys`: for people who are asked how it was. Tokens travel in bodies only. */
export function serveSurveys(app: FastifyInstance, services: SurveyServices): void {
  const { surveys, keys, tries, openTries, admission } = services;
  const options = { preParsing: admission.admit };

  app.post<OneSurvey>('/api/surveys/:survey/invitation', options, (request) =>
    counted(request, async () => {
      const { token } = shaped(invitationShape, request.body);
      return surveys.open(request.params.survey, token);
    }),
  );

  app.post<OneSurvey>('/api/surveys/:survey/pages', options, async (request, reply) => {
    await counted(request, async () => {
      const { token, page } = shaped(pageShape, request.body);
      await surveys.reach(request.params.survey, token, page);
    });
    return reply.code(204).send();
  });

  app.post<OneSurvey>('/api/surveys/:survey/answers', options, (request, reply) =>
    counted(request, async () => {
      const body = shaped(answersShape, request.body);
      if (body.form.id !== request.params.survey) throw new Problem('unknown-form');
      const { keyHash } = keyUse(request.headers['idempotency-key'], 'survey', body);
      if (body.token === undefined) openTries.count(clientOf(request));
      const stored = await keys.run(keyHash, () => surveys.take(body, keyHash));
      return reply.code(201).send({ stored: stored === 'stored' ? 'now' : 'before' });
    }),
  );

  for (const name of ['invitation', 'pages', 'answers'])
    refuseOtherMethods(app, `/api/surveys/:survey/${name}`, ['POST']);

  /**
   * Who comes with token after token that opens nothing has to wait with the next of those. One that opens a survey does so
   * all the same: many people share an address, and 128 bits are not found by trying.
   */
  async function counted<Result>(request: FastifyRequest, work: () => Promise<Result>): Promise<Result> {
    const client = clientOf(request);
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && error.code === 'unknown-invitation') tries.count(client);
      throw error;
    }
  }
}
