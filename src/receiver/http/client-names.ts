import { createHmac } from 'node:crypto';
import type { World } from '../world.js';
import { instant } from '../world.js';

/**
 * Names for clients by which lines of one day can be put together, and by which nobody is found: they are worked out with a
 * key that is in the memory of this process alone and forgotten at midnight (UTC).
 */
export class ClientNames {
  readonly #world: World;
  #day = '';
  #key: Uint8Array = new Uint8Array();

  constructor(world: World) {
    this.#world = world;
  }

  /** 48 bits in hexadecimal. */
  nameOf(client: string): string {
    const day = instant(this.#world).slice(0, 10);
    if (day !== this.#day) [this.#day, this.#key] = [day, this.#world.random(32)];
    return createHmac('sha256', this.#key).update(client).digest('hex').slice(0, 12);
  }
}
