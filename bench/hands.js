/** What a person's hands do to a page: real events of the browser, no calls of scripts. */

/** @typedef {import('./browser.js').CDPSession} CDPSession */
/** @typedef {import('./browser.js').Page} Page */

/** How long to wait for something to be there, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Brings an element into sight as soon as it is there, and gives its middle. Looked for by asking: puppeteer's own
 * waiting does not see changes in shadow roots.
 * @param {Page} page
 * @param {string} element expression that gives it
 * @param {number} [timeout]
 * @returns {Promise<[x: number, y: number]>}
 */
export async function aim(page, element, timeout = PATIENCE) {
  await waitFor(page, element, timeout);
  await page.evaluate(`(${element}).scrollIntoView({ block: 'center', behavior: 'instant' })`);
  const middle = `(() => {
    const { left, top, width, height } = (${element}).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`;
  return /** @type {Promise<[number, number]>} */ (page.evaluate(middle));
}

/**
 * Gives an element the focus and makes sure that it has it.
 * @param {Page} page
 * @param {string} element
 * @param {number} [timeout]
 */
export async function focus(page, element, timeout = PATIENCE) {
  await waitFor(page, element, timeout);
  const hasFocus = await page.evaluate(`(${element}).focus(), (${element}).matches(':focus')`);
  if (!hasFocus) throw new Error(`${element} does not take the focus`);
}

/**
 * @param {Page} page
 * @param {string} expression
 * @param {number} timeout
 */
async function waitFor(page, expression, timeout) {
  await page.waitForFunction(`(${expression}) != null`, { polling: 50, timeout });
}

/**
 * Presses a key that writes a letter into what has the focus; the space bar takes a radio button.
 * @param {CDPSession} session
 * @param {string} text
 */
export async function press(session, text) {
  const [code, windowsVirtualKeyCode] = text === ' ' ? ['Space', 32] : ['KeyF', 70];
  const key = { key: text, code, windowsVirtualKeyCode };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
