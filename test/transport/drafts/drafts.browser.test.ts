import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ReceiverHalves } from '../../../src/transport/drafts/draft-halves.js';
import type { Draft, DraftContent } from '../../../src/transport/drafts/drafts.js';
import { DraftGone, Drafts } from '../../../src/transport/drafts/drafts.js';
import { Vault } from '../../../src/transport/vault/vault.js';
import { VaultError } from '../../../src/transport/vault/vault-error.js';
import { deviceFor, forgetDevice, storedBytes } from '../vault/device.js';

const DAY = 24 * 60 * 60 * 1000;
const CODE = '083641';

const content: DraftContent = {
  form: { id: 'visit', version: '1.0.0' },
  answers: { name: 'سالم Nobody-Knows' },
  typed: { mobile: '05' },
  page: 'who',
  besides: {},
};

/** A receiver with one half, which it gives for one code; `asked` is what came to it. */
function pretended(now: () => number) {
  const half = btoa(String.fromCodePoint(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
  const state = { half, tries: 5, isThere: true, asked: [] as string[] };
  const problem = (status: number, code: string, more = {}) =>
    [status, { type: `urn:taafi-kit:problem:${code}`, ...more }] as const;
  const answer = (path: string, body: { code?: string }): readonly [number, object?] => {
    if (path === '')
      return [201, { id: 'A'.repeat(22), half: state.half, code: CODE, until: new Date(now() + 7 * DAY) }];
    if (path === '/deletion') {
      state.isThere = false;
      return [204];
    }
    if (!state.isThere || state.tries === 0) return problem(404, 'unknown-draft');
    if (body.code === CODE) return [200, { half: state.half, until: '' }];
    state.tries -= 1;
    return problem(403, 'draft-code', { triesLeft: state.tries });
  };
  const ask: typeof fetch = async (input, init) => {
    const path = /api\/drafts(.*)$/.exec(String(input))?.[1] ?? '';
    state.asked.push(path);
    const [status, body] = answer(path, JSON.parse(String(init?.body)));
    const headers = { 'Content-Type': 'application/json' };
    return new Response(body && JSON.stringify(body), { status, headers });
  };
  return { state, halves: new ReceiverHalves('/', { fetch: ask }) };
}

describe('a draft on a device', () => {
  const opened: Vault[] = [];

  /** Another page of the same site, on the same device. */
  function scene(at = deviceFor()) {
    const receiver = pretended(() => at.device.now());
    const another = () => {
      const vault = new Vault(at.device);
      opened.push(vault);
      return { vault, drafts: new Drafts(vault, receiver.halves, at.device) };
    };
    return { ...at, ...receiver, ...another(), another };
  }

  const draftIn = (found: unknown): Draft => found as Draft;

  beforeEach(forgetDevice);
  afterEach(() => {
    for (const vault of opened.splice(0)) vault.close();
  });

  it('is opened by its code, in another page too, with its files', async () => {
    const { drafts, another } = scene();
    const { draft, code } = await drafts.begin('visit');
    await draft.save(content);
    await draft.saveFile('one', new File([new Uint8Array([1, 250])], 'صورة.jpg', { type: 'image/jpeg' }));
    await draft.saveFile('two', new File(['x'], 'b'));
    await draft.dropFile('two');

    const { drafts: later } = another();
    const again = draftIn(await later.open('visit', code));
    expect(await again.content()).to.deep.equal(content);
    const file = await again.file('one');
    expect([file?.name, file?.type]).to.deep.equal(['صورة.jpg', 'image/jpeg']);
    expect([...new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))]).to.deep.equal([1, 250]);
    expect(await again.file('two')).to.equal(undefined);
    expect(await later.find('other')).to.equal(undefined);
  });

  it('gives back whatever was in it', async () => {
    const { drafts } = scene();
    const { draft } = await drafts.begin('visit');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (typed) => {
        await draft.save({ ...content, typed });
        expect(JSON.stringify(await draft.content())).to.equal(JSON.stringify({ ...content, typed }));
      }),
      { numRuns: 20 },
    );
  });

  it('cannot be read with what is on the device alone, nor with what the receiver has', async () => {
    const { drafts, vault, state } = scene();
    await (await drafts.begin('visit')).draft.save(content);
    const { bytes } = await storedBytes();
    for (const secret of ['Nobody-Knows', CODE, state.half]) expect(bytes).not.to.contain(secret);
    // Even who can have the vault opened finds another seal inside.
    const kept = (await vault.get('drafts', 'visit', 'content')) as { bytes: Blob };
    expect(await kept.bytes.text()).not.to.contain('Nobody-Knows');
    // Another half makes another key.
    state.half = `${state.half.slice(0, -2)}${state.half.endsWith('AA') ? 'EA' : 'AA'}`;
    const wrong = draftIn(await drafts.open('visit', CODE));
    const error = await wrong.content().catch((failure: unknown) => failure);
    expect((error as VaultError).failure).to.equal('damaged');
  });

  it('tells how many tries are left, and after the last nothing is here any more', async () => {
    const { drafts, vault } = scene();
    await drafts.begin('visit');
    const told = [];
    for (let tries = 0; tries < 5; tries += 1) told.push(await drafts.open('visit', '111111'));
    expect(told).to.deep.equal([...[4, 3, 2, 1].map((triesLeft) => ({ triesLeft })), 'gone']);
    expect(await vault.list('drafts')).to.deep.equal([]);
    expect(await drafts.open('visit', CODE)).to.equal('gone');
  });

  it('is gone here too when the receiver has no half of it any more', async () => {
    const { drafts, state, vault } = scene();
    await drafts.begin('visit');
    state.isThere = false;
    expect(await drafts.open('visit', CODE)).to.equal('gone');
    expect(await vault.list('drafts')).to.deep.equal([]);
  });

  it('that was deleted in another page is not written anew', async () => {
    const { drafts, another, state } = scene();
    const { draft } = await drafts.begin('visit');
    const { drafts: others, vault } = another();
    await others.delete('visit');
    expect(state.isThere).to.equal(false);
    expect(await draft.save(content).catch((error: unknown) => error)).to.be.instanceOf(DraftGone);
    expect(await vault.list('drafts')).to.deep.equal([]);
    // Begun anew, it is another one than that.
    await others.begin('visit');
    draft.end();
    expect(await draft.save(content).catch((error: unknown) => error)).to.be.instanceOf(DraftGone);
  });

  it('is gone after seven days', async () => {
    const { drafts, pass } = scene();
    await drafts.begin('visit');
    pass(7 * DAY - 1);
    expect(await drafts.find('visit')).not.to.equal(undefined);
    pass(1);
    expect(await drafts.find('visit')).to.equal(undefined);
    expect(await drafts.open('visit', CODE)).to.equal('gone');
  });

  it('that cannot be written leaves no half at the receiver', async () => {
    const { device } = deviceFor();
    const refused = Object.create(device, { indexedDB: { value: undefined } });
    const { halves, state } = pretended(() => device.now());
    const drafts = new Drafts(new Vault(refused), halves, refused);
    const error = await drafts.begin('visit').catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(VaultError);
    expect(state.asked).to.deep.equal(['', '/deletion']);
  });
});
