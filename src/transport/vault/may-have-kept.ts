import type { Device } from './device.js';
import { DATABASE, thisDevice } from './device.js';

/** Whether the kit has anything on this device: asked without making anything there. Where a browser cannot say, it may. */
export async function mayHaveKept(device: Pick<Device, 'indexedDB'> = thisDevice): Promise<boolean> {
  try {
    // Where nothing may be kept, some browsers throw as soon as they are asked for it.
    const { indexedDB } = device;
    const databases = await indexedDB?.databases?.();
    return indexedDB !== undefined && (databases?.some(({ name }) => name === DATABASE) ?? true);
  } catch {
    return false;
  }
}
