import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';

/** A file that a person has on his phone. */
export interface Paper {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Pictures by their format: one of each is enough for a file of tests. */
const pictures = new Map<string, Uint8Array>();

/** Real photos and scans by these names: each is a picture of a letter, in the format its name says. */
export async function makePapers(
  test: TestContext,
  page: Page,
  names: readonly string[],
): Promise<Map<string, Paper>> {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-papers-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const papers = new Map<string, Paper>();
  for (const name of names) {
    const ending = name.replace(/^.*\./, '');
    const bytes = pictures.get(ending) ?? (await picture(page, ending));
    pictures.set(ending, bytes);
    const path = join(folder, name);
    writeFileSync(path, bytes);
    papers.set(name, { name, path, bytes });
  }
  return papers;
}

async function picture(page: Page, ending: string): Promise<Uint8Array> {
  if (ending === 'pdf') return page.pdf({ format: 'A6' });
  return Buffer.from(await page.evaluate(letter, ending === 'png' ? 'image/png' : 'image/jpeg'), 'base64');
}

/** A typed letter on white paper, in base64: always the same, and writing is smaller as PNG than as JPEG. */
function letter(mediaType: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 900;
  canvas.height = 1200;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser does not draw.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.font = '28px serif';
  for (let line = 1; line <= 24; line += 1)
    context.fillText(`${line}. To the association, about the rent of month ${line}.`, 80, 60 + line * 44);
  return canvas.toDataURL(mediaType, 0.95).replace(/^.*,/, '');
}
