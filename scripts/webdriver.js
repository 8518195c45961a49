/**
 * A client of WebDriver, as far as browser tests need it: one session in one window. Of its own, for the client that the
 * test runner would use brings a hundred packages.
 * @see https://www.w3.org/TR/webdriver2/
 */

import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';

/** @typedef {{ type: string, [key: string]: unknown }} Action */

const MOST_MILLISECONDS = 5000;

/** Keys that are no letters, by the names they have in the browser. Codes: WebDriver, "Keyboard actions". */
const keys = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE006',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/** @param {string} name */
function keyCode(name) {
  const letter = /^(?:Key|Digit)(.)$/.exec(name)?.[1].toLowerCase();
  const code = keys[/** @type {keyof typeof keys} */ (name)] ?? letter ?? name;
  if ([...code].length > 1) throw new Error(`No code is known for the key ${name}`);
  return code;
}

/** A page with the methods that the commands of the test runner call, which are those of Puppeteer. */
export class WebDriverPage {
  #base;

  /** @param {string} base address of the session, without a slash at its end */
  constructor(base) {
    this.#base = base;
  }

  keyboard = {
    /** @param {string} text */
    type: (text) => this.#keys([...text].flatMap((letter) => strokes(letter === '\n' ? keys.Enter : letter))),
    /** @param {string} name */
    press: (name) => this.#keys(strokes(keyCode(name))),
    /** @param {string} name */
    down: (name) => this.#keys([{ type: 'keyDown', value: keyCode(name) }]),
    /** @param {string} name */
    up: (name) => this.#keys([{ type: 'keyUp', value: keyCode(name) }]),
  };

  mouse = {
    /**
     * @param {number} x
     * @param {number} y
     */
    move: (x, y) => this.#pointer([moveTo(x, y)]),
    /**
     * @param {number} x
     * @param {number} y
     */
    click: (x, y) =>
      this.#pointer([moveTo(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
    down: () => this.#pointer([{ type: 'pointerDown', button: 0 }]),
    up: () => this.#pointer([{ type: 'pointerUp', button: 0 }]),
    reset: () => this.send('DELETE', '/actions'),
  };

  /** @param {string} url */
  goto(url) {
    return this.send('POST', '/url', { url });
  }

  /**
   * Makes the page as large as this, without the window's own parts.
   * @param {{ width: number, height: number }} viewport in CSS pixels
   */
  async setViewport({ width, height }) {
    const [widthOfBars, heightOfBars] = /** @type {number[]} */ (
      await this.evaluate('return [outerWidth - innerWidth, outerHeight - innerHeight]')
    );
    await this.send('POST', '/window/rect', { width: width + widthOfBars, height: height + heightOfBars });
    // The window is asked for, and has its size a moment later.
    const end = performance.now() + MOST_MILLISECONDS;
    for (;;) {
      const size = /** @type {number[]} */ (await this.evaluate('return [innerWidth, innerHeight]'));
      if (size[0] === width && size[1] === height) break;
      if (performance.now() > end)
        throw new Error(`The page is ${size.join(' × ')} pixels large, not ${width} × ${height}`);
    }
    // What depends on the size of the page is right once it has been painted.
    const painted = 'requestAnimationFrame(() => requestAnimationFrame(arguments[0]))';
    await this.send('POST', '/execute/async', { script: painted, args: [] });
  }

  /**
   * Runs a script in the page and gives what it returns.
   * @param {string} script
   */
  evaluate(script) {
    return this.send('POST', '/execute/sync', { script, args: [] });
  }

  /**
   * Motion is reduced from the start, which is the only such feature that can be had.
   * @param {{ name: string, value: string }[]} features
   */
  async emulateMediaFeatures(features) {
    for (const { name, value } of features) {
      const holds = await this.evaluate(`return matchMedia('(${name}: ${value})').matches`);
      if (!holds) throw new Error(`${name}: ${value} cannot be had here`);
    }
  }

  /** @param {string} type */
  async emulateMediaType(type) {
    if (type !== 'screen') throw new Error(`The medium ${type} cannot be had here`);
  }

  close() {
    return this.send('DELETE', '');
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  send(method, path, body) {
    return sendCommand(method, `${this.#base}${path}`, body);
  }

  /** @param {Action[]} actions */
  #keys(actions) {
    return this.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** @param {Action[]} actions */
  #pointer(actions) {
    const parameters = { pointerType: 'mouse' };
    return this.send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters, actions }],
    });
  }
}

/**
 * Begins a session.
 * @param {string} driver address of the driver
 * @param {object} capabilities
 */
export async function openSession(driver, capabilities) {
  const { sessionId } = /** @type {{ sessionId: string }} */ (
    await sendCommand('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } })
  );
  return new WebDriverPage(`${driver}/session/${sessionId}`);
}

/** @param {string} value */
function strokes(value) {
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}

/**
 * @param {number} x
 * @param {number} y
 */
function moveTo(x, y) {
  return { type: 'pointerMove', x, y, duration: 0, origin: 'viewport' };
}

/**
 * @param {string} method
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<unknown>}
 * @throws {Error} with the driver's own words
 */
async function sendCommand(method, url, body) {
  // A connection for each command: the driver closes idle ones, and `fetch` would use them again.
  const asked = request(url, { method, agent: false });
  asked.end(body && JSON.stringify(body));
  const [response] = /** @type {[import('node:http').IncomingMessage]} */ (await once(asked, 'response'));
  const { value } = /** @type {{ value: any }} */ (await json(response));
  if (response.statusCode !== 200) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
