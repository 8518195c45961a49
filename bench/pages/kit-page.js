/** @typedef {import('./definition.js').Size} Size */

/**
 * A page with the kit as its guide advises: the script and the definition are asked for in the head. With no form it
 * only loads the kit.
 * @param {string | undefined} definition address of the definition
 */
export function kitPage(definition) {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>نموذج القياس</title>
<link rel="stylesheet" href="/page.css">
${definition === undefined ? '' : `<link rel="preload" href="${definition}" as="fetch" crossorigin>\n`}<script type="module" src="/kit/taafi.js"></script>
</head>
<body>
<main>
<h1>نموذج القياس</h1>
${definition === undefined ? '' : `<taafi-form definition="${definition}"></taafi-form>\n`}</main>
</body>
</html>
`;
}
