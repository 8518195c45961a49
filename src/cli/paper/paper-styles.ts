import type { Sheet } from './sheet.js';

/** The style sheet of a form on A4. Black on white; what is written into is never smaller than 7 mm. */
export function paperStyles({ form, locale, words }: Sheet): string {
  const counter = locale.shown.numerals === 'arab' ? ', arabic-indic' : '';
  const [page, of] = words.page;
  const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '')}"`;
  const reference =
    form.definition.survey === undefined
      ? `@top-${locale.direction === 'rtl' ? 'left' : 'right'} { content: ${quoted(`${words.reference}: ………………………………`)}; }`
      : '';
  const face =
    locale.language === 'ar'
      ? '"IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", "SF Arabic", Tahoma, sans-serif'
      : '"IBM Plex Sans", "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif';
  const start = locale.direction === 'rtl' ? 'right' : 'left';
  return `
@page {
  size: A4;
  margin: 16mm 14mm 15mm;
  font: 8.5pt ${face};
  ${reference}
  @top-${start} { content: ${quoted(locale.text(form.definition.title))}; }
  @bottom-${start} { content: ${quoted(`${form.definition.id} ${form.definition.version}`)}; }
  @bottom-${start === 'right' ? 'left' : 'right'} { content: ${quoted(page)} counter(page${counter}) ${quoted(of)} counter(pages${counter}); }
}
@page :first { @top-left { content: none; } @top-right { content: none; } margin-block-start: 12mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; font: 10.5pt/1.5 ${face}; }
body, p, h1, h2, h3, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
i { font-style: normal; }
small { display: block; font-size: 8.5pt; font-weight: 400; }
bdi { unicode-bidi: isolate; }

header { display: flex; justify-content: space-between; gap: 8mm; padding-block-end: 4mm; border-block-end: 0.6mm solid #000; }
h1 { font-size: 19pt; line-height: 1.3; }
.association { font-size: 11.5pt; }
.version { font-size: 8.5pt; }
.office { flex: none; align-self: start; padding: 2mm 3mm; border: 0.3mm solid #000; font-size: 8.5pt; }
.office p + p { display: flex; align-items: center; justify-content: space-between; gap: 3mm; margin-block-start: 1.5mm; }
.office .boxes i { inline-size: 5mm; block-size: 6.5mm; }

.intro { margin-block: 2.5mm; }
.columns { columns: 2; column-gap: 8mm; margin-block: 3mm; font-size: 9.5pt; }
.columns section { break-inside: avoid; padding-block-end: 2mm; }
:is(.intro, .columns, .told, .how, .note) ul > li { display: list-item; list-style: disc; margin-inline-start: 4.5mm; }
:is(.intro, .columns, .told, .how, .note) ol > li { display: list-item; list-style: decimal; margin-inline-start: 5.5mm; }
.intro > * + *, .note > * + * { margin-block-start: 1mm; }
h3, .plain { font-size: 11pt; line-height: 1.4; break-after: avoid; }
.how { padding: 2.5mm 4mm; border: 0.3mm solid #000; margin-block: 3mm 0; font-size: 9.5pt; break-inside: avoid; }

.part { margin-block-start: 6mm; }
.part-head { break-inside: avoid; break-after: avoid; }
h2:not(.plain) { padding: 1mm 3mm; border: 0.3mm solid #000; border-inline-start: 3mm solid #000; font-size: 13pt; line-height: 1.5; break-after: avoid; }
h2 > span { margin-inline-end: 2mm; font-weight: 400; }

.questions > * { margin-block-start: 4.5mm; }
.run > * + * { margin-block-start: 4mm; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; }
.question, .pair, .note, .more, .run.whole { break-inside: avoid; }
.run { padding-inline-start: 4mm; border-inline-start: 0.8mm solid #000; }
.rule { font-weight: 600; font-size: 10pt; break-inside: avoid; break-after: avoid; }
.part-head .rule { margin-block-start: 3mm; padding-inline-start: 4mm; border-inline-start: 0.8mm solid #000; }
.label { line-height: 1.4; }
.number { display: inline-block; min-inline-size: 6.5mm; padding-inline: 1.2mm; margin-inline-end: 2mm; border: 0.3mm solid #000; border-radius: 1mm; font-size: 9pt; text-align: center; }
.optional { font-size: 9pt; }
.hint { font-size: 9pt; }
.question > .label + * { margin-block-start: 1mm; }
.question > .hint + * { margin-block-start: 1mm; }

.line { display: block; block-size: 9.5mm; border-block-end: 0.3mm solid #000; }
.line.short { display: inline-block; inline-size: 45mm; }
.with-unit { display: flex; align-items: end; gap: 2mm; }
.boxes { display: inline-flex; flex-wrap: wrap; gap: 1mm 2mm; vertical-align: bottom; }
.boxes span { display: flex; }
.boxes i { display: grid; place-items: center; inline-size: 7mm; block-size: 8.5mm; border: 0.3mm solid #000; font-size: 11pt; }
.boxes i + i { border-inline-start: 0.1mm solid #000; }
.boxes i:not(:last-child) { border-inline-end: 0.1mm solid #000; }
.circle, .square { display: inline-block; flex: none; inline-size: 5mm; block-size: 5mm; border: 0.35mm solid #000; }
.circle { border-radius: 50%; }
.options { display: grid; grid-template-columns: repeat(var(--columns, 1), 1fr); gap: 2.2mm 5mm; padding-block-start: 1mm; }
.options li { display: flex; align-items: start; gap: 2mm; line-height: 1.35; }
.options li > .boxes { margin-block: -1mm; }
.two { --columns: 2; }
.three { --columns: 3; }
.four { --columns: 4; }
.beside { display: flex; gap: 12mm; }
.agree { display: flex; align-items: start; gap: 2.5mm; }
.agree > :is(.square, .circle) { margin-block-start: 0.4mm; }
.attached { align-items: center; }
.attached .boxes { vertical-align: middle; margin-inline-start: 2mm; }
.day { display: inline-flex; gap: 2mm; }
.dates { display: flex; flex-wrap: wrap; gap: 2mm 12mm; }
.date { display: flex; align-items: start; gap: 2.5mm; }
.calendar { padding-block-start: 1.6mm; }
.part { text-align: start; }
.date .part { margin: 0; text-align: center; }
.date small { line-height: 1.4; }
.end { font-size: 9.5pt; margin-block-start: 1.5mm; }
.named { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5mm 8mm; padding-block-start: 1mm; }
.named span:first-child:not(.line, .boxes *) { display: block; font-size: 9.5pt; }
.way + .way { margin-block-start: 3mm; }
.way { padding-inline-start: 7.5mm; }
.way > .agree { margin-inline-start: -7.5mm; }
.way > :not(.agree) { margin-block-start: 1mm; }
.boxes b { align-self: center; }
.scale { inline-size: fit-content; padding-block-end: 2mm; }
.scale ol { display: flex; gap: 7mm; padding-block-start: 1mm; }
.scale li { display: grid; justify-items: center; }
.scale p { display: flex; justify-content: space-between; font-size: 9pt; }
table { inline-size: 100%; border-collapse: collapse; }
th, td { padding: 1.5mm 2mm; border: 0.2mm solid #000; font-weight: 400; text-align: start; vertical-align: middle; }
tr { break-inside: avoid; }
thead th { font-size: 9pt; line-height: 1.3; text-align: center; }
.matrix td { text-align: center; }
.matrix thead td { border: 0; }
.matrix tbody th { inline-size: 60mm; line-height: 1.35; }
.given td { block-size: 9.5mm; }
.given th:first-child { inline-size: 40%; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 8mm; padding-block-start: 1mm; }
.sign p { display: flex; align-items: end; gap: 3mm; }
.sign p > .line { flex: 1; }
.sign p:nth-child(2) { grid-column: 2; grid-row: 1 / span 2; align-items: start; }
.sign i:not(.boxes i) { flex: 1; block-size: 28mm; border: 0.3mm solid #000; }
.note { padding: 0 0 0 0; font-size: 9.5pt; }
.note.important { padding: 2.5mm 4mm; border: 0.3mm solid #000; }
.section > h3 { margin-block-end: 1.5mm; padding-block-end: 0.5mm; border-block-end: 0.3mm solid #000; }
.list-head { break-after: avoid; break-inside: avoid; }
.item { margin-block-start: 4mm; padding: 2.5mm 4mm 4mm; border: 0.3mm solid #000; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.item > h3 { font-size: 10.5pt; }
.item .questions > * { margin-block-start: 3.5mm; }
.more { margin-block-start: 3mm; font-weight: 600; }
.told { margin-block-start: 6mm; }
.told > :not(h2) { margin-block-start: 2.5mm; font-size: 9.5pt; }
.told p + p { margin-block-start: 1mm; }
.told.small .columns { font-size: 8.5pt; }
.told.small h3 { font-size: 9.5pt; }
.channels { columns: 2; column-gap: 8mm; }
.channels li { break-inside: avoid; margin-block-end: 1mm; }
@media screen {
  html { background: #ddd; }
  main { inline-size: 210mm; margin: 8mm auto; padding: 14mm; background: #fff; }
}
`;
}
