import { pickText } from '../../core/text.js';
import type { JsonFile, JsonFolder } from '../forms/json-folder.js';
import { escapeHtml, page } from './html.js';
import { problemList } from './problem-list.js';

/** The web admin's forms with what is wrong with them: what she looks at while she writes her first one. */
export function formsIndex(folder: JsonFolder): string {
  const forms = folder.files.map(entry).join('\n');
  const unusable = folder.unusable.map(
    (name) => `<li class="problem both"><code>${escapeHtml(name)}</code>
<p lang="ar" dir="rtl">لا يُعرض: سمِّ الملف بحروف لاتينية وأرقام وشرطات، مثل <code>my-form.json</code>، وألا يتجاوز مليون حرف.</p>
<p lang="en" dir="ltr">Not served: name it with Latin letters, digits and hyphens, as in <code>my-form.json</code>; at most a million characters.</p></li>`,
  );
  return page({
    title: 'النماذج · Forms',
    language: 'ar',
    body: `<header><h1>النماذج <span lang="en" dir="ltr">Forms</span></h1></header>
<main>
${forms || empty}
${unusable.length > 0 ? `<ul class="card">${unusable.join('\n')}</ul>` : ''}
</main>`,
  });
}

const empty = `<div class="card both"><p>لا نماذج بعد. ضع ملف تعريف مثل <code>my-form.json</code> في مجلد <code>forms</code> داخل مجلد البيانات ثم حدّث هذه الصفحة.</p>
<p lang="en" dir="ltr">No forms yet. Put a definition such as <code>my-form.json</code> into the folder <code>forms</code> of the data folder and reload this page.</p></div>`;

function entry({ name, form }: JsonFile): string {
  const { definition, problems = [] } = form ?? {};
  const title = definition === undefined ? name : pickText(definition.title, 'ar');
  const renamed =
    definition === undefined || definition.id === name
      ? ''
      : `<p class="problem warning" lang="en" dir="ltr">The file is called <code>${name}.json</code>, its <code>id</code> is <code>${definition.id}</code>.</p>`;
  return `<article class="card">
<h2><a href="/forms/${name}">${escapeHtml(title)}</a></h2>
<p class="file" lang="en" dir="ltr"><a href="/forms/${name}.json"><code>${name}.json</code></a>${definition === undefined ? '' : ` · version ${definition.version}`}</p>
${renamed}
${problemList(problems)}
</article>`;
}
