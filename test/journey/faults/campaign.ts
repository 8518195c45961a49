import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { RealPostgreSql } from '../../receiver/real-postgresql.js';
import { launchBrowser } from '../browser.js';
import { startUnreliableLine } from '../unreliable-line.js';
import type { Home } from './device.js';
import { Device } from './device.js';
import { Draw } from './draw.js';
import type { Fault } from './fault.js';
import type { Ground } from './receivers.js';
import { Receivers } from './receivers.js';
import { faultForm, Scene } from './scene.js';
import { canMount, mountSmallDisk, unmountSmallDisk } from './small-disk.js';
import type { Row, Run } from './tally.js';
import { tally } from './tally.js';

export interface Conditions {
  readonly seed: string;
  /** Numbers of the runs of each fault. */
  readonly runs: readonly number[];
  /** How many runs are played at the same time. */
  readonly atOnce: number;
  /** Processes of the receiver. */
  readonly receivers: number;
  readonly postgresql: boolean;
}

/** Milliseconds after which a run that has not ended is given up. */
const LONGEST_RUN = 150_000;

/** Plays faults, one after the other, each on receivers and a database of its own. Of all that it starts nothing stays. */
export class Campaign {
  readonly #conditions: Conditions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'taafi-faults-'));
  readonly #ends: (() => Promise<unknown>)[] = [];
  readonly #mounted = new Set<string>();
  readonly #devices = new Set<Device>();
  #browser: Browser | undefined;
  #server: RealPostgreSql | undefined;
  #receivers: Receivers | undefined;

  constructor(conditions: Conditions) {
    this.#conditions = conditions;
  }

  async start(): Promise<void> {
    if (this.#conditions.postgresql)
      this.#server = await RealPostgreSql.start({
        after: (end) => this.#ends.push(end as () => Promise<void>),
      });
    const userDataDir = join(this.#folder, 'browser');
    this.#browser = await launchBrowser({ userDataDir, handleSIGINT: false });
  }

  /** Plays all runs of one fault and counts them. */
  async play(fault: Fault): Promise<Row> {
    const { seed, runs, atOnce } = this.#conditions;
    const folder = join(this.#folder, 'fault');
    mkdirSync(folder);
    if (fault.onSmallDisk) {
      mountSmallDisk(folder);
      this.#mounted.add(folder);
    }
    const ends: (() => Promise<void>)[] = [];
    const test = { after: (end: () => Promise<void>) => ends.push(end) };
    try {
      const receivers = new Receivers(
        await this.#ground(fault, folder),
        faultForm,
        new Draw(seed, fault.name),
      );
      this.#receivers = receivers;
      await receivers.start();
      const left = [...runs];
      const played: Run[] = [];
      const worker = async () => {
        const line = await startUnreliableLine(test, () => receivers.url());
        const context = await (this.#browser as Browser).createBrowserContext();
        ends.push(() => context.close());
        const home: Home = { context, origin: line.url };
        for (let number = left.shift(); number !== undefined; number = left.shift()) {
          played.push(await this.#playOne(fault, number, { line, receivers, folder: this.#folder }, home));
          line.behave();
        }
      };
      const workers = Math.min(runs.length, fault.isSlow ? 3 * atOnce : atOnce);
      await Promise.all(Array.from({ length: workers }, worker));
      await receivers.settled();
      const row = tally(fault.name, played, await receivers.held());
      const broken = await receivers.brokenChain();
      return broken === undefined ? row : { ...row, findings: [...row.findings, `${fault.name}: ${broken}`] };
    } finally {
      for (const end of ends) await end();
      await this.#receivers?.close();
      this.#receivers = undefined;
      this.#unmount();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  async end(): Promise<void> {
    await this.#receivers?.close();
    await Promise.all([...this.#devices].map((device) => device.close().catch(() => undefined)));
    await this.#browser?.close();
    for (const end of this.#ends) await end();
    this.endNow();
  }

  /** The same for a process that ends at once, which waits for nothing. */
  endNow(): void {
    this.#receivers?.killAll();
    for (const device of this.#devices) device.killAll();
    this.#browser?.process()?.kill('SIGKILL');
    this.#unmount();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async #playOne(fault: Fault, number: number, place: Scene['place'], window: Home): Promise<Run> {
    const draw = new Draw(this.#conditions.seed, fault.name, number);
    const manner = { random: draw.share() / 20, days: 0, timeout: 30_000, ...fault.manner?.(draw) };
    const home = fault.ownBrowser ? this.#folder : window;
    const scene = new Scene(draw, place, (told) => new Device(home, manner, told), number);
    this.#devices.add(scene.device);
    let trouble: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('it does not come to an end')), LONGEST_RUN);
      });
      await Promise.race([fault.play(scene), late]);
    } catch (error) {
      trouble = String((error as Error).message)
        .replaceAll(/\s+/g, ' ')
        .slice(0, 400);
    } finally {
      clearTimeout(timer);
    }
    await scene.device.close().catch(() => undefined);
    this.#devices.delete(scene.device);
    return scene.result(trouble);
  }

  async #ground(fault: Fault, folder: string): Promise<Ground> {
    const server = this.#server;
    const url = await server?.database();
    const clock = new URL('./clock.js', import.meta.url).href;
    const { receiverDays: days } = fault;
    return {
      folder,
      count: this.#conditions.receivers,
      ...(days !== undefined && {
        settings: { NODE_OPTIONS: `--import ${clock}`, FAULT_CLOCK_DAYS: String(days) },
      }),
      ...(server !== undefined &&
        url !== undefined && {
          postgresql: {
            url,
            query: (sql: string) => server.query(new URL(url).pathname.slice(1), sql),
            async stop() {
              await server.stop('SIGQUIT');
              await server.resume();
            },
          },
        }),
    };
  }

  #unmount(): void {
    for (const folder of this.#mounted) unmountSmallDisk(folder);
    this.#mounted.clear();
  }
}

/** Why a fault cannot be played here; undefined where it can. */
export function missing(fault: Fault, { postgresql }: Pick<Conditions, 'postgresql'>): string | undefined {
  if (fault.onPostgresql && !postgresql) return 'only with --postgresql';
  if (fault.onSmallDisk && !canMount()) return 'only root may make a small disk here';
  return undefined;
}
