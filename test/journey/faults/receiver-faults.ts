import type { Mischief } from '../unreliable-line.js';
import { handOn, hangUp } from '../unreliable-line.js';
import type { Fault } from './fault.js';
import { someBytes } from './line-faults.js';
import { cutAfterHeaders, loseAnswer, meanwhile, piece, submission, upload } from './mischiefs.js';
import type { Scene } from './scene.js';

/** Something happens to a receiver a moment after a request of the run has been handed on to it. */
async function playMeanwhile(
  scene: Scene,
  { within, happens, mischief }: { within: number; happens: () => unknown; mischief?: Mischief },
): Promise<void> {
  const { draw, place } = scene;
  const bytes = draw.oneOf(0, draw.from(200, 200_000));
  const form = await scene.filled(bytes);
  const pattern = bytes === 0 ? submission : draw.oneOf(submission, submission, piece, upload);
  place.line.disturb(
    pattern,
    meanwhile(draw.from(0, within), () => void happens(), mischief),
  );
  await scene.press(form);
  await scene.arrives(form);
}

function movedClock(days: 1 | -1): Fault {
  return {
    name: `the receiver’s clock goes a day ${days > 0 ? 'ahead' : 'back'}, or comes back`,
    receiverDays: days,
    play: (scene) =>
      playMeanwhile(scene, {
        within: 10,
        happens: () => scene.place.receivers.moveClock(),
        mischief: scene.draw.oneOf(handOn, hangUp, loseAnswer, cutAfterHeaders(scene.draw.share())),
      }),
  };
}

export const receiverFaults: readonly Fault[] = [
  {
    name: 'a receiver is killed in a write',
    play: (scene) => playMeanwhile(scene, { within: 15, happens: () => scene.place.receivers.kill() }),
  },
  {
    name: 'PostgreSQL stops at once and comes back',
    onPostgresql: true,
    play: (scene) =>
      playMeanwhile(scene, { within: 15, happens: () => scene.place.receivers.stopDatabase() }),
  },
  {
    name: 'the disk is full',
    onSmallDisk: true,
    async play(scene) {
      const { draw, place } = scene;
      const form = await scene.filled(draw.oneOf(someBytes(draw), draw.from(30_000, 200_000)));
      place.receivers.fillDisk(draw.oneOf(0, draw.from(0, 100_000)));
      try {
        await scene.press(form);
        await scene.hasTrouble(form);
      } finally {
        place.receivers.emptyDisk();
      }
      await scene.arrives(form);
    },
  },
  movedClock(1),
  movedClock(-1),
];
