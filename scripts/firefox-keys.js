/**
 * Keys that Puppeteer has no code for in BiDi, or that of the number pad. Codes: WebDriver, "Keyboard actions".
 * @type {Record<string, import('puppeteer-core').KeyInput>}
 */
const keys = { Enter: /** @type {import('puppeteer-core').KeyInput} */ ('\uE006'), Space: ' ' };

/**
 * Gives a page of Firefox the keys by the names they have in Chromium.
 * @param {import('puppeteer-core').Page} page
 */
export function nameKeys({ keyboard }) {
  const { press } = keyboard;
  keyboard.press = (key, options) => press.call(keyboard, keys[key] ?? key, options);
}
