/** The page of `taafi preview`: shows the form in frames and what was found in its file, anew each time it is saved. */
import type {
  Both,
  FromFrame,
  PreviewFault,
  PreviewLook,
  PreviewState,
  ToFrame,
} from '../core/preview/messages.js';

const controls = one('#controls', HTMLFormElement);
const frames = [...document.querySelectorAll('iframe')];
const ready = new Set<HTMLIFrameElement>();
let state: PreviewState | undefined;
let turn = 0;

const events = new EventSource('/events');
events.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const told = JSON.parse(data) as PreviewState;
  // Two that were told at once may come the other way round.
  if (told.turn < turn) return;
  turn = told.turn;
  take(told);
});
// The command counts anew when it has been started again.
events.addEventListener('open', () => {
  turn = 0;
  document.body.classList.remove('is-cut');
});
events.addEventListener('error', () => document.body.classList.add('is-cut'));
controls.addEventListener('change', () => look());
controls.addEventListener('submit', (event) => event.preventDefault());
window.addEventListener('message', ({ data, source, origin }: MessageEvent<FromFrame>) => {
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame !== undefined && origin === window.location.origin) hear(frame, data);
});
one('#answers button', HTMLButtonElement).addEventListener('click', () =>
  one('#answers', HTMLDialogElement).close(),
);
new ResizeObserver(fit).observe(one('#desktop', HTMLElement));
look();

function one<Kind extends Element>(selector: string, kind: abstract new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${selector}.`);
  return found;
}

function chosen(): PreviewLook {
  const data = new FormData(controls);
  const of = (name: string) => String(data.get(name) ?? '');
  return {
    language: of('language'),
    numerals: of('numerals') === 'arab' ? 'arab' : 'latn',
    scheme: of('scheme') === 'dark' ? 'dark' : 'light',
    theme: of('theme'),
  };
}

/** Shows everything as it is chosen now. The page itself speaks the language of the form where it can. */
function look(): void {
  const { documentElement: root } = document;
  const { language } = chosen();
  const spoken = language === 'en' ? 'en' : 'ar';
  root.lang = spoken;
  root.dir = spoken === 'en' ? 'ltr' : 'rtl';
  document.body.dataset.screen = String(new FormData(controls).get('screen'));
  for (const [index, option] of [...one('[name=theme]', HTMLSelectElement).options].entries()) {
    if (index === 0) option.textContent = option.dataset[spoken] ?? '';
  }
  for (const frame of frames) frame.title = frame.dataset[spoken] ?? '';
  for (const frame of ready) send(frame, { kind: 'look', look: chosen() });
  tellTitle();
}

function tellTitle(): void {
  const spoken = document.documentElement.lang === 'en' ? 'en' : 'ar';
  if (state !== undefined) document.title = state.title[spoken];
}

function send(frame: HTMLIFrameElement, message: ToFrame): void {
  frame.contentWindow?.postMessage(message, window.location.origin);
}

function hear(frame: HTMLIFrameElement, message: FromFrame): void {
  if (message.kind === 'ready') {
    ready.add(frame);
    send(frame, { kind: 'look', look: chosen() });
    if (state !== undefined) send(frame, { kind: 'state', state });
  } else if (message.kind === 'language') {
    choose('language', message.language);
    look();
  } else {
    one('#answers pre', HTMLElement).textContent = JSON.stringify(message.answers, null, 2);
    one('#answers', HTMLDialogElement).showModal();
  }
}

function choose(name: string, value: string): void {
  const button = controls.querySelector<HTMLInputElement>(`[name=${name}][value="${CSS.escape(value)}"]`);
  if (button !== null) button.checked = true;
}

function take(told: PreviewState): void {
  const isNew = told.isCurrent && told.definition !== undefined;
  const isFirst = state === undefined;
  state = told;
  offerLanguages(told.languages);
  if (isFirst) look();
  one('#title', HTMLElement).replaceChildren(...inBoth(told.title));
  tellTitle();
  document.body.classList.toggle('is-older', told.definition !== undefined && !told.isCurrent);
  document.body.classList.toggle('is-empty', told.definition === undefined);
  tellFaults(told.faults);
  // What cannot be shown leaves the form as it is, with all that was typed.
  if (isNew || isFirst) for (const frame of ready) send(frame, { kind: 'state', state: told });
}

/** Only the languages that the form has can be chosen. */
function offerLanguages(languages: readonly string[]): void {
  const buttons = [...controls.querySelectorAll<HTMLInputElement>('[name=language]')];
  for (const button of buttons) button.disabled = languages.length > 0 && !languages.includes(button.value);
  if (!buttons.some(({ checked, disabled }) => checked && !disabled)) {
    const offered = buttons.find(({ disabled }) => !disabled);
    if (offered !== undefined) offered.checked = true;
    look();
  }
}

function tellFaults(faults: readonly PreviewFault[]): void {
  const count = (asked: string) => String(faults.filter(({ severity }) => severity === asked).length);
  one('#errors', HTMLElement).textContent = count('error');
  one('#warnings', HTMLElement).textContent = count('warning');
  document.body.classList.toggle('is-clean', faults.length === 0);
  document.body.classList.toggle('has-errors', count('error') !== '0');
  one('#faults', HTMLElement).replaceChildren(...faults.map(faultItem));
}

function faultItem({ severity, sentence, line, column, pointer, excerpt }: PreviewFault): HTMLElement {
  const template = one('#fault', HTMLTemplateElement);
  const item = document.createElement('li');
  item.append(template.content.cloneNode(true));
  item.className = severity;
  const part = (name: string) => item.querySelector(`.${name}`) ?? item;
  part(severity === 'error' ? 'is-warning' : 'is-error').remove();
  part('sentence').replaceChildren(...inBoth(sentence));
  part('line').textContent = String(line);
  part('column').textContent = String(column);
  if (pointer === '') part('pointer').remove();
  else part('pointer').textContent = pointer;
  if (excerpt === undefined) part('excerpt').remove();
  else {
    const mark = document.createElement('mark');
    mark.textContent = excerpt[1];
    part('excerpt').replaceChildren(excerpt[0], mark);
  }
  return item;
}

function inBoth(text: Both): HTMLElement[] {
  return (['ar', 'en'] as const).map((language) => {
    const span = document.createElement('span');
    span.lang = language;
    span.dir = language === 'ar' ? 'rtl' : 'ltr';
    span.textContent = text[language];
    return span;
  });
}

/** The computer's screen is wider than its place: it is shown smaller, and is as wide inside as it says. */
function fit(): void {
  const place = one('#desktop', HTMLElement);
  const { clientWidth: width, clientHeight: height } = place;
  if (width === 0) return;
  const scale = Math.min(1, width / 1024);
  place.style.setProperty('--scale', String(scale));
  place.style.setProperty('--inside-width', `${width / scale}px`);
  place.style.setProperty('--inside-height', `${height / scale}px`);
}
