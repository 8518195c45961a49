/**
 * What is put into each page before anything of its own: it looks for the moments that are measured.
 *
 * @typedef {object} Probe
 * @property {(id: string) => HTMLElement | null} find an element of the form, in the kit's root or in the page
 * @property {() => Promise<number>} painted time at which what is on the page now has been painted
 * @property {() => Promise<number>} whole time at which the form was all there and painted, from navigation on
 * @property {() => Promise<Focusable>} focusable
 * @property {(first: string, last: string, done?: () => boolean) => Promise<number>} after milliseconds from
 *   the next event of one type until what the one of another type that follows it does is painted, without the wait for the display's next frame, which is chance; `done` says
 *   whether it has been done
 * @property {Promise<number>} [measured] kept here until it is asked for
 *
 * @typedef {{ begin: number, end: number }} Frame
 *
 * @typedef {{ inDocument: number, onScreen: number }} Focusable when the first control took the focus: by script
 *   alone, and after the browser was ready to draw, so that a person could have seen and touched it
 */

/** Put behind the address of a page on which the first control is to be focused as soon as that is possible. */
export const wantsFocus = '#focus';

/** Runs in the page: nothing else of this module is there. */
export function probe() {
  const root = () => document.querySelector('taafi-form')?.shadowRoot ?? document;

  /** @type {Probe['find']} */
  const find = (id) => root().getElementById(id);

  /**
   * When the task that now runs is over.
   * @returns {Promise<number>}
   */
  const afterTask = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });

  /**
   * The next frame: a task that begins with callbacks such as this one and ends with style, layout and paint.
   * @returns {Promise<Frame>}
   */
  const nextFrame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const begin = performance.now();
        resolve(afterTask().then((end) => ({ begin, end })));
      });
    });

  const painted = async () => (await nextFrame()).end;

  const takesFocus = () => {
    const control = find('f1');
    control?.focus();
    return control !== null && root().activeElement === control;
  };

  /** @returns {Promise<number>} */
  const focusedInDocument = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => look());
      const look = () => {
        const shadow = document.querySelector('taafi-form')?.shadowRoot;
        if (shadow) observer.observe(shadow, { childList: true, subtree: true });
        if (!takesFocus()) return;
        observer.disconnect();
        resolve(performance.now());
      };
      observer.observe(document, { childList: true, subtree: true });
      customElements.whenDefined('taafi-form').then(look);
    });

  /** @returns {Promise<number>} */
  const focusedOnScreen = () =>
    new Promise((resolve) => {
      const look = () => (takesFocus() ? resolve(performance.now()) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });

  const isAsked = globalThis.location.hash === '#focus';
  const focused = isAsked ? Promise.all([focusedInDocument(), focusedOnScreen()]) : undefined;

  const isKit = globalThis.location.pathname.endsWith('/kit.html');
  const whole = new Promise((resolve) => {
    const begun = () => resolve(painted());
    addEventListener(isKit ? 'taafi-ready' : 'DOMContentLoaded', begun, { capture: true, once: true });
  });

  /** @type {Probe} */
  const tools = {
    find,
    painted,
    whole: () => whole,
    async focusable() {
      if (focused === undefined) throw new TypeError('the address does not ask for it');
      const [inDocument, onScreen] = await focused;
      return { inDocument, onScreen };
    },
    after: (first, last, done = () => true) =>
      new Promise((resolve) => {
        let begin = 0;
        addEventListener(first, () => (begin = performance.now()), { capture: true, once: true });
        const begun = async () => {
          const [handled, frame] = await Promise.all([afterTask(), nextFrame()]);
          let end = frame;
          while (!done()) end = await nextFrame();
          resolve(end === frame ? handled - begin + (frame.end - frame.begin) : end.end - begin);
        };
        addEventListener(last, begun, { capture: true, once: true });
      }),
  };
  Object.assign(globalThis, { probe: tools });
}
