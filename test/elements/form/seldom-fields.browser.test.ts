import { expect } from '@open-wc/testing';
import { fieldSources, viewsFrom } from '../../../src/fields/field-sources.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf } from '../../../stories/support/written-definition.js';
import { tabTo, write } from '../keyboard.js';
import { openForm } from '../open-form.js';

const label = (ar: string, en: string) => ({ ar, en });

const reach = definitionOf([
  {
    id: 'reach',
    title: label('كيف نصل إليك', 'How to reach you'),
    fields: [
      { id: 'income', type: 'money', maximum: 50_000, label: label('الدخل', 'Income') },
      { id: 'email', type: 'email', autocomplete: 'email', label: label('البريد', 'E-mail') },
      { id: 'iban', type: 'iban', label: label('الآيبان', 'IBAN') },
      { id: 'site', type: 'url', label: label('الموقع', 'Site') },
      { id: 'callAt', type: 'time', min: '08:00', label: label('وقت الاتصال', 'Time of the call') },
      { id: 'place', type: 'map-link', label: label('المكان', 'Place') },
      { id: 'campaign', type: 'hidden', required: true, label: label('الحملة', 'Campaign') },
    ],
  },
]);

const answers = {
  income: 12_500.5,
  email: 'name@example.com',
  iban: 'SA0380000000608010167519',
  site: 'https://example.org/a',
  callAt: '20:30',
  place: '24.7136,46.6753',
  campaign: 'winter',
};

describe('the types of field that few forms have', () => {
  it('come each from where the table says', async () => {
    for (const name of Object.keys(fieldSources)) {
      const views = await viewsFrom([name]);
      expect(views.map(({ type }) => type.type)).to.include(name);
    }
    expect(await viewsFrom(['toString', '__proto__', 'no-such-type'])).to.deep.equal([]);
  });

  it('are filled in by keyboard, in Arabic digits, and stored in one form', async () => {
    const person = await openForm(reach, { lang: 'ar', prefill: { campaign: ' winter ' } });
    const typed = {
      income: '١٢٬٥٠٠٫٥٠',
      email: 'name@Example.com',
      iban: 'sa٠٣ ٨٠٠٠ ٠٠٠٠ ٦٠٨٠ ١٠١٦ ٧٥١٩',
      site: 'example.org/a',
      callAt: '٨:٣٠ م',
      place: '٢٤٫٧١٣٦، ٤٦٫٦٧٥٣',
    };
    for (const [name, text] of Object.entries(typed)) {
      await tabTo(person, `[name="${name}"]`);
      await write(text);
      expect(person.control(name).value, 'it stays as it was typed').to.equal(text);
      expect(person.control(name).dir).to.equal('ltr');
    }
    expect(person.form.answers).to.deep.equal(answers);
    expect(person.text).to.include('الساعة 8:30 مساءً');
    expect(person.root.querySelector('[name="campaign"]')).to.equal(null);

    await person.goOnTo('review');
    expect(person.text).to.include('12,500.50 ر.س');
    expect(person.text).to.include('SA03 8000 0000 6080 1016 7519');
    expect(person.text).not.to.include('winter');
    expect(person.text).not.to.include('الحملة');
  });

  it('shows amounts and times in the digits a page wants, codes in their own', async () => {
    const person = await openForm(reach, { lang: 'ar', numerals: 'arab', prefill: answers });
    await person.goOnTo('review');
    await until(() => person.text.includes('١٢٬٥٠٠٫٥٠ ر.س'), 'Arabic-Indic digits');
    expect(person.text).to.include('٨:٣٠ مساءً');
    expect(person.text).to.include('SA03 8000 0000 6080 1016 7519');
    expect(person.text).to.include('24.7136,46.6753');
  });

  for (const [lang, sentences] of Object.entries({
    ar: [
      'يجب أن يكون المبلغ \u206750,000\xa0ر.س\u2069 أو أقل: الدخل',
      'اكتب العنوان كاملًا وفيه العلامة \u2066@\u2069، مثل \u2066name@example.com\u2069: البريد',
      'راجع الآيبان كما هو في كشف الحساب، ففيه خانة غير مطابقة: الآيبان',
      'اكتب رابط صفحة يبدأ بـ \u2066https://\u2069: الموقع',
      'يجب أن يكون الوقت 8:00 صباحًا أو بعده: وقت الاتصال',
      'هذا رابط الخريطة نفسها. افتح الموقع المطلوب فيها، ثم انسخ رابطه: المكان',
      'لم تعط هذه الصفحة ما يحتاجه النموذج، فلا يمكن إرساله منها. أبلغ الجمعية: الحملة',
    ],
    en: [
      'Income must be \u2066SAR\xa050,000\u2069 or less',
      'E-mail must have an @, like name@example.com',
      'Check IBAN against your bank statement, a letter or digit does not match',
      'Site must be the address of a page, beginning with https://',
      'Time of the call must be 8:00 am or later',
      'This is the map itself. Open the place on it and copy the link to that: Place',
      'This page has not given what the form needs to be sent. Tell the association: Campaign',
    ],
  })) {
    it(`say what is wrong in one sentence each, and lead to where it is mended (${lang})`, async () => {
      const person = await openForm(reach, { lang });
      const wrong = {
        income: '50001',
        email: 'name.example.com',
        iban: 'SA04 8000 0000 6080 1016 7519',
        site: 'javascript:alert(1)',
        callAt: '7:59',
        place: 'https://maps.google.com',
      };
      for (const [name, text] of Object.entries(wrong)) await person.fill(name, text);
      await person.isStopped();
      const links = [...person.root.querySelectorAll<HTMLElement>('#errors a')];
      expect(links.map(({ textContent }) => textContent)).to.deep.equal(sentences);
      for (const [index, id] of [...Object.keys(wrong), 'campaign'].entries()) {
        links[index]?.click();
        await person.form.updateComplete;
        expect(person.focused?.id).to.equal(id);
      }
      for (const name of Object.keys(wrong)) {
        const control = person.control(name);
        expect(control.getAttribute('aria-invalid')).to.equal('true');
        expect(control.getAttribute('aria-describedby')).to.include(`${name}-error`);
      }
    });
  }
});
