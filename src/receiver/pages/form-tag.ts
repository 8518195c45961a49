import { escapeHtml } from './html.js';

/** An element of the kit with its attributes, those that are undefined left out, and what is read where no script runs. */
export function formTag(tag: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`,
  );
  return `<${tag} class="form"${written.join('')}>
<p lang="ar" dir="rtl">يحتاج هذا النموذج إلى متصفح حديث مع تفعيل JavaScript. يمكنك أيضًا التواصل مع الجمعية مباشرة.</p>
<p lang="en" dir="ltr">This form needs a current browser with JavaScript. You can also contact the association directly.</p>
</${tag}>`;
}

/** The language a page is shown in: what its address asks for, where the form has it. */
export function languageShown(languages: readonly string[], asked: unknown): string {
  return languages.find((candidate) => candidate === asked) ?? languages[0] ?? 'ar';
}

/** Whether a form is to say how it was filled in. */
export function guardAttribute(isGuarded: boolean): Readonly<Record<string, string>> {
  return isGuarded ? { guard: '' } : {};
}
