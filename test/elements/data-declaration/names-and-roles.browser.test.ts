import { expect } from '@open-wc/testing';
import { agree } from '../../../stories/support/declaration.js';
import { sign } from '../../../stories/support/signing.js';
import { accessibilityOutline } from '../accessibility-outline.js';
import { openDeclaration, signer } from './open-declaration.js';

/** What is read out, in the words of the pack. */
const words = {
  ar: {
    data: [{ label: 'السكن' }, { label: 'المدينة', value: 'أبها' }],
    title: 'اقرأ بياناتك ثم وقّع عليها',
    parts: ['البيانات', 'الإقرار والتوقيع'],
    problem: 'هناك ما يحتاج إلى تعديل',
    error: 'خطأ',
    read: [
      'قرأت البيانات',
      'قرأت جميع البيانات في هذه الصفحة، أو قُرئت عليّ، وفهمتها.',
      'أكّد أنك قرأت البيانات، أو قُرئت عليك',
    ],
    right: [
      'صحة البيانات',
      'أقر بأن جميع هذه البيانات صحيحة، وأنني مسؤول مسؤولية مباشرة عن صحتها.',
      'أقرّ بصحة البيانات قبل الإرسال',
    ],
    way: ['كيف توقّع؟', 'هنا، برسم توقيعي أو كتابة اسمي', 'على ورقة أطبعها ثم أصوّرها', 'اختر كيف توقّع'],
    signature: ['توقيعك', 'وقّع بخط يدك، أو اكتب اسمك الكامل', 'اكتب الاسم كما كتبته من قبل: توقيعك'],
    how: ['طريقة التوقيع', 'أرسم توقيعي', 'أكتب اسمي', 'اسمك الكامل'],
    photo: ['صورة الورقة الموقّعة', 'أرفق صورة الورقة بعد توقيعها'],
    print: 'طباعة الإقرار',
    notice: 'كيف نتعامل مع بياناتك',
    send: 'أوقّع وأرسل',
  },
  en: {
    data: [{ label: 'Home' }, { label: 'City', value: 'Abha' }],
    title: 'Read your information, then sign it',
    parts: ['Information', 'Declaration and signature'],
    problem: 'There is a problem',
    error: 'Error',
    read: [
      'I have read it',
      'I have read all the information on this page, or it was read to me, and I understand it.',
      'Confirm that you have read the information, or that it was read to you',
    ],
    right: [
      'Correct information',
      'I declare that all this information is correct, and that I am directly responsible for its correctness.',
      'Confirm that the information is correct before you send',
    ],
    way: [
      'How will you sign?',
      'Here, by drawing or typing',
      'On paper that I print and photograph',
      'Choose how you will sign',
    ],
    signature: [
      'Your signature',
      'Sign by hand, or type your full name',
      'Write the name as you gave it before: your signature',
    ],
    how: ['How to sign', 'Draw my signature', 'Type my name', 'Your full name'],
    photo: ['Photo of the signed paper', 'Attach a photo of the paper once it is signed'],
    print: 'Print the declaration',
    notice: 'How we handle your information',
    send: 'Sign and send',
  },
} as const;

/** What is come to in order, without the tools above and below. */
async function walk(lang: 'ar' | 'en'): Promise<string[]> {
  const { title, problem, send } = words[lang];
  const lines = await accessibilityOutline();
  const first = lines.findIndex((line) => line === `group "${problem}"` || line === `heading 2 "${title}"`);
  return lines.slice(first, lines.indexOf(`button "${send}"`) + 1);
}

