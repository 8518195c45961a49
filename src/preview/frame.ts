/** The page inside of a frame of the preview: one form, shown as the page around it says. */

import type { Answers } from '../core/engine.js';
import type { FromFrame, PreviewLook, PreviewState, ToFrame } from '../core/preview/messages.js';
import type { TaafiForm } from '../elements/form/form.js';
import type { Receipt, Submission, Transport } from '../transport/transport.js';

let form: TaafiForm | undefined;
let look: PreviewLook | undefined;
/** What the form held, and where it was, when the file was saved. */
let last: { readonly answers: Answers; readonly page: string } = { answers: {}, page: '' };

window.addEventListener('message', ({ data, source, origin }: MessageEvent<ToFrame>) => {
  if (source !== window.parent || origin !== window.location.origin) return;
  if (data.kind === 'look') dress(data.look);
  else void show(data.state);
});
// What is typed here is lost with nobody: leaving asks nothing.
window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation());
tell({ kind: 'ready' });

function tell(message: FromFrame): void {
  window.parent.postMessage(message, window.location.origin);
}

function dress(asked: PreviewLook): void {
  look = asked;
  const { documentElement: root } = document;
  root.lang = asked.language;
  root.dir = /^(ar|fa|ur|he)\b/.test(asked.language) ? 'rtl' : 'ltr';
  root.dataset.scheme = asked.scheme;
  const sheet = document.querySelector<HTMLLinkElement>('#theme');
  if (sheet !== null) {
    const address = `/themes/${asked.theme}.css`;
    if (asked.theme !== '' && sheet.getAttribute('href') !== address) sheet.setAttribute('href', address);
    sheet.disabled = asked.theme === '';
  }
  if (form !== undefined) wear(form, asked);
}

function wear(element: TaafiForm, { language, numerals }: PreviewLook): void {
  element.setAttribute('lang', language);
  element.numerals = numerals;
}

/** Shows what the file says now, on the page and with the answers that were there, as far as it still has them. */
async function show({ definition, association, keepable, given }: PreviewState): Promise<void> {
  if (definition === undefined) return;
  const tag = given === undefined ? 'taafi-form' : 'taafi-data-declaration';
  await customElements.whenDefined(tag);
  if (form?.localName !== tag) {
    form?.remove();
    form = newForm(tag, given);
  }
  const element = form;
  // Saved again while the form was being opened, it goes on from what it was opened with.
  if (element.page !== '') last = { answers: element.answers, page: element.page };
  const { answers, page } = last;
  const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => keepable.includes(id)));
  const { prefill = {} } = definition as { prefill?: object };
  element.association = association;
  element.prefill = kept;
  element.addEventListener('taafi-ready', () => page === '' || page === 'receipt' || element.goTo(page), {
    once: true,
  });
  element.definition = { ...definition, prefill: { ...prefill, host: Object.keys(kept) } };
}

function newForm(tag: string, given: PreviewState['given']): TaafiForm {
  // Both tags are forms of the kit, defined by the time this is called.
  const element = document.createElement(tag) as TaafiForm;
  element.history = 'off';
  element.transport = sample;
  if ('data' in element) element.data = given?.[look?.language === 'en' ? 'en' : 'ar'];
  if (look !== undefined) wear(element, look);
  // The form has a switch of its own for the language.
  new MutationObserver(() => {
    if (look !== undefined && element.lang !== look.language)
      tell({ kind: 'language', language: element.lang });
  }).observe(element, { attributeFilter: ['lang'] });
  document.querySelector('main')?.append(element);
  return element;
}

/** Sends nothing anywhere: the page around shows what would be sent, and the form a receipt with a made-up number. */
const sample: Transport = {
  submit: async ({ form: sent, answers }: Submission): Promise<Receipt> => {
    tell({ kind: 'sent', answers });
    return {
      reference: '12345678901244',
      receivedAt: new Date().toISOString(),
      form: sent,
      answersSha256: '0'.repeat(64),
    };
  },
  refer: async () => ({ id: 'preview', receivedAt: new Date().toISOString() }),
  upload: async () => undefined,
};
