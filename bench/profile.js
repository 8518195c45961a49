import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('puppeteer-core').CDPSession} CDPSession */
/** @typedef {import('puppeteer-core').Protocol.Profiler.Profile} CpuProfile */

const folder = fileURLToPath(new URL('../dist/bench/', import.meta.url));
const LINES = 25;
/** Microseconds between two looks at what is running. */
const INTERVAL = 100;

/** Collects what the kit's functions take, over all measurements of a figure. */
export class FunctionTimes {
  /** Milliseconds by function: in itself, and with what it calls. @type {Map<string, { self: number, all: number }>} */
  #times = new Map();
  /** @type {CpuProfile | undefined} */
  #last;
  #count = 0;

  /**
   * @template Result
   * @param {CDPSession} session
   * @param {() => Promise<Result>} act
   */
  async during(session, act) {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.send('Profiler.start');
    const result = await act();
    const { profile } = await session.send('Profiler.stop');
    this.#add(profile);
    return result;
  }

  /**
   * The functions that take most, per measurement; the last profile goes into a file for the browser's own tools.
   * @param {string} figure
   */
  report(figure) {
    if (this.#last === undefined) return '';
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}${figure}.cpuprofile`, JSON.stringify(this.#last));
    const entries = [...this.#times].sort(([, a], [, b]) => b.self - a.self).slice(0, LINES);
    const lines = entries.map(
      ([name, { self, all }]) =>
        `${(self / this.#count).toFixed(2).padStart(9)} ${(all / this.#count).toFixed(2).padStart(9)}  ${name}`,
    );
    return [`  self ms    all ms  ${figure}: the kit's functions, each time`, ...lines].join('\n');
  }

  /** @param {CpuProfile} profile */
  #add({ ...profile }) {
    this.#last = profile;
    this.#count += 1;
    const { nodes, samples = [], timeDeltas = [] } = profile;
    const byId = new Map(nodes.map((node) => [node.id, node]));
    /** @type {Map<number, number>} */
    const self = new Map();
    for (const [index, id] of samples.entries())
      self.set(id, (self.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
    /** @type {(id: number, within: ReadonlySet<string>) => number} */
    const add = (id, within) => {
      const node = byId.get(id);
      if (node === undefined) return 0;
      const { functionName, url, lineNumber } = node.callFrame;
      const file = url.slice(url.lastIndexOf('/') + 1);
      const name = `${functionName || '(anonymous)'}${file && ` ${file}:${lineNumber + 1}`}`;
      const own = self.get(id) ?? 0;
      const inside = new Set([...within, name]);
      const all = own + (node.children ?? []).reduce((sum, child) => sum + add(child, inside), 0);
      const times = this.#times.get(name) ?? { self: 0, all: 0 };
      // What calls itself is counted once.
      this.#times.set(name, { self: times.self + own, all: times.all + (within.has(name) ? 0 : all) });
      return all;
    };
    if (nodes[0]) add(nodes[0].id, new Set());
  }
}
