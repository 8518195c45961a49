import type { Both } from '../../core/preview/messages.js';
import { previewWords } from '../../locale/preview-words.js';
import { escapeHtml } from '../../receiver/pages/html.js';

/** Themes of the kit, by the names of their files. */
const themes = ['taafi', 'platforms-code', 'neutral'] as const;

/** A text in both languages; the style sheet shows the one that is spoken. */
function both({ ar, en }: Both): string {
  return `<span lang="ar" dir="rtl">${escapeHtml(ar)}</span><span lang="en" dir="ltr">${escapeHtml(en)}</span>`;
}

/** Radio buttons in one row. The first is chosen. */
function choices(
  name: string,
  legend: Both,
  offered: readonly (readonly [value: string, label: string])[],
): string {
  const buttons = offered.map(
    ([value, label], index) =>
      `<label><input type="radio" name="${name}" value="${value}"${index === 0 ? ' checked' : ''}><span class="choice">${label}</span></label>`,
  );
  return `<fieldset><legend>${both(legend)}</legend><div class="row">${buttons.join('')}</div></fieldset>`;
}

function frame(device: string, { ar, en }: Both): string {
  return `<div class="device" id="${device}"><iframe src="/frame" data-ar="${escapeHtml(ar)}" data-en="${escapeHtml(en)}"></iframe></div>`;
}

/** The page that shows a form and what was found in its file. All that changes comes from `/events`. */
export function previewPage(): string {
  const words = previewWords;
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>taafi preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/page.css">
<script type="module" src="/preview/page.js"></script>
</head>
<body data-screen="both">
<header>
<h1><span class="kind">${both(words.page)}</span> <span id="title"></span></h1>
<form id="controls">
${choices('language', words.language, [
  ['ar', '<span class="always" lang="ar">العربية</span>'],
  ['en', '<span class="always" lang="en">English</span>'],
])}
${choices('screen', words.screen, [
  ['both', both(words.both)],
  ['phone', both(words.phone)],
  ['desktop', both(words.desktop)],
])}
${choices('scheme', words.scheme, [
  ['light', both(words.light)],
  ['dark', both(words.dark)],
])}
${choices('numerals', words.numerals, [
  ['latn', '123'],
  ['arab', '١٢٣'],
])}
<label class="theme">${both(words.theme)}<select name="theme">
<option value="" data-ar="${words.noTheme.ar}" data-en="${words.noTheme.en}">${words.noTheme.ar}</option>
${themes.map((name) => `<option>${name}</option>`).join('\n')}
</select></label>
</form>
</header>
<main>
<p class="band cut" role="alert">${both(words.isCut)}</p>
<p class="band older">${both(words.isOlder)}</p>
<p class="band empty">${both(words.waiting)}</p>
<div id="stage">
${frame('phone', words.phoneFrame)}
${frame('desktop', words.desktopFrame)}
</div>
</main>
<aside aria-labelledby="found">
<h2 id="found">${both(words.faults)}</h2>
<p class="counts" role="status">
<span class="none">${both(words.none)}</span>
<span class="count error">${both(words.errors)} <b id="errors">0</b></span>
<span class="count warning">${both(words.warnings)} <b id="warnings">0</b></span>
</p>
<ol id="faults"></ol>
</aside>
<template id="fault">
<p class="place"><span class="is-error">${both(words.error)}</span><span class="is-warning">${both(words.warning)}</span>
· ${both(words.line)} <bdi class="line"></bdi>${both({ ar: '، ', en: ', ' })}${both(words.column)} <bdi class="column"></bdi></p>
<p class="sentence"></p>
<code class="excerpt" dir="ltr"></code>
<code class="pointer" dir="ltr"></code>
</template>
<dialog id="answers" aria-labelledby="sent">
<h2 id="sent">${both(words.answers)}</h2>
<p>${both(words.nothingSent)}</p>
<pre dir="ltr"></pre>
<button>${both(words.close)}</button>
</dialog>
</body>
</html>
`;
}

/** The page inside of each frame: nothing but the form. */
export function framePage(): string {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${previewWords.page.ar}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/frame.css">
<link rel="stylesheet" id="theme" disabled>
<script type="module" src="/kit/taafi.js"></script>
<script type="module" src="/preview/frame.js"></script>
</head>
<body><main></main></body>
</html>
`;
}
