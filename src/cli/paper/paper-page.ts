import { createHash } from 'node:crypto';
import type { Association } from '../../core/association.js';
import type { FormDefinition } from '../../core/definition.js';
import { escapeHtml } from '../../receiver/pages/html.js';
import { boxes, dayBoxes } from './marks.js';
import { withChildren } from './numbered-form.js';
import { paperStyles } from './paper-styles.js';
import { paperText } from './paper-text.js';
import { questions, rangesOf, ruleFor } from './questions.js';
import type { Sheet } from './sheet.js';

/** A form as one HTML file for A4: no script, nothing from anywhere else. */
export function paperPage(sheet: Sheet, association?: Association): string {
  const { locale, form } = sheet;
  const { definition } = form;
  const styles = paperStyles(sheet);
  const hash = createHash('sha256').update(styles).digest('base64');
  return `<!doctype html>
<html lang="${escapeHtml(locale.language)}" dir="${locale.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${sheet.say(definition.title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
${head(sheet, association)}
${before(sheet)}
${parts(sheet)}
${after(sheet, association)}
</main>
</body>
</html>
`;
}

function head(sheet: Sheet, association: Association | undefined): string {
  const { definition } = sheet.form;
  const name = association === undefined ? '' : `<p class="association">${sheet.say(association.name)}</p>`;
  return `<header><div>${name}<h1>${sheet.say(definition.title)}</h1>
<p class="version"><bdi dir="ltr">${definition.id} ${definition.version}</bdi></p></div>${office(sheet)}</header>`;
}

/** Where the association writes which request it is. Nobody may tell the answers of a survey from each other. */
function office({ form, words }: Sheet): string {
  if (form.definition.survey !== undefined) return '';
  return `<div class="office"><p>${words.office}</p><p><span>${words.reference}</span>${boxes([4, 4, 4, 2])}</p><p><span>${words.received}</span>${dayBoxes}</p></div>`;
}

/** What is read before the first question. */
function before(sheet: Sheet): string {
  const { start, review } = sheet.form.definition;
  const { how } = sheet.words;
  const onlyReview = sheet.form.definition.steps.every(({ at }) => at === 'review');
  const intro = start?.intro ?? (onlyReview ? review?.intro : undefined);
  const sections = (start?.sections ?? []).map(
    ({ title, text }) =>
      `<section><h2 class="plain">${sheet.say(title)}</h2>${paperText(text, sheet)}</section>`,
  );
  return `${intro === undefined ? '' : `<div class="intro">${paperText(intro, sheet)}</div>`}
${sections.length === 0 ? '' : `<div class="columns">${sections.join('')}</div>`}
<section class="how"><h2 class="plain">${how.title}</h2><ul>${how.lines.map((said) => `<li>${sheet.say(said)}</li>`).join('')}</ul></section>`;
}

function parts(sheet: Sheet): string {
  const { definition, tree } = sheet.form;
  return definition.steps
    .map(({ title, intro, when }, index) => {
      const fields = tree.steps[index]?.fields ?? [];
      const rule = when === undefined ? '' : `<p class="rule">${ruleFor(when, fields, sheet)}</p>`;
      return `<section class="part"><div class="part-head"><h2><span>${sheet.say(sheet.words.part(String(index + 1)))}</span> ${sheet.say(title)}</h2>
${intro === undefined ? '' : `<div class="intro">${paperText(intro, sheet)}</div>`}${rule}</div>
${questions(fields, sheet)}</section>`;
    })
    .join('\n');
}

/** What is read after the last question: what comes next, why it was asked, what becomes of it, whom to ask. */
function after(sheet: Sheet, association: Association | undefined): string {
  const { words, form } = sheet;
  const { definition } = form;
  const { answer, receipt, retention, notice } = definition;
  const days = Number(answer?.notBefore.match(/\d+/)?.[0]);
  const next = [
    receipt === undefined ? '' : paperText(receipt.text, sheet),
    answer === undefined ? '' : `<p>${sheet.say(words.notBefore(days))}</p>`,
    answer?.text === undefined ? '' : paperText(answer.text, sheet),
  ].join('');
  return [
    told(words.next, next),
    told(words.why, purposes(sheet)),
    told(words.retention, retention === undefined || notice !== undefined ? '' : paperText(retention, sheet)),
    told(words.contact, channels(sheet, association)),
    told(words.notice, noticeParts(definition, sheet), 'small'),
  ].join('\n');
}

function told(title: string, inside: string, look = ''): string {
  return inside === '' ? '' : `<section class="told ${look}"><h2>${title}</h2>${inside}</section>`;
}

/** Each purpose with the questions that are asked for it. */
function purposes(sheet: Sheet): string {
  const { form, words } = sheet;
  const { definition, tree } = form;
  const fields = tree.steps.flatMap((step) => [...withChildren(step.fields)]);
  const lines = Object.entries(definition.purposes ?? {}).flatMap(([name, text]) => {
    const numbers = fields
      .filter((field) => field.definition.purpose === name && field.scope === tree.root)
      .flatMap((field) => form.numbers.get(field) ?? []);
    if (numbers.length === 0) return [];
    return [`<li>${sheet.say(text)}: ${sheet.say(words.questions(rangesOf(numbers)))}.</li>`];
  });
  return lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`;
}

function noticeParts({ notice }: FormDefinition, sheet: Sheet): string {
  if (notice === undefined) return '';
  const sections = (Object.keys(notice) as (keyof typeof notice)[]).map(
    (part) =>
      `<section><h3>${sheet.locale.messages.notice[part]}</h3>${paperText(notice[part], sheet)}</section>`,
  );
  return `<div class="columns">${sections.join('')}</div>`;
}

function channels(sheet: Sheet, association: Association | undefined): string {
  const lines = (association?.channels ?? []).map(({ name, detail, href }) => {
    const address = href?.replace(/^(tel|mailto):/, '');
    const shown =
      address === undefined || address.startsWith('/') ? '' : ` <bdi dir="ltr">${sheet.say(address)}</bdi>`;
    return `<li><b>${sheet.say(name)}</b>${shown}${detail === undefined ? '' : `<br>${sheet.say(detail)}`}</li>`;
  });
  return lines.length === 0 ? '' : `<ul class="channels">${lines.join('')}</ul>`;
}
