import type { FastifyInstance } from 'fastify';
import { resultsCsv } from '../../core/survey/results-csv.js';
import type { SurveyFilter } from '../../core/survey/survey.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { Authentication } from '../staff/authentication.js';
import { shaped } from '../submissions/body-shapes.js';
import { resultsQuery } from './bodies.js';
import type { Surveys } from './surveys.js';

export interface ResultsServices {
  readonly surveys: Surveys;
  readonly authentication: Authentication;
  readonly trail: AuditTrail;
}

/** `api/staff/surveys`: what surveys have come to, for everybody who works here. Every look is written down. */
export function serveResults(
  app: FastifyInstance,
  { surveys, authentication, trail }: ResultsServices,
): void {
  app.get('/api/staff/surveys', async (request) => {
    const { id: by, roles } = await authentication.of(request);
    await trail.write({ by, roles, action: 'surveys' });
    const all = await surveys.all();
    return {
      surveys: all.map(({ id, title, survey }) => ({ id, title, audience: survey.audience ?? 'external' })),
    };
  });

  app.get<{ Params: { survey: string } }>('/api/staff/surveys/:survey/results', async (request, reply) => {
    const { id: by, roles } = await authentication.of(request);
    const { survey } = request.params;
    try {
      const { language = 'ar', format, ...query } = shaped(resultsQuery, request.query);
      const filter = filterIn(query);
      const results = await surveys.results(survey, filter);
      await trail.write({ by, roles, action: 'surveyResults', details: { survey, filter } });
      if (format !== 'csv') return results;
      return reply
        .type('text/csv; charset=utf-8')
        .header('Content-Disposition', `attachment; filename="${survey}.csv"`)
        .send(resultsCsv(results, language === 'en' ? 'en' : 'ar'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await trail.write({
        by,
        roles,
        action: 'refused',
        details: { what: 'surveyResults', code: error.code },
      });
      throw error;
    }
  });

  for (const url of ['surveys', 'surveys/:survey/results'])
    refuseOtherMethods(app, `/api/staff/${url}`, ['GET']);
}

function filterIn({
  from,
  to,
  step,
  ...dimensions
}: Readonly<Record<string, string | undefined>>): SurveyFilter {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(step !== undefined && { step }),
    ...(Object.keys(dimensions).length > 0 && { dimensions: dimensions as Readonly<Record<string, string>> }),
  };
}
