import assert from 'node:assert/strict';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { scannerOf } from '../../src/receiver/scanning/scanner.js';
import type { Handled } from './handled-scene.js';
import { get, readBy, scene, told } from './handled-scene.js';
import type { Running } from './running-receiver.js';
import { codeOf, eventually, newKey, post, startReceiver, temporaryFolder } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { create, patch, upload } from './tus-client.js';

/** The text that every scanner calls infected, put together here so that none calls this file so. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Answers as clamd does, to whoever speaks its protocol; counts the files it has looked at. */
async function fakeClamd(test: TestContext, path: string): Promise<{ server: Server; looked: () => number }> {
  let looked = 0;
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      const bytes = streamIn(heard);
      if (bytes === undefined) return;
      looked += 1;
      const found = bytes.includes('EICAR-STANDARD-ANTIVIRUS');
      socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  test.after(() => server.close());
  return { server, looked: () => looked };
}

/** The bytes of an INSTREAM that has come to its end. */
function streamIn(heard: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (heard.length < command.length) return undefined;
  assert.equal(heard.subarray(0, command.length).toString(), command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

async function infected(receiver: Running) {
  const bytes = Buffer.from(`%PDF-1.7\n${EICAR}\n%%EOF\n`);
  const id = newKey();
  await create(receiver, id, bytes.length);
  assert.equal((await patch(receiver, id, 0, bytes)).status, 204);
  return { id, name: 'a.pdf', type: 'application/pdf', size: bytes.length };
}

const fileOf = ({ receiver, reference, staff }: Handled, id: string) =>
  get(receiver, `api/staff/requests/${reference}/files/${id}`, staff.socialResearcher);

async function scanOf(handled: Handled, id: string): Promise<string | undefined> {
  const { files } = await readBy(handled, handled.staff.socialResearcher);
  return (files as { id: string; scan?: string }[]).find((file) => file.id === id)?.scan;
}

describe('the scanner', () => {
  it('looks at files before anybody gets them; what it finds is refused, marked and told', async (test) => {
    const socket = join(temporaryFolder(test), 'clamd.ctl');
    const scanner = scannerOf(`clamd:${socket}`);
    // Nobody is there yet: files wait, and the person's request is taken all the same.
    const handled = await scene(test, { scanner, scanPause: 50 }, told);
    const { receiver } = handled;
    const [clean, bad] = [await upload(receiver), await infected(receiver)];
    const answer = await post(
      receiver,
      'api/submissions',
      submissionWith({ ...told, documents: [clean, bad] }),
    );
    assert.equal(answer.status, 201, answer.text);
    const request = { ...handled, reference: String(answer.body.reference) };
    await eventually(async () => (await fileOf(request, clean.id)).text.includes('cannot be asked'));
    const waiting = await fileOf(request, clean.id);
    assert.deepEqual([waiting.status, codeOf(waiting)], [409, 'file-waiting']);
    assert.equal(waiting.headers.get('Retry-After'), '60');
    assert.equal(await scanOf(request, clean.id), 'waiting');
    assert.ok(receiver.lines.some((line) => line.includes('scanner cannot be asked')));

    const { looked } = await fakeClamd(test, socket);
    await eventually(async () => (await scanOf(request, clean.id)) === 'clean');
    await eventually(async () => {
      const { history } = await readBy(request, request.staff.socialResearcher);
      return (history as { kind: string }[]).some(({ kind }) => kind === 'infected');
    });
    assert.match((await fileOf(request, clean.id)).text, /^%PDF-1\.7/);
    const refused = await fileOf(request, bad.id);
    assert.deepEqual([refused.status, codeOf(refused)], [403, 'infected']);
    assert.equal(await scanOf(request, bad.id), 'infected');
    const { history } = await readBy(request, request.staff.socialResearcher);
    const told_ = (history as { kind: string; file?: string }[]).filter(({ kind }) => kind === 'infected');
    assert.deepEqual(
      told_.map(({ file }) => file),
      [bad.id],
    );
    assert.equal(looked(), 2);
    assert.ok(receiver.lines.some((line) => line.includes('answers again')));
    assert.ok(!receiver.lines.join('\n').includes(bad.id));
  });

  it('looks at what came before there was one, and at nothing twice', async (test) => {
    const before = await startReceiver(test);
    const files = [await upload(before), await upload(before, 'image/png')];
    await post(before, 'api/submissions', submissionWith({ documents: files }));
    const socket = join(temporaryFolder(test), 'clamd.ctl');
    const { looked } = await fakeClamd(test, socket);
    const scanner = scannerOf(`clamd:${socket}`);
    const receiver = await before.restart({ scanner });
    await eventually(() => looked() === 2);
    const again = await receiver.restart({ scanner });
    await upload(again);
    await eventually(() => looked() === 3);
  });

  it('is a program that reads the file and says by its exit code what it is', async (test) => {
    const folder = temporaryFolder(test);
    const program = join(folder, 'scan with spaces.sh');
    writeFileSync(program, '#!/bin/sh\nif grep -q EICAR-STANDARD; then exit 1; fi\nexit "$1"\n');
    chmodSync(program, 0o700);
    const of = (...words: string[]) => scannerOf(JSON.stringify([program, ...words]));
    async function* pieces(text: string) {
      for (let at = 0; at < text.length; at += 10) yield Buffer.from(text.slice(at, at + 10));
    }
    assert.equal(await of('0')?.(pieces('nothing')), 'clean');
    assert.equal(await of('0')?.(pieces(EICAR)), 'infected');
    // A program that reads nothing, and one that a shell would have understood differently.
    await assert.rejects(of('2')?.(pieces('x'.repeat(1_000_000))) ?? Promise.resolve());
    await assert.rejects(of(`0; touch ${join(folder, 'run')}`)?.(pieces('x')) ?? Promise.resolve());
    assert.ok(!existsSync(join(folder, 'run')));
    await assert.rejects(scannerOf('["/nowhere/scanner"]')?.(pieces('x')) ?? Promise.resolve());
  });

  it('has said nothing where its answer is none', async (test) => {
    const answers = [
      'stream: INSTREAM size limit exceeded. ERROR\0',
      'UNKNOWN COMMAND\0',
      '',
      'x'.repeat(5_000),
    ];
    for (const answer of answers) {
      const path = join(temporaryFolder(test), 'clamd.ctl');
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => socket.end(answer));
      });
      await new Promise<void>((resolve) => server.listen(path, resolve));
      test.after(() => server.close());
      const scanner = scannerOf(`clamd:${path}`);
      async function* pieces() {
        yield Buffer.from('a file');
      }
      await assert.rejects(scanner?.(pieces()) ?? Promise.resolve(), answer.slice(0, 20));
    }
  });
});
