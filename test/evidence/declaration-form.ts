const both = (ar: string, en: string) => ({ ar, en });

/** A small form with everything that evidence is about: answers, a list, a statement, a file and a signature. */
export const declarationForm = {
  id: 'declaration',
  version: '2.1.0',
  policyVersion: '2026-01',
  languages: ['ar', 'en'],
  title: both('إقرار', 'Declaration'),
  answer: { notBefore: 'P14D' },
  steps: [
    {
      id: 'about',
      title: both('عنك', 'About you'),
      fields: [
        { id: 'firstName', type: 'text', required: true, label: both('الاسم الأول', 'First name') },
        { id: 'familyName', type: 'text', required: true, label: both('اسم العائلة', 'Family name') },
        { id: 'story', type: 'long-text', label: both('القصة', 'Story') },
        { id: 'rent', type: 'number', label: both('الإيجار', 'Rent') },
        {
          id: 'children',
          type: 'list',
          label: both('الأبناء', 'Children'),
          itemLabel: both('الابن {n}', 'Child {n}'),
          fields: [
            { id: 'name', type: 'text', required: true, label: both('الاسم', 'Name') },
            { id: 'card', type: 'file', label: both('بطاقته', 'Card') },
          ],
        },
        { id: 'contract', type: 'file', maxItems: 3, label: both('العقد', 'Contract') },
      ],
    },
    {
      id: 'sign',
      title: both('الإقرار والتوقيع', 'Statement and signature'),
      fields: [
        {
          id: 'truth',
          type: 'statement',
          required: true,
          label: both('إقرار', 'Statement'),
          text: both('أقر بأن كل ما ذكرته صحيح.', 'I declare that all I have said is true.'),
        },
        {
          id: 'signature',
          type: 'signature',
          signer: ['firstName', 'familyName'],
          label: both('التوقيع', 'Signature'),
        },
        { id: 'paper', type: 'file', signs: true, label: both('ورقة موقعة', 'Signed paper') },
      ],
    },
  ],
};

/** A line as a hand draws it; another number, another hand. */
export function drawingBy(hand: number) {
  const points = Array.from({ length: 40 }, (_none, at) => [
    500 + at * 200 + hand,
    Math.round(2000 + 900 * Math.sin(at / 3 + hand)),
    at * 16,
  ]);
  return { height: 4000, strokes: [points.slice(0, 25), points.slice(25)] };
}
