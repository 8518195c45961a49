import { expect } from '@open-wc/testing';
import { opened, problem } from '../../../stories/support/pretended-tracking.js';
import { returned, submitted } from '../../../stories/support/tracked-request.js';
import { until } from '../../../stories/support/until.js';
import { Receiver, settled, Visitor } from './pretended-receiver.js';

const token = 'abcdefghijklmnopqrstuv';

describe('a request that a person looks up', () => {
  const { title } = document;

  afterEach(() => {
    expect(document.title, 'the title tells nobody anything').to.equal(title);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });

  it('is opened by its number and four digits, however they are typed', async () => {
    const receiver = new Receiver(() => opened(submitted));
    for (const [reference, factor] of [
      ['4829-1730-5612-49', '1405'],
      ['٤٨٢٩ ١٧٣٠ ٥٦١٢ ٤٩', '١٤٠٥'],
      ['\u2066۴۸۲۹–۱۷۳۰–۵۶۱۲–۴۹\u2069', '\u200f1405 '],
    ] as const) {
      const visitor = await Visitor.at(receiver);
      await visitor.lookUp(reference, factor);
      await visitor.see('We have your request');
      expect(visitor.focused).to.equal('title');
      expect(receiver.asked.at(-1)?.body).to.deep.equal({ reference: '48291730561249', factor: '1405' });
    }
  });

  it('shows its number, its state, who acts, what comes next and when', async () => {
    const visitor = await Visitor.at(new Receiver(() => opened(submitted)));
    await visitor.lookUp();
    for (const words of [
      '4829-1730-5612-49',
      'We have your request',
      'Beneficiary-relations officer',
      'An officer checks',
      '26 Jumada II 1448 AH (6 December 2026)',
      '12 Jumada II 1448 AH (22 November 2026)',
    ])
      expect(visitor.text).to.contain(words);
    const steps = [...(visitor.find('.timeline')?.children ?? [])];
    expect(steps.map((step) => step.getAttribute('aria-current'))).to.deep.equal([
      'step',
      ...Array(5).fill(null),
    ]);
    expect(steps[0]?.textContent).to.contain('Now');
    expect(steps[1]?.textContent).to.contain('Not yet');
  });

  it('says what is wrong with what was typed, at the top and beside the box', async () => {
    const receiver = new Receiver(() => opened(submitted));
    const visitor = await Visitor.at(receiver);
    await visitor.lookUp('', '');
    expect(visitor.focused).to.equal('errors');
    expect(visitor.find('#errors')?.textContent).to.contain('Enter the reference number');
    expect(visitor.find('#reference')?.getAttribute('aria-invalid')).to.equal('true');
    visitor.find<HTMLAnchorElement>('#errors a[href="#factor"]')?.click();
    await settled();
    expect(visitor.focused).to.equal('factor');
    await visitor.lookUp('4829-1750-5612-49', '14');
    expect(visitor.find('#reference-error')?.textContent).to.match(/Look at the second group: 1750$/);
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('4829-1750-5612-49');
    await visitor.lookUp('4829-1730-5612-59', '14');
    expect(visitor.find('#reference-error')?.textContent).to.contain(
      'first group: 4829, then at the fourth group: 59',
    );
    await visitor.lookUp('4829-173-5612-49', '14');
    expect(visitor.find('#reference-error')?.textContent).to.contain(
      '13 digits. Look at the second group: 173',
    );
    await visitor.lookUp('482917305612499', '14');
    expect(visitor.find('#reference-error')?.textContent).to.contain('you have entered 15 digits');
    await visitor.lookUp('R4829', '14');
    expect(visitor.find('#reference-error')?.textContent).to.contain('only digits');
    await visitor.type('reference', '48291730561249');
    expect(visitor.find('#reference-error'), 'what is mended is not scolded').to.equal(null);
    expect(receiver.asked).to.deep.equal([]);
  });

  it('counts in Arabic as Arabic does', async () => {
    const visitor = await Visitor.at(new Receiver(() => undefined), { lang: 'ar' });
    for (const [typed, words] of [
      ['4', 'وقد كتبت رقمًا واحدًا'],
      ['48', 'وقد كتبت رقمين'],
      ['482', 'وقد كتبت 3 أرقام'],
      ['4829173056124', 'وقد كتبت 13 رقمًا'],
    ] as const) {
      await visitor.lookUp(typed);
      expect(visitor.find('#reference-error')?.textContent).to.contain(words);
    }
    await visitor.lookUp('4829-1750-5612-49');
    expect(visitor.find('#reference-error')?.textContent).to.contain(
      'انظر في المجموعة الثانية: \u20661750\u2069',
    );
  });

  it('is not opened, and the person is told what to do', async () => {
    const receiver = new Receiver(() => problem(404, 'unknown-request'));
    const visitor = await Visitor.at(receiver);
    await visitor.lookUp();
    expect(visitor.focused).to.equal('errors');
    expect(visitor.text).to.contain('try your year of birth');
    expect(visitor.find<HTMLInputElement>('#factor')?.value).to.equal('1405');
    for (const [seconds, wait] of [
      [0, '1 minute,'],
      [601, '11 minutes,'],
      [7_201, '3 hours,'],
      [86_400, '24 hours,'],
      [2_592_000, '30 days,'],
    ] as const) {
      receiver.respond = () => problem(429, 'too-many-tries', { 'Retry-After': String(seconds) });
      await visitor.lookUp();
      expect(visitor.text).to.contain(`Try again in ${wait}`);
    }
    receiver.respond = () => undefined;
    await visitor.lookUp();
    expect(visitor.text).to.contain('could not be reached');
    receiver.respond = () => opened(submitted);
    await visitor.lookUp();
    await visitor.see('We have your request');
  });

  it('is opened by a link, which does not stay in the address', async () => {
    const receiver = new Receiver(() => opened(returned));
    location.hash = `#track=48291730561249.${token}`;
    const visitor = await Visitor.at(receiver);
    await visitor.see('We need something from you');
    expect(location.hash).to.equal('');
    expect(location.href).not.to.contain('48291730561249');
    expect(receiver.asked[0]?.body).to.deep.equal({ reference: '48291730561249', token });
    expect(document.activeElement, 'the focus is the person’s').not.to.equal(visitor.element);

    receiver.respond = () => problem(410, 'link-expired');
    location.hash = `#track=48291730561249.${token}`;
    await visitor.see('The time of this link is over');
    expect(location.hash).to.equal('');
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('4829-1730-5612-49');
    expect(visitor.said).to.contain('The time of this link is over');

    const asked = receiver.asked.length;
    location.hash = '#track=4829';
    await visitor.see('The link is not complete');
    expect([location.hash, receiver.asked.length]).to.deep.equal(['', asked]);
  });

  it('begins with the reference that the page knows', async () => {
    const visitor = await Visitor.at(new Receiver(() => undefined), { reference: '48291730561249' });
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('4829-1730-5612-49');
  });

  it('is closed on this device by a button, and leaves nothing', async () => {
    const receiver = new Receiver(() => opened(submitted));
    const visitor = await Visitor.at(receiver);
    await visitor.lookUp();
    await visitor.press('Close my request on this device');
    expect(visitor.focused).to.equal('closed');
    expect(visitor.element.view).to.equal(undefined);
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('');
    await receiver.pass(1000);
    expect(receiver.looks).to.equal(0);
    expect(receiver.to('api/track/end')).to.have.length(1);
  });

  it('can be left in haste, unless the page does not want it', async () => {
    const visitor = await Visitor.at(new Receiver(() => opened(submitted)));
    const ways = () => [...(visitor.find('.root')?.querySelectorAll('.exit') ?? [])];
    expect(ways().map(({ textContent }) => textContent?.trim())).to.deep.equal(
      Array(2).fill('Exit this page'),
    );
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
    await visitor.element.updateComplete;
    expect(visitor.said).to.equal('Press Shift 2 more times to exit');
    visitor.element.exit = '';
    await visitor.element.updateComplete;
    expect(ways()).to.deep.equal([]);
  });

  it('leads to a page for a new request, but to no address that is something else', async () => {
    const visitor = await Visitor.at(new Receiver(() => opened(submitted)));
    await visitor.lookUp();
    const { warn } = console;
    const told: string[] = [];
    console.warn = (sentence: string) => told.push(sentence);
    const link = async (form: string) => {
      visitor.element.form = form;
      await visitor.element.updateComplete;
      return visitor.find('.closing a')?.getAttribute('href');
    };
    try {
      for (const form of [
        '/support.html',
        'support.html?a=b',
        '//example.org/',
        'http://localhost/',
        'HTTPS://x.org',
      ])
        expect(await link(form), form).to.equal(form);
      expect(await link('')).to.equal(undefined);
      expect(told).to.deep.equal([]);
      for (const form of [
        'javascript:alert(1)',
        ' \tJava\nScript:alert(1)',
        'data:text/html,x',
        '\u0001blob:x',
      ])
        expect(await link(form), form).to.equal(undefined);
      expect(told).to.deep.equal(
        Array(4).fill('<taafi-status-tracker> "form" must be a relative address or one with http or https.'),
      );
    } finally {
      console.warn = warn;
    }
  });

  it('changes its language with all that is typed and written', async () => {
    const visitor = await Visitor.at(new Receiver(() => opened(returned)), { lang: 'ar' });
    await visitor.type('reference', '4829-1730');
    await visitor.press('English');
    await until(() => visitor.find('.root')?.dir === 'ltr', 'English');
    expect(visitor.focused).to.equal('language');
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('4829-1730');
    await visitor.lookUp();
    await visitor.type('item-2-input', 'حي السلامة');
    await visitor.type('question', 'متى؟');
    await visitor.press('العربية');
    await visitor.see('نحتاج منك شيئًا');
    expect(visitor.find<HTMLTextAreaElement>('#item-2-input')?.value).to.equal('حي السلامة');
    expect(visitor.find<HTMLTextAreaElement>('#question')?.value).to.equal('متى؟');
    expect(visitor.element.lang).to.equal('ar');
  });
});