describe('names and roles of a declaration', () => {
  for (const lang of ['ar', 'en'] as const) {
    const {
      data,
      title,
      parts,
      problem,
      error,
      read,
      right,
      way,
      signature,
      how,
      photo,
      print,
      send,
      notice,
    } = words[lang];
    const summary = (...texts: string[]) => [
      `group "${problem}"`,
      `  heading 2 "${problem}"`,
      '  list',
      ...texts.flatMap((text) => ['    listitem', `      link "${text}"`]),
    ];
    const above = [
      `heading 2 "${title}"`,
      `heading 3 "${parts[0]}"`,
      'DescriptionList',
      `  term "${data[0].label}"`,
      '  definition',
      `  term "${data[1].label}"`,
      '  definition',
      `heading 3 "${parts[1]}"`,
      'group',
      `  DisclosureTriangle "${notice}"`,
    ];
    const agreed = [
      `checkbox "${read[0]}" (${read[1]}), checked`,
      `checkbox "${right[0]}" (${right[1]}), checked`,
      `group "${way[0]}"`,
    ];

    it(`are those of what is read and asked, in ${lang}`, async () => {
      await openDeclaration({ data, signer, lang });
      expect(await walk(lang)).to.deep.equal([
        ...above,
        `checkbox "${read[0]}" (${read[1]})`,
        `checkbox "${right[0]}" (${right[1]})`,
        `group "${way[0]}"`,
        `  radio "${way[1]}"`,
        `  radio "${way[2]}"`,
        `button "${send}"`,
      ]);
    });

    it(`say what is wrong at the control itself, in ${lang}`, async () => {
      const person = await openDeclaration({ data, signer, lang });
      await person.isStopped();
      expect(await walk(lang)).to.deep.equal([
        ...summary(read[2], right[2], way[3]),
        ...above,
        `checkbox "${read[0]}" (${error}: ${read[2]} ${read[1]}), invalid`,
        `checkbox "${right[0]}" (${error}: ${right[2]} ${right[1]}), invalid`,
        `group "${way[0]}" (${error}: ${way[3]})`,
        `  radio "${way[1]}"`,
        `  radio "${way[2]}"`,
        `button "${send}"`,
      ]);
    });

    it(`are those of a signature that is missing, or in another name, in ${lang}`, async () => {
      const person = await openDeclaration({ data, signer, lang });
      await agree(person, 'screen');
      await person.seen('taafi-signature:defined');
      await person.isStopped();
      const missing = await walk(lang);
      expect(missing.slice(0, 5)).to.deep.equal(summary(signature[1]));
      expect(missing).to.include.members([
        ...agreed,
        `  radio "${way[1]}", checked`,
        `group "${signature[0]}" (${signature[1]})`,
        `  radiogroup "${how[0]}"`,
        `    radio "${how[1]}", checked`,
        `    radio "${how[2]}"`,
      ]);
      await sign(person, { method: 'typed', name: 'x' });
      await person.isStopped();
      const other = await walk(lang);
      expect(other.slice(0, 5)).to.deep.equal(summary(signature[2]));
      expect(other).to.include.members([
        `group "${signature[0]}" (${signature[2]})`,
        `    radio "${how[2]}", checked`,
      ]);
      expect(other.find((line) => line.startsWith('  textbox'))).to.match(
        new RegExp(`^  textbox "${how[3]}" \\(.+\\) = x`),
      );
    });

    it(`are those of the paper, in ${lang}`, async () => {
      const person = await openDeclaration({ data, signer, lang });
      await agree(person, 'paper');
      await person.isStopped();
      const lines = await walk(lang);
      expect(lines.slice(0, 5)).to.deep.equal(summary(photo[1]));
      const after = lines.indexOf(`  radio "${way[2]}", checked`);
      expect(lines.slice(after + 1, after + 6)).to.deep.equal([
        'list',
        '  listitem',
        '  listitem',
        '  listitem',
        `button "${print}"`,
      ]);
      const [button = '', last] = lines.slice(after + 6);
      expect(button.startsWith(`button "${photo[0]}" (${error}: ${photo[1]} `), button).to.equal(true);
      expect(button.endsWith(', invalid'), button).to.equal(true);
      expect(last).to.equal(`button "${send}"`);
    });
  }
});
