import assert from 'node:assert/strict';
import { parseProcess } from '../../../src/core/process/parse-process.js';
import type { ProcessDefinition } from '../../../src/core/process/process.js';

/** A fragment of a process as it is written. */
export type Json = Record<string, unknown>;

/** A process as it is written, whose parts can be spoilt one by one. */
export interface Draft extends Json {
  calendar: Json;
  roles: Json[];
  stages: Json[];
  states: Json[];
  moves: Json[];
  lookUp: Json;
  messages: Json;
}

export const both = (ar: string, en: string) => ({ ar, en });

/** One state with its words. */
export function state(id: string, more: Json = {}): Json {
  return { id, actor: 'officer', title: both('عنوان', 'Title'), text: both('نص', 'Text'), ...more };
}

/** A move of the officer. */
export function move(id: string, from: readonly string[], more: Json = {}): Json {
  return { id, label: both('انتقال', 'Move'), from, by: ['officer'], message: 'news', ...more };
}

/** A process with nothing more than it must have, and nothing wrong. */
export function draft(change: (process: Draft) => void = () => {}): Draft {
  const process: Draft = {
    id: 'trial',
    version: '1.0.0',
    languages: ['ar', 'en'],
    forms: ['trial'],
    roles: [{ id: 'officer', name: both('الموظف', 'Officer') }],
    calendar: { weekend: ['friday', 'saturday'] },
    stages: [{ id: 'come', title: both('وصل', 'Received') }],
    start: 'sent',
    states: [
      state('sent', { stage: 'come' }),
      state('studied'),
      state('done', { end: true }),
      state('stopped', { end: true }),
    ],
    moves: [
      move('begin', ['sent'], { to: 'studied' }),
      move('finish', ['studied'], { to: 'done', needs: ['reason'] }),
      move('stop', ['sent', 'studied'], { to: 'stopped', by: ['applicant'] }),
    ],
    lookUp: { factors: [{ field: 'mobile', last: 4 }], linkLasts: 'P365D' },
    messages: { news: both('جديد في طلبك {reference}', 'News about {reference}') },
  };
  change(process);
  return process;
}

/** The problems of a document as `pointer: code`, in the order they are told. */
export function told(json: unknown): string[] {
  return parseProcess(json).problems.map(({ pointer, code }) => `${pointer}: ${code}`);
}

export function parsed(json: unknown): ProcessDefinition {
  const { process, problems } = parseProcess(json);
  assert.deepEqual(problems, []);
  assert.ok(process);
  return process;
}
