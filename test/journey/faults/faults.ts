import { deviceFaults } from './device-faults.js';
import type { Fault } from './fault.js';
import { lineFaults } from './line-faults.js';
import { receiverFaults } from './receiver-faults.js';

/** Every fault of the table, in its order. */
export const faults: readonly Fault[] = [...lineFaults, ...receiverFaults, ...deviceFaults];
