import type { Mischief } from '../unreliable-line.js';
import type { Manner } from './device.js';
import type { Draw } from './draw.js';
import type { Scene } from './scene.js';

/** One thing that goes wrong between a person and the receiver, and how a person meets it. */
export interface Fault {
  readonly name: string;
  /** Plays one run; when it ends a page has said that the request has arrived. */
  play(scene: Scene): Promise<void>;
  /** The folder of the receivers is on a disk of its own, which is small. */
  readonly onSmallDisk?: true;
  /** Days that the receivers' clock can be moved by. */
  readonly receiverDays?: number;
  /** The browser of each run is one of its own. */
  readonly ownBrowser?: true;
  /** There is nothing of it but on PostgreSQL. */
  readonly onPostgresql?: true;
  /** A run of it is mostly waiting. */
  readonly isSlow?: true;
  manner?(draw: Draw): Partial<Manner>;
}

/** As often as the kit tries by itself, and more. */
export const always = (mischief: Mischief): Mischief[] => Array.from({ length: 80 }, () => mischief);
