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

/** A page around a body that is HTML already. */
export function page({ title, language, body }: { title: string; language: string; body: string }): string {
  const direction = /^(ar|fa|ur|he)\b/.test(language) ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/forms/style.css">
<script type="module" src="/taafi.js"></script>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Just enough for a page to be read; the form brings its own. */
export const stylesheet = `body {
  max-inline-size: 45rem;
  margin: 0 auto;
  padding: 1rem;
  font: 1.125rem/1.6 system-ui, sans-serif;
}
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
code { unicode-bidi: isolate; }
pre { overflow-x: auto; }
.problem { border-inline-start: 0.3rem solid #b3261e; padding-inline-start: 0.75rem; margin-block: 0.75rem; }
.warning { border-color: #8a6100; }
`;
