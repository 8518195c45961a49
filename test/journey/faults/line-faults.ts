import type { Mischief } from '../unreliable-line.js';
import { breakOff, fallSilent, hangUp } from '../unreliable-line.js';
import type { Draw } from './draw.js';
import type { Fault } from './fault.js';
import { always } from './fault.js';
import {
  anything,
  arriveLater,
  atOnce,
  cutAfterHeaders,
  gateway,
  loseAnswer,
  piece,
  problem,
  resetAt,
  signInPage,
  submission,
} from './mischiefs.js';

/** Bytes of a file: often none, and never more than one piece of an upload. */
export const someBytes = (draw: Draw): number => (draw.share() < 0.4 ? 0 : draw.from(200, 30_000));

/** It goes wrong one to seven times in a row: the kit gives up after five, and then the person tries again. */
function happens(name: string, mischief: (draw: Draw) => Mischief, pattern?: RegExp): Fault {
  return {
    name,
    async play(scene) {
      const { draw, place } = scene;
      const form = await scene.filled(someBytes(draw));
      const mischiefs = Array.from({ length: draw.from(1, 7) }, () => mischief(draw));
      place.line.disturb(pattern ?? draw.oneOf(submission, anything), ...mischiefs);
      await scene.press(form);
      await scene.arrives(form);
    },
  };
}

/** One to three times a file breaks off at the same place. */
function breaksOff(percent: number): Fault {
  return {
    name: `an upload is reset at ${percent} %`,
    async play(scene) {
      const { draw, place } = scene;
      const bytes = draw.from(20_000, 600_000);
      const form = await scene.filled(bytes);
      const mischief = resetAt(percent / 100, bytes, draw.from(1, 3));
      place.line.disturb(piece, ...always(mischief));
      await scene.press(form);
      await scene.arrives(form);
    },
  };
}

const retryAfter = (draw: Draw): number | undefined => draw.oneOf(undefined, 0, 0, 1, 600);

export const lineFaults: readonly Fault[] = [
  happens('dropped before it is stored', () => hangUp, submission),
  happens('dropped half-way through the request', (draw) => breakOff(draw.from(1, 250)), submission),
  happens('dropped after it was stored', () => loseAnswer, submission),
  happens(
    'cut after the headers of the answer',
    (draw) => cutAfterHeaders(draw.oneOf(0, draw.share())),
    submission,
  ),
  breaksOff(1),
  breaksOff(50),
  breaksOff(99),
  happens('500', () => problem(500, 'internal')),
  happens('502 of a gateway', () => gateway(502)),
  happens('503', (draw) => problem(503, 'busy', retryAfter(draw))),
  happens('429', (draw) => problem(429, 'busy', retryAfter(draw))),
  {
    name: '409: the same is on its way still',
    async play(scene) {
      const { draw, place } = scene;
      const form = await scene.filled(someBytes(draw));
      const refusals = draw.oneOf(0, 1, 1, 2);
      const inProgress = Array.from({ length: refusals }, () => problem(409, 'in-progress', 1));
      place.line.disturb(submission, arriveLater(draw.from(0, 1200)), ...inProgress);
      await scene.press(form);
      await scene.arrives(form);
    },
  },
  {
    name: 'the same arrives several times at once',
    async play(scene) {
      const { draw, place } = scene;
      const form = await scene.filled(someBytes(draw));
      place.line.disturb(submission, atOnce(draw.from(2, 5), draw.from(0, 40)));
      await scene.press(form);
      await scene.arrives(form);
    },
  },
  happens('a proxy answers 200 with HTML', () => signInPage),
  {
    ...happens('no answer ever comes', () => fallSilent),
    manner: (draw) => ({ timeout: draw.from(150, 500) }),
  },
];
