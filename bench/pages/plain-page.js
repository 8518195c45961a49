import { plainFields } from './plain-fields.js';

/** @typedef {import('./definition.js').BenchDefinition} BenchDefinition */

/** Steps with more questions than this leave the layout of those out of sight to later, as in the kit. */
const MANY = 40;

/**
 * The page as a careful developer writes it by hand: one stylesheet, one small script, no framework.
 * @param {BenchDefinition | undefined} definition with none the page is empty, to put a form into
 */
export function plainPage(definition) {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>نموذج القياس</title>
<link rel="stylesheet" href="/plain/form.css">
<script src="/plain/form.js" defer></script>
</head>
<body>
<main>
<h1>نموذج القياس</h1>
${definition === undefined ? '' : plainForm(definition)}</main>
</body>
</html>
`;
}

/**
 * The form alone.
 * @param {BenchDefinition} definition
 */
export function plainForm({ steps: [{ title, fields }] }) {
  return `<form novalidate>
<div class="summary" id="errors" role="alert" tabindex="-1" hidden>
<h2>هناك ما يحتاج إلى تعديل</h2>
<ul></ul>
</div>
<h2 tabindex="-1">${title}</h2>
<div class="fields${fields.length > MANY ? ' many' : ''}">
${plainFields(fields)}
</div>
<div class="actions"><button>متابعة</button></div>
</form>
`;
}
