import { answeredFields } from '../../core/answered-fields.js';
import { hasTask, moveNotBefore, movesFrom } from '../../core/process/moves.js';
import { linesOf, toldAnswers } from '../../evidence/told.js';
import { catalog } from '../../fields/catalog.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import { messagesOf } from '../../locale/languages.js';
import { FormLocale } from '../../locale/locale.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { ListedHandling } from '../storage/handling-store.js';
import type { StaffMember } from '../storage/staff-store.js';
import type { StoredUpload } from '../storage/upload-store.js';
import { answersWithout, mayReadItem, withheldFrom } from './confinement.js';

/** A request in a list. */
export function listedView(listed: ListedHandling): Readonly<Record<string, unknown>> {
  const { processSha256: _process, formId: form, suspicion, ...rest } = listed;
  return { form, ...rest, ...(suspicion.length > 0 && { suspicion }) };
}

/** A file that a request has, and the field or the item it answers. */
export interface StaffFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly path: string;
}

/** The files of a request that may be read by somebody from whom some fields are withheld. */
export function filesOf(
  { rules, answers, handled }: HandledRequest,
  withheld: ReadonlySet<string>,
): readonly StaffFile[] {
  const files: StaffFile[] = [];
  for (const { field, answer, path } of answeredFields(rules, answers)) {
    if (field.type !== 'file' || withheld.has(String(path[0]))) continue;
    // The validation has seen to it that a field of files holds files.
    for (const { id, name, type, size } of answer as readonly FileAnswer[])
      files.push({ id, name, type, size, path: path.join('.') });
  }
  for (const item of handled.items) {
    if (!mayReadItem(item, withheld)) continue;
    for (const { id, name, type, size } of item.files)
      files.push({ id, name, type, size, path: `items.${item.id}` });
  }
  return files;
}

/**
 * A request as somebody may read it: without what is withheld from his roles.
 * @param names of the members of staff, by their ids.
 * @param uploads what is known of its files, by their ids.
 */
export async function staffView(
  request: HandledRequest,
  { roles }: StaffMember,
  language: string,
  names: ReadonlyMap<string, string>,
  uploads: ReadonlyMap<string, StoredUpload>,
): Promise<Readonly<Record<string, unknown>>> {
  const { stored, process, rules, answers, events, handled } = request;
  const withheld = withheldFrom(process, rules, roles);
  const readable = answersWithout(answers, withheld);
  const locale = new FormLocale(language, await messagesOf(language), rules.languages);
  const { progress, items, questions, rights } = handled;
  const mayAnswer = hasTask(process, 'answer', roles);
  return {
    reference: stored.reference,
    form: { id: rules.id, version: rules.version, sha256: stored.definitionSha256 },
    process: { id: process.id, version: process.version, sha256: stored.processSha256 },
    language: stored.language,
    receivedAt: stored.receivedAt,
    changedAt: stored.changedAt,
    version: stored.version,
    ...(stored.suspicion.length > 0 && { suspicion: stored.suspicion }),
    state: progress.state,
    since: progress.since,
    ...(stored.notBefore !== undefined && { notBefore: stored.notBefore }),
    moves: movesFrom(process, progress, roles).map((move) => {
      const notBefore = moveNotBefore(process, move, progress);
      const { id, label, needs = [] } = move;
      return { id, label, needs, ...(notBefore !== undefined && { notBefore, mode: move.notBefore?.mode }) };
    }),
    verifications: progress.toVerify
      .filter((field) => !withheld.has(field))
      .map((field) => ({ field, finding: progress.found[field] ?? null })),
    answers: readable,
    lines: linesOf(toldAnswers(rules, readable, catalog, locale)),
    // Whether there is an answer would tell something too.
    withheld: [...withheld],
    files: filesOf(request, withheld).map((file) => ({ ...file, ...lookedAt(uploads.get(file.id)) })),
    items: items.filter((item) => mayReadItem(item, withheld)).map(({ files: _files, ...item }) => item),
    questions: mayAnswer ? questions : questions.map(({ text: _text, answer: _answer, ...rest }) => rest),
    rights,
    history: events.map(({ version, at, by, happening }) => ({
      version,
      at,
      by,
      ...(names.has(by) && { name: names.get(by) }),
      ...toldHappening(happening, request, withheld, mayAnswer),
    })),
  };
}

/** Whether a file can be had, and what is odd about it. */
function lookedAt(upload: StoredUpload | undefined): Readonly<Record<string, unknown>> {
  const { scan = null, marks = null } = upload ?? {};
  const state = scan === 'found' ? 'infected' : scan;
  return { ...(state !== null && { scan: state }), marks: marks === null ? [] : JSON.parse(marks) };
}

/** What has happened, without what it says of withheld fields. */
function toldHappening(
  happening: HandledRequest['events'][number]['happening'],
  request: HandledRequest,
  withheld: ReadonlySet<string>,
  mayAnswer: boolean,
): Readonly<Record<string, unknown>> {
  const { kind } = happening;
  if (kind === 'infected' && !filesOf(request, withheld).some(({ id }) => id === happening.file))
    return { kind };
  if (kind === 'found' && withheld.has(happening.field)) return { kind };
  if (kind === 'provided' || kind === 'settled') {
    const item = request.handled.items.find(({ id }) => id === happening.item);
    return item !== undefined && mayReadItem(item, withheld) ? { kind, item: happening.item } : { kind };
  }
  if ((kind === 'asked' || kind === 'answered') && !mayAnswer) return { kind };
  if (kind !== 'moved') return { ...happening };
  const { missing = [], ...rest } = happening;
  const readable = missing.filter((item) => mayReadItem(item, withheld));
  return { ...rest, ...(missing.length > 0 && { missing: readable }) };
}
