import type { FormDefinition } from '../../core/definition.js';
import type { Text } from '../../core/text.js';
import { pickText } from '../../core/text.js';
import { originLine } from '../../locale/embed-words.js';
import type { FoundForm } from '../forms/forms.js';
import { formTag, guardAttribute, languageShown } from '../pages/form-tag.js';
import { directionOf, escapeHtml, page } from '../pages/html.js';

export interface EmbedPage {
  readonly isGuarded: boolean;
  readonly form: FoundForm;
  readonly language: unknown;
  /** Sites whose pages may show it. */
  readonly origins: readonly string[];
  /** Host of the receiver, with its port, as the person's browser names it. */
  readonly host: string;
  /** Name of the association whose form it is, where that is known. */
  readonly association: Text | undefined;
  /** Address of the page with the status tracker. */
  readonly tracker: string | undefined;
}

/**
 * A page with one form and nothing around it, for a frame on the page of a partner. It says whose it is: the page around
 * could be anybody's. Opened by itself it is a page like any other.
 */
export function embedPage({
  form,
  language,
  origins,
  host,
  association,
  tracker,
  isGuarded,
}: EmbedPage): string {
  const { definition, address } = form;
  const { title, languages } = definition;
  const shown = languageShown(languages, language);
  const [tag, script] =
    definition.survey === undefined
      ? ['taafi-support-request', '/kit/taafi.js']
      : ['taafi-satisfaction-survey', '/kit/survey/taafi-satisfaction-survey.js'];
  return page({
    title: pickText(title, shown),
    language: shown,
    // The frame hears the form say that it is ready.
    script: ['/kit/embed/taafi-embed-frame.js', script],
    style: EMBED_STYLE,
    body: `<taafi-embed-frame origins="${escapeHtml(origins.join(' '))}" languages="${escapeHtml(languages.join(' '))}">
<header>
${languages.map((one) => heading(one, definition, host, association)).join('\n')}
</header>
<main>
${formTag(tag, { definition: address, receiver: '/', lang: shown, 'tracker-page': tracker, ...guardAttribute(isGuarded) })}
</main>
</taafi-embed-frame>`,
  });
}

/** What the form is called and whose it is; the style sheet shows that of the language the form speaks. */
function heading(
  language: string,
  { title, start }: FormDefinition,
  host: string,
  association: Text | undefined,
): string {
  const said = originLine[language === 'en' ? 'en' : 'ar'];
  const name = association === undefined ? undefined : pickText(association, language);
  const line = said(`<bdi>${escapeHtml(host)}</bdi>`, name && `<bdi>${escapeHtml(name)}</bdi>`);
  // A form with a start page says there what it is called.
  return `<div lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<h1${start === undefined ? '' : ' class="visually-hidden"'}>${escapeHtml(pickText(title, language))}</h1>
<p>${line}</p>
</div>`;
}

export const EMBED_STYLE = '/embed/style.css';

/** Nothing but the form, in the colours the page around it has handed in. */
export const embedStyles = `:root {
  color-scheme: light dark;
  --paper: var(--taafi-paper, #fffdf9);
  --ink: var(--taafi-ink, #17231f);
  --quiet: var(--taafi-quiet, #47564f);
  --hairline: var(--taafi-hairline, #d9ddd5);
}
@supports (color: light-dark(red, red)) {
  :root {
    --paper: var(--taafi-paper, light-dark(#fffdf9, #121b18));
    --ink: var(--taafi-ink, light-dark(#17231f, #edf2ee));
    --quiet: var(--taafi-quiet, light-dark(#47564f, #b4c2bb));
    --hairline: var(--taafi-hairline, light-dark(#d9ddd5, #2f3d37));
  }
}
* { box-sizing: border-box; }
/* As high as the page around it makes the frame: what grows has no bar to scroll by for a moment. */
.framed { overflow: hidden; }
body {
  display: flow-root;
  margin: 0;
  color: var(--ink);
  background: var(--paper);
  font: max(1.0625rem, 17px)/1.5 "IBM Plex Sans Arabic", "SF Arabic", "Segoe UI", "Noto Sans Arabic", Tahoma, sans-serif;
  font-family: var(--taafi-font, "IBM Plex Sans Arabic", "SF Arabic", "Segoe UI", "Noto Sans Arabic", Tahoma, sans-serif);
  overflow-wrap: break-word;
}
.under-dialog body { min-block-size: 40rem; }
taafi-embed-frame { display: block; }
header, .form { display: block; max-inline-size: var(--taafi-width, 38rem); margin-inline: auto; }
header { padding-inline: clamp(16px, 4vw, 32px); }
header > div { padding-block: 12px; border-block-end: 1px solid var(--hairline); }
html:lang(ar) header > [lang="en"]:not(:only-child),
html:lang(en) header > [lang="ar"]:not(:only-child) { display: none; }
h1, p { margin: 0; }
h1 { font-size: 1.25rem; line-height: 1.4; }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
header p { color: var(--quiet); font-size: 0.9em; }
.form > p { padding: 16px clamp(16px, 4vw, 32px); }
/* In the part of the frame that is in sight: the frame is as high as the form, and its middle may be far away. */
.framed .form::part(dialog) {
  inset-block: var(--above, 0) var(--below, 0);
  max-block-size: calc(100% - var(--above, 0px) - var(--below, 0px) - 24px);
}
@page { margin: 18mm; }
@media print {
  .framed { overflow: visible; }
  body { background: none; }
  header, .form { max-inline-size: none; }
  header { padding-inline: 2px; }
}
`;
