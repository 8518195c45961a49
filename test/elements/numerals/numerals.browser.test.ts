import { expect, fixture, html } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import { numbersGiven, numbersOfEveryKind } from '../../../stories/support/numbers-of-every-kind.js';
import type { Person } from '../../../stories/support/person.js';
import { pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import { drawn } from '../../../stories/support/signing.js';
import { until } from '../../../stories/support/until.js';
import '../../../src/elements/signature/define.js';
import type { TaafiSignature } from '../../../src/elements/signature/signature.js';
import type { Submission, TaafiForm } from '../../../src/index.js';
import { openForm } from '../open-form.js';

const open = (properties: Partial<TaafiForm> = {}) =>
  openForm(numbersOfEveryKind, { lang: 'ar', prefill: numbersGiven, ...properties });

/** Shown as the page wants it, once what writes other digits is here. */
async function shownIn(person: Person, numerals: 'latn' | 'arab'): Promise<string> {
  person.form.numerals = numerals;
  await until(() => /[٠-٩]/.test(person.text) === (numerals === 'arab'), `the numbers in ${numerals}`);
  return person.text;
}

async function goOnToReview(person: Person): Promise<void> {
  await person.attach('papers', exampleFile('scan 2024.pdf', 'application/pdf', 1_200_000));
  await person.take('agreed');
  person.form.goTo('more');
  await person.isOn('more');
  await person.goOnTo('review');
}

/** What the review says of each question, without marks that cannot be seen. */
const reviewed = ({ root }: Person) =>
  Object.fromEntries(
    Array.from(root.querySelectorAll('.answers .answer'), (row) =>
      Array.from(row.querySelectorAll('dt, dd:not(.change)'), (cell) =>
        (cell.textContent ?? '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim(),
      ),
    ),
  );

describe('numerals', () => {
  it('are followed while a form is open, and nothing that was typed is touched', async () => {
    const person = await open();
    await person.fill('mobile', '٠٥٠١٢٣٤٥٦٧');
    await person.fill('home', 'مبنى ٤٨ شقة 12');
    await person.seen('#keep');
    const before = person.text;
    const shown = await shownIn(person, 'arab');
    expect(shown).to.contain('من ٣ إلى ١٢ جلسة، والحد ١٢٬٥٠٠٫٧٥ ريالًا، أي ١٥٪ من ٨٣٬٣٣٨، والدوام حتى ٠٨:٣٠.');
    expect(shown).to.contain('الخطوة ١ من ٢').and.to.contain('١٠ سبتمبر ١٩٨٠');
    expect(person.control('mobile').value).to.equal('٠٥٠١٢٣٤٥٦٧');
    expect(person.control('home').value).to.equal('مبنى ٤٨ شقة 12');
    expect(await shownIn(person, 'latn')).to.equal(before);
    expect(person.control('mobile').value).to.equal('٠٥٠١٢٣٤٥٦٧');
  });

  it('are those of what is drawn later too: counts, errors, what is announced and read out', async () => {
    const person = await open({ numerals: 'arab' });
    await shownIn(person, 'arab');
    await person.fill('story', 'ا'.repeat(390));
    await until(() => person.text.includes('بقي لك ١٠ أحرف'), 'the count');
    await person.fill('identity', '100');
    await person.isStopped();
    expect(person.find('#errors').textContent).to.contain('يجب أن يكون الرقم من ١٠ أرقام');
    expect([...person.root.querySelectorAll('option')].map(({ textContent }) => textContent)).to.contain(
      '١٠ – شوال',
    );
  });

  it('are those of Arabic: an English form keeps the digits its readers know', async () => {
    const person = await open({ numerals: 'arab' });
    await shownIn(person, 'arab');
    person.form.lang = 'en';
    await until(() => person.text.includes('Step 1 of 2'), 'the English form');
    await until(() => !/[٠-٩]/.test(person.text), 'its digits');
    person.form.lang = 'ar';
    await until(() => person.text.includes('الخطوة ١ من ٢'), 'the Arabic form');
  });

  it('leave to the letter what a person wrote and what he signs', async () => {
    const person = await open({ numerals: 'arab' });
    await shownIn(person, 'arab');
    await goOnToReview(person);
    await until(() => reviewed(person).العمر === '٤٦', 'the review');
    expect(reviewed(person)).to.deep.include({
      'رقم الجوال': '٠٥٠ ١٢٣ ٤٥٦٧',
      'رقم الهوية': '١٠٠٠٠٠٠٠٠٨',
      'الدخل الشهري': '١٢٬٥٠٠٫٧٥ ريال',
      'تاريخ الميلاد': '٣٠ شوال ١٤٠٠ هـ الموافق ١٠ سبتمبر ١٩٨٠ م',
      العنوان: numbersGiven.home,
      قصتك: numbersGiven.story,
      مستندات: 'scan 2024.pdf (١٫٢ ميغابايت)',
    });
    person.form.goTo('numbers');
    await person.isOn('numbers');
    expect(person.find('.statement').textContent).to.contain('أوافق على المادة 12 من الشروط');
  });

  it('change nothing of what is sent', async () => {
    const sent: Submission[] = [];
    const transport = pretendedTransport({
      submit: async (submission) => {
        sent.push(submission);
        return receiptFor(submission);
      },
    });
    for (const shown of [{}, { numerals: 'arab', calendar: 'gregory' } as const]) {
      const person = await open({ transport, ...shown });
      await person.fill('mobile', '٠٥٠١٢٣٤٥٦٧');
      await goOnToReview(person);
      await person.goOn();
      await person.seen('.receipt');
    }
    const [usual, other] = sent.map(({ answers }) => ({ ...answers, papers: undefined }));
    expect(usual).to.deep.include({ mobile: '+966501234567', income: 12_500.75 });
    expect(other).to.deep.equal(usual);
  });

  it('are those of a signature inside the form, and of one that stands alone', async () => {
    const alone = await fixture<TaafiSignature>(
      html`<taafi-signature lang="ar" numerals="arab"></taafi-signature>`,
    );
    alone.value = drawn;
    await until(
      () => alone.shadowRoot?.querySelector('.pad')?.ariaLabel?.includes('٣'),
      'the count of lines',
    );
    alone.numerals = 'latn';
    await until(() => alone.shadowRoot?.querySelector('.pad')?.ariaLabel?.includes('3'), 'the usual digits');
  });
});

describe('the calendar that comes first', () => {
  it('is offered first, and what was typed stays in the calendar it was typed in', async () => {
    const person = await open({ calendar: 'gregory', prefill: {} });
    const offered = () =>
      Array.from(person.root.querySelectorAll('.switch input'), (radio) => (radio as HTMLInputElement).value);
    const chosen = () => person.find<HTMLInputElement>('.switch :checked').value;
    expect(offered()).to.deep.equal(['gregory', 'islamic-umalqura']);
    expect(chosen()).to.equal('gregory');
    person.form.calendar = 'islamic-umalqura';
    await person.form.updateComplete;
    expect(chosen(), 'nothing is typed yet').to.equal('islamic-umalqura');
    await person.fill('birthDate.day', '30');
    person.form.calendar = 'gregory';
    await person.form.updateComplete;
    expect(chosen()).to.equal('islamic-umalqura');
    await person.fill('birthDate.month', '10');
    await person.fill('birthDate.year', '1400');
    expect(person.form.answers.birthDate).to.deep.equal({ date: '1980-09-10', calendar: 'islamic-umalqura' });
  });

  it('comes first wherever a day is told in both', async () => {
    const person = await open({ calendar: 'gregory' });
    await goOnToReview(person);
    expect(reviewed(person)['تاريخ الميلاد']).to.equal('10 سبتمبر 1980 م الموافق 30 شوال 1400 هـ');
    expect(person.text).to.contain('لن يصلك الرد قبل 6 ديسمبر 2026 م الموافق 26 جمادى الآخرة 1448 هـ');
    person.form.calendar = 'islamic-umalqura';
    await until(() => reviewed(person)['تاريخ الميلاد']?.startsWith('30 شوال'), 'the other order');
    // What the kit does not know is as if nothing was asked for.
    person.form.setAttribute('calendar', 'hijri');
    await person.form.updateComplete;
    expect(reviewed(person)['تاريخ الميلاد']).to.equal('30 شوال 1400 هـ الموافق 10 سبتمبر 1980 م');
  });
});
