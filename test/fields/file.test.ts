import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  acceptedTypes,
  cleanName,
  file,
  fileProblem,
  largestOf,
  mediaTypesOf,
  mostFilesOf,
  storedName,
} from '../../src/fields/file/file.type.js';
import { definitionProblems, keepsOneForm, TrialField, typedText } from './trial-field.js';

const papers = new TrialField(file);
const photo = new TrialField(file, { accept: ['jpeg'], maxSize: 2_000_000, maxItems: 1 });

const id = 'AAAAAAAAAAAAAAAAAAAAA_';
const other = 'BBBBBBBBBBBBBBBBBBBBB-';
const scan = { id, name: 'عقد الإيجار.pdf', size: 48_000, type: 'application/pdf' };

const uploadId = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const mediaType = fc.constantFrom('image/jpeg', 'image/png', 'image/heic', 'application/pdf');
const size = fc.integer({ min: 1, max: 10_000_000 });
const chosen = fc.record({ id: uploadId, name: typedText, size, type: mediaType });
const named = chosen.map((one) => ({ ...one, name: storedName(one.name, one.type) }));
const stored = fc.uniqueArray(named, { minLength: 1, maxLength: 5, selector: (one) => one.id });
const typed = fc.array(
  fc.record({
    id: uploadId,
    name: typedText,
    size: fc.oneof(size, fc.constantFrom(0, 10_000_001)),
    type: fc.oneof(mediaType, fc.constantFrom(undefined, 'image/webp', 'text/html')),
  }),
  { maxLength: 6 },
);

