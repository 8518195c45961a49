import type { PlacedProblem } from '../forms/definition-source.js';
import { escapeHtml } from './html.js';

/** The faults of a definition for the web admin who is writing it; nothing where there are none. */
export function problemList(problems: readonly PlacedProblem[]): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ line, column, pointer, severity, sentence }) => {
    const at = `Line ${line}, column ${column}${pointer ? `, <code>${escapeHtml(pointer)}</code>` : ''}`;
    return `<li class="problem both ${severity}"><p lang="ar" dir="rtl">${escapeHtml(sentence.ar)}</p>
<p lang="en" dir="ltr">${at}: ${escapeHtml(sentence.en)}</p></li>`;
  });
  return `<section class="problems">
<div class="both"><strong lang="ar" dir="rtl">في تعريف هذا النموذج ما يجب إصلاحه</strong>
<strong lang="en" dir="ltr">Something in this form's definition needs repair</strong></div>
<ul>${items.join('\n')}</ul>
</section>`;
}
