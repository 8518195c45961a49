import { resultsCsv } from '../core/survey/results-csv.js';
import type { SurveyResults } from '../core/survey/survey.js';
import type { Storage } from '../receiver/storage/storage.js';
import { drawInvitation } from '../receiver/surveys/invitations.js';
import type { SurveyForm } from '../receiver/surveys/surveys.js';
import { realWorld } from '../receiver/world.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { StaffLine } from './staff-line.js';
import { mustHaveData, withStorage } from './stored-data.js';

/** Invitations at once: more are no letter to everyone who works here. */
const MOST_INVITATIONS = 10_000;

/**
 * `taafi survey`: links that are not written beside anybody's name, made where the data are; and what a survey has come
 * to, asked of the receiver with one's own token, so that it is in the log.
 */
export const surveyCommand: Command = {
  options: {
    step: { type: 'string' },
    count: { type: 'string' },
    page: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    language: { type: 'string' },
  },
  words: { least: 2, most: 2, name: 'what to do, invite or results, and the id of the survey' },
  async run({ values, positionals: [what, survey = ''] }: CommandLine, terminal: Terminal) {
    if (what === 'invite') {
      mustHaveData(terminal.environment);
      return withStorage(terminal.environment, (storage) => invite(survey, values, storage, terminal));
    }
    if (what === 'results') return results(survey, values, terminal);
    throw new UsageError('taafi survey is followed by invite <survey> or results <survey>.');
  },
};

async function invite(
  survey: string,
  { step, count = '1', page }: CommandLine['values'],
  storage: Storage,
  { out }: Terminal,
): Promise<number> {
  const wanted = Number(count);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_INVITATIONS)
    throw new UsageError(`--count is a number from 1 to ${MOST_INVITATIONS}.`);
  if (page !== undefined && (!URL.canParse(String(page)) || String(page).includes('#')))
    throw new UsageError('--page is the address of the page with the survey, without #.');
  const form = await newest(survey, storage);
  const steps = (form.survey.steps ?? []).map(({ id }) => id);
  const chosen = String(step ?? (steps.length === 1 ? steps[0] : ''));
  if (steps.length > 0 && !steps.includes(chosen))
    throw new UsageError(`say for which occasion with --step: ${steps.join(', ')}.`);
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const { token, invited } = await drawInvitation(storage.surveys, { survey, step: chosen }, realWorld);
    await storage.surveys.countInvited(invited);
    await out(`${page === undefined ? token : `${page}#survey=${token}`}\n`);
  }
  return 0;
}

/** @throws CommandError where there is no such survey */
async function newest(survey: string, { definitions }: Storage): Promise<SurveyForm> {
  const [latest] = await definitions.ofForm(survey);
  const form = latest && (JSON.parse(latest.document) as Partial<SurveyForm>);
  if (form?.survey !== undefined) return form as SurveyForm;
  throw new CommandError(`no receiver has ever served a survey ${JSON.stringify(survey)} here.`);
}

async function results(
  survey: string,
  { from, to, step, format = 'csv', language = 'ar' }: CommandLine['values'],
  terminal: Terminal,
): Promise<number> {
  if (format !== 'csv' && format !== 'json') throw new UsageError('--format is csv or json.');
  if (language !== 'ar' && language !== 'en') throw new UsageError('--language is ar or en.');
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ from, to, step })) {
    if (value !== undefined) query.set(name, String(value));
  }
  const answer = await new StaffLine(terminal).get(`surveys/${encodeURIComponent(survey)}/results?${query}`);
  // The receiver is one's own, and of the same version.
  const found = answer as unknown as SurveyResults;
  await terminal.out(
    format === 'csv' ? resultsCsv(found, language) : `${JSON.stringify(found, undefined, 2)}\n`,
  );
  return 0;
}
