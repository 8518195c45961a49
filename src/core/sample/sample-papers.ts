import { WIDTH } from '../drawing.js';
import type { NameParts } from '../names.js';
import { wholeName } from '../names.js';
import { fullNameOf } from './person.js';
import type { Setting } from './setting.js';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];

/** A file that nobody has uploaded: whoever sends such answers uploads one under its id before. */
export function sampleFiles({ definition, type, dice, language }: Setting): readonly object[] {
  const { items } = type.jsonSchema(definition) as {
    items: { properties: { type: { enum: string[] }; size: { maximum: number } } };
  };
  const mediaType = dice.pick(items.properties.type.enum);
  const ending = mediaType.split('/')[1]?.replace('jpeg', 'jpg');
  return [
    {
      id: Array.from({ length: 22 }, () => dice.pick(letters)).join(''),
      name: `${{ ar: 'مستند', en: 'document' }[language]}.${ending}`,
      type: mediaType,
      size: Math.min(items.properties.size.maximum, dice.whole(40_000, 400_000)),
    },
  ];
}

/** Drawn or typed: what is typed is the name that the other answers give the signer. */
export function sampleSignature({ definition, dice, person, language, answerOf }: Setting): object {
  if (dice.chance(0.4)) return { method: 'drawn', drawing: drawingBy({ dice }) };
  const { signer = [] } = definition as { signer?: readonly string[] };
  const named = signer.map((name) => nameIn(answerOf(name))).filter((part) => part !== '');
  return { method: 'typed', name: named.length > 0 ? named.join(' ') : fullNameOf(person, language) };
}

/** The name that an answer gives: a text, the parts of a name, or given data that say who is to sign. */
function nameIn(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  if (typeof answer !== 'object' || answer === null) return '';
  // One of the two kinds of answer that can name a signer besides texts.
  return 'family' in answer ? wholeName(answer as NameParts) : ((answer as { signer?: string }).signer ?? '');
}

function drawingBy({ dice }: Pick<Setting, 'dice'>): object {
  const height = 4_000;
  const points = Array.from({ length: 24 }, (_, index) => [
    Math.round(WIDTH / 10 + (index * WIDTH) / 32),
    Math.round(height / 2 + Math.sin(index / 2) * dice.whole(300, 1_500)),
    index * 16,
  ]);
  return { height, strokes: [points] };
}

/** Data as a page might give them to be declared. */
export function sampleGiven({ person, language }: Setting): object {
  const name = fullNameOf(person, language);
  return {
    lines: [
      { label: { ar: 'صاحب الطلب', en: 'Applicant' }[language], value: name },
      { label: { ar: 'المدينة', en: 'City' }[language], value: { ar: 'الدمام', en: 'Dammam' }[language] },
    ],
    signer: name,
  };
}
