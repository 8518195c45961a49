/** A text as it can stand anywhere in HTML, in quoted attributes too. */
export function escapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => named[character] ?? '');
}

/** The direction a language is written in. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return /^(ar|fa|ur|he)\b/.test(language) ? 'rtl' : 'ltr';
}

interface Page {
  readonly title: string;
  readonly language: string;
  /** HTML already. */
  readonly body: string;
  /** Addresses of the modules that know the elements in it. */
  readonly script?: string | readonly string[];
  /** Address of the style sheet. */
  readonly style?: string;
}

/** A page around a body. */
export function page({
  title,
  language,
  body,
  script = '/taafi.js',
  style = '/forms/style.css',
}: Page): string {
  const scripts = [script].flat().map((address) => `<script type="module" src="${address}"></script>`);
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
${scripts.join('\n')}
</head>
<body>
${body}
</body>
</html>
`;
}

/** Paper and ink of the kit around the forms, which bring their own look, and around what is told to the web admin. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --page: #f4f1ea;
  --paper: #fffdf9;
  --ink: #17231f;
  --quiet: #47564f;
  --accent: #0b5d4e;
  --hairline: #d9ddd5;
  --danger: #9f1d16;
  --warning: #7a5600;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0b1210;
    --paper: #121b18;
    --ink: #edf2ee;
    --quiet: #b4c2bb;
    --accent: #7fd3bd;
    --hairline: #2f3d37;
    --danger: #ffb0a6;
    --warning: #ffd54a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  color: var(--ink);
  background: var(--page);
  font: max(1.125rem, 18px)/1.7 "IBM Plex Sans Arabic", "SF Arabic", "Segoe UI", "Noto Sans Arabic", Tahoma, sans-serif;
  overflow-wrap: break-word;
}
[lang="en"], [lang="en"] > body { font-family: system-ui, "Segoe UI", Roboto, sans-serif; line-height: 1.5; }
header, main { max-inline-size: 42rem; margin-inline: auto; padding-inline: 16px; }
header { padding-block: 20px 16px; }
main { padding-block-end: 48px; }
h1 { margin: 0; font-size: 1.25rem; line-height: 1.4; }
h1 span { color: var(--quiet); font-weight: 400; }
body:has(.form) h1 span { display: block; color: inherit; font-weight: 700; }
body:has(.form[lang="ar"]) h1 [lang="en"]:not(:only-child),
body:has(.form[lang="en"]) h1 [lang="ar"]:not(:only-child) { display: none; }
h2 { margin: 0; font-size: 1.25rem; line-height: 1.4; }
p { margin: 0; }
ul { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 0.25em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; unicode-bidi: isolate; overflow-wrap: anywhere; }
.form, .card, .problems {
  display: block;
  max-inline-size: none;
  border-radius: 16px;
  overflow: clip;
  background: var(--paper);
}
.card, main > .problems { padding: clamp(16px, 4vw, 32px); }
.card + .card, .form + .problems { margin-block-start: 16px; }
.card > .problems { margin-block-start: 16px; border-radius: 0; }
.file { color: var(--quiet); font-size: 0.9em; text-align: end; }
.both { display: grid; gap: 4px 32px; }
.both > [lang="en"] { color: var(--quiet); font-size: 0.95em; }
.problem {
  margin-block-start: 16px;
  padding-inline-start: 14px;
  border-inline-start: 4px solid var(--danger);
}
.problem.warning { border-color: var(--warning); }
.card > .problem:first-child { margin-block-start: 0; }
@media (min-width: 48rem) {
  .both { grid-template-columns: 1fr 1fr; }
  .both > code { grid-column: 1 / -1; }
}
@media (max-width: 30rem) {
  main { padding-inline: 0; }
  .form, .card, .problems { border-radius: 0; }
}
@page { margin: 18mm; }
@media print {
  body { background: none; }
  header, main { max-inline-size: none; padding-inline: 0; }
  .form { border-radius: 0; overflow: visible; }
}
`;
