import type { FormPage } from '../form-page.js';
import { handOn, hangUp } from '../unreliable-line.js';
import type { Fault } from './fault.js';
import { always } from './fault.js';
import { someBytes } from './line-faults.js';
import { anything, cutAfterHeaders, loseAnswer, meanwhile, submission, upload } from './mischiefs.js';
import type { Scene } from './scene.js';

/** The line is down, and what was submitted is kept on the device; false where it went through. */
async function kept(scene: Scene): Promise<FormPage> {
  const { line } = scene.place;
  const form = await scene.filled(someBytes(scene.draw));
  line.disturb(anything, ...always(hangUp));
  await scene.press(form);
  await scene.keep(form);
  return form;
}

/** While it is being sent, what was kept, or from a device of the person’s own, something is killed; then he comes back. */
async function playKilled(scene: Scene, kill: (form: FormPage) => Promise<void>): Promise<void> {
  const { draw, place } = scene;
  const isOwn = draw.share() < 0.5;
  let form: FormPage;
  if (isOwn) {
    form = await scene.open();
    await scene.makeOwn(form);
    await scene.fillIn(form, someBytes(draw));
  } else form = await kept(scene);
  place.line.behave();
  const pattern = draw.oneOf(submission, submission, anything);
  const mischief = draw.oneOf(handOn, loseAnswer, hangUp);
  const time = new Promise<void>((resolve) =>
    place.line.disturb(pattern, meanwhile(draw.from(0, 30), resolve, mischief)),
  );
  if (isOwn) await scene.press(form);
  else await form.press('أرسله الآن');
  await time;
  await kill(form);
  place.line.behave();
  await scene.arrives(await scene.open());
}

function wrongClock(days: 1 | -1): Fault {
  return {
    name: `the device’s clock is a day ${days > 0 ? 'ahead' : 'behind'}, or becomes so`,
    manner: (draw) => ({ days: draw.oneOf(0, days) }),
    async play(scene) {
      const { draw, place, device } = scene;
      const form = await scene.filled(someBytes(draw));
      const move = () =>
        form.page.evaluate((milliseconds) => {
          (globalThis as unknown as { moveClock(by: number): void }).moveClock(milliseconds);
        }, days * 86_400_000);
      const mischief = draw.oneOf(handOn, hangUp, loseAnswer, cutAfterHeaders(draw.share()));
      const happens = () => {
        if (device.manner.days === 0) void move().catch(() => undefined);
      };
      place.line.disturb(draw.oneOf(submission, upload), meanwhile(draw.from(0, 10), happens, mischief));
      await scene.press(form);
      await scene.arrives(form);
    },
  };
}

function keepsNothing(name: string, prepare: (scene: Scene, form: FormPage) => Promise<void>): Fault {
  return {
    name,
    async play(scene) {
      const { draw, place } = scene;
      const form = await scene.filled(draw.from(200, 30_000));
      await prepare(scene, form);
      place.line.disturb(anything, ...always(hangUp));
      await scene.press(form);
      await scene.failsToKeep(form);
      place.line.behave();
      await scene.arrives(form);
    },
  };
}

const refuseStorage = () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError');
  };
  Object.defineProperty(globalThis, 'indexedDB', { get: refuse });
};

export const deviceFaults: readonly Fault[] = [
  {
    name: 'the tab is killed while it sends',
    play: (scene) => playKilled(scene, ({ page }) => scene.device.killTab(page)),
  },
  {
    name: 'the browser is killed while it sends',
    ownBrowser: true,
    play: (scene) => playKilled(scene, () => scene.device.killBrowser()),
  },
  wrongClock(1),
  wrongClock(-1),
  {
    name: 'offline for three days',
    async play(scene) {
      const { draw, place, device } = scene;
      await kept(scene);
      await device.closeTabs();
      device.manner = { ...device.manner, days: 3 + draw.share() / 2 };
      const form = await scene.open();
      await scene.showsKept(form);
      place.line.behave();
      await scene.arrives(form);
    },
  },
  {
    name: 'offline for a moment while it is sent',
    async play(scene) {
      const { draw } = scene;
      const form = await scene.filled(draw.from(200, 100_000));
      await scene.press(form);
      await new Promise((resolve) => setTimeout(resolve, draw.from(0, 60)));
      scene.device.spoil(form.page);
      await form.page.setOfflineMode(true);
      await new Promise((resolve) => setTimeout(resolve, draw.from(0, 800)));
      await form.page.setOfflineMode(false);
      await scene.arrives(form);
    },
  },
  {
    name: 'two or three tabs send it',
    async play(scene) {
      const { draw, place } = scene;
      const forms = [await kept(scene)];
      for (let count = draw.from(1, 2); count > 0; count -= 1) forms.push(await scene.open());
      place.line.behave();
      place.line.disturb(submission, draw.oneOf(handOn, loseAnswer, hangUp));
      await scene.arrives(...forms);
    },
  },
  {
    ...keepsNothing('the browser refuses IndexedDB', async () => undefined),
    manner: () => ({ before: refuseStorage }),
  },
  keepsNothing('IndexedDB is full', async ({ draw, place, device }, { page }) => {
    device.spoil(page);
    const devtools = await page.createCDPSession();
    const quotaSize = draw.from(1, 100);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: place.line.url, quotaSize });
  }),
  {
    name: 'slow 2G',
    isSlow: true,
    async play(scene) {
      const { draw, place } = scene;
      const form = await scene.filled(draw.from(200, 12_000));
      scene.device.spoil(form.page);
      const devtools = await form.page.createCDPSession();
      await devtools.send('Network.enable');
      // 2 s to and fro, 50 kbit/s each way.
      const slow = { latency: 2000, downloadThroughput: 6250, uploadThroughput: 6250, offline: false };
      await devtools.send('Network.emulateNetworkConditions', slow);
      place.line.disturb(draw.oneOf(submission, upload), draw.oneOf(handOn, handOn, loseAnswer));
      await scene.press(form);
      await scene.arrives(form);
    },
    manner: () => ({ timeout: 30_000 }),
  },
];
