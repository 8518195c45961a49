import { neededBy, row } from '../needed.js';
import { startReceiver } from '../receiver.js';

/** @typedef {import('../bench.js').Figure} Figure */

const code = ['Script', 'Stylesheet'];

/** @type {Figure} */
export const wire = {
  name: 'wire',
  what: 'JavaScript and CSS until the first step of the support request can be answered (demo page, gzip)',
  async measure(bench) {
    const receiver = await startReceiver();
    try {
      const { all, needed } = await neededBy(
        await bench.browser,
        `${receiver.origin}/`,
        'taafi-support-request',
      );
      return [
        row(
          'JS + CSS until the first step',
          needed.filter(({ type }) => code.includes(type)),
          45_000,
        ),
        row('everything until the first step', needed),
        row('everything that was loaded', all),
      ];
    } finally {
      await receiver.close();
    }
  },
};