describe('file', () => {
  it('stores what a file is, not the file', () => {
    assert.deepEqual(papers.read([scan]), { answer: [scan] });
    assert.deepEqual(papers.read([]), {});
  });

  it('tidies names and keeps their endings', () => {
    assert.equal(cleanName('C:\\صور\\هوية.jpg'), 'C: صور هوية.jpg');
    assert.equal(cleanName('../../etc/passwd'), '.. .. etc passwd');
    assert.equal(cleanName('\u202egpj.exe'), 'gpj.exe');
    assert.equal(cleanName('a\n\0b.pdf'), 'a b.pdf');
    const long = cleanName(`${'ا'.repeat(300)}.jpeg`);
    assert.equal(long.length, 120);
    assert.ok(long.endsWith('ا.jpeg'));
    assert.deepEqual(papers.read([{ ...scan, name: '\u200f' }]).answer?.[0]?.name, 'file.pdf');
  });

  it('tidies a name once and for all', () => {
    fc.assert(
      fc.property(
        fc.oneof(typedText, fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 })),
        (typed) => {
          const once = cleanName(typed);
          assert.equal(cleanName(once), once);
          assert.ok(once.length <= 120);
          assert.doesNotMatch(once, /[/\\\p{Cc}]/u);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('ends names as their type does', () => {
    assert.equal(storedName('هوية.HEIC', 'image/jpeg'), 'هوية.jpg');
    assert.equal(storedName('هوية.JPG', 'image/jpeg'), 'هوية.JPG');
    assert.equal(storedName('scan.v2', 'application/pdf'), 'scan.v2.pdf');
    assert.equal(storedName('', 'image/png'), 'file.png');
    const long = storedName('ا'.repeat(300), 'image/webp');
    assert.equal(long.length, 120);
    assert.ok(long.endsWith('ا.webp'));
  });

  it('says why a file cannot be sent', () => {
    const pending = { ...scan, isPending: true };
    assert.equal(fileProblem(pending, papers.definition), 'file-pending');
    assert.equal(fileProblem({ ...scan, isDamaged: true }, papers.definition), 'file-damaged');
    assert.equal(fileProblem({ ...scan, size: 0 }, papers.definition), 'file-empty');
    assert.equal(fileProblem({ ...scan, size: 10_000_001 }, papers.definition), 'file-too-large');
    assert.equal(fileProblem({ ...scan, type: undefined }, papers.definition), 'file-type');
    assert.equal(fileProblem({ ...scan, type: 'text/html' }, papers.definition), 'file-type');
    assert.equal(fileProblem(scan, papers.definition), undefined);
    assert.equal(fileProblem(scan, photo.definition), 'file-type');
    assert.deepEqual(papers.read([scan, { ...scan, size: 0 }]), { problem: 'file-empty' });
  });

  it('takes photos and PDF unless it says otherwise', () => {
    assert.deepEqual(acceptedTypes(papers.definition), ['jpeg', 'png', 'heic', 'pdf']);
    assert.deepEqual(mediaTypesOf(photo.definition), ['image/jpeg']);
    assert.equal(largestOf(papers.definition), 10_000_000);
    assert.equal(largestOf(photo.definition), 2_000_000);
    assert.equal(mostFilesOf(papers.definition), 5);
    assert.equal(mostFilesOf(photo.definition), 1);
  });

  it('refuses what is not stored so', () => {
    const wrong: [unknown, string][] = [
      [[{ ...scan, name: 'a/b.pdf' }], 'unnormalised'],
      [[{ ...scan, name: '' }], 'unnormalised'],
      [[{ ...scan, name: 'ا'.repeat(121) }], 'unnormalised'],
      [[{ ...scan, type: 'image/svg+xml' }], 'file-type'],
      [[{ ...scan, name: 'a.exe' }], 'file-type'],
      [[{ ...scan, name: 'a.jpg' }], 'file-type'],
      [[{ ...scan, name: 'pdf' }], 'file-type'],
      [[{ ...scan, size: 0 }], 'file-empty'],
      [[{ ...scan, size: 1.5 }], 'type'],
      [[{ ...scan, size: 10_000_001 }], 'file-too-large'],
      [[{ ...scan, id: '../../etc/passwd-------' }], 'type'],
      [[{ ...scan, id: 'short' }], 'type'],
      [[{ ...scan, path: '/tmp' }], 'type'],
      [[scan, scan], 'type'],
      [[null], 'type'],
      [[], 'type'],
      [scan, 'type'],
      ['scan.pdf', 'type'],
      [null, 'type'],
    ];
    for (const [sent, code] of wrong) assert.equal(papers.problem(sent), code, JSON.stringify(sent));
    const jpeg = { ...scan, name: 'a.jpg', type: 'image/jpeg' };
    assert.equal(photo.problem([jpeg, { ...jpeg, id: other }]), 'too-many');
  });

  it('is shown by name and size', () => {
    assert.equal(papers.show([scan], 'ar'), '\u2068عقد الإيجار.pdf\u2069 (48 كيلوبايت)');
    assert.equal(
      papers.show([scan, { ...scan, id: other, size: 2_340_000, name: 'b.pdf' }], 'en'),
      '\u2068عقد الإيجار.pdf\u2069 (48 kB) and \u2068b.pdf\u2069 (2.3 MB)',
    );
  });

  it('tells its limits', () => {
    assert.equal(photo.sentence('file-too-large', 'ar'), 'اختر ملفًا حجمه 2 ميغابايت أو أقل: الاسم');
    assert.equal(photo.sentence('too-many', 'ar'), 'احذف ما زاد، فيمكنك إرفاق ملف واحد على الأكثر: الاسم');
    assert.equal(
      papers.sentence('too-many', 'en'),
      'Remove the others, as you can attach up to 5 files: Name',
    );
    assert.equal(photo.sentence('required', 'en'), 'Attach name');
  });

  it('has its limits in the JSON Schema', () => {
    const { maxItems, items } = photo.type.jsonSchema(photo.definition);
    assert.equal(maxItems, 1);
    const { properties } = items as { properties: Record<string, object> };
    assert.deepEqual(properties.type, { enum: ['image/jpeg'] });
    assert.deepEqual(properties.size, { type: 'integer', minimum: 1, maximum: 2_000_000 });
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'file', accept: ['docx'] }), { '/accept/0': 'file-type' });
    assert.deepEqual(definitionProblems({ type: 'file', accept: [] }), { '/accept': 'too-small' });
    assert.deepEqual(definitionProblems({ type: 'file', maxSize: 50_000_001 }), { '/maxSize': 'too-big' });
    assert.deepEqual(definitionProblems({ type: 'file', maxItems: 0 }), { '/maxItems': 'too-small' });
    assert.deepEqual(definitionProblems({ type: 'file' }, { prefill: { host: ['trial'] } }), {
      '/prefill/host/0': 'never-prefilled',
    });
  });

  keepsOneForm(papers, { typed, stored, sent: fc.array(fc.oneof(chosen, named), { maxLength: 6 }) });
});
