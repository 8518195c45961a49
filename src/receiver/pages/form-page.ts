import { pickText } from '../../core/text.js';
import type { JsonFile } from '../forms/json-folder.js';
import { formTag, guardAttribute, languageShown } from './form-tag.js';
import { directionOf, escapeHtml, page } from './html.js';
import { problemList } from './problem-list.js';

/**
 * A bare page with one form of the web admin, for trying it out and for sending people to. `language` is what the
 * address asks for: a form is shown in it where the form has it. Where its definition has errors, these stand in its
 * place: the receiver would take no answers.
 */
export function formPage({ name, form }: JsonFile, language: unknown, isGuarded: boolean): string {
  const { title = name, languages = ['ar'] } = form?.definition ?? {};
  const shown = languageShown(languages, language);
  // The form's own switch changes the language: the style sheet shows the title in that of the form.
  const titles = languages.map(
    (one) =>
      `<span lang="${escapeHtml(one)}" dir="${directionOf(one)}">${escapeHtml(pickText(title, one))}</span>`,
  );
  // A survey may want the link of an invitation, which this page is then opened by.
  const [tag, script] =
    form?.definition?.survey === undefined
      ? ['taafi-form', '/taafi.js']
      : ['taafi-satisfaction-survey', '/kit/survey/taafi-satisfaction-survey.js'];
  const content =
    form?.definition === undefined
      ? problemList(form?.problems ?? [])
      : formTag(tag, {
          definition: `/forms/${name}.json`,
          receiver: '/',
          lang: shown,
          ...guardAttribute(isGuarded),
        });
  return page({
    script,
    title: pickText(title, shown),
    language: shown,
    body: `<header><h1>${titles.join('')}</h1></header>
<main>
${content}
</main>`,
  });
}
