import { pickText } from '../../core/text.js';
import type { JsonFile, JsonFolder } from '../forms/json-folder.js';
import { escapeHtml, page } from './html.js';
import { problemList } from './problem-list.js';

/** The web admin's forms with what is wrong with them: what she looks at while she writes her first one. */
export function formsIndex(folder: JsonFolder): string {
  const forms = folder.files.map(entry).join('\n');
  return page({
    title: 'النماذج · Forms',
    language: 'ar',
    body: `<header><h1>النماذج <span lang="en" dir="ltr">Forms</span></h1></header>
<main>
${forms || empty}
</main>`,
  });
}

const empty = `<div class="card both"><p>لا نماذج بعد. ضع ملف تعريف مثل <code>my-form.json</code> في مجلد <code>forms</code> داخل مجلد البيانات ثم حدّث هذه الصفحة.</p>
<p lang="en" dir="ltr">No forms yet. Put a definition such as <code>my-form.json</code> into the folder <code>forms</code> of the data folder and reload this page.</p></div>`;

function entry({ name, form, served }: JsonFile): string {
  const { definition, problems = [] } = form ?? {};
  const title = definition === undefined ? name : pickText(definition.title, 'ar');
  const renamed =
    definition === undefined || definition.id === name
      ? ''
      : `<p class="problem warning" lang="en" dir="ltr">The file is called <code>${name}.json</code>, its <code>id</code> is <code>${definition.id}</code>.</p>`;
  // Of what is not served the name may be anything.
  const file = `<code>${escapeHtml(name)}.json</code>`;
  const address = `/forms/${escapeHtml(encodeURIComponent(name))}`;
  return `<article class="card">
<h2><a href="${address}">${escapeHtml(title)}</a></h2>
<p class="file" lang="en" dir="ltr">${served === undefined ? file : `<a href="${address}.json">${file}</a>`}${definition === undefined ? '' : ` · version ${definition.version}`}</p>
${renamed}
${problemList(problems)}
</article>`;
}
