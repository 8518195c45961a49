import { answeredFields } from '../../core/answered-fields.js';
import { moveNotBefore, movesFrom } from '../../core/process/moves.js';
import { linesOf, toldAnswers } from '../../evidence/told.js';
import { catalog } from '../../fields/catalog.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import { messagesOf } from '../../locale/languages.js';
import { FormLocale } from '../../locale/locale.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { ListedHandling } from '../storage/handling-store.js';
import type { StaffMember } from '../storage/staff-store.js';
import { answersWithout, withheldFrom } from './confinement.js';

/** A request in a list. */
export function listedView(listed: ListedHandling): Readonly<Record<string, unknown>> {
  const { processSha256: _process, formId: form, ...rest } = listed;
  return { form, ...rest };
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
  for (const { id: item, field, files: given } of handled.items) {
    if (field !== undefined && withheld.has(field)) continue;
    for (const { id, name, type, size } of given) files.push({ id, name, type, size, path: `items.${item}` });
  }
  return files;
}

/** A request as somebody may read it: without what is withheld from his roles. */
export async function staffView(
  request: HandledRequest,
  { roles }: StaffMember,
  language: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { stored, process, rules, answers, events, handled } = request;
  const withheld = withheldFrom(process, rules, roles);
  const readable = answersWithout(answers, withheld);
  const locale = new FormLocale(language, await messagesOf(language), rules.languages);
  const { progress, items, questions, rights } = handled;
  return {
    reference: stored.reference,
    form: { id: rules.id, version: rules.version, sha256: stored.definitionSha256 },
    process: { id: process.id, version: process.version, sha256: stored.processSha256 },
    language: stored.language,
    receivedAt: stored.receivedAt,
    changedAt: stored.changedAt,
    version: stored.version,
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
    withheld: [...withheld].filter((field) => Object.hasOwn(answers, field)),
    files: filesOf(request, withheld),
    items: items
      .filter(({ field }) => field === undefined || !withheld.has(field))
      .map(({ files: _files, ...item }) => item),
    questions,
    rights,
    history: events.map(({ version, at, by, happening }) => ({
      version,
      at,
      by,
      ...toldHappening(happening, withheld),
    })),
  };
}

/** What has happened, without what it says of withheld fields. */
function toldHappening(
  happening: HandledRequest['events'][number]['happening'],
  withheld: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  if (happening.kind === 'found' && withheld.has(happening.field)) return { kind: 'found' };
  if (happening.kind === 'provided') return { kind: 'provided', item: happening.item };
  if (happening.kind !== 'moved') return { ...happening };
  const { missing = [], ...rest } = happening;
  const readable = missing.filter(({ field }) => field === undefined || !withheld.has(field));
  return { ...rest, ...(missing.length > 0 && { missing: readable }) };
}
